#include "tests/unit/hall/given.hpp"

namespace talar::hall {
namespace {

const MeetingContent thursday{Title{"فوق‌العاده"}, nine_o_clock, 90, "تالار گفتگو"};

Story second_draft() {
  return {MeetingDrafted{next_meeting, thursday}, ItemAdded{next_meeting, ItemId{900}, {}, 0, content("گزارش")}};
}

/// mayor and vice are there: two of the three that five voters need.
Story too_few() {
  return convened() + Story{MemberArrived{meeting, mayor}, MemberArrived{meeting, vice}};
}

TEST(MeetingRules, MTG_1_a_meeting_is_drafted) {
  given(enrolled()).when(clerk, DraftMeeting{thursday}).then({MeetingDrafted{fresh<MeetingId>(), thursday}});
}

TEST(MeetingRules, MTG_1_twenty_drafts_are_enough) {
  auto scene = given(enrolled());
  for (std::uint64_t id = 1; id <= limits::drafts; ++id) scene.happens({MeetingDrafted{MeetingId{id}, thursday}});
  scene.when(clerk, DraftMeeting{thursday}).then(RefusalCode::too_many_drafts, Args{{"max", "20"}});
}

TEST(MeetingRules, MTG_1_the_current_meeting_is_no_draft) {
  auto scene = given(convened());
  for (std::uint64_t id = 1; id < limits::drafts; ++id) scene.happens({MeetingDrafted{MeetingId{id}, thursday}});
  scene.when(clerk, DraftMeeting{thursday}).then({MeetingDrafted{fresh<MeetingId>(), thursday}});
}

TEST(MeetingRules, MTG_1_title_time_and_place_change_until_it_opens) {
  given(drafted()).when(clerk, EditMeeting{meeting, thursday}).then({MeetingEdited{meeting, thursday}});
  given(convened()).when(clerk, EditMeeting{meeting, thursday}).then({MeetingEdited{meeting, thursday}});
  given(open_meeting()).when(clerk, EditMeeting{meeting, thursday}).then(RefusalCode::wrong_meeting_state);
}

TEST(MeetingRules, MTG_1_a_draft_is_discarded_with_what_is_in_it) {
  auto scene = given(drafted());
  scene.when(clerk, DiscardDraft{meeting}).then({DraftDiscarded{meeting}});
  scene.does(clerk, DiscardDraft{meeting});
  EXPECT_EQ(scene.state().meetings.size(), 0u);
  EXPECT_TRUE(scene.seen_by(Audience::staff).items.empty());
}

TEST(MeetingRules, MTG_1_a_convened_meeting_is_not_discarded) {
  given(convened())
      .when(clerk, DiscardDraft{meeting})
      .then(RefusalCode::wrong_meeting_state, Args{{"state", "convened"}});
}

TEST(MeetingRules, MTG_2_another_is_not_convened_before_the_end) {
  for (const Story& story : {convened(), open_meeting()}) {
    given(story + second_draft())
        .when(clerk, ConveneMeeting{next_meeting})
        .then(RefusalCode::another_meeting_is_current);
  }
}

TEST(MeetingRules, MTG_2_an_ended_meeting_stays_current_until_the_next) {
  auto scene = given(closed_meeting() + second_draft());
  EXPECT_EQ(scene.state().current, meeting);
  scene.does(clerk, ConveneMeeting{next_meeting});
  EXPECT_EQ(scene.state().current, next_meeting);
  EXPECT_EQ(scene.state().meetings.size(), 1u);
}

TEST(MeetingRules, MTG_2_a_meeting_not_held_makes_way_too) {
  auto scene = given(convened() + second_draft());
  scene.does(clerk, DeclareNotHeld{"نبود حد نصاب"});
  scene.when(clerk, ConveneMeeting{next_meeting}).then({MeetingConvened{next_meeting, 2, 1}});
}

TEST(MeetingRules, MTG_3_an_empty_agenda_convenes_nobody) {
  given(enrolled(), MeetingDrafted{meeting, thursday})
      .when(clerk, ConveneMeeting{meeting})
      .then(RefusalCode::agenda_empty);
}

TEST(MeetingRules, MTG_3_an_agenda_of_withdrawn_items_is_empty) {
  given(enrolled() + second_draft(), ItemEnded{next_meeting, ItemId{900}, ItemState::withdrawn, {}, {}})
      .when(clerk, ConveneMeeting{next_meeting})
      .then(RefusalCode::agenda_empty);
}

TEST(MeetingRules, MTG_4_the_first_meeting_is_number_one) {
  given(drafted()).when(clerk, ConveneMeeting{meeting}).then({MeetingConvened{meeting, 1, 1}});
}

TEST(MeetingRules, MTG_4_numbers_count_up) {
  given(closed_meeting() + second_draft())
      .when(mayor, ConveneMeeting{next_meeting})
      .then({MeetingConvened{next_meeting, 2, 1}});
}

TEST(MeetingRules, MTG_4_a_discarded_draft_had_no_number) {
  given(drafted() + second_draft(), DraftDiscarded{meeting})
      .when(clerk, ConveneMeeting{next_meeting})
      .then({MeetingConvened{next_meeting, 1, 1}});
}

TEST(MeetingRules, MTG_5_the_quorum_counts_those_present_who_vote) {
  EXPECT_EQ(given(convened()).meeting_seen_by(Audience::public_).quorum, (Quorum{0, 3, 5, false}));
  EXPECT_EQ(given(too_few()).meeting_seen_by(Audience::public_).quorum, (Quorum{2, 3, 5, false}));
  EXPECT_EQ(given(open_meeting()).meeting_seen_by(Audience::public_).quorum, (Quorum{4, 3, 5, true}));
}

TEST(MeetingRules, MTG_5_guests_and_those_without_a_vote_do_not_count) {
  const auto scene =
      given(too_few(), MemberArrived{meeting, dana}, MemberArrived{meeting, guest}, MemberArrived{meeting, clerk});
  EXPECT_EQ(scene.meeting_seen_by(Audience::member).quorum, (Quorum{2, 3, 5, false}));
}

TEST(MeetingRules, MTG_5_the_quorum_lives_through_the_meeting) {
  auto scene = given(open_meeting(), MemberDeparted{meeting, vice}, MemberDeparted{meeting, ann});
  EXPECT_EQ(scene.meeting_seen_by(Audience::display).quorum, (Quorum{2, 3, 5, false}));
  EXPECT_EQ(scene.current().state, MeetingState::open);
}

TEST(MeetingRules, MTG_5_two_thirds_of_five_are_four) {
  Charter strict = charter();
  strict.quorum = {2, 3, Comparison::at_least};
  const auto scene = given(convened(), CharterAmended{strict});
  EXPECT_EQ(scene.meeting_seen_by(Audience::member).quorum.needed, 4);
}

TEST(MeetingRules, MTG_5_nobody_is_never_a_quorum) {
  Charter any = charter();
  any.quorum = {1, 2, Comparison::at_least};
  const auto scene = given(founded(), CharterAmended{any}, MeetingDrafted{meeting, thursday});
  EXPECT_EQ(scene.seen_by(Audience::staff).meetings.at(meeting).quorum, (Quorum{0, 1, 0, false}));
}

TEST(MeetingRules, MTG_6_it_opens_with_a_quorum) {
  given(too_few(), MemberArrived{meeting, ann})
      .when(mayor, OpenMeeting{})
      .then({MeetingOpened{meeting, mayor, {3, 3, 5, true}, {}}});
}

TEST(MeetingRules, MTG_6_it_does_not_open_without) {
  given(too_few())
      .when(mayor, OpenMeeting{})
      .then(RefusalCode::quorum_missing, Args{{"present", "2"}, {"needed", "3"}});
}

TEST(MeetingRules, MTG_6_the_chair_opens_with_a_reason) {
  given(too_few())
      .when(mayor, OpenMeeting{Reason{"فوریت"}})
      .then({MeetingOpened{meeting, mayor, {2, 3, 5, false}, Reason{"فوریت"}}});
}

TEST(MeetingRules, MTG_6_a_reason_without_need_is_refused) {
  given(too_few(), MemberArrived{meeting, ann}).when(mayor, OpenMeeting{Reason{"فوریت"}}).then(RefusalCode::quorum_met);
}

TEST(MeetingRules, MTG_6_whoever_presides_opens) {
  given(too_few(), MemberArrived{meeting, ann}, ChairHanded{vice})
      .when(vice, OpenMeeting{})
      .then({MeetingOpened{meeting, vice, {3, 3, 5, true}, {}}});
}

TEST(MeetingRules, MTG_6_the_view_says_when_and_why) {
  auto scene = given(too_few());
  scene.after(minutes(30)).does(mayor, OpenMeeting{Reason{"فوریت"}});
  const MeetingView seen = scene.meeting_seen_by(Audience::public_);
  EXPECT_EQ(seen.state, MeetingState::open);
  EXPECT_EQ(seen.opened_at, nine_o_clock + minutes(30));
  EXPECT_EQ(seen.override_reason, Reason{"فوریت"});
}

TEST(MeetingRules, MTG_7_without_quorum_it_is_not_held) {
  given(too_few())
      .when(clerk, DeclareNotHeld{"نبود حد نصاب"})
      .then({MeetingNotHeld{meeting, {2, 3, 5, false}, "نبود حد نصاب"}});
}

TEST(MeetingRules, MTG_7_with_a_quorum_it_is) {
  given(too_few(), MemberArrived{meeting, ann}).when(clerk, DeclareNotHeld{"باران"}).then(RefusalCode::quorum_met);
}

TEST(MeetingRules, MTG_7_an_open_meeting_is_being_held) {
  given(open_meeting()).when(clerk, DeclareNotHeld{"باران"}).then(RefusalCode::wrong_meeting_state);
}

TEST(MeetingRules, MTG_8_a_recess_says_until_when) {
  given(open_meeting()).when(mayor, CallRecess{15}).then({RecessCalled{meeting, nine_o_clock + minutes(15)}});
  given(open_meeting()).when(mayor, CallRecess{}).then({RecessCalled{meeting, {}}});
}

TEST(MeetingRules, MTG_8_a_recess_pauses_the_turn) {
  given(discussing(), TurnStarted{meeting, report, first, ann, SpeechKind::speech, seconds(180)})
      .when(mayor, CallRecess{})
      .then({TurnPaused{meeting, report, first}, RecessCalled{meeting, {}}});
}

TEST(MeetingRules, MTG_8_a_turn_that_stands_is_not_paused_again) {
  given(discussing(), TurnStarted{meeting, report, first, ann, SpeechKind::speech, seconds(180)},
        TurnPaused{meeting, report, first})
      .when(mayor, CallRecess{})
      .then({RecessCalled{meeting, {}}});
}

TEST(MeetingRules, MTG_8_the_turn_does_not_go_on_by_itself) {
  auto scene = given(discussing(), TurnStarted{meeting, report, first, ann, SpeechKind::speech, seconds(180)});
  scene.does(mayor, CallRecess{}).after(minutes(10)).does(mayor, ResumeMeeting{});
  EXPECT_TRUE(scene.current().turn->paused_at);
  scene.when(mayor, ResumeTurn{}).then({TurnResumed{meeting, report, first}});
}

TEST(MeetingRules, MTG_8_no_recess_during_a_vote) {
  given(voting()).when(mayor, CallRecess{}).then(RefusalCode::vote_open);
}

TEST(MeetingRules, MTG_8_the_view_shows_a_recess_while_it_lasts) {
  auto scene = given(open_meeting());
  scene.does(mayor, CallRecess{20});
  EXPECT_EQ(scene.meeting_seen_by(Audience::public_).recess_since, nine_o_clock);
  EXPECT_EQ(scene.meeting_seen_by(Audience::public_).recess_until, nine_o_clock + minutes(20));
  scene.does(mayor, ResumeMeeting{});
  EXPECT_EQ(scene.meeting_seen_by(Audience::public_).recess_since, std::nullopt);
  EXPECT_EQ(scene.meeting_seen_by(Audience::public_).recess_until, std::nullopt);
}

TEST(MeetingRules, MTG_9_closing_ends_what_runs) {
  auto scene = given(discussing());
  scene.happens({TurnStarted{meeting, report, first, ann, SpeechKind::speech, seconds(180)}}).after(seconds(40));
  scene.when(mayor, CloseMeeting{})
      .then({TurnEnded{meeting, report, first, ann, SpeechKind::speech, seconds(40), seconds(180)},
             ItemEnded{meeting, report, ItemState::done, seconds(40), {}}, MeetingClosed{meeting}});
}

TEST(MeetingRules, MTG_9_it_closes_from_a_recess) {
  given(open_meeting(), RecessCalled{meeting, {}}).when(mayor, CloseMeeting{}).then({MeetingClosed{meeting}});
}

TEST(MeetingRules, MTG_9_not_during_a_vote) {
  given(voting()).when(mayor, CloseMeeting{}).then(RefusalCode::vote_open);
}

TEST(MeetingRules, MTG_9_those_who_still_wait_stay_on_record) {
  auto scene = given(queueing());
  scene.does(mayor, CloseMeeting{});
  EXPECT_EQ(scene.current().items.at(report).queue.size(), 3u);
  EXPECT_EQ(scene.current().ended_at, nine_o_clock);
}

TEST(MeetingRules, MTG_10_the_refusal_says_the_state) {
  given(drafted()).when(mayor, OpenMeeting{}).then(RefusalCode::wrong_meeting_state, Args{});
  given(open_meeting()).when(mayor, OpenMeeting{}).then(RefusalCode::wrong_meeting_state, Args{{"state", "open"}});
  given(open_meeting()).when(mayor, ResumeMeeting{}).then(RefusalCode::wrong_meeting_state, Args{{"state", "open"}});
  given(convened()).when(mayor, CallRecess{}).then(RefusalCode::wrong_meeting_state, Args{{"state", "convened"}});
  given(convened()).when(mayor, CloseMeeting{}).then(RefusalCode::wrong_meeting_state, Args{{"state", "convened"}});
  given(closed_meeting()).when(mayor, CloseMeeting{}).then(RefusalCode::wrong_meeting_state, Args{{"state", "closed"}});
  given(convened())
      .when(clerk, ConveneMeeting{meeting})
      .then(RefusalCode::wrong_meeting_state, Args{{"state", "convened"}});
}

TEST(MeetingRules, ROL_6_a_meeting_that_is_not_there) {
  given(enrolled()).when(clerk, EditMeeting{meeting, thursday}).then(RefusalCode::no_such_meeting, "meeting");
  given(enrolled()).when(clerk, DiscardDraft{meeting}).then(RefusalCode::no_such_meeting, "meeting");
  given(enrolled()).when(clerk, ConveneMeeting{meeting}).then(RefusalCode::no_such_meeting, "meeting");
}

TEST(MeetingRules, STA_3_drafts_are_for_chair_and_staff) {
  const auto scene = given(drafted());
  EXPECT_EQ(scene.seen_by(Audience::staff).meetings.at(meeting).state, MeetingState::drafted);
  EXPECT_EQ(scene.seen_by(Audience::staff).items.size(), 5u);
  for (const Audience audience : {Audience::member, Audience::public_, Audience::display}) {
    EXPECT_TRUE(scene.seen_by(audience).meetings.empty());
    EXPECT_TRUE(scene.seen_by(audience).items.empty());
  }
}

}  // namespace
}  // namespace talar::hall
