#include <boost/mp11.hpp>

#include "protocol/words.hpp"
#include "server/hall/permissions.hpp"
#include "tests/unit/hall/given.hpp"

namespace talar::hall {
namespace {

Role role(const Story& story, Asker asker) {
  const auto scene = given(story);
  return role_of(scene.state(), {.kind = asker.kind, .person = asker.person, .now = nine_o_clock});
}

/// Somebody of each role in the given meetings. While the vice president presides, the mayor is a member.
const std::vector<std::pair<Role, Asker>> everybody{
    {Role::chair, mayor},       {Role::staff, clerk},     {Role::member, ann},  {Role::guest, guest},
    {Role::observer, observer}, {Role::display, display}, {Role::kiosk, kiosk}, {Role::system, server}};

TEST(RoleRules, ROL_1_the_seat_makes_the_role) {
  EXPECT_EQ(role(enrolled(), clerk), Role::staff);
  EXPECT_EQ(role(enrolled(), guest), Role::guest);
  for (const PersonId person : {vice, ann, cyrus, dana}) EXPECT_EQ(role(enrolled(), person), Role::member);
}

TEST(RoleRules, ROL_2_whoever_presides_is_the_chair) {
  EXPECT_EQ(role(enrolled(), mayor), Role::chair);
  EXPECT_EQ(role(enrolled() + Story{ChairHanded{vice}}, vice), Role::chair);
  EXPECT_EQ(role(enrolled() + Story{ChairHanded{vice}}, mayor), Role::member);
}

TEST(RoleRules, ROL_2_the_chair_votes_and_speaks) {
  given(voting())
      .when(mayor, CastVote{ballot, Choice::approve})
      .then({BallotCast{meeting, ballot, mayor, Choice::approve}});
  given(discussing())
      .when(mayor, RequestFloor{})
      .then({FloorRequested{meeting, report, fresh<RequestId>(), mayor, SpeechKind::speech, {}}});
}

TEST(RoleRules, ROL_3_a_stranger_is_an_observer) {
  EXPECT_EQ(role(enrolled(), nobody), Role::observer);
  EXPECT_EQ(role(enrolled() + Story{MemberRemoved{ben}}, ben), Role::observer);
}

TEST(RoleRules, ROL_3_displays_and_the_server_have_their_own) {
  EXPECT_EQ(role(enrolled(), observer), Role::observer);
  EXPECT_EQ(role(enrolled(), display), Role::display);
  EXPECT_EQ(role(enrolled(), server), Role::system);
}

TEST(RoleRules, PRS_7_the_tablet_at_the_door_records_comings_and_goings_only) {
  const auto scene = given(open_meeting());
  const auto kiosk = Context::Kind::kiosk;
  scene.when(kiosk, RecordArrival{ben}).then({MemberArrived{meeting, ben}});
  scene.when(kiosk, RecordDeparture{ann}).then({MemberDeparted{meeting, ann}});
  scene.when(kiosk, RecordAbsence{ben, AbsenceKind::excused, "سفر"}).then(RefusalCode::not_allowed);
  scene.when(kiosk, CheckIn{}).then(RefusalCode::not_allowed, Args{{"role", "kiosk"}});
  EXPECT_EQ(audience_of(Role::kiosk), Audience::display);
}

/// Every role with every command, at three moments: refused by role exactly where the table says so.
TEST(RoleRules, ROL_4_every_role_and_every_command) {
  for (const Story& story : {enrolled(), queueing(), voting()}) {
    const auto scene = given(story);
    for (const auto& [role, asker] : everybody) {
      boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, Command>>([&](auto identity) {
        using SomeCommand = typename decltype(identity)::type;
        const Context context{asker.kind, asker.person, nine_o_clock, 1, false};
        const auto decision = decide(scene.state(), context, SomeCommand{});
        const bool refused_by_role = !decision && decision.error().code == RefusalCode::not_allowed;
        EXPECT_EQ(refused_by_role, !may<SomeCommand>(role)) << word(role) << " " << type_word<SomeCommand>();
      });
    }
  }
}

TEST(RoleRules, ROL_4_a_role_is_looked_at_before_anything_else) {
  given(enrolled()).when(ann, CloseVote{ballot}).then(RefusalCode::not_allowed, Args{{"role", "member"}});
  given(enrolled()).when(observer, CheckIn{}).then(RefusalCode::not_allowed, Args{{"role", "observer"}});
  given(enrolled())
      .when(nobody, CastVote{ballot, Choice::approve})
      .then(RefusalCode::not_allowed, Args{{"role", "observer"}});
}

TEST(RoleRules, ROL_4_a_guest_does_not_change_how_votes_are_taken) {
  given(open_meeting()).when(guest, TakeOut{report}).then(RefusalCode::not_allowed, Args{{"role", "guest"}});
}

TEST(RoleRules, ROL_4_rights_go_with_the_chair) {
  const auto scene = given(queueing(), ChairHanded{vice});
  scene.when(mayor, CloseMeeting{}).then(RefusalCode::not_allowed, Args{{"role", "member"}});
  scene.when(vice, CloseList{}).then({ListClosed{meeting, report}});
}

TEST(RoleRules, ROL_5_each_role_has_its_view) {
  EXPECT_EQ(audience_of(Role::chair), Audience::staff);
  EXPECT_EQ(audience_of(Role::staff), Audience::staff);
  EXPECT_EQ(audience_of(Role::system), Audience::staff);
  EXPECT_EQ(audience_of(Role::member), Audience::member);
  EXPECT_EQ(audience_of(Role::guest), Audience::member);
  EXPECT_EQ(audience_of(Role::observer), Audience::public_);
  EXPECT_EQ(audience_of(Role::display), Audience::display);
  EXPECT_EQ(audience_of(Role::kiosk), Audience::display);
}

TEST(RoleRules, STA_4_one_sees_ones_own_part) {
  const auto scene = given(voting(), BallotCast{meeting, ballot, ann, Choice::against});
  EXPECT_EQ(me(scene.state(), ann),
            (Me{ann, "معاون مالی", Role::member, Seat::deputy, true, {{ballot, Choice::against}}}));
  EXPECT_TRUE(me(scene.state(), cyrus)->ballots.empty());
  EXPECT_EQ(me(scene.state(), mayor)->role, Role::chair);
  EXPECT_EQ(me(scene.state(), nobody), std::nullopt);
}

TEST(RoleRules, STA_4_ones_ballots_stay_after_closing) {
  auto scene = given(voting(), BallotCast{meeting, ballot, ann, Choice::against});
  scene.does(mayor, CloseVote{ballot});
  EXPECT_EQ(me(scene.state(), ann)->ballots.at(ballot), Choice::against);
}

}  // namespace
}  // namespace talar::hall
