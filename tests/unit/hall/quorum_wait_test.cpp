#include "tests/unit/hall/given.hpp"

namespace talar::hall {
namespace {

/// Convened at nine for nine, thirty minutes to wait: mayor and vice are there, two of the three that are needed.
Story waiting() {
  Charter amended = charter();
  amended.presence.emplace().quorum_wait_minutes = 30;
  return convened() + Story{CharterAmended{amended}, MemberArrived{meeting, mayor}, MemberArrived{meeting, vice}};
}

const Instant half_past = nine_o_clock + minutes(30);

TEST(QuorumWait, MTG_11_the_deadline_is_seen_by_everybody) {
  const auto scene = given(waiting());
  EXPECT_EQ(next_deadline(scene.state()), half_past);
  for (const Audience audience : {Audience::public_, Audience::member, Audience::staff, Audience::display}) {
    EXPECT_EQ(scene.meeting_seen_by(audience).quorum_deadline, half_past);
  }
}

TEST(QuorumWait, MTG_11_without_a_limit_it_waits_for_the_chair) {
  const auto scene = given(convened());
  EXPECT_EQ(next_deadline(scene.state()), std::nullopt);
  EXPECT_EQ(scene.meeting_seen_by(Audience::public_).quorum_deadline, std::nullopt);
}

TEST(QuorumWait, MTG_11_when_it_is_over_the_meeting_is_not_held) {
  auto scene = given(waiting());
  scene.after(minutes(30)).when(server, Tick{}).then({MeetingNotHeld{meeting, {2, 3, 5, false}, {}}});
  scene.does(server, Tick{});
  EXPECT_EQ(scene.meeting_seen_by(Audience::public_).state, MeetingState::not_held);
  EXPECT_EQ(next_deadline(scene.state()), std::nullopt);
}

TEST(QuorumWait, MTG_11_not_before) {
  auto scene = given(waiting());
  scene.after(minutes(30) - seconds(1)).when(server, Tick{}).then(RefusalCode::wrong_vote_state);
}

TEST(QuorumWait, MTG_11_a_quorum_stops_it) {
  auto scene = given(waiting());
  scene.does(ann, CheckIn{});
  EXPECT_EQ(next_deadline(scene.state()), std::nullopt);
  scene.after(minutes(40)).when(server, Tick{}).then(RefusalCode::wrong_vote_state);
  scene.does(mayor, OpenMeeting{}).does(ann, CheckOut{});
  EXPECT_EQ(next_deadline(scene.state()), std::nullopt);
}

TEST(QuorumWait, MTG_11_a_quorum_that_is_lost_lets_it_begin_anew) {
  auto scene = given(waiting());
  scene.does(ann, CheckIn{}).after(minutes(40)).does(ann, CheckOut{});
  EXPECT_EQ(next_deadline(scene.state()), nine_o_clock + minutes(70));
  scene.when(server, Tick{}).then(RefusalCode::wrong_vote_state);
  scene.after(minutes(30)).does(server, Tick{});
}

TEST(QuorumWait, MTG_11_whoever_joins_the_roster_can_take_the_quorum_away) {
  auto scene = given(waiting());
  scene.does(ann, CheckIn{}).after(minutes(40));
  scene.happens({MembersEnrolled{{{PersonId{50}, "نفر ششم", "ششم", Seat::expert, true}}}});
  EXPECT_EQ(next_deadline(scene.state()), nine_o_clock + minutes(70));
}

TEST(QuorumWait, MTG_11_it_runs_from_the_announced_hour) {
  auto scene = given(waiting());
  const MeetingContent later{{}, nine_o_clock + minutes(60), 150, "تالار گفتگو"};
  scene.does(clerk, EditMeeting{meeting, later});
  EXPECT_EQ(next_deadline(scene.state()), nine_o_clock + minutes(90));
}

TEST(QuorumWait, MTG_11_and_not_from_before_the_convening) {
  Charter amended = charter();
  amended.presence.emplace().quorum_wait_minutes = 30;
  auto scene = given(drafted(), CharterAmended{amended});
  scene.after(minutes(50)).does(clerk, ConveneMeeting{meeting});
  EXPECT_EQ(next_deadline(scene.state()), nine_o_clock + minutes(80));
}

TEST(QuorumWait, MTG_11_the_chair_may_still_open_with_a_reason) {
  auto scene = given(waiting());
  scene.does(mayor, OpenMeeting{Reason{"فوریت"}});
  EXPECT_EQ(next_deadline(scene.state()), std::nullopt);
}

}  // namespace
}  // namespace talar::hall
