#include "server/hall/count.hpp"

#include "server/hall/assert.hpp"
#include "server/hall/election.hpp"
#include "server/hall/paper.hpp"
#include "server/hall/ranking.hpp"

namespace talar::hall {
namespace {

Tally tally_of(const std::vector<Counted>& ballots, const Heads& heads) {
  Tally tally;
  for (const auto& [ballot, weight] : ballots) {
    switch (ballot.choice) {
      case Choice::approve:
        tally.approve += weight;
        break;
      case Choice::against:
        tally.against += weight;
        break;
      case Choice::abstain:
        tally.abstain += weight;
        break;
    }
  }
  tally.not_cast = heads.entitled - tally.approve - tally.against - tally.abstain;
  TALAR_ASSERT("VOT-21", tally.not_cast >= 0);
  return tally;
}

/// VOT-23: without the quorum that the rules ask for there is a tally, but no decision.
VoteResult with_quorum(VoteResult result, const VotingRules& rules, const std::optional<Quorum>& quorum) {
  if (!rules.quorum || !quorum) return result;
  result.quorum = quorum;
  if (quorum->met) return result;
  result.outcome = Outcome::no_quorum;
  if (result.options) {
    for (OptionResult& option : *result.options) option.elected = false;
  }
  return result;
}

/// VOT-24.
VoteResult with_casting_vote(VoteResult result, const VotingRules& rules, std::optional<Choice> chair) {
  if (!rules.casting_vote || result.outcome != Outcome::tied || !chair || *chair == Choice::abstain) return result;
  result.outcome = *chair == Choice::approve ? Outcome::adopted : Outcome::rejected;
  result.casting = chair;
  return result;
}

/// The casting vote comes last: without a quorum no tie is left for it.
VoteResult motion(const VoteRule& rule, const VotingRules& rules, const Tally& tally, const Heads& heads,
                  std::optional<Choice> chair, const std::optional<Quorum>& quorum) {
  return with_casting_vote(with_quorum(verdict(rule, tally, heads), rules, quorum), rules, chair);
}

VoteResult of_options(const VoteContent& content, const VotingRules& rules, const std::vector<Counted>& ballots,
                      const Tally& tally, const Heads& heads) {
  switch (content.form->kind) {
    case VoteKind::election:
      return elect(*content.form, content.rule, ballots, tally, heads);
    case VoteKind::ranking:
      return rank(*content.form, rules.ranking, ballots, tally);
    default:
      return share_out(*content.form, ballots, tally);
  }
}

}  // namespace

VoteResult count(const VoteContent& content, const VotingRules& rules, const std::vector<Counted>& ballots,
                 const Heads& heads, std::optional<Choice> chair, const std::optional<Quorum>& quorum) {
  const Tally tally = tally_of(ballots, heads);
  const VoteForm form = content.form.value_or(VoteForm());
  if (has_options(form.kind)) return with_quorum(of_options(content, rules, ballots, tally, heads), rules, quorum);
  if (form.mode == VoteMode::secret) chair.reset();
  return motion(content.rule, rules, tally, heads, chair, quorum);
}

VoteResult count_hands(const VoteContent& content, const VotingRules& rules, const HandCount& hands, const Heads& heads,
                       const std::optional<Quorum>& quorum) {
  Tally tally{hands.approve, hands.against, hands.abstain};
  tally.not_cast = heads.entitled - tally.approve - tally.against - tally.abstain;
  TALAR_ASSERT("VOT-25", tally.not_cast >= 0);
  return motion(content.rule, rules, tally, heads, hands.chair, quorum);
}

VoteResult unopposed(const VotingRules& rules, const Heads& heads, const std::optional<Quorum>& quorum) {
  VoteResult result{{0, 0, 0, heads.entitled}};
  result.outcome = Outcome::adopted;
  return with_quorum(std::move(result), rules, quorum);
}

VoteResult objected(const Heads& heads) {
  VoteResult result{{0, 0, 0, heads.entitled}};
  result.outcome = Outcome::objected;
  return result;
}

}  // namespace talar::hall
