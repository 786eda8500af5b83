#include "storage/json_column.hpp"
#include "storage/projection.hpp"
#include "storage/search_index.hpp"

namespace talar::storage {

namespace {

void set_content(const Projection& p, ItemId item, VoteId vote, const VoteContent& content) {
  const auto& fraction = content.rule.majority.fraction;
  std::optional<std::int64_t> numerator, denominator;
  std::optional<Comparison> comparison;
  if (fraction) numerator = fraction->numerator, denominator = fraction->denominator, comparison = fraction->comparison;
  p.sql.run(
      "UPDATE vote SET question = ?, base = ?, majority = ?, numerator = ?, denominator = ?, comparison = ?, "
      "seconds = ?, form = ? WHERE vote = ?",
      content.question, content.rule.base, content.rule.majority.kind, numerator, denominator, comparison,
      content.seconds, json_of(content.form), vote);
  search_for(p.sql, {.kind = HitKind::vote, .item = item, .vote = vote}, content.question);
}

void set_result(const Projection& p, VoteId vote, const VoteResult& result) {
  p.sql.run("UPDATE vote SET result = ?, outcome = ? WHERE vote = ?", to_json_text(result), result.outcome, vote);
}

void set_hands(const Projection& p, VoteId vote, const HandCount& hands) {
  p.sql.run("UPDATE vote SET hands = ? WHERE vote = ?", to_json_text(hands), vote);
}

}  // namespace

void Projection::operator()(const VotePrepared& e) const {
  sql.run(
      "INSERT INTO vote (vote, item, question, base, majority, follows, follow_kind) VALUES (?, ?, '', '', '', ?, ?)",
      e.vote, e.item, e.follows, e.follow_kind);
  set_content(*this, e.item, e.vote, e.content);
}

void Projection::operator()(const VoteEdited& e) const {
  ItemId item;
  if (sql.first("SELECT item FROM vote WHERE vote = ?", std::tuple{e.vote}, item))
    set_content(*this, item, e.vote, e.content);
}

void Projection::operator()(const VoteDiscarded& e) const {
  sql.run("DELETE FROM vote WHERE vote = ?", e.vote);
}

void Projection::operator()(const CandidateWithdrawn& e) const {
  std::optional<std::string> json;
  sql.first("SELECT form FROM vote WHERE vote = ?", std::tuple{e.vote}, json);
  VoteForm form = from_json<VoteForm>(json).value_or(VoteForm());
  form.options.at(static_cast<std::size_t>(e.option)).withdrawn = true;
  sql.run("UPDATE vote SET form = ? WHERE vote = ?", to_json_text(form), e.vote);
}

void Projection::operator()(const VoteOpened& e) const {
  sql.run("UPDATE vote SET state = ?, opened_at = ?, rules = ?, ballot_key = ? WHERE vote = ?", VoteState::open,
          recorded.at, json_of(e.rules), e.key, e.vote);
  for (const PersonId person : e.electorate)
    sql.run("INSERT INTO elector (vote, person) VALUES (?, ?)", e.vote, person);
  if (!e.weights) return;
  for (const VoterWeight& voter : *e.weights)
    sql.run("UPDATE elector SET weight = ? WHERE vote = ? AND person = ?", voter.weight, e.vote, voter.person);
}

void Projection::operator()(const VoterAdmitted& e) const {
  sql.run("INSERT INTO elector (vote, person, weight) VALUES (?, ?, ?)", e.vote, e.person, e.weight);
}

void Projection::operator()(const BallotCast& e) const {
  sql.run(
      "INSERT INTO ballot (vote, person, choice, marks) VALUES (?, ?, ?, ?) "
      "ON CONFLICT DO UPDATE SET choice = excluded.choice, marks = excluded.marks",
      e.vote, e.person, e.choice, json_of(e.marks));
}

void Projection::operator()(const ObjectionRaised& e) const {
  sql.run("UPDATE vote SET objected_by = ? WHERE vote = ?", e.person, e.vote);
}

void Projection::operator()(const HandsCounted& e) const {
  set_hands(*this, e.vote, e.count);
}

void Projection::operator()(const BallotIssued& e) const {
  sql.run("INSERT INTO collector (vote, person) VALUES (?, ?)", e.vote, e.person);
}

void Projection::operator()(const VoteClosed& e) const {
  sql.run("UPDATE vote SET state = ?, closed_at = ?, cause = ?, secret = ? WHERE vote = ?", VoteState::closed,
          recorded.at, e.cause, json_of(e.secret), e.vote);
  set_result(*this, e.vote, e.result);
}

void Projection::operator()(const CountCorrected& e) const {
  sql.run(
      "INSERT INTO correction (vote, seq, at, person, reason, before) "
      "SELECT vote, ?, ?, ?, ?, hands FROM vote WHERE vote = ?",
      recorded.seq, recorded.at, recorded.actor.person, e.reason, e.vote);
  set_hands(*this, e.vote, e.count);
  set_result(*this, e.vote, e.result);
}

/// What was cast before there was a result is for nobody to see.
void Projection::operator()(const VoteVoided& e) const {
  sql.run("UPDATE vote SET state = ?, voided_at = ?, void_reason = ? WHERE vote = ?", VoteState::voided, recorded.at,
          e.reason, e.vote);
  if (sql.run("UPDATE vote SET hands = NULL WHERE vote = ? AND result IS NULL", e.vote) == 0) return;
  sql.run("DELETE FROM ballot WHERE vote = ?", e.vote);
  sql.run("DELETE FROM collector WHERE vote = ?", e.vote);
}

}  // namespace talar::storage
