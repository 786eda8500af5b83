#include "tests/unit/hall/given.hpp"

namespace talar::hall {
namespace {

Story adopted() {
  return voting() +
         Story{BallotCast{meeting, ballot, ann, Choice::approve},
               VoteClosed{meeting, report, ballot, CloseCause::chair, {{1, 0, 0, 3}, 1, 1, Outcome::adopted}}};
}

Story followed() {
  return Story{MeetingDrafted{next_meeting, {}}, ItemAdded{next_meeting, ItemId{900}, {}, 0, content("گزارش")},
               MeetingConvened{next_meeting, 2, 1}};
}

ResolutionContent voted(VoteId vote) {
  return {"کارگروه‌ها تشکیل شوند.", vote, {}, {}};
}

std::vector<EntryKind> kinds(const Scene& scene) {
  std::vector<EntryKind> all;
  for (const auto& [seq, entry] : scene.current().record.entries) all.push_back(entry.kind);
  return all;
}

TEST(MinutesRules, MIN_1_the_first_text_is_version_one) {
  given(discussing()).when(clerk, WriteMinutes{report, "متن", 0}).then({MinutesWritten{meeting, report, "متن", 1}});
}

TEST(MinutesRules, MIN_1_a_text_is_written_onto_the_version_it_came_from) {
  const auto scene = given(discussing(), MinutesWritten{meeting, report, "متن", 1});
  scene.when(clerk, WriteMinutes{report, "متن دوم", 1}).then({MinutesWritten{meeting, report, "متن دوم", 2}});
  scene.when(clerk, WriteMinutes{report, "متن دیگر", 0}).then(RefusalCode::stale_text, Args{{"version", "1"}});
  scene.when(clerk, WriteMinutes{report, "متن دیگر", 2}).then(RefusalCode::stale_text, "version");
}

TEST(MinutesRules, MIN_1_the_view_says_who_wrote_when) {
  auto scene = given(discussing());
  scene.after(minutes(3)).does(clerk, WriteMinutes{report, "متن", 0});
  EXPECT_EQ(scene.seen_by(Audience::member).minutes->texts.at(report),
            (TextView{{{1, "متن"}}, 1, nine_o_clock + minutes(3), clerk, {}, {}}));
}

TEST(MinutesRules, MIN_2_texts_are_written_from_convening_until_they_are_frozen) {
  for (const Story& story :
       {convened(), open_meeting(), open_meeting() + Story{RecessCalled{meeting, {}}}, closed_meeting()}) {
    given(story).when(clerk, WriteMinutes{plan, "متن", 0}).then({MinutesWritten{meeting, plan, "متن", 1}});
  }
  given(drafted()).when(clerk, WriteMinutes{plan, "متن", 0}).then(RefusalCode::wrong_meeting_state);
}

TEST(MinutesRules, MIN_2_not_for_a_meeting_that_was_not_held) {
  given(convened(), MeetingNotHeld{meeting, {0, 3, 5, false}, "نبود حد نصاب"})
      .when(clerk, WriteMinutes{plan, "متن", 0})
      .then(RefusalCode::wrong_meeting_state, Args{{"state", "not_held"}});
}

TEST(MinutesRules, MIN_2_a_text_may_be_emptied) {
  given(discussing(), MinutesWritten{meeting, report, "متن", 1})
      .when(clerk, WriteMinutes{report, "", 1})
      .then({MinutesWritten{meeting, report, "", 2}});
}

TEST(MinutesRules, MIN_3_resolutions_are_numbered) {
  auto scene = given(discussing());
  scene.when(clerk, AdoptResolution{report, resolution_of("متن")})
      .then({ResolutionAdopted{meeting, report, fresh<ResolutionId>(), 1, resolution_of("متن")}});
  scene.happens({ResolutionAdopted{meeting, report, decree, 1, resolution_of("متن")}});
  scene.when(mayor, AdoptResolution{report, resolution_of("متن")})
      .then({ResolutionAdopted{meeting, report, fresh<ResolutionId>(), 2, resolution_of("متن")}});
}

TEST(MinutesRules, MIN_3_through_the_term) {
  auto scene = given(discussing(), ResolutionAdopted{meeting, report, decree, 1, resolution_of("متن")},
                     ItemEnded{meeting, report, ItemState::done, {}, {}}, MeetingClosed{meeting});
  scene.happens(followed())
      .happens({MeetingOpened{next_meeting, mayor, {}, Reason{"فوریت"}}, ItemActivated{next_meeting, ItemId{900}}});
  scene.when(clerk, AdoptResolution{ItemId{900}, resolution_of("متن")})
      .then({ResolutionAdopted{next_meeting, ItemId{900}, fresh<ResolutionId>(), 2, resolution_of("متن")}});
}

TEST(MinutesRules, MIN_3_two_hundred_in_a_meeting_are_enough) {
  auto scene = given(discussing());
  for (std::int64_t n = 1; n <= static_cast<std::int64_t>(limits::resolutions_per_meeting); ++n) {
    scene.happens(
        {ResolutionAdopted{meeting, report, ResolutionId{static_cast<std::uint64_t>(n)}, n, resolution_of("متن")}});
  }
  scene.when(clerk, AdoptResolution{report, resolution_of("متن")})
      .then(RefusalCode::too_many_resolutions, Args{{"max", "200"}});
}

TEST(MinutesRules, MIN_4_a_resolution_needs_an_item_that_was_taken_up) {
  given(discussing())
      .when(clerk, AdoptResolution{plan, resolution_of("متن")})
      .then(RefusalCode::wrong_item_state, Args{{"state", "planned"}});
  given(closed_meeting())
      .when(clerk, AdoptResolution{report, resolution_of("متن")})
      .then({ResolutionAdopted{meeting, report, fresh<ResolutionId>(), 1, resolution_of("متن")}});
}

TEST(MinutesRules, MIN_4_and_a_meeting_that_has_opened) {
  given(convened())
      .when(clerk, AdoptResolution{report, resolution_of("متن")})
      .then(RefusalCode::wrong_meeting_state, Args{{"state", "convened"}});
}

TEST(MinutesRules, MIN_5_a_resolution_names_its_vote) {
  given(adopted())
      .when(clerk, AdoptResolution{report, voted(ballot)})
      .then({ResolutionAdopted{meeting, report, fresh<ResolutionId>(), 1, voted(ballot)}});
}

TEST(MinutesRules, MIN_5_the_vote_is_of_the_same_item) {
  given(adopted(), ItemEnded{meeting, report, ItemState::done, {}, {}}, ItemActivated{meeting, plan})
      .when(clerk, AdoptResolution{plan, voted(ballot)})
      .then(RefusalCode::no_such_vote, "content.vote");
  given(adopted())
      .when(clerk, AdoptResolution{report, voted(VoteId{999})})
      .then(RefusalCode::no_such_vote, "content.vote");
}

TEST(MinutesRules, MIN_5_the_vote_was_adopted) {
  given(voting())
      .when(clerk, AdoptResolution{report, voted(ballot)})
      .then(RefusalCode::vote_not_adopted, "content.vote");
  given(voting(), VoteClosed{meeting, report, ballot, CloseCause::chair, {{0, 0, 0, 4}, 0, 1, Outcome::rejected}})
      .when(clerk, AdoptResolution{report, voted(ballot)})
      .then(RefusalCode::vote_not_adopted, "content.vote");
}

TEST(MinutesRules, MIN_6_its_group_is_one_of_the_halls_at_work) {
  const HallId group{"g-0000000001"};
  ResolutionContent content = resolution_of("متن");
  content.group = group;
  auto scene = given(discussing());
  scene.when(clerk, AdoptResolution{report, content}).then(RefusalCode::no_such_group, "content.group");
  scene.happens({GroupFounded{group, "کارگروه", {}, {member(ann)}, LetterId{1}}});
  scene.when(clerk, AdoptResolution{report, content})
      .then({ResolutionAdopted{meeting, report, fresh<ResolutionId>(), 1, content}});
  scene.happens({GroupDissolved{group}});
  scene.when(clerk, AdoptResolution{report, content}).then(RefusalCode::group_dissolved, "content.group");
}

TEST(MinutesRules, MIN_6_whoever_has_left_may_stand_in_it_still) {
  ResolutionContent content = resolution_of("متن");
  content.responsible = {ben};
  auto scene = given(discussing(), ResolutionAdopted{meeting, report, decree, 1, content}, MemberRemoved{ben});
  content.text = "متن دیگر";
  scene.when(clerk, EditResolution{decree, content}).then({ResolutionEdited{meeting, decree, content}});
}

TEST(MinutesRules, MIN_6_those_responsible_are_members) {
  ResolutionContent content = resolution_of("متن");
  content.responsible = {ann, nobody};
  content.due = Date{2024, 2, 1};
  given(discussing())
      .when(clerk, AdoptResolution{report, content})
      .then(RefusalCode::no_such_person, "content.responsible.1");
  content.responsible = {ann, guest};
  given(discussing())
      .when(clerk, AdoptResolution{report, content})
      .then({ResolutionAdopted{meeting, report, fresh<ResolutionId>(), 1, content}});
}

TEST(MinutesRules, MIN_7_minutes_of_a_closed_meeting_are_published) {
  auto scene = given(closed_meeting());
  scene.when(clerk, PublishMinutes{meeting}).then({MinutesPublished{meeting}});
  scene.does(clerk, PublishMinutes{meeting});
  EXPECT_TRUE(scene.meeting_seen_by(Audience::public_).minutes_published);
}

TEST(MinutesRules, MIN_7_once) {
  given(closed_meeting(), MinutesPublished{meeting})
      .when(clerk, PublishMinutes{meeting})
      .then(RefusalCode::minutes_already_published);
  given(closed_meeting() + Story{MinutesPublished{meeting}} + followed())
      .when(clerk, PublishMinutes{meeting})
      .then(RefusalCode::minutes_already_published);
}

TEST(MinutesRules, MIN_7_also_when_the_next_meeting_has_approved_them) {
  auto scene = given(closed_meeting() + followed());
  scene.when(clerk, PublishMinutes{meeting}).then({MinutesPublished{meeting}});
  scene.does(clerk, PublishMinutes{meeting})
      .when(clerk, PublishMinutes{meeting})
      .then(RefusalCode::minutes_already_published);
}

TEST(MinutesRules, MIN_7_not_before_the_end_and_not_of_what_was_not_held) {
  given(open_meeting())
      .when(clerk, PublishMinutes{meeting})
      .then(RefusalCode::wrong_meeting_state, Args{{"state", "open"}});
  const Story not_held = convened() + Story{MeetingNotHeld{meeting, {0, 3, 5, false}, "نبود حد نصاب"}};
  given(not_held).when(clerk, PublishMinutes{meeting}).then(RefusalCode::wrong_meeting_state);
  given(not_held + followed()).when(clerk, PublishMinutes{meeting}).then(RefusalCode::wrong_meeting_state);
}

TEST(MinutesRules, MIN_8_what_happens_writes_itself) {
  using enum EntryKind;
  auto scene = given(convened());
  scene.does(ann, CheckIn{})
      .does(clerk, RecordAbsence{ben, AbsenceKind::excused, "سفر"})
      .does(mayor, OpenMeeting{Reason{"فوریت"}});
  scene.does(mayor, ActivateItem{report}).does(mayor, GiveFloorTo{ann, SpeechKind::speech}).does(mayor, EndTurn{});
  scene.happens({VotePrepared{meeting, report, ballot, question()}}).does(mayor, OpenVote{ballot});
  scene.does(mayor, CloseVote{ballot}).does(clerk, AdoptResolution{report, resolution_of("متن")});
  scene.does(mayor, EndItem{}).does(mayor, DeferItem{plan, {}}).does(mayor, WithdrawItem{payroll, {}});
  scene.does(mayor, CallRecess{}).does(mayor, HandChair{vice}).does(vice, ResumeMeeting{});
  scene.does(ann, CheckOut{}).does(vice, CloseMeeting{});
  EXPECT_EQ(kinds(scene), (std::vector{arrived, absence_excused, meeting_opened, item_started, turn, vote, resolution,
                                       item_done, item_deferred, item_withdrawn, recess_called, chair_handed,
                                       meeting_resumed, departed, meeting_closed}));
}

TEST(MinutesRules, MIN_8_a_line_says_who_where_and_how_long) {
  auto scene = given(discussing());
  scene.does(mayor, GiveFloorTo{ann, SpeechKind::reply}).after(seconds(45)).does(mayor, EndTurn{});
  Entry expected;
  expected.kind = EntryKind::turn;
  expected.at = nine_o_clock + seconds(45);
  expected.item = report;
  expected.person = ann;
  expected.speech = SpeechKind::reply;
  expected.spoken = seconds(45);
  const MinutesView minutes = *scene.seen_by(Audience::member).minutes;
  EXPECT_EQ(minutes.entries.at(scene.state().seq), expected);
}

TEST(MinutesRules, MIN_8_of_ten_thousand_lines_the_last_thousand_are_not_for_coming_and_going) {
  State state = given(open_meeting()).state();
  const auto happens = [&](const Event& event) { apply(state, {state.seq + 1, nine_o_clock, {}, {}, event}); };
  const auto lines = [&] { return state.meetings.at(meeting).record.entries.size(); };
  for (std::size_t i = 0; i < limits::ordinary_entries; ++i)
    happens(i % 2 == 0 ? Event(MemberDeparted{meeting, ann}) : Event(MemberArrived{meeting, ann}));
  EXPECT_EQ(lines(), limits::ordinary_entries);
  for (std::size_t i = limits::ordinary_entries; i < limits::entries_per_meeting; ++i)
    happens(i % 2 == 0 ? Event(RecessCalled{meeting, {}}) : Event(MeetingResumed{meeting}));
  EXPECT_EQ(lines(), limits::entries_per_meeting);
  happens(RecessCalled{meeting, {}});
  EXPECT_EQ(lines(), limits::entries_per_meeting);
  check(state);
}

TEST(MinutesRules, MIN_9_a_meeting_that_another_one_follows_adopts_no_more_resolutions) {
  given(closed_meeting() + followed())
      .when(clerk, AdoptResolution{report, resolution_of("متن")})
      .then(RefusalCode::minutes_frozen, "item");
}

TEST(MinutesRules, MIN_9_what_was_said_before_is_not_in_the_next_meetings_view) {
  const auto scene = given(adopted() +
                           Story{ResolutionAdopted{meeting, report, decree, 1, resolution_of("متن")},
                                 ItemEnded{meeting, report, ItemState::done, {}, {}}, MeetingClosed{meeting}} +
                           followed());
  const View seen = scene.seen_by(Audience::staff);
  EXPECT_TRUE(seen.votes.empty());
  EXPECT_TRUE(seen.resolutions.empty());
  EXPECT_TRUE(seen.minutes->entries.empty());
  EXPECT_FALSE(seen.meetings.contains(meeting));
}

TEST(MinutesRules, MIN_10_minutes_so_far_are_for_those_inside) {
  const auto scene = given(discussing(), MinutesWritten{meeting, report, "متن", 1});
  EXPECT_EQ(scene.seen_by(Audience::member).minutes->texts.size(), 1u);
  EXPECT_EQ(scene.seen_by(Audience::staff).minutes->texts.size(), 1u);
  EXPECT_EQ(scene.seen_by(Audience::public_).minutes, std::nullopt);
  EXPECT_EQ(scene.seen_by(Audience::display).minutes, std::nullopt);
}

TEST(MinutesRules, MIN_10_resolutions_are_public_when_adopted) {
  const auto scene = given(discussing(), ResolutionAdopted{meeting, report, decree, 1, resolution_of("متن")});
  for (const Audience audience : {Audience::public_, Audience::member, Audience::staff, Audience::display}) {
    EXPECT_EQ(scene.seen_by(audience).resolutions.at(decree).number, 1);
  }
}

TEST(MinutesRules, MIN_11_a_message_is_shown_until_it_is_cleared) {
  auto scene = given(enrolled());
  scene.when(clerk, PostMessage{"پذیرایی در ایوان"}).then({MessagePosted{"پذیرایی در ایوان"}});
  scene.does(clerk, PostMessage{"پذیرایی"}).does(mayor, PostMessage{"پذیرایی در ایوان"});
  EXPECT_EQ(scene.seen_by(Audience::display).message, (MessageView{"پذیرایی در ایوان", nine_o_clock}));
  scene.does(clerk, ClearMessage{});
  EXPECT_EQ(scene.seen_by(Audience::display).message, std::nullopt);
}

TEST(MinutesRules, MIN_11_without_a_message_there_is_none_to_clear) {
  given(enrolled()).when(clerk, ClearMessage{}).then(RefusalCode::no_message);
}

TEST(MinutesRules, MIN_12_a_resolution_is_edited_until_it_is_frozen) {
  auto scene = given(adopted(), ResolutionAdopted{meeting, report, decree, 1, resolution_of("متن")});
  scene.when(clerk, EditResolution{decree, voted(ballot)}).then({ResolutionEdited{meeting, decree, voted(ballot)}});
  scene.does(clerk, EditResolution{decree, voted(ballot)}).does(mayor, CloseMeeting{});
  EXPECT_EQ(scene.seen_by(Audience::public_).resolutions.at(decree).content, voted(ballot));
  scene.when(clerk, EditResolution{decree, resolution_of("نو")})
      .then({ResolutionEdited{meeting, decree, resolution_of("نو")}});
}

TEST(MinutesRules, MIN_12_what_it_names_is_looked_at_again) {
  ResolutionContent content = resolution_of("متن");
  content.responsible = {nobody};
  const auto scene = given(voting(), ResolutionAdopted{meeting, report, decree, 1, resolution_of("متن")});
  scene.when(clerk, EditResolution{decree, content}).then(RefusalCode::no_such_person, "content.responsible.0");
  scene.when(clerk, EditResolution{decree, voted(ballot)}).then(RefusalCode::vote_not_adopted, "content.vote");
}

TEST(MinutesRules, ROL_6_minutes_of_what_is_not_there) {
  given(open_meeting())
      .when(clerk, EditResolution{decree, resolution_of("متن")})
      .then(RefusalCode::no_such_resolution, "resolution");
  given(open_meeting()).when(clerk, PublishMinutes{next_meeting}).then(RefusalCode::no_such_meeting, "meeting");
}

}  // namespace
}  // namespace talar::hall
