#include "storage/projection.hpp"

namespace talar::storage {

namespace {

void set_content(const Projection& p, VoteId vote, const VoteContent& content) {
  const auto& fraction = content.rule.majority.fraction;
  std::optional<std::int64_t> numerator, denominator;
  std::optional<Comparison> comparison;
  if (fraction) numerator = fraction->numerator, denominator = fraction->denominator, comparison = fraction->comparison;
  p.sql.run(
      "UPDATE vote SET question = ?, base = ?, majority = ?, numerator = ?, denominator = ?, comparison = ?, seconds = "
      "? "
      "WHERE vote = ?",
      content.question, content.rule.base, content.rule.majority.kind, numerator, denominator, comparison,
      content.seconds, vote);
}

}  // namespace

void Projection::operator()(const VotePrepared& e) const {
  sql.run("INSERT INTO vote (vote, item, question, base, majority) VALUES (?, ?, '', '', '')", e.vote, e.item);
  set_content(*this, e.vote, e.content);
}

void Projection::operator()(const VoteEdited& e) const {
  set_content(*this, e.vote, e.content);
}

void Projection::operator()(const VoteDiscarded& e) const {
  sql.run("DELETE FROM vote WHERE vote = ?", e.vote);
}

void Projection::operator()(const VoteOpened& e) const {
  sql.run("UPDATE vote SET state = ?, opened_at = ? WHERE vote = ?", VoteState::open, recorded.at, e.vote);
  for (const PersonId person : e.electorate)
    sql.run("INSERT INTO elector (vote, person) VALUES (?, ?)", e.vote, person);
}

void Projection::operator()(const BallotCast& e) const {
  sql.run(
      "INSERT INTO ballot (vote, person, choice) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET choice = excluded.choice",
      e.vote, e.person, e.choice);
}

void Projection::operator()(const VoteClosed& e) const {
  const Tally& tally = e.result.tally;
  sql.run(
      "UPDATE vote SET state = ?, closed_at = ?, cause = ?, approve = ?, against = ?, abstain = ?, not_cast = ?, "
      "base_count = ?, needed = ?, outcome = ? WHERE vote = ?",
      VoteState::closed, recorded.at, e.cause, tally.approve, tally.against, tally.abstain, tally.not_cast,
      e.result.base_count, e.result.needed, e.result.outcome, e.vote);
}

}  // namespace talar::storage
