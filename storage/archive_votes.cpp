#include "storage/archive_votes.hpp"

#include "storage/json_column.hpp"

namespace talar::storage {

void VoteReader::read() {
  Rows rows = sql_.query(
      "SELECT v.item, v.vote, v.question, v.base, v.majority, v.numerator, v.denominator, v.comparison, v.seconds, "
      "v.form, v.opened_at, coalesce(v.closed_at, v.voided_at), coalesce(v.cause, 'chair'), v.follows, "
      "v.follow_kind, v.objected_by, v.voided_at, v.void_reason, v.ballot_key, v.rules, v.hands, v.result, v.secret, "
      "(SELECT count(*) FROM elector e WHERE e.vote = v.vote) "
      "FROM agenda_item i JOIN vote v USING (item) WHERE " TALAR_ITEM_VISIBLE
      " AND i.meeting = ?2 AND v.state IN ('closed', 'voided') ORDER BY v.opened_at, v.vote",
      sight_.everything, meeting_);
  while (rows.next()) {
    ItemId id;
    RecordVote vote;
    std::optional<std::int64_t> numerator, denominator;
    std::optional<Comparison> comparison;
    std::optional<std::string> form, rules, hands, result, secret;
    rows.into(id, vote.vote, vote.content.question, vote.content.rule.base, vote.content.rule.majority.kind, numerator,
              denominator, comparison, vote.content.seconds, form, vote.opened_at, vote.closed_at, vote.cause,
              vote.follows, vote.follow_kind, vote.objected_by, vote.voided_at, vote.void_reason, vote.key, rules,
              hands, result, secret, vote.entitled);
    if (numerator && denominator && comparison)
      vote.content.rule.majority.fraction = Fraction{*numerator, *denominator, *comparison};
    vote.content.form = from_json<VoteForm>(form).value_or(VoteForm());
    vote.rules = from_json<VotingRules>(rules);
    vote.hands = from_json<HandCount>(hands);
    vote.result = from_json<VoteResult>(result);
    vote.secret = from_json<SecretCount>(secret);
    read_ballots(vote);
    read_collectors(vote);
    read_corrections(vote);
    item_(id).votes.push_back(std::move(vote));
  }
}

/// As the people stand in the record.
void VoteReader::read_ballots(RecordVote& vote) {
  Rows rows = sql_.query(
      "SELECT b.person, b.choice, b.marks, nullif(e.weight, 1) FROM ballot b JOIN elector e USING (vote, person) "
      "LEFT JOIN attendee a ON a.meeting = ? AND a.person = b.person WHERE b.vote = ? ORDER BY a.ordinal, b.person",
      meeting_, vote.vote);
  while (rows.next()) {
    RecordBallot& ballot = vote.ballots.emplace_back();
    std::optional<std::string> marks;
    rows.into(ballot.person, ballot.ballot.choice, marks, ballot.weight);
    ballot.ballot.marks = from_json<Marks>(marks);
  }
}

void VoteReader::read_collectors(RecordVote& vote) {
  Rows rows = sql_.query(
      "SELECT c.person FROM collector c LEFT JOIN attendee a ON a.meeting = ? AND a.person = c.person "
      "WHERE c.vote = ? ORDER BY a.ordinal, c.person",
      meeting_, vote.vote);
  while (rows.next()) rows.into(vote.collectors.emplace_back());
}

void VoteReader::read_corrections(RecordVote& vote) {
  Rows rows = sql_.query("SELECT at, person, reason, before FROM correction WHERE vote = ? ORDER BY seq", vote.vote);
  while (rows.next()) {
    CorrectionView& correction = vote.corrections.emplace_back();
    std::optional<std::string> before;
    rows.into(correction.at, correction.by, correction.reason, before);
    correction.before = from_json<HandCount>(before).value();
  }
}

}  // namespace talar::storage
