#include "tests/unit/hall/given.hpp"

namespace talar::hall {
namespace {

TEST(PresenceRules, PRS_1_people_arrive_from_convening_to_the_end) {
  for (const Story& story : {convened(), open_meeting(), open_meeting() + Story{RecessCalled{meeting, {}}}}) {
    given(story).when(ben, CheckIn{}).then({MemberArrived{meeting, ben}});
  }
  given(drafted()).when(ben, CheckIn{}).then(RefusalCode::wrong_meeting_state);
  given(closed_meeting()).when(ben, CheckIn{}).then(RefusalCode::wrong_meeting_state, Args{{"state", "closed"}});
  given(closed_meeting()).when(ann, CheckOut{}).then(RefusalCode::wrong_meeting_state);
}

TEST(PresenceRules, PRS_1_guests_staff_and_chair_check_in_too) {
  for (const PersonId person : {mayor, dana, guest, clerk}) {
    given(convened()).when(person, CheckIn{}).then({MemberArrived{meeting, person}});
  }
}

TEST(PresenceRules, PRS_1_staff_record_arrivals_departures_and_excuses) {
  given(convened()).when(clerk, RecordArrival{ben}).then({MemberArrived{meeting, ben}});
  given(open_meeting()).when(clerk, RecordDeparture{ann}).then({MemberDeparted{meeting, ann}});
  given(convened())
      .when(clerk, RecordAbsence{ben, AbsenceKind::excused, "سفر"})
      .then({AbsenceRecorded{meeting, ben, AbsenceKind::excused, "سفر"}});
}

TEST(PresenceRules, PRS_1_each_meeting_begins_with_nobody_there) {
  const auto scene =
      given(closed_meeting(), MeetingDrafted{next_meeting, {}},
            ItemAdded{next_meeting, ItemId{900}, {}, 0, content("گزارش")}, MeetingConvened{next_meeting, 2, 1});
  EXPECT_EQ(scene.seen_by(Audience::member).people.at(ann).presence, Presence::absent);
  EXPECT_EQ(scene.seen_by(Audience::member).people.at(ann).arrived_at, std::nullopt);
}

TEST(PresenceRules, PRS_2_nobody_arrives_twice) {
  given(open_meeting()).when(ann, CheckIn{}).then(RefusalCode::already_present);
  given(open_meeting()).when(clerk, RecordArrival{ann}).then(RefusalCode::already_present);
}

TEST(PresenceRules, PRS_2_who_comes_back_is_present_with_the_new_time) {
  auto scene = given(open_meeting());
  scene.after(minutes(10)).does(ann, CheckOut{}).after(minutes(5)).does(ann, CheckIn{});
  const PersonView seen = scene.seen_by(Audience::public_).people.at(ann);
  EXPECT_EQ(seen.presence, Presence::present);
  EXPECT_EQ(seen.arrived_at, nine_o_clock + minutes(15));
  EXPECT_EQ(seen.departed_at, std::nullopt);
}

TEST(PresenceRules, PRS_3_only_who_is_present_leaves) {
  given(open_meeting()).when(ben, CheckOut{}).then(RefusalCode::not_present);
  given(open_meeting(), MemberDeparted{meeting, ann}).when(ann, CheckOut{}).then(RefusalCode::not_present);
}

TEST(PresenceRules, PRS_3_who_left_is_out_and_not_absent) {
  auto scene = given(open_meeting());
  scene.after(minutes(10)).does(ann, CheckOut{});
  const PersonView seen = scene.seen_by(Audience::public_).people.at(ann);
  EXPECT_EQ(seen.presence, Presence::out);
  EXPECT_EQ(seen.arrived_at, nine_o_clock);
  EXPECT_EQ(seen.departed_at, nine_o_clock + minutes(10));
}

TEST(PresenceRules, PRS_4_waiting_requests_go_with_the_person) {
  given(queueing())
      .when(ann, CheckOut{})
      .then({RequestWithdrawn{meeting, report, first}, MemberDeparted{meeting, ann}});
}

TEST(PresenceRules, PRS_4_in_every_item) {
  given(queueing(), ItemEnded{meeting, report, ItemState::done, {}, {}}, ItemActivated{meeting, plan},
        FloorRequested{meeting, plan, RequestId{499}, ann, SpeechKind::speech, {}})
      .when(ann, CheckOut{})
      .then({RequestWithdrawn{meeting, report, first}, RequestWithdrawn{meeting, plan, RequestId{499}},
             MemberDeparted{meeting, ann}});
}

TEST(PresenceRules, PRS_4_the_speakers_turn_ends_before) {
  auto scene = given(queueing(), TurnStarted{meeting, report, first, ann, SpeechKind::speech, seconds(180)});
  scene.after(seconds(30))
      .when(clerk, RecordDeparture{ann})
      .then({TurnEnded{meeting, report, first, ann, SpeechKind::speech, seconds(30), seconds(180)},
             MemberDeparted{meeting, ann}});
}

TEST(PresenceRules, PRS_4_a_turn_of_somebody_else_goes_on) {
  given(queueing(), TurnStarted{meeting, report, first, ann, SpeechKind::speech, seconds(180)})
      .when(dana, CheckOut{})
      .then({MemberDeparted{meeting, dana}});
}

TEST(PresenceRules, PRS_5_arriving_ends_the_excuse) {
  auto scene = given(open_meeting(), AbsenceRecorded{meeting, ben, AbsenceKind::excused, "ترافیک"});
  EXPECT_EQ(scene.seen_by(Audience::staff).people.at(ben).presence, Presence::excused);
  scene.does(ben, CheckIn{});
  EXPECT_EQ(scene.seen_by(Audience::staff).people.at(ben).presence, Presence::present);
  EXPECT_EQ(scene.seen_by(Audience::staff).people.at(ben).excuse, std::nullopt);
}

TEST(PresenceRules, PRS_5_who_is_or_was_there_is_not_excused) {
  given(open_meeting()).when(clerk, RecordAbsence{ann, AbsenceKind::excused, "سفر"}).then(RefusalCode::already_present);
  given(open_meeting(), MemberDeparted{meeting, ann})
      .when(clerk, RecordAbsence{ann, AbsenceKind::excused, "سفر"})
      .then(RefusalCode::already_present);
}

TEST(PresenceRules, PRS_5_an_absence_is_excused_or_not) {
  auto scene = given(open_meeting());
  scene.does(clerk, RecordAbsence{ben, AbsenceKind::unexcused, "بی‌خبر"});
  EXPECT_EQ(scene.seen_by(Audience::public_).people.at(ben).presence, Presence::unexcused);
  EXPECT_EQ(scene.seen_by(Audience::staff).minutes->entries.rbegin()->second.kind, EntryKind::absence_unexcused);
  scene.does(clerk, RecordAbsence{ben, AbsenceKind::excused, "بیماری"});
  EXPECT_EQ(scene.seen_by(Audience::public_).people.at(ben).presence, Presence::excused);
}

TEST(PresenceRules, PRS_5_a_better_reason_replaces_the_first) {
  auto scene = given(open_meeting(), AbsenceRecorded{meeting, ben, AbsenceKind::excused, "ترافیک"});
  scene.does(clerk, RecordAbsence{ben, AbsenceKind::excused, "بیماری"});
  EXPECT_EQ(scene.seen_by(Audience::staff).people.at(ben).excuse, Reason{"بیماری"});
}

TEST(PresenceRules, PRS_6_reasons_are_for_chair_and_staff) {
  const auto scene = given(open_meeting(), AbsenceRecorded{meeting, ben, AbsenceKind::excused, "بیماری"});
  EXPECT_EQ(scene.seen_by(Audience::staff).people.at(ben).excuse, Reason{"بیماری"});
  EXPECT_EQ(scene.seen_by(Audience::staff).minutes->entries.rbegin()->second.reason, Reason{"بیماری"});
  for (const Audience audience : {Audience::member, Audience::public_, Audience::display}) {
    EXPECT_EQ(scene.seen_by(audience).people.at(ben).presence, Presence::excused);
    EXPECT_EQ(scene.seen_by(audience).people.at(ben).excuse, std::nullopt);
  }
  const MinutesView minutes = *scene.seen_by(Audience::member).minutes;
  for (const auto& [seq, entry] : minutes.entries) EXPECT_EQ(entry.reason, std::nullopt);
}

TEST(PresenceRules, ROL_6_presence_of_somebody_else) {
  given(convened()).when(clerk, RecordArrival{nobody}).then(RefusalCode::no_such_person, "person");
  given(convened()).when(clerk, RecordDeparture{nobody}).then(RefusalCode::no_such_person, "person");
  given(convened())
      .when(clerk, RecordAbsence{nobody, AbsenceKind::excused, "سفر"})
      .then(RefusalCode::no_such_person, "person");
}

}  // namespace
}  // namespace talar::hall
