#include "tests/simulation/whim_votes.hpp"

#include <algorithm>
#include <numeric>

#include "server/hall/votes.hpp"

namespace talar::simulation {
namespace {

std::int64_t number(Dice& dice, std::size_t from, std::size_t to) {
  return static_cast<std::int64_t>(from + dice.below(to - from + 1));
}

VoteForm vote_form(Chamber& c) {
  Dice& dice = c.dice();
  VoteForm form;
  if (dice.percent(60)) form.kind = word_below<VoteKind>(dice, 5);
  if (dice.percent(60)) form.mode = word_below<VoteMode>(dice, 4);
  if (form.kind == VoteKind::motion || form.kind == VoteKind::consent) return form;
  const std::int64_t options = number(dice, 2, 5);
  for (std::int64_t n = 0; n < options; ++n) form.options.push_back({"گزینهٔ " + std::to_string(n), {}});
  if (form.kind == VoteKind::points) form.points = 10;
  if (form.kind != VoteKind::election) return form;
  form.seats = number(dice, 1, 2);
  if (dice.percent(70)) form.marks = *form.seats;
  if (dice.percent(50)) form.options[0].person = c.person();
  return form;
}

/// Of ranks: gapless from 1, some equal, some none.
Marks ranks(Dice& dice, const VoteForm& form) {
  Marks marks;
  std::int64_t last = 0;
  for (const VoteOption& option : form.options) {
    marks.push_back(option.withdrawn || dice.percent(20) ? 0 : number(dice, 1, static_cast<std::size_t>(last) + 1));
    last = std::max(last, marks.back().value);
  }
  return marks;
}

/// One after another gets something, until there is nothing left to give.
Marks shares(Dice& dice, const VoteForm& form) {
  const bool is_election = form.kind == VoteKind::election;
  std::int64_t left = is_election ? form.marks.value_or(limits::options) : *form.points;
  Marks marks;
  for (const VoteOption& option : form.options) {
    const std::int64_t most = option.withdrawn ? 0 : is_election ? std::min<std::int64_t>(left, 1) : left;
    marks.push_back(number(dice, 0, static_cast<std::size_t>(most)));
    left -= marks.back();
  }
  return marks;
}

Ballot ballot(Dice& dice, const VoteForm& form) {
  if (form.options.empty()) return Ballot(word_below<Choice>(dice, 3));
  const Marks marks = form.kind == VoteKind::ranking ? ranks(dice, form) : shares(dice, form);
  const bool blank = std::ranges::all_of(marks, [](std::int64_t mark) { return mark == 0; });
  return Ballot(blank ? Choice::abstain : Choice::approve, marks);
}

HandCount hands(Dice& dice, const hall::Vote& vote) {
  std::size_t left = vote.electorate.size();
  const auto some = [&] {
    const std::size_t up = dice.below(left + 1);
    left -= up;
    return static_cast<std::int64_t>(up);
  };
  HandCount count{some(), some(), some(), {}};
  if (count.approve.value > 0 && dice.percent(50)) count.chair = Choice::approve;
  return count;
}

const hall::Vote* found(Chamber& c, VoteId id) {
  const hall::Meeting* meeting = c.current();
  if (!meeting || !meeting->votes.contains(id)) return nullptr;
  return &meeting->votes.at(id);
}

/// One in this state, if there is any.
VoteId vote_in(Chamber& c, VoteState state, std::optional<VoteMode> mode = {}) {
  std::vector<VoteId> fitting;
  if (const hall::Meeting* meeting = c.current()) {
    for (const auto& [id, vote] : meeting->votes)
      if (vote.state == state && (!mode || hall::mode_of(vote) == mode)) fitting.push_back(id);
  }
  return fitting.empty() ? c.vote() : c.dice().any(fitting);
}

std::string some_digest(Dice& dice) {
  return std::string(64, static_cast<char>('a' + dice.below(6)));
}

}  // namespace

VotingRules voting_rules(Dice& dice) {
  VotingRules rules;
  rules.quorum = dice.percent(70);
  rules.casting_vote = dice.percent(50);
  rules.live = dice.percent(30);
  rules.late_arrivals = dice.percent(70);
  rules.ranking = word_below<RankingMethod>(dice, 2);
  if (dice.percent(50)) rules.weights = {{Seat::deputy, 2}, {Seat::expert, number(dice, 1, 5)}};
  rules.secret_voters_min = number(dice, 2, 6);
  return rules;
}

VoteContent vote_content(Chamber& c) {
  Dice& dice = c.dice();
  VoteContent content;
  content.question = "پرسش";
  content.rule.base = word_below<Base>(dice, 5);
  content.rule.majority.kind = word_below<MajorityKind>(dice, 6);
  const bool is_fraction = content.rule.majority.kind == MajorityKind::fraction;
  if (is_fraction != dice.percent(3)) {
    content.rule.majority.fraction = Fraction{number(dice, 1, 5), 5, word_below<Comparison>(dice, 2)};
  }
  if (dice.percent(50)) content.seconds = number(dice, 10, 70);
  if (dice.percent(90)) content.form = vote_form(c);
  return content;
}

Command answer(Chamber& c) {
  Dice& dice = c.dice();
  const VoteId id = *c.current()->open_vote;
  const hall::Vote& vote = c.current()->votes.at(id);
  if (dice.percent(5)) return ExtendVote{id, number(dice, 10, 60)};
  const auto mode = hall::mode_of(vote);
  if (!mode) return RaiseObjection{id};
  switch (*mode) {
    case VoteMode::device:
      break;
    case VoteMode::roll_call:
      return RecordAnswer{id, dice.any(vote.electorate), word_below<Choice>(dice, 3)};
    case VoteMode::show_of_hands:
      return RecordCount{id, hands(dice, vote)};
    case VoteMode::secret:
      if (dice.percent(70)) return CollectBallot{id, some_digest(dice)};
      return NoteTurnout{id, std::min<std::int64_t>(vote.cast_noted + hall::turnout_step,
                                                    static_cast<std::int64_t>(vote.issued.size()))};
  }
  CastVote command;
  command.vote = id;
  fill(c, command);
  return command;
}

Command bring_to_its_end(Chamber& c) {
  const VoteId id = *c.current()->open_vote;
  const hall::Vote& vote = c.current()->votes.at(id);
  if (hall::mode_of(vote) == VoteMode::show_of_hands && !vote.hands) return RecordCount{id, hands(c.dice(), vote)};
  if (vote.state != VoteState::counting) return CloseVote{id};
  CountBallots command;
  command.vote = id;
  fill(c, command);
  return command;
}

void fill(Chamber& c, PrepareVote& command) {
  command = {c.item(), vote_content(c)};
}
void fill(Chamber& c, EditVote& command) {
  command = {c.vote(), vote_content(c)};
}
void fill(Chamber& c, DiscardVote& command) {
  command.vote = c.vote();
}
void fill(Chamber& c, WithdrawCandidate& command) {
  command.vote = vote_in(c, VoteState::prepared);
  if (const hall::Meeting* meeting = c.current()) {
    for (const auto& [id, vote] : meeting->votes)
      if (vote.state == VoteState::prepared && vote.content.form->kind == VoteKind::election) command.vote = id;
  }
  command.option = number(c.dice(), 0, 2);
}
void fill(Chamber& c, OpenVote& command) {
  command.vote = c.vote();
}
void fill(Chamber& c, CastVote& command) {
  command.vote = c.vote();
  const hall::Vote* vote = found(c, command.vote);
  if (!vote) return;
  const Ballot chosen = ballot(c.dice(), *vote->content.form);
  command.marks = chosen.marks;
  if (!chosen.marks) command.choice = chosen.choice;
}
void fill(Chamber& c, RaiseObjection& command) {
  command.vote = c.vote();
}
void fill(Chamber& c, RecordAnswer& command) {
  command = {c.vote(), c.person(), word_below<Choice>(c.dice(), 3)};
}
void fill(Chamber& c, RecordCount& command) {
  command = {c.vote(), {number(c.dice(), 0, 3), 0, 0, {}}};
}
void fill(Chamber& c, CorrectCount& command) {
  command = {vote_in(c, VoteState::closed, VoteMode::show_of_hands), {}, "اشتباه در ثبت"};
  if (const hall::Vote* vote = found(c, command.vote)) command.count = hands(c.dice(), *vote);
}
void fill(Chamber& c, WarnVoters& command) {
  command.vote = c.vote();
}
void fill(Chamber& c, ExtendVote& command) {
  command = {c.vote(), number(c.dice(), 10, 600)};
}
void fill(Chamber& c, CloseVote& command) {
  command.vote = c.vote();
}
void fill(Chamber& c, VoidVote& command) {
  command = {c.dice().percent(50) ? vote_in(c, VoteState::closed) : c.vote(), "اشتباه"};
}
void fill(Chamber& c, RepeatVote& command) {
  command.vote = vote_in(c, VoteState::voided);
}
void fill(Chamber& c, ShowResult& command) {
  command.vote = vote_in(c, VoteState::closed);
}
void fill(Chamber& c, CollectBallot& command) {
  command = {c.vote(), some_digest(c.dice())};
}
void fill(Chamber& c, NoteTurnout& command) {
  command = {c.vote(), number(c.dice(), 0, 10)};
}
/// Some of the ballots that are out never come in.
void fill(Chamber& c, CountBallots& command) {
  command.vote = c.vote();
  command.digest = some_digest(c.dice());
  const hall::Vote* vote = found(c, command.vote);
  if (!vote) return;
  for (std::size_t n = 0; n < vote->issued.size(); ++n)
    if (c.dice().percent(90)) command.ballots.push_back(ballot(c.dice(), *vote->content.form));
}

}  // namespace talar::simulation
