#include <algorithm>

#include "tests/unit/hall/given.hpp"

namespace talar::hall {
namespace {

NewMember newcomer(const char* name, Seat seat = Seat::expert, bool votes = true) {
  return {{}, name, name, seat, votes};
}

Member with_seat(PersonId person, Seat seat) {
  Member changed = member(person);
  changed.seat = seat;
  return changed;
}

TEST(People, PPL_1_members_are_enrolled_with_fresh_ids) {
  given(founded())
      .when(server, EnrolMembers{{newcomer("الف"), newcomer("ب")}})
      .then({MembersEnrolled{{{fresh<PersonId>(1), "الف", "الف", Seat::expert, true},
                              {fresh<PersonId>(2), "ب", "ب", Seat::expert, true}}}});
}

TEST(People, PPL_1_a_person_of_another_hall_keeps_their_id) {
  given(enrolled())
      .when(clerk, EnrolMembers{{{nobody, "الف", "الف", Seat::expert, true}}})
      .then({MembersEnrolled{{{nobody, "الف", "الف", Seat::expert, true}}}});
}

TEST(People, PPL_1_nobody_is_enrolled_twice) {
  given(enrolled())
      .when(clerk, EnrolMembers{{{ann, "الف", "الف", Seat::expert, true}}})
      .then(RefusalCode::already_member, "members.0.person");
}

TEST(People, PPL_1_a_list_of_nobody_is_refused) {
  given(enrolled()).when(clerk, EnrolMembers{}).then(RefusalCode::out_of_bounds, "members");
}

TEST(People, PPL_1_four_thousand_are_enough) {
  auto scene = given(enrolled());
  std::uint64_t id = 1000;
  while (scene.state().members.size() < limits::members) {
    MembersEnrolled more;
    const auto left = std::min(limits::enrol_batch, limits::members - scene.state().members.size());
    while (more.members.size() < left) more.members.push_back(member(PersonId{++id}));
    scene.happens({more});
  }
  scene.when(clerk, EnrolMembers{{newcomer("الف")}}).then(RefusalCode::too_many_members, "members");
}

TEST(People, PPL_2_a_name_that_is_taken_is_refused) {
  given(enrolled())
      .when(clerk, EnrolMembers{{newcomer("الف"), newcomer("معاون مالی")}})
      .then(RefusalCode::already_member, "members.1.name");
}

TEST(People, PPL_2_the_same_name_twice_in_a_list_is_refused) {
  given(enrolled())
      .when(clerk, EnrolMembers{{newcomer("الف"), newcomer("الف")}})
      .then(RefusalCode::already_member, "members.1.name");
}

TEST(People, PPL_2_spaces_do_not_make_another_name) {
  given(enrolled())
      .when(clerk, EnrolMembers{{newcomer(" معاون مالی\n")}})
      .then(RefusalCode::already_member, "members.0.name");
}

TEST(People, PPL_2_spaces_around_a_name_are_taken_away) {
  given(enrolled())
      .when(clerk, EnrolMembers{{newcomer("  الف ب ")}})
      .then({MembersEnrolled{{{fresh<PersonId>(), "الف ب", "الف ب", Seat::expert, true}}}});
}

TEST(People, PPL_2_a_name_of_spaces_is_none) {
  given(enrolled()).when(clerk, EnrolMembers{{newcomer("  ")}}).then(RefusalCode::bad_text, "members.0.name");
  given(enrolled())
      .when(clerk, EnrolMembers{{{{}, "الف", " ", Seat::expert, true}}})
      .then(RefusalCode::bad_text, "members.0.short_name");
}

TEST(People, PPL_2_a_member_is_not_renamed_to_another) {
  Member renamed = member(ann);
  renamed.name = member(ben).name;
  given(enrolled()).when(clerk, EditMember{renamed}).then(RefusalCode::already_member, "member.name");
}

TEST(People, PPL_2_a_member_keeps_their_own_name_when_edited) {
  Member edited = member(ann);
  edited.short_name = "مالی و اقتصادی";
  given(enrolled()).when(clerk, EditMember{edited}).then({MemberEdited{edited}});
}

TEST(People, PPL_3_members_are_enrolled_all_or_none) {
  given(founded())
      .when(server, EnrolMembers{{newcomer("الف"), newcomer("ب"), newcomer("پ", Seat::guest, true)}})
      .then(RefusalCode::not_entitled, "members.2.votes");
}

TEST(People, PPL_3_the_roster_keeps_the_order_given) {
  const View seen = given(enrolled()).seen_by(Audience::member);
  EXPECT_EQ(seen.people.at(mayor).order, 1);
  EXPECT_EQ(seen.people.at(clerk).order, 8);
}

TEST(People, PPL_3_a_place_in_the_roster_is_not_given_twice) {
  const auto scene = given(enrolled(), MemberRemoved{clerk}, MembersEnrolled{{member(nobody)}});
  EXPECT_EQ(scene.seen_by(Audience::member).people.at(nobody).order, 9);
  EXPECT_FALSE(scene.seen_by(Audience::member).people.contains(clerk));
}

TEST(People, PPL_4_a_second_president_is_refused) {
  given(enrolled())
      .when(clerk, EnrolMembers{{newcomer("الف", Seat::president)}})
      .then(RefusalCode::seat_taken, "members.0.seat");
}

TEST(People, PPL_4_two_vice_presidents_in_one_list_are_refused) {
  given(founded())
      .when(server, EnrolMembers{{newcomer("الف", Seat::vice_president), newcomer("ب", Seat::vice_president)}})
      .then(RefusalCode::seat_taken, "members.1.seat");
}

TEST(People, PPL_4_nobody_is_moved_to_a_seat_that_is_taken) {
  given(enrolled())
      .when(clerk, EditMember{with_seat(ann, Seat::vice_president)})
      .then(RefusalCode::seat_taken, "member.seat");
}

TEST(People, PPL_4_other_seats_are_shared) {
  given(enrolled())
      .when(clerk, EditMember{with_seat(cyrus, Seat::deputy)})
      .then({MemberEdited{with_seat(cyrus, Seat::deputy)}});
}

TEST(People, PPL_5_a_guest_has_no_vote) {
  Member voter = member(guest);
  voter.votes = true;
  given(enrolled()).when(clerk, EditMember{voter}).then(RefusalCode::not_entitled, "member.votes");
}

TEST(People, PPL_6_whoever_presides_is_not_removed) {
  given(enrolled()).when(clerk, RemoveMember{mayor}).then(RefusalCode::still_in_use);
}

TEST(People, PPL_6_whoever_presides_keeps_a_seat_that_may_preside) {
  given(enrolled()).when(clerk, EditMember{with_seat(mayor, Seat::deputy)}).then(RefusalCode::still_in_use);
}

TEST(People, PPL_6_the_last_who_could_preside_stays) {
  given(enrolled(), MemberRemoved{vice}).when(clerk, RemoveMember{mayor}).then(RefusalCode::last_president);
}

TEST(People, PPL_6_the_president_leaves_once_the_chair_is_handed_over) {
  given(enrolled(), ChairHanded{vice}).when(clerk, RemoveMember{mayor}).then({MemberRemoved{mayor}});
}

TEST(People, PPL_6_the_vice_president_may_become_president_in_the_chair) {
  given(enrolled(), ChairHanded{vice}, MemberRemoved{mayor})
      .when(clerk, EditMember{with_seat(vice, Seat::president)})
      .then({MemberEdited{with_seat(vice, Seat::president)}});
}

TEST(People, PPL_7_a_member_without_a_part_is_removed) {
  given(open_meeting()).when(clerk, RemoveMember{ben}).then({MemberRemoved{ben}});
}

TEST(People, PPL_7_who_was_there_is_not_removed) {
  given(open_meeting()).when(clerk, RemoveMember{ann}).then(RefusalCode::still_in_use, "person");
  given(open_meeting(), MemberDeparted{meeting, ann}).when(clerk, RemoveMember{ann}).then(RefusalCode::still_in_use);
}

TEST(People, PPL_7_whose_absence_is_on_record_is_not_removed) {
  given(open_meeting(), AbsenceRecorded{meeting, ben, AbsenceKind::excused, "سفر"})
      .when(clerk, RemoveMember{ben})
      .then(RefusalCode::still_in_use);
}

TEST(People, PPL_7_a_presenter_is_not_removed_even_from_a_draft) {
  given(drafted()).when(clerk, RemoveMember{clerk}).then(RefusalCode::still_in_use);
}

TEST(People, PPL_7_who_answers_for_a_resolution_is_not_removed) {
  ResolutionContent content = resolution_of("متن");
  content.responsible = {ben};
  given(discussing(), ResolutionAdopted{meeting, report, decree, 1, content})
      .when(clerk, RemoveMember{ben})
      .then(RefusalCode::still_in_use);
}

TEST(People, PPL_7_who_wrote_minutes_is_not_removed) {
  given(enrolled(), MeetingDrafted{meeting, {}}, ItemAdded{meeting, report, {}, 0, content("گزارش")},
        MeetingConvened{meeting, 1, 1}, MinutesWritten{meeting, report, "متن", 1})
      .when(clerk, RemoveMember{clerk})
      .then(RefusalCode::still_in_use);
}

TEST(People, PPL_7_the_past_holds_nobody) {
  given(closed_meeting(), MeetingDrafted{next_meeting, {}},
        ItemAdded{next_meeting, ItemId{900}, {}, 0, content("گزارش")}, MeetingConvened{next_meeting, 2, 1})
      .when(clerk, RemoveMember{ann})
      .then({MemberRemoved{ann}});
}

TEST(People, PPL_8_a_quorum_of_more_than_everybody_is_refused) {
  Charter amended = charter();
  amended.quorum = {3, 2, Comparison::at_least};
  given(enrolled()).when(clerk, AmendCharter{amended}).then(RefusalCode::bad_fraction, "charter.quorum");
  amended.quorum = {1, 1, Comparison::more_than};
  given(enrolled()).when(clerk, AmendCharter{amended}).then(RefusalCode::bad_fraction, "charter.quorum");
}

TEST(People, PPL_8_a_quorum_of_everybody_is_accepted) {
  Charter amended = charter();
  amended.quorum = {1, 1, Comparison::at_least};
  given(enrolled()).when(mayor, AmendCharter{amended}).then({CharterAmended{amended}});
}

TEST(People, PPL_8_the_vote_rule_offered_must_be_whole) {
  Charter amended = charter();
  amended.vote_rule.majority.kind = MajorityKind::fraction;
  given(enrolled())
      .when(clerk, AmendCharter{amended})
      .then(RefusalCode::bad_fraction, "charter.vote_rule.majority.fraction");
}

TEST(People, ROL_6_editing_and_removing_need_a_member) {
  given(enrolled()).when(clerk, EditMember{member(nobody)}).then(RefusalCode::no_such_person, "member.person");
  given(enrolled()).when(clerk, RemoveMember{nobody}).then(RefusalCode::no_such_person, "person");
  given(enrolled()).when(mayor, HandChair{nobody}).then(RefusalCode::no_such_person, "to");
}

// The chair ---------------------------------------------------------------------------------------------------------

TEST(Chair, CHR_1_the_president_presides_from_the_first_moment) {
  EXPECT_EQ(given(enrolled()).state().chair, mayor);
  EXPECT_EQ(given(founded()).state().chair, std::nullopt);
}

TEST(Chair, CHR_1_a_member_who_becomes_president_presides_if_nobody_does) {
  const auto scene = given(founded(), MembersEnrolled{{member(ann)}}, MemberEdited{with_seat(ann, Seat::president)});
  EXPECT_EQ(scene.state().chair, ann);
}

TEST(Chair, CHR_1_a_new_president_does_not_push_the_vice_president_aside) {
  const auto scene =
      given(enrolled(), ChairHanded{vice}, MemberRemoved{mayor}, MembersEnrolled{{with_seat(nobody, Seat::president)}});
  EXPECT_EQ(scene.state().chair, vice);
}

TEST(Chair, CHR_2_the_chair_goes_to_the_vice_president) {
  given(enrolled()).when(mayor, HandChair{vice}).then({ChairHanded{vice}});
}

TEST(Chair, CHR_2_the_chair_goes_to_nobody_else) {
  given(enrolled()).when(mayor, HandChair{ann}).then(RefusalCode::not_vice_or_president, "to");
  given(enrolled()).when(mayor, HandChair{clerk}).then(RefusalCode::not_vice_or_president, "to");
}

TEST(Chair, CHR_2_nobody_hands_the_chair_to_its_holder) {
  given(enrolled()).when(mayor, HandChair{mayor}).then(RefusalCode::already_chair, "to");
}

TEST(Chair, CHR_3_staff_may_not_while_the_chair_is_connected) {
  given(enrolled()).chair_connected().when(clerk, HandChair{vice}).then(RefusalCode::chair_is_connected);
}

TEST(Chair, CHR_3_staff_may_when_the_chairs_device_is_gone) {
  given(enrolled()).when(clerk, HandChair{vice}).then({ChairHanded{vice}});
}

TEST(Chair, CHR_3_the_chair_may_while_connected) {
  given(enrolled()).chair_connected().when(mayor, HandChair{vice}).then({ChairHanded{vice}});
}

TEST(Chair, CHR_4_the_president_takes_the_chair_back) {
  given(enrolled(), ChairHanded{vice}).chair_connected().when(mayor, TakeChair{}).then({ChairHanded{mayor}});
}

TEST(Chair, CHR_4_the_president_who_presides_has_it_already) {
  given(enrolled()).when(mayor, TakeChair{}).then(RefusalCode::already_chair);
}

TEST(Chair, CHR_4_nobody_else_takes_it) {
  given(enrolled()).when(ann, TakeChair{}).then(RefusalCode::not_president);
  given(enrolled()).when(vice, TakeChair{}).then(RefusalCode::not_president);
  given(enrolled(), ChairHanded{vice}).when(vice, TakeChair{}).then(RefusalCode::not_president);
}

TEST(Chair, CHR_5_a_change_stands_in_the_minutes) {
  auto scene = given(open_meeting());
  scene.does(mayor, HandChair{vice});
  const Entry& last = scene.current().record.entries.rbegin()->second;
  EXPECT_EQ(last.kind, EntryKind::chair_handed);
  EXPECT_EQ(last.person, vice);
}

TEST(Chair, CHR_5_a_change_after_the_end_does_not) {
  auto scene = given(closed_meeting());
  const auto entries = scene.current().record.entries.size();
  scene.does(mayor, HandChair{vice});
  EXPECT_EQ(scene.current().record.entries.size(), entries);
}

}  // namespace
}  // namespace talar::hall
