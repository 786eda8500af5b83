#include "tests/unit/hall/given.hpp"

namespace talar::hall {
namespace {

using enum Choice;

/// Deputies may have substitutes. ben, one of them, is not there.
Story with_substitutes(Story story = open_meeting()) {
  Charter amended = charter();
  amended.presence.emplace().substitutes = {Seat::deputy, Seat::expert};
  return story + Story{CharterAmended{amended}};
}

Story standing_in() {
  return with_substitutes() + Story{SubstituteNamed{meeting, ben, guest}};
}

Story voting_by_substitute() {
  return standing_in() + Story{ItemActivated{meeting, report}, VotePrepared{meeting, report, ballot, question()},
                               opened_to({mayor, vice, ann, guest, cyrus})};
}

TEST(Substitutes, PRS_8_the_desk_names_one_for_a_member_who_is_not_there) {
  for (const PersonId desk : {mayor, clerk}) {
    given(with_substitutes()).when(desk, NameSubstitute{ben, guest}).then({SubstituteNamed{meeting, ben, guest}});
  }
  given(with_substitutes(convened()))
      .when(clerk, NameSubstitute{ann, guest})
      .then({SubstituteNamed{meeting, ann, guest}});
  given(with_substitutes(), MemberDeparted{meeting, ann})
      .when(clerk, NameSubstitute{ann, guest})
      .then({SubstituteNamed{meeting, ann, guest}});
}

TEST(Substitutes, PRS_8_not_for_one_who_is_there) {
  given(with_substitutes()).when(clerk, NameSubstitute{ann, guest}).then(RefusalCode::already_present, "absent");
}

TEST(Substitutes, PRS_8_where_the_charter_allows_it) {
  given(open_meeting()).when(clerk, NameSubstitute{ben, guest}).then(RefusalCode::no_substitutes, "absent");
  given(with_substitutes(convened()))
      .when(clerk, NameSubstitute{mayor, guest})
      .then(RefusalCode::no_substitutes, "absent");
}

TEST(Substitutes, PRS_8_only_who_votes_has_a_vote_to_give) {
  given(with_substitutes(convened()))
      .when(clerk, NameSubstitute{dana, guest})
      .then(RefusalCode::not_entitled, "absent");
}

TEST(Substitutes, PRS_8_from_convening_to_the_end) {
  given(with_substitutes(drafted())).when(clerk, NameSubstitute{ben, guest}).then(RefusalCode::wrong_meeting_state);
  given(with_substitutes(closed_meeting()))
      .when(clerk, NameSubstitute{ben, guest})
      .then(RefusalCode::wrong_meeting_state, Args{{"state", "closed"}});
}

TEST(Substitutes, PRS_9_anybody_of_the_hall_without_a_vote_of_their_own) {
  for (const PersonId person : {dana, guest, clerk}) {
    given(with_substitutes()).when(clerk, NameSubstitute{ben, person}).then({SubstituteNamed{meeting, ben, person}});
  }
  given(with_substitutes()).when(clerk, NameSubstitute{ben, cyrus}).then(RefusalCode::not_entitled, "substitute");
}

TEST(Substitutes, PRS_9_one_for_each_and_each_for_one) {
  given(standing_in()).when(clerk, NameSubstitute{ben, dana}).then(RefusalCode::already_substituted, "absent");
  given(standing_in(), MemberDeparted{meeting, ann})
      .when(clerk, NameSubstitute{ann, guest})
      .then(RefusalCode::already_substituted, "substitute");
}

TEST(Substitutes, ROL_6_both_are_of_the_hall) {
  given(with_substitutes()).when(clerk, NameSubstitute{nobody, guest}).then(RefusalCode::no_such_person, "absent");
  given(with_substitutes()).when(clerk, NameSubstitute{ben, nobody}).then(RefusalCode::no_such_person, "substitute");
}

TEST(Substitutes, PRS_10_they_count_towards_the_quorum_while_they_are_there) {
  auto scene = given(with_substitutes());
  const auto present = [&] { return scene.meeting_seen_by(Audience::public_).quorum.present; };
  EXPECT_EQ(present(), 4);
  scene.does(clerk, NameSubstitute{ben, guest});
  EXPECT_EQ(present(), 5);
  scene.does(guest, CheckOut{});
  EXPECT_EQ(present(), 4);
  scene.does(guest, CheckIn{});
  EXPECT_EQ(present(), 5);
  scene.does(ben, CheckIn{});
  EXPECT_EQ(present(), 5);
  scene.does(guest, CheckOut{});
  EXPECT_EQ(present(), 5);
}

TEST(Substitutes, MTG_5_a_substitute_can_make_the_quorum) {
  auto scene = given(with_substitutes(convened()), MemberArrived{meeting, mayor}, MemberArrived{meeting, vice},
                     MemberArrived{meeting, guest});
  scene.when(mayor, OpenMeeting{}).then(RefusalCode::quorum_missing);
  scene.does(clerk, NameSubstitute{ben, guest});
  scene.when(mayor, OpenMeeting{}).then({MeetingOpened{meeting, mayor, {3, 3, 5, true}, {}}});
}

TEST(Substitutes, PRS_10_they_vote_in_the_place_of_the_absent) {
  auto scene = given(standing_in(), ItemActivated{meeting, report}, VotePrepared{meeting, report, ballot, question()});
  scene.when(mayor, OpenVote{ballot}).then({opened_to({mayor, vice, ann, guest, cyrus})});
  scene.does(mayor, OpenVote{ballot});
  scene.when(guest, CastVote{ballot, approve}).then({BallotCast{meeting, ballot, guest, approve}});
  scene.when(ben, CastVote{ballot, approve}).then(RefusalCode::not_entitled);
}

TEST(Substitutes, PRS_10_not_while_they_are_away) {
  given(standing_in(), MemberDeparted{meeting, guest}, ItemActivated{meeting, report},
        VotePrepared{meeting, report, ballot, question()})
      .when(mayor, OpenVote{ballot})
      .then({opened()});
}

TEST(Substitutes, VOT_5_a_guest_who_stands_in_for_nobody_is_not_entitled) {
  given(voting()).when(guest, CastVote{ballot, approve}).then(RefusalCode::not_entitled);
}

TEST(Substitutes, PRS_11_the_member_who_comes_takes_their_place) {
  given(standing_in()).when(ben, CheckIn{}).then({SubstitutionEnded{meeting, ben, guest}, MemberArrived{meeting, ben}});
}

TEST(Substitutes, PRS_11_the_desk_ends_it) {
  given(standing_in()).when(clerk, EndSubstitution{ben}).then({SubstitutionEnded{meeting, ben, guest}});
  given(standing_in()).when(clerk, EndSubstitution{ann}).then(RefusalCode::not_substituted, "absent");
}

TEST(Substitutes, PRS_11_not_while_the_substitute_is_asked_to_vote) {
  auto scene = given(voting_by_substitute());
  scene.when(clerk, EndSubstitution{ben}).then(RefusalCode::vote_open);
  scene.does(mayor, CloseVote{ballot});
  scene.when(clerk, EndSubstitution{ben}).then({SubstitutionEnded{meeting, ben, guest}});
}

TEST(Substitutes, PRS_11_an_open_vote_stays_the_substitutes_when_the_member_comes) {
  auto scene = given(voting_by_substitute());
  scene.does(ben, CheckIn{});
  scene.when(ben, CastVote{ballot, approve}).then(RefusalCode::not_entitled);
  scene.when(guest, CastVote{ballot, approve}).then({BallotCast{meeting, ballot, guest, approve}});
}

TEST(Substitutes, PRS_12_the_right_to_vote_waits_for_the_end) {
  auto scene = given(standing_in());
  Member voting_guest = member(guest);
  voting_guest.seat = Seat::expert;
  voting_guest.votes = true;
  Member silent_ben = member(ben);
  silent_ben.votes = false;
  scene.when(clerk, EditMember{voting_guest}).then(RefusalCode::still_in_use, "member.votes");
  scene.when(clerk, EditMember{silent_ben}).then(RefusalCode::still_in_use, "member.votes");
  Member renamed = member(ben);
  renamed.name = "معاون تازه";
  scene.when(clerk, EditMember{renamed}).then({MemberEdited{renamed}});
  scene.does(clerk, EndSubstitution{ben});
  scene.when(clerk, EditMember{silent_ben}).then({MemberEdited{silent_ben}});
}

TEST(Substitutes, PRS_12_after_the_meeting_it_may_change) {
  auto scene = given(standing_in());
  scene.does(mayor, CloseMeeting{});
  Member voting_guest = member(guest);
  voting_guest.seat = Seat::expert;
  voting_guest.votes = true;
  scene.does(clerk, EditMember{voting_guest});
}

TEST(Substitutes, PRS_12_neither_leaves_the_roster) {
  given(standing_in()).when(clerk, RemoveMember{ben}).then(RefusalCode::still_in_use, "person");
  given(standing_in()).when(clerk, RemoveMember{guest}).then(RefusalCode::still_in_use, "person");
}

TEST(Substitutes, MIN_8_naming_and_ending_write_themselves_into_the_minutes) {
  auto scene = given(with_substitutes());
  scene.does(clerk, NameSubstitute{ben, guest}).does(clerk, EndSubstitution{ben});
  const auto entries = scene.seen_by(Audience::member).minutes->entries;
  const EntryView named = std::next(entries.rbegin())->second;
  EXPECT_EQ(named.kind, EntryKind::substitute_named);
  EXPECT_EQ(named.person, ben);
  EXPECT_EQ(named.other, guest);
  EXPECT_EQ(entries.rbegin()->second.kind, EntryKind::substitution_ended);
}

TEST(Substitutes, PRS_10_everybody_sees_who_stands_in_for_whom) {
  const auto scene = given(standing_in());
  for (const Audience audience : {Audience::public_, Audience::member, Audience::staff, Audience::display}) {
    EXPECT_EQ(scene.seen_by(audience).people.at(guest).stands_for, ben);
    EXPECT_EQ(scene.seen_by(audience).people.at(ben).stood_in_by, guest);
  }
}

}  // namespace
}  // namespace talar::hall
