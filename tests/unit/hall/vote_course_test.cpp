#include "tests/unit/hall/given.hpp"

namespace talar::hall {
namespace {

Scene timed() {
  auto scene = given(discussing(), VotePrepared{meeting, report, ballot, question(VoteRule{}, 60)});
  scene.does(mayor, OpenVote{ballot});
  return scene;
}

TEST(VoteCourse, VOT_46_the_chair_warns_those_who_have_not_voted) {
  auto scene = given(voting());
  scene.when(mayor, WarnVoters{ballot}).then({VotersWarned{meeting, ballot}});
  scene.does(mayor, WarnVoters{ballot}).after(seconds(5)).does(mayor, WarnVoters{ballot});
  EXPECT_EQ(scene.seen_by(Audience::display).votes.at(ballot).warned_at, nine_o_clock + seconds(5));
  scene.does(mayor, CloseVote{ballot});
  scene.when(mayor, WarnVoters{ballot}).then(RefusalCode::wrong_vote_state);
}

TEST(VoteCourse, VOT_46_and_extends_the_deadline) {
  auto scene = timed();
  scene.when(mayor, ExtendVote{ballot, 30}).then({VoteExtended{meeting, ballot, nine_o_clock + seconds(90)}});
  scene.does(mayor, ExtendVote{ballot, 30}).after(seconds(60));
  EXPECT_EQ(next_deadline(scene.state()), nine_o_clock + seconds(90));
  scene.when(ann, CastVote{ballot, Choice::approve}).then({BallotCast{meeting, ballot, ann, Choice::approve}});
}

TEST(VoteCourse, VOT_46_before_it_is_past) {
  auto scene = timed();
  scene.after(seconds(60)).when(mayor, ExtendVote{ballot, 30}).then(RefusalCode::wrong_vote_state);
  given(voting()).when(mayor, ExtendVote{ballot, 30}).then(RefusalCode::no_deadline);
}

TEST(VoteCourse, VOT_46_to_at_most_an_hour_after_the_opening) {
  auto scene = timed();
  for (int i = 0; i < 5; ++i) scene.does(mayor, ExtendVote{ballot, 600});
  scene.when(mayor, ExtendVote{ballot, 600}).then(RefusalCode::out_of_bounds, Args{{"max", "540"}});
  scene.when(mayor, ExtendVote{ballot, 541}).then(RefusalCode::out_of_bounds, "seconds");
  scene.when(mayor, ExtendVote{ballot, 540}).then({VoteExtended{meeting, ballot, nine_o_clock + seconds(3'600)}});
}

TEST(VoteCourse, VOT_12_a_result_is_shown_again) {
  auto scene = given(voting());
  scene.does(mayor, CloseVote{ballot}).does(mayor, ActivateItem{plan});
  EXPECT_EQ(scene.meeting_seen_by(Audience::display).shown_result, std::nullopt);
  scene.when(clerk, ShowResult{ballot}).then({ResultShown{meeting, ballot}});
  scene.does(mayor, CallRecess{}).does(clerk, ShowResult{ballot});
  EXPECT_EQ(scene.meeting_seen_by(Audience::display).shown_result, ballot);
  scene.does(mayor, CloseMeeting{});
  scene.when(clerk, ShowResult{ballot}).then(RefusalCode::wrong_meeting_state);
}

TEST(VoteCourse, VOT_12_also_a_voided_one_but_none_that_is_not_there) {
  auto scene = given(voting());
  scene.when(clerk, ShowResult{ballot}).then(RefusalCode::vote_open);
  auto voided = scene;
  voided.does(mayor, VoidVote{ballot, "اشتباه"});
  voided.when(clerk, ShowResult{ballot}).then(RefusalCode::wrong_vote_state, Args{{"state", "voided"}});
  scene.does(mayor, CloseVote{ballot}).does(mayor, VoidVote{ballot, "اشتباه"});
  scene.when(clerk, ShowResult{ballot}).then({ResultShown{meeting, ballot}});
}

TEST(VoteCourse, CNF_4_of_a_closed_item_it_is_shown_inside_only) {
  auto scene = given(voting(payroll));
  scene.does(mayor, CloseVote{ballot}).does(mayor, EndItem{}).does(mayor, ShowResult{ballot});
  EXPECT_EQ(scene.meeting_seen_by(Audience::member).shown_result, ballot);
  EXPECT_EQ(scene.meeting_seen_by(Audience::display).shown_result, std::nullopt);
}

TEST(VoteCourse, ROL_6_a_vote_that_is_not_there) {
  const VoteId other{999};
  const auto scene = given(voting());
  const std::vector<std::pair<Asker, Command>> asked{{mayor, WarnVoters{other}},
                                                     {mayor, ExtendVote{other, 60}},
                                                     {mayor, VoidVote{other, "اشتباه"}},
                                                     {clerk, RepeatVote{other}},
                                                     {clerk, ShowResult{other}},
                                                     {clerk, CorrectCount{other, {}, "اشتباه"}},
                                                     {ann, RaiseObjection{other}},
                                                     {clerk, RecordAnswer{other, ann}},
                                                     {clerk, RecordCount{other}},
                                                     {ann, WithdrawCandidate{other}},
                                                     {ann, CollectBallot{other, digest}},
                                                     {server, NoteTurnout{other, 5}},
                                                     {server, CountBallots{other, {}, digest}}};
  for (const auto& [asker, command] : asked) scene.when(asker, command).then(RefusalCode::no_such_vote, "vote");
}

}  // namespace
}  // namespace talar::hall
