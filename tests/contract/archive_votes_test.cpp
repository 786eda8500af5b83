#include <algorithm>

#include "protocol/codec.hpp"
#include "storage/archive.hpp"
#include "storage/rebuild.hpp"
#include "storage/verify.hpp"
#include "tests/contract/meeting.hpp"

namespace talar::storage {
namespace {

constexpr VoteId ballot{310}, second_ballot{311};

/// What the record keeps of votes of every kind, while the minutes of the first meeting's rivers are still written.
class VotesInTheArchive : public testing::Test {
 protected:
  VotesInTheArchive() {
    enrol_and_convene(chamber);
    chamber.says(MeetingOpened{first, mayor, {3, 2, 3, true}, {}}).says(ItemActivated{first, rivers});
  }

  void prepare(const VoteForm& form) {
    VoteContent content{"کدام؟", {}, {}, form};
    chamber.says(VotePrepared{first, rivers, ballot, content});
  }
  VoteOpened opened() const { return {first, rivers, ballot, {mayor, deputy, expert}, {}, VotingRules()}; }
  void open() { chamber.says(opened()); }
  void casts(PersonId person, Choice choice, std::optional<Marks> marks = {}) {
    chamber.says(BallotCast{first, ballot, person, choice, std::move(marks)}, person);
  }
  void close(const VoteResult& result, std::optional<SecretCount> secret = {}) {
    chamber.says(VoteClosed{first, rivers, ballot, CloseCause::chair, result, secret});
  }
  MeetingRecord record(Audience audience = Audience::member) {
    journal.commit(chamber.fresh());
    return *archive.record(chamber.id, first, audience);
  }
  std::vector<RecordVote> votes() {
    const MeetingRecord found = record();
    return std::ranges::find(found.items, rivers, &RecordItem::item)->votes;
  }
  RecordVote vote() { return votes().at(0); }

  Folder folder;
  Database database{folder.file(), Access::owner};
  Journal journal{database};
  Archive archive{database};
  Hall chamber = founded();
};

VoteForm candidates() {
  VoteForm form{VoteKind::election};
  form.options = {{"سرو", deputy}, {"چنار", expert}, {"افرا"}};
  form.seats = 1;
  form.marks = 1;
  return form;
}

VoteResult elected() {
  VoteResult result{{3, 0, 0, 0}, 3, 1, Outcome::elected};
  result.options = {{2, 1, true}, {1, 2, false}, {0, {}, false}};
  result.quorum = Quorum{3, 2, 3, true};
  return result;
}

TEST_F(VotesInTheArchive, an_election_stands_with_form_rules_marks_and_every_option) {
  prepare(candidates());
  chamber.says(CandidateWithdrawn{first, ballot, 2});
  open();
  casts(mayor, Choice::approve, Marks{0, 1, 0});
  casts(deputy, Choice::approve, Marks{1, 0, 0});
  casts(expert, Choice::approve, Marks{0, 1, 0});
  casts(mayor, Choice::approve, Marks{1, 0, 0});
  close(elected());
  const RecordVote found = vote();
  VoteForm form = candidates();
  form.options[2].withdrawn = true;
  EXPECT_EQ(found.content, (VoteContent{"کدام؟", {}, {}, form}));
  EXPECT_EQ(found.rules, VotingRules());
  EXPECT_EQ(found.result, elected());
  ASSERT_EQ(found.ballots.size(), 3u);
  EXPECT_EQ(found.ballots[0].ballot, Ballot(Choice::approve, Marks{1, 0, 0})) << "the last word counts";
  EXPECT_EQ(found.ballots[2].ballot, Ballot(Choice::approve, Marks{0, 1, 0}));
  EXPECT_FALSE(found.ballots[0].weight);
}

TEST_F(VotesInTheArchive, an_edited_form_replaces_the_one_before) {
  prepare(candidates());
  const VoteContent motion{"موافقید؟", {Base::members, {MajorityKind::absolute, {}}}, {}, VoteForm()};
  chamber.says(VoteEdited{first, ballot, motion});
  open();
  close({{0, 0, 0, 3}, 3, 2, Outcome::rejected});
  EXPECT_EQ(vote().content, motion);
}

TEST_F(VotesInTheArchive, a_ranking_stands_with_its_pairs) {
  VoteForm form = candidates();
  form.kind = VoteKind::ranking;
  form.seats.reset();
  form.marks.reset();
  prepare(form);
  open();
  casts(mayor, Choice::approve, Marks{1, 2, 0});
  VoteResult result{{1, 0, 0, 2}, 1, 0, Outcome::ranked};
  result.options = {{2, 1, false}, {1, 2, false}, {0, 3, false}};
  result.pairs = {{0, 1, 1}, {0, 0, 1}, {0, 0, 0}};
  close(result);
  EXPECT_EQ(vote().result, result);
  EXPECT_EQ(vote().ballots[0].ballot.marks, (Marks{1, 2, 0}));
}

TEST_F(VotesInTheArchive, weights_and_voters_who_came_late_are_kept) {
  prepare({});
  VoteOpened event = opened();
  event.electorate = {mayor, deputy};
  event.weights = {{mayor, 3}};
  chamber.says(event).says(VoterAdmitted{first, ballot, expert, 2});
  casts(mayor, Choice::approve);
  casts(deputy, Choice::against);
  casts(expert, Choice::abstain);
  close({{3, 1, 2, 0}, 4, 2, Outcome::adopted});
  const RecordVote found = vote();
  EXPECT_EQ(found.entitled, 3);
  EXPECT_EQ(found.ballots[0].weight, 3);
  EXPECT_EQ(found.ballots[1].weight, std::nullopt);
  EXPECT_EQ(found.ballots[2].weight, 2);
}

TEST_F(VotesInTheArchive, the_casting_vote_is_kept) {
  prepare({});
  open();
  VoteResult result{{1, 1, 0, 1}, 2, 2, Outcome::adopted};
  result.casting = Choice::approve;
  close(result);
  EXPECT_EQ(vote().result, result);
}

TEST_F(VotesInTheArchive, a_consent_names_who_objected_and_the_vote_that_followed_names_the_consent) {
  prepare({VoteKind::consent});
  open();
  chamber.says(ObjectionRaised{first, ballot, expert}, expert);
  chamber.says(VoteClosed{first, rivers, ballot, CloseCause::objection, {{0, 0, 0, 3}, 0, 0, Outcome::objected}});
  chamber.says(VotePrepared{first, rivers, second_ballot, question("؟"), ballot, FollowKind::objection});
  VoteOpened again = opened();
  again.vote = second_ballot;
  chamber.says(again);
  chamber.says(VoteClosed{first, rivers, second_ballot, CloseCause::chair, {{3, 0, 0, 0}, 3, 2, Outcome::adopted}});
  const auto found = votes();
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].objected_by, expert);
  EXPECT_EQ(found[0].cause, CloseCause::objection);
  EXPECT_EQ(found[0].result->outcome, Outcome::objected);
  EXPECT_EQ(found[1].follows, ballot);
  EXPECT_EQ(found[1].follow_kind, FollowKind::objection);
}

TEST_F(VotesInTheArchive, a_corrected_count_stands_with_what_was_there_before_and_who_changed_it) {
  prepare({VoteKind::motion, VoteMode::show_of_hands});
  open();
  chamber.says(HandsCounted{first, ballot, {0, 0, 0, {}}}, clerk);
  chamber.says(HandsCounted{first, ballot, {1, 2, 0, {}}}, clerk);
  close({{1, 2, 0, 0}, 3, 3, Outcome::rejected});
  const VoteResult corrected{{2, 1, 0, 0}, 3, 2, Outcome::adopted};
  chamber.says(
      CountCorrected{first, rivers, ballot, {2, 1, 0, Choice::approve}, "جابه‌جا نوشته شد", corrected},
      clerk);
  const Instant corrected_at = chamber.now();
  const RecordVote found = vote();
  EXPECT_EQ(found.hands, (HandCount{2, 1, 0, Choice::approve}));
  EXPECT_EQ(found.result, corrected);
  const CorrectionView correction{corrected_at, clerk, "جابه‌جا نوشته شد", {1, 2, 0, {}}};
  EXPECT_EQ(found.corrections, std::vector{correction});
}

TEST_F(VotesInTheArchive, a_vote_voided_after_closing_keeps_result_and_ballots_and_is_marked) {
  prepare({});
  open();
  casts(mayor, Choice::approve);
  const VoteResult result{{1, 0, 0, 2}, 1, 1, Outcome::adopted};
  close(result);
  chamber.says(VoteVoided{first, rivers, ballot, "پرسش نادرست بود"});
  const Instant voided_at = chamber.now();
  const RecordVote found = vote();
  EXPECT_EQ(found.result, result);
  EXPECT_EQ(found.ballots.size(), 1u);
  EXPECT_EQ(found.voided_at, voided_at);
  EXPECT_EQ(found.void_reason, Reason("پرسش نادرست بود"));
  EXPECT_LT(found.closed_at, *found.voided_at);
  EXPECT_EQ(record().summary.votes, 0) << "it does not count";
}

TEST_F(VotesInTheArchive, of_a_vote_voided_while_it_is_open_nobody_learns_what_was_cast) {
  prepare({});
  open();
  casts(mayor, Choice::approve);
  chamber.says(HandsCounted{first, ballot, {1, 2, 0, {}}}, clerk);
  chamber.says(VoteVoided{first, rivers, ballot, "برق رفت"});
  const RecordVote found = vote();
  EXPECT_FALSE(found.result);
  EXPECT_FALSE(found.hands);
  EXPECT_TRUE(found.ballots.empty());
  EXPECT_EQ(found.entitled, 3);
  EXPECT_EQ(found.closed_at, found.voided_at);
  EXPECT_EQ(number_in(folder.file(), "SELECT count(*) FROM ballot"), 0);
}

TEST_F(VotesInTheArchive, a_secret_vote_stands_with_key_count_and_collectors_but_no_ballots) {
  const std::string digest(64, 'a');
  prepare({VoteKind::motion, VoteMode::secret});
  VoteOpened event = opened();
  event.key = Text<limits::ballot_key_chars>("MIIB");
  chamber.says(event);
  chamber.says(BallotIssued{first, ballot, expert, digest}, expert);
  chamber.says(BallotIssued{first, ballot, mayor, digest}, mayor);
  chamber.says(TurnoutNoted{first, ballot, 2});
  chamber.says(CountingBegun{first, rivers, ballot, CloseCause::deadline, chamber.now()});
  const SecretCount secret{2, 2, digest};
  close({{2, 0, 0, 1}, 2, 1, Outcome::adopted}, secret);
  const RecordVote found = vote();
  EXPECT_EQ(found.key, "MIIB");
  EXPECT_EQ(found.secret, secret);
  EXPECT_EQ(found.collectors, (std::vector{mayor, expert}));
  EXPECT_TRUE(found.ballots.empty());
}

TEST_F(VotesInTheArchive, of_a_secret_vote_voided_while_it_is_open_the_collectors_are_forgotten) {
  prepare({VoteKind::motion, VoteMode::secret});
  open();
  chamber.says(BallotIssued{first, ballot, expert, std::string(64, 'a')}, expert);
  chamber.says(VoteVoided{first, rivers, ballot, "برق رفت"});
  EXPECT_TRUE(vote().collectors.empty());
}

TEST_F(VotesInTheArchive, open_votes_and_prepared_ones_are_not_in_the_record) {
  prepare({});
  EXPECT_TRUE(votes().empty());
  open();
  EXPECT_TRUE(votes().empty());
}

TEST_F(VotesInTheArchive, of_a_closed_item_the_public_learns_no_vote) {
  chamber.says(ItemEdited{first, rivers, item("محرمانه", true)});
  prepare(candidates());
  open();
  close(elected());
  chamber.says(VoteVoided{first, rivers, ballot, "اشتباه"});
  chamber.says(MeetingClosed{first}).says(MinutesPublished{first});
  EXPECT_EQ(vote().void_reason, Reason("اشتباه"));
  const std::string json = to_json_text(record(Audience::public_));
  for (const char* secret : {"سرو", "کدام", "اشتباه"}) EXPECT_FALSE(holds(json, secret)) << secret;
}

TEST_F(VotesInTheArchive, a_rebuilt_archive_says_the_same) {
  const std::string digest(64, 'a');
  prepare(candidates());
  chamber.says(CandidateWithdrawn{first, ballot, 2});
  open();
  casts(mayor, Choice::approve, Marks{0, 1, 0});
  chamber.says(BallotIssued{first, ballot, expert, digest}, expert);
  chamber.says(HandsCounted{first, ballot, {1, 2, 0, {}}}, clerk);
  close(elected(), SecretCount{1, 1, digest});
  chamber.says(CountCorrected{first, rivers, ballot, {2, 1, 0, {}}, "جابه‌جا", elected()}, clerk);
  chamber.says(VoteVoided{first, rivers, ballot, "اشتباه"});
  const std::string before = to_json_text(record());
  rebuild(database);
  EXPECT_EQ(to_json_text(record()), before);
  const auto verification = verify(folder.file());
  EXPECT_TRUE(verification.good()) << verification.findings.front().sentence;
}

}  // namespace
}  // namespace talar::storage
