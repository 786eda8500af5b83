#include <algorithm>

#include "server/hall/record_life.hpp"
#include "tests/unit/hall/record_story.hpp"

namespace talar::hall {
namespace {

/// Held, and followed by another one right away.
Story held(std::uint64_t number) {
  const MeetingId id{1000 + number};
  const ItemId item{2000 + number};
  const auto count = static_cast<std::int64_t>(number);
  return {MeetingDrafted{id, {}},
          ItemAdded{id, item, {}, 0, content("گزارش")},
          MeetingConvened{id, count, 1},
          MemberArrived{id, mayor},
          MeetingOpened{id, mayor, {1, 3, 5, false}, Reason{"فوریت"}},
          MeetingClosed{id}};
}

TEST(Record, REC_1_it_stays_beside_the_next_meeting) {
  const auto scene = given(followed(written()));
  const Record& record = scene.state().records.at(meeting);
  EXPECT_EQ(record.number, 1);
  EXPECT_EQ(record.texts.at(report).text, "یک دو سه");
  EXPECT_EQ(record.texts.at(plan).version, 0) << "whatever may be written still";
  EXPECT_EQ(record.resolutions.size(), 1u);
  EXPECT_EQ(scene.seen_by(Audience::member).records.at(meeting).number, 1);
}

TEST(Record, REC_1_not_of_a_meeting_that_was_not_held) {
  const auto scene = given(followed(convened() + Story{MeetingNotHeld{meeting, {0, 3, 5, false}, {}}}));
  EXPECT_TRUE(scene.state().records.empty());
  scene.when(clerk, CirculateMinutes{meeting, {}}).then(RefusalCode::wrong_meeting_state, Args{{"state", "not_held"}});
}

/// The records of these meetings are at hand.
std::vector<std::uint64_t> at_hand(const Scene& scene) {
  std::vector<std::uint64_t> numbers;
  for (const auto& [id, record] : scene.state().records) numbers.push_back(static_cast<std::uint64_t>(record.number));
  std::ranges::sort(numbers);
  return numbers;
}

/// So many meetings one after the other; `then` happens in each that follows on the first ones, while it is open.
Scene meetings(std::uint64_t count, const std::map<std::uint64_t, Story>& then = {}) {
  auto scene = given(enrolled());
  for (std::uint64_t number = 1; number <= count; ++number) {
    Story story = held(number);
    if (const auto more = then.find(number); more != then.end())
      story.insert(story.end() - 1, more->second.begin(), more->second.end());
    scene.happens(story);
  }
  return scene;
}

/// In the meeting with this number the minutes of another are approved, perhaps sealed too.
Story approving(std::uint64_t number, std::uint64_t minutes) {
  return {MinutesApproved{MeetingId{1000 + minutes}, MeetingId{1000 + number}, ItemId{2000 + number}, {}, {mayor}}};
}
Story sealing(std::uint64_t number, std::uint64_t minutes) {
  return approving(number, minutes) + Story{MinutesSealed{MeetingId{1000 + minutes}, {1, digest, digest, 1}, {}}};
}

TEST(Record, REC_1_of_nine_the_first_that_is_sealed_is_forgotten) {
  EXPECT_EQ(at_hand(meetings(limits::records + 2)).size(), limits::records + 1) << "none is";
  EXPECT_EQ(at_hand(meetings(10, {{5, sealing(5, 4)}})), (std::vector<std::uint64_t>{1, 2, 3, 5, 6, 7, 8, 9}));
  EXPECT_EQ(at_hand(meetings(9, {{5, sealing(5, 4)}})).size(), 8u) << "as long as there is room it stays";
  EXPECT_EQ(at_hand(meetings(10, {{5, approving(5, 4)}})).size(), 9u) << "it waits for its seal";
}

TEST(Record, REC_1_of_twenty_seven_one_that_waits_for_its_seal_goes_before_one_that_was_never_approved) {
  const auto scene = meetings(unsealed_records + 3, {{5, approving(5, 4)}});
  const auto numbers = at_hand(scene);
  EXPECT_EQ(numbers.size(), unsealed_records);
  EXPECT_EQ(std::ranges::count(numbers, 4), 0) << "it was approved";
  EXPECT_EQ(std::ranges::count(numbers, 1), 0) << "then the earliest";
  EXPECT_EQ(std::ranges::count(numbers, 2), 1);
  scene.when(mayor, SignMinutes{MeetingId{1004}}).then(RefusalCode::minutes_frozen, "meeting");
  scene.when(clerk, CirculateMinutes{MeetingId{1001}, {}}).then(RefusalCode::no_such_meeting, "meeting");
  scene.when(clerk, AppendAddendum{MeetingId{1001}, "پیوست"}).then(RefusalCode::no_such_meeting, "meeting");
}

TEST(Record, REC_15_addenda_to_one_that_is_long_past) {
  const MeetingId past{1004};
  auto scene = meetings(10, {{5, sealing(5, 4) + Story{AddendumAppended{past, "پیوست"}}}});
  ASSERT_FALSE(scene.state().records.contains(past));
  scene.when(clerk, AppendAddendum{past, "پیوست"}).then({AddendumAppended{past, "پیوست"}});
  for (std::size_t i = 1; i < limits::addenda; ++i) scene.does(clerk, AppendAddendum{past, "پیوست"});
  scene.when(clerk, AppendAddendum{past, "پیوست"}).then(RefusalCode::too_many_addenda, Args{{"max", "50"}});
}

TEST(Record, REC_2_step_by_step) {
  const auto draft = given(written());
  for (const Command& early : {Command(SignMinutes{meeting}), Command(SealMinutes{meeting, {}, {}})}) {
    draft.when(mayor, early).then(RefusalCode::wrong_record_state, Args{{"state", "draft"}});
  }
  draft.when(clerk, AppendAddendum{meeting, "پیوست"}).then(RefusalCode::wrong_record_state);
  draft.when(ann, ProposeCorrection{meeting, instead("دو", "چهار")}).then(RefusalCode::wrong_record_state);
  const auto scene = given(approved());
  scene.when(clerk, CirculateMinutes{meeting, {}}).then(RefusalCode::wrong_record_state, Args{{"state", "approved"}});
  scene.when(mayor, ApproveMinutes{meeting, {}}).then(RefusalCode::wrong_record_state);
  scene.when(ann, ProposeCorrection{meeting, instead("دو", "چهار")}).then(RefusalCode::wrong_record_state);
}

TEST(Record, REC_3_minutes_are_circulated_when_the_meeting_has_closed) {
  given(open_meeting())
      .when(clerk, CirculateMinutes{meeting, {}})
      .then(RefusalCode::wrong_meeting_state, Args{{"state", "open"}});
  auto scene = given(written());
  scene.when(clerk, CirculateMinutes{meeting, Date{2023, 12, 28}})
      .then({MinutesCirculated{meeting, Date{2023, 12, 28}}});
  scene.does(clerk, CirculateMinutes{meeting, Date{2024, 1, 4}});
  const RecordView seen = scene.seen_by(Audience::member).records.at(meeting);
  EXPECT_EQ(seen.state, RecordState::circulated);
  EXPECT_EQ(seen.circulated_at, nine_o_clock);
  EXPECT_EQ(seen.corrections_until, (Date{2024, 1, 4}));
}

TEST(Record, REC_3_again_until_another_day_as_long_as_they_are_not_approved) {
  auto scene = given(written(), MinutesCirculated{meeting, Date{2023, 12, 29}});
  scene.after(minutes(24 * 60)).does(clerk, CirculateMinutes{meeting, Date{2024, 1, 4}});
  const RecordView seen = scene.seen_by(Audience::member).records.at(meeting);
  EXPECT_EQ(seen.circulated_at, scene.now());
  EXPECT_EQ(seen.corrections_until, (Date{2024, 1, 4}));
  scene.does(clerk, CirculateMinutes{meeting, {}});
  EXPECT_EQ(scene.seen_by(Audience::member).records.at(meeting).corrections_until, std::nullopt);
}

TEST(Record, REC_3_until_a_day_that_is_not_past) {
  given(written()).when(clerk, CirculateMinutes{meeting, Date{2023, 12, 27}}).then(RefusalCode::out_of_bounds, "until");
}

TEST(Record, REC_9_the_chair_approves_in_the_item_that_is_there_for_it) {
  auto scene = given(up_for_approval());
  scene.when(mayor, ApproveMinutes{meeting, {}}).then({approved_by_all()});
  scene.does(mayor, ApproveMinutes{meeting, {}});
  const RecordView seen = scene.seen_by(Audience::member).records.at(meeting);
  EXPECT_EQ(seen.state, RecordState::approved);
  EXPECT_EQ(seen.approved_at, nine_o_clock);
  EXPECT_EQ(seen.approved_in, next_meeting);
}

TEST(Record, REC_9_whether_it_was_circulated_or_not) {
  given(up_for_approval(circulated())).when(mayor, ApproveMinutes{meeting, {}}).then({approved_by_all()});
}

TEST(Record, REC_9_not_in_another_item_and_not_without_one) {
  const ItemId other{902};
  given(up_for_approval(), ItemAdded{next_meeting, other, {}, 1, content("گزارش")},
        ItemEnded{next_meeting, approval, ItemState::done, {}, {}}, ItemActivated{next_meeting, other})
      .when(mayor, ApproveMinutes{meeting, {}})
      .then(RefusalCode::not_up_for_approval, "meeting");
  given(followed(written())).when(mayor, ApproveMinutes{meeting, {}}).then(RefusalCode::wrong_meeting_state);
  given(up_for_approval(), ItemEnded{next_meeting, approval, ItemState::done, {}, {}})
      .when(mayor, ApproveMinutes{meeting, {}})
      .then(RefusalCode::no_active_item);
}

TEST(Record, REC_9_not_before_every_correction_is_answered) {
  auto scene = given(up_for_approval(circulated()));
  scene.happens({CorrectionProposed{meeting, correction, instead("دو", "چهار")}});
  scene.when(mayor, ApproveMinutes{meeting, {}}).then(RefusalCode::corrections_open, Args{{"open", "1"}});
  scene.happens({CorrectionDeclined{meeting, correction, "درست است"}});
  scene.when(mayor, ApproveMinutes{meeting, {}}).then({approved_by_all()});
}

TEST(Record, REC_9_a_vote_that_is_named_was_adopted_there) {
  const VoteOpened opening{next_meeting, approval, ballot, {mayor}, {}, VotingRules{}, {}, {}};
  auto scene = given(up_for_approval(), VotePrepared{next_meeting, approval, ballot, question()}, opening);
  scene.when(mayor, ApproveMinutes{meeting, ballot}).then(RefusalCode::vote_open);
  const VoteResult result{{1, 0, 0, 0}, 1, 1, Outcome::adopted};
  scene.happens({BallotCast{next_meeting, ballot, mayor, Choice::approve},
                 VoteClosed{next_meeting, approval, ballot, CloseCause::chair, result}});
  MinutesApproved decided = approved_by_all();
  decided.vote = ballot;
  scene.when(mayor, ApproveMinutes{meeting, ballot}).then({decided});
  scene.when(mayor, ApproveMinutes{meeting, VoteId{999}}).then(RefusalCode::no_such_vote, "vote");
}

TEST(Record, VOT_48_the_vote_that_approved_them_stays) {
  const VoteOpened opening{next_meeting, approval, ballot, {mayor}, {}, VotingRules{}, {}, {}};
  auto scene =
      given(up_for_approval(), VotePrepared{next_meeting, approval, ballot, question()}, opening,
            BallotCast{next_meeting, ballot, mayor, Choice::approve},
            VoteClosed{next_meeting, approval, ballot, CloseCause::chair, {{1, 0, 0, 0}, 1, 1, Outcome::adopted}});
  scene.when(mayor, VoidVote{ballot, "پرسش اشتباه"}).then({VoteVoided{next_meeting, approval, ballot, "پرسش اشتباه"}});
  scene.does(mayor, ApproveMinutes{meeting, ballot});
  scene.when(mayor, VoidVote{ballot, "پرسش اشتباه"}).then(RefusalCode::vote_in_use, "vote");
}

TEST(Record, REC_9_a_vote_that_was_lost_approves_nothing) {
  const VoteOpened opening{next_meeting, approval, ballot, {mayor}, {}, VotingRules{}, {}, {}};
  given(up_for_approval(), VotePrepared{next_meeting, approval, ballot, question()}, opening,
        VoteClosed{next_meeting, approval, ballot, CloseCause::chair, {{0, 0, 0, 1}, 0, 1, Outcome::rejected}})
      .when(mayor, ApproveMinutes{meeting, ballot})
      .then(RefusalCode::vote_not_adopted, "vote");
}

TEST(Record, REC_10_the_approval_writes_itself_into_the_minutes) {
  const auto scene = given(approved());
  const Entry& last = scene.current().record.entries.rbegin()->second;
  EXPECT_EQ(last.kind, EntryKind::minutes_approved);
  EXPECT_EQ(last.item, approval);
  EXPECT_EQ(last.meeting, meeting);
}

TEST(Record, MIN_9_approval_freezes_the_minutes) {
  const auto scene = given(approved());
  scene.when(clerk, WriteMinutes{report, "متن", 1}).then(RefusalCode::minutes_frozen, "item");
  scene.when(clerk, EditResolution{decree, resolution_of("نو")}).then(RefusalCode::minutes_frozen, "resolution");
}

TEST(Record, MIN_12_a_resolution_of_the_last_meeting_is_edited_but_for_its_vote) {
  auto scene = given(followed(written()));
  ResolutionContent content = resolution_of("نو");
  scene.when(clerk, EditResolution{decree, content}).then({ResolutionEdited{meeting, decree, content}});
  scene.does(clerk, EditResolution{decree, content});
  EXPECT_EQ(scene.state().records.at(meeting).resolutions.at(decree).content, content);
  content.vote = ballot;
  scene.when(clerk, EditResolution{decree, content}).then(RefusalCode::no_such_vote, "content.vote");
}

TEST(Record, REC_16_those_inside_see_how_far_it_has_come) {
  auto scene = given(approved() + signed_by({ann}));
  for (const Audience audience : {Audience::member, Audience::staff}) {
    const RecordView seen = scene.seen_by(audience).records.at(meeting);
    EXPECT_EQ(seen.signers, (std::vector<PersonId>{mayor, vice, ann, cyrus, dana}));
    EXPECT_EQ(seen.signatures, (std::map<PersonId, Instant>{{ann, nine_o_clock}}));
  }
  EXPECT_TRUE(scene.seen_by(Audience::public_).records.empty());
  EXPECT_TRUE(scene.seen_by(Audience::display).records.empty());
}

TEST(Record, REC_16_the_current_meetings_too_unless_it_was_not_held) {
  EXPECT_EQ(given(convened()).seen_by(Audience::member).records.at(meeting).state, RecordState::draft);
  EXPECT_TRUE(given(drafted()).seen_by(Audience::staff).records.empty());
  const Story not_held = convened() + Story{MeetingNotHeld{meeting, {0, 3, 5, false}, {}}};
  EXPECT_TRUE(given(not_held).seen_by(Audience::staff).records.empty());
}

}  // namespace
}  // namespace talar::hall
