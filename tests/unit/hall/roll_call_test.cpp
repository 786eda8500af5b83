#include "tests/unit/hall/given.hpp"

namespace talar::hall {
namespace {

using enum Choice;

const VoteForm roll_call = of(VoteKind::motion, VoteMode::roll_call);

TEST(RollCall, VOT_40_the_desk_writes_down_what_was_answered) {
  const auto scene = given(voting(roll_call));
  scene.when(clerk, RecordAnswer{ballot, ann, against}).then({BallotCast{meeting, ballot, ann, against}});
  scene.when(mayor, RecordAnswer{ballot, mayor, approve}).then({BallotCast{meeting, ballot, mayor, approve}});
}

TEST(RollCall, VOT_40_an_answer_is_corrected) {
  const auto scene = given(voting(roll_call), BallotCast{meeting, ballot, ann, against});
  scene.when(clerk, RecordAnswer{ballot, ann, approve}).then({BallotCast{meeting, ballot, ann, approve}});
  scene.when(clerk, RecordAnswer{ballot, ann, against}).then(RefusalCode::same_choice, "choice");
}

TEST(RollCall, VOT_40_only_voters_who_are_there_answer) {
  const auto scene = given(voting(roll_call), MemberDeparted{meeting, vice});
  scene.when(clerk, RecordAnswer{ballot, dana, approve}).then(RefusalCode::not_entitled, "person");
  scene.when(clerk, RecordAnswer{ballot, vice, approve}).then(RefusalCode::not_present, "person");
}

TEST(RollCall, VOT_39_nobody_answers_for_themselves_nor_for_others_elsewhere) {
  given(voting(roll_call))
      .when(ann, CastVote{ballot, approve})
      .then(RefusalCode::wrong_vote_mode, Args{{"mode", "roll_call"}});
  given(voting())
      .when(clerk, RecordAnswer{ballot, ann, approve})
      .then(RefusalCode::wrong_vote_mode, Args{{"mode", "device"}});
  given(voting())
      .when(clerk, RecordCount{ballot, {1, 0, 0, {}}})
      .then(RefusalCode::wrong_vote_mode, Args{{"mode", "device"}});
}

TEST(RollCall, VOT_11_everybody_hears_the_answers) {
  auto scene = given(voting(roll_call), BallotCast{meeting, ballot, ann, against});
  const auto seen = [&] { return scene.seen_by(Audience::public_).votes.at(ballot).ballots; };
  EXPECT_EQ(seen(), (std::map<PersonId, Ballot>{{ann, against}}));
  scene.does(mayor, CloseVote{ballot});
  EXPECT_EQ(seen(), (std::map<PersonId, Ballot>{{ann, against}}));
}

TEST(RollCall, VOT_11_by_device_the_charter_may_show_them_at_once) {
  VotingRules live;
  live.live = true;
  const auto scene = given(voting(VoteForm{}, live), BallotCast{meeting, ballot, ann, against});
  EXPECT_EQ(scene.seen_by(Audience::display).votes.at(ballot).ballots, (std::map<PersonId, Ballot>{{ann, against}}));
}

TEST(RollCall, VOT_9_after_the_deadline_nothing_is_written_down) {
  auto scene = given(discussing(), VotePrepared{meeting, report, ballot, question(roll_call, 60)});
  scene.does(mayor, OpenVote{ballot}).after(seconds(60));
  scene.when(clerk, RecordAnswer{ballot, ann, approve}).then(RefusalCode::wrong_vote_state);
}

TEST(RollCall, VOT_24_the_chairs_own_answer_decides_a_tie) {
  VotingRules casting;
  casting.casting_vote = true;
  auto scene = given(voting(roll_call, casting), BallotCast{meeting, ballot, mayor, against},
                     BallotCast{meeting, ballot, ann, approve});
  scene.does(mayor, CloseVote{ballot});
  EXPECT_EQ(scene.current().votes.at(ballot).result->outcome, Outcome::rejected);
  EXPECT_EQ(scene.current().votes.at(ballot).result->casting, against);
}

TEST(RollCall, VOT_23_a_quorum_that_is_lost_decides_nothing) {
  auto scene = given(voting(roll_call), BallotCast{meeting, ballot, mayor, approve}, MemberDeparted{meeting, vice},
                     MemberDeparted{meeting, ann});
  scene.does(mayor, CloseVote{ballot});
  EXPECT_EQ(scene.current().votes.at(ballot).result->outcome, Outcome::no_quorum);
  EXPECT_EQ(scene.current().votes.at(ballot).result->quorum, (Quorum{2, 3, 5, false}));
}

}  // namespace
}  // namespace talar::hall
