#include "tests/unit/hall/given.hpp"

namespace talar::hall {
namespace {

using enum Choice;

const VoteRule two_thirds{Base::valid, {MajorityKind::two_thirds, {}}};

Story prepared(ItemId item = report, VoteContent content = question()) {
  return discussing(item) + Story{VotePrepared{meeting, item, ballot, content}};
}

Story timed() {
  return prepared(report, question(VoteRule{}, 60));
}

TEST(Vote, VOT_3_an_open_vote_is_neither) {
  given(voting())
      .when(clerk, EditVote{ballot, question()})
      .then(RefusalCode::wrong_vote_state, Args{{"state", "open"}});
  given(voting()).when(clerk, DiscardVote{ballot}).then(RefusalCode::wrong_vote_state);
  given(voting()).when(mayor, OpenVote{ballot}).then(RefusalCode::wrong_vote_state);
}

TEST(Vote, VOT_3_a_closed_vote_is_closed) {
  auto scene = given(voting());
  scene.does(mayor, CloseVote{ballot});
  scene.when(mayor, OpenVote{ballot}).then(RefusalCode::wrong_vote_state, Args{{"state", "closed"}});
  scene.when(mayor, CloseVote{ballot}).then(RefusalCode::wrong_vote_state);
  scene.when(ann, CastVote{ballot, approve}).then(RefusalCode::wrong_vote_state);
}

TEST(Vote, VOT_3_nobody_votes_before_it_opens) {
  given(prepared())
      .when(ann, CastVote{ballot, approve})
      .then(RefusalCode::wrong_vote_state, Args{{"state", "prepared"}});
  given(prepared()).when(mayor, CloseVote{ballot}).then(RefusalCode::wrong_vote_state);
}

TEST(Vote, VOT_4_one_vote_at_a_time) {
  given(voting(), VotePrepared{meeting, report, VoteId{302}, question()})
      .when(mayor, OpenVote{VoteId{302}})
      .then(RefusalCode::another_vote_open);
}

TEST(Vote, VOT_4_only_of_the_active_item) {
  given(discussing(), VotePrepared{meeting, plan, ballot, question()})
      .when(mayor, OpenVote{ballot})
      .then(RefusalCode::wrong_item_state, Args{{"state", "planned"}});
  given(open_meeting(), VotePrepared{meeting, plan, ballot, question()})
      .when(mayor, OpenVote{ballot})
      .then(RefusalCode::no_active_item);
}

TEST(Vote, VOT_4_only_in_an_open_meeting) {
  given(convened(), VotePrepared{meeting, plan, ballot, question()})
      .when(mayor, OpenVote{ballot})
      .then(RefusalCode::wrong_meeting_state);
  given(prepared(), RecessCalled{meeting, {}}).when(mayor, OpenVote{ballot}).then(RefusalCode::wrong_meeting_state);
}

TEST(Vote, VOT_5_entitled_are_those_present_who_vote) {
  given(prepared()).when(mayor, OpenVote{ballot}).then({opened()});
}

TEST(Vote, VOT_5_a_secretary_with_the_right_to_vote_is_entitled) {
  Member voting_clerk = member(clerk);
  voting_clerk.votes = true;
  given(prepared(), MemberEdited{voting_clerk})
      .when(mayor, OpenVote{ballot})
      .then({opened_to({mayor, vice, ann, cyrus, clerk})});
}

TEST(Vote, VOT_5_without_voters_it_does_not_open) {
  given(prepared(), MemberDeparted{meeting, mayor}, MemberDeparted{meeting, vice}, MemberDeparted{meeting, ann},
        MemberDeparted{meeting, cyrus})
      .when(mayor, OpenVote{ballot})
      .then(RefusalCode::no_voters);
}

TEST(Vote, VOT_5_who_comes_later_is_not_entitled) {
  given(voting(), MemberArrived{meeting, ben}).when(ben, CastVote{ballot, approve}).then(RefusalCode::not_entitled);
}

TEST(Vote, VOT_5_who_has_no_vote_is_not_entitled) {
  given(voting()).when(dana, CastVote{ballot, approve}).then(RefusalCode::not_entitled);
  given(voting()).when(clerk, CastVote{ballot, approve}).then(RefusalCode::not_entitled);
}

TEST(Vote, VOT_5_losing_the_right_during_a_vote_changes_nothing) {
  Member silenced = member(ann);
  silenced.votes = false;
  given(voting(), MemberEdited{silenced})
      .when(ann, CastVote{ballot, approve})
      .then({BallotCast{meeting, ballot, ann, approve}});
}

TEST(Vote, VOT_6_a_ballot_is_cast) {
  given(voting()).when(ann, CastVote{ballot, against}).then({BallotCast{meeting, ballot, ann, against}});
}

TEST(Vote, VOT_6_the_chair_votes) {
  given(voting()).when(mayor, CastVote{ballot, abstain}).then({BallotCast{meeting, ballot, mayor, abstain}});
}

TEST(Vote, VOT_6_a_ballot_is_changed) {
  auto scene = given(voting(), BallotCast{meeting, ballot, ann, against});
  scene.when(ann, CastVote{ballot, approve}).then({BallotCast{meeting, ballot, ann, approve}});
  scene.does(ann, CastVote{ballot, approve});
  EXPECT_EQ(scene.seen_by(Audience::staff).votes.at(ballot).cast, 1);
  EXPECT_EQ(me(scene.state(), ann)->ballots.at(ballot), approve);
}

TEST(Vote, VOT_6_the_same_choice_again_is_no_change) {
  given(voting(), BallotCast{meeting, ballot, ann, against})
      .when(ann, CastVote{ballot, against})
      .then(RefusalCode::same_choice, "choice");
}

TEST(Vote, VOT_7_who_left_keeps_the_ballot) {
  auto scene = given(voting(), BallotCast{meeting, ballot, ann, approve}, MemberDeparted{meeting, ann});
  scene.does(mayor, CloseVote{ballot});
  EXPECT_EQ(scene.seen_by(Audience::public_).votes.at(ballot).result->tally, (Tally{1, 0, 0, 3}));
}

TEST(Vote, VOT_7_who_left_casts_none) {
  given(voting(), MemberDeparted{meeting, ann}).when(ann, CastVote{ballot, approve}).then(RefusalCode::not_present);
  given(voting(), MemberDeparted{meeting, ann}, MemberArrived{meeting, ann})
      .when(ann, CastVote{ballot, approve})
      .then({BallotCast{meeting, ballot, ann, approve}});
}

TEST(Vote, VOT_8_a_time_limit_makes_a_deadline) {
  auto scene = given(timed());
  VoteOpened with_deadline = opened();
  with_deadline.deadline = nine_o_clock + seconds(60);
  scene.when(mayor, OpenVote{ballot}).then({with_deadline});
  EXPECT_EQ(next_deadline(scene.state()), std::nullopt);
  scene.does(mayor, OpenVote{ballot});
  EXPECT_EQ(next_deadline(scene.state()), nine_o_clock + seconds(60));
  EXPECT_EQ(scene.seen_by(Audience::public_).votes.at(ballot).deadline, nine_o_clock + seconds(60));
}

TEST(Vote, VOT_8_the_tick_closes_it_at_the_deadline) {
  auto scene = given(timed());
  scene.does(mayor, OpenVote{ballot}).after(seconds(60));
  scene.when(server, Tick{})
      .then({VoteClosed{meeting, report, ballot, CloseCause::deadline,
                        at_quorum({{0, 0, 0, 4}, 0, 1, Outcome::rejected})}});
  scene.does(server, Tick{});
  EXPECT_EQ(next_deadline(scene.state()), std::nullopt);
}

TEST(Vote, VOT_8_a_tick_before_is_refused) {
  auto scene = given(timed());
  scene.when(server, Tick{}).then(RefusalCode::wrong_vote_state);
  scene.does(mayor, OpenVote{ballot}).after(seconds(59));
  scene.when(server, Tick{}).then(RefusalCode::wrong_vote_state);
  given(voting()).after(minutes(600)).when(server, Tick{}).then(RefusalCode::wrong_vote_state);
  given(convened()).when(server, Tick{}).then(RefusalCode::wrong_vote_state);
  given(enrolled()).when(server, Tick{}).then(RefusalCode::wrong_meeting_state);
}

TEST(Vote, VOT_8_without_a_limit_no_clock_runs) {
  EXPECT_EQ(next_deadline(given(voting()).state()), std::nullopt);
  EXPECT_EQ(next_deadline(given(enrolled()).state()), std::nullopt);
}

TEST(Vote, VOT_9_a_late_ballot_does_not_count_though_the_tick_is_late) {
  auto scene = given(timed());
  scene.does(mayor, OpenVote{ballot}).after(seconds(59));
  scene.when(ann, CastVote{ballot, approve}).then({BallotCast{meeting, ballot, ann, approve}});
  scene.after(seconds(1)).when(ann, CastVote{ballot, approve}).then(RefusalCode::wrong_vote_state);
}

TEST(Vote, VOT_9_a_late_closing_is_the_deadlines) {
  auto scene = given(timed());
  scene.does(mayor, OpenVote{ballot}).after(seconds(61));
  scene.when(mayor, CloseVote{ballot})
      .then({VoteClosed{meeting, report, ballot, CloseCause::deadline,
                        at_quorum({{0, 0, 0, 4}, 0, 1, Outcome::rejected})}});
}

TEST(Vote, VOT_10_closing_counts) {
  given(voting(), BallotCast{meeting, ballot, mayor, approve}, BallotCast{meeting, ballot, vice, approve},
        BallotCast{meeting, ballot, ann, abstain})
      .when(mayor, CloseVote{ballot})
      .then(
          {VoteClosed{meeting, report, ballot, CloseCause::chair, at_quorum({{2, 0, 1, 1}, 2, 1, Outcome::adopted})}});
}

TEST(Vote, VOT_10_the_result_goes_by_the_rule_of_the_vote) {
  given(voting(report, two_thirds), BallotCast{meeting, ballot, mayor, approve},
        BallotCast{meeting, ballot, vice, approve}, BallotCast{meeting, ballot, ann, against},
        BallotCast{meeting, ballot, cyrus, against})
      .when(mayor, CloseVote{ballot})
      .then(
          {VoteClosed{meeting, report, ballot, CloseCause::chair, at_quorum({{2, 2, 0, 0}, 4, 3, Outcome::rejected})}});
}

TEST(Vote, VOT_11_while_open_only_the_turnout_is_seen) {
  const auto scene = given(voting(), BallotCast{meeting, ballot, ann, approve});
  for (const Audience audience : {Audience::public_, Audience::member, Audience::staff, Audience::display}) {
    const VoteView seen = scene.seen_by(audience).votes.at(ballot);
    EXPECT_EQ(seen.electorate, (std::vector{mayor, vice, ann, cyrus}));
    EXPECT_EQ(seen.cast, 1);
    EXPECT_TRUE(seen.ballots.empty());
    EXPECT_EQ(seen.result, std::nullopt);
    EXPECT_EQ(scene.meeting_seen_by(audience).open_vote, ballot);
  }
}

TEST(Vote, VOT_11_nobody_sees_how_the_count_goes) {
  auto scene = given(voting(), BallotCast{meeting, ballot, ann, approve});
  const View before = scene.seen_by(Audience::staff);
  scene.does(ann, CastVote{ballot, against});
  EXPECT_EQ(scene.seen_by(Audience::staff), before);
}

TEST(Vote, VOT_11_after_closing_everybody_sees_who_chose_what) {
  auto scene = given(voting(), BallotCast{meeting, ballot, ann, approve});
  scene.does(mayor, CloseVote{ballot});
  for (const Audience audience : {Audience::public_, Audience::member, Audience::staff, Audience::display}) {
    EXPECT_EQ(scene.seen_by(audience).votes.at(ballot).ballots, (std::map<PersonId, Ballot>{{ann, approve}}));
  }
}

TEST(Vote, VOT_12_the_result_is_shown_until_the_hall_goes_on) {
  const auto shown_after = [](const std::vector<Command>& commands) {
    auto scene = given(voting(), FloorRequested{meeting, report, first, ann, SpeechKind::speech, {}},
                       VotePrepared{meeting, report, VoteId{302}, question()});
    scene.does(mayor, CloseVote{ballot});
    EXPECT_EQ(scene.meeting_seen_by(Audience::display).shown_result, ballot);
    for (const Command& command : commands) scene.does(mayor, command);
    return scene.meeting_seen_by(Audience::display).shown_result;
  };
  EXPECT_EQ(shown_after({CloseList{}, MoveRequest{first, 0, "نوبت"}}), ballot);
  EXPECT_EQ(shown_after({GiveFloor{first}}), std::nullopt);
  EXPECT_EQ(shown_after({ActivateItem{plan}}), std::nullopt);
  EXPECT_EQ(shown_after({EndItem{}}), std::nullopt);
  EXPECT_EQ(shown_after({OpenVote{VoteId{302}}}), std::nullopt);
  EXPECT_EQ(shown_after({CallRecess{}}), std::nullopt);
  EXPECT_EQ(shown_after({CloseMeeting{}}), std::nullopt);
}

TEST(Vote, VOT_12_the_result_gives_way_to_the_speaker_who_goes_on) {
  auto scene = given(queueing(), TurnStarted{meeting, report, first, ann, SpeechKind::speech, seconds(180)},
                     VotePrepared{meeting, report, ballot, question()});
  scene.does(mayor, OpenVote{ballot}).does(mayor, CloseVote{ballot});
  EXPECT_EQ(scene.meeting_seen_by(Audience::display).shown_result, ballot);
  scene.does(mayor, ResumeTurn{});
  EXPECT_EQ(scene.meeting_seen_by(Audience::display).shown_result, std::nullopt);
}

TEST(Vote, VOT_13_present_are_the_entitled_still_there_at_closing) {
  const VoteRule of_present{Base::present, {MajorityKind::absolute, {}}};
  given(voting(report, of_present), BallotCast{meeting, ballot, ann, approve}, MemberDeparted{meeting, vice},
        MemberArrived{meeting, ben})
      .when(mayor, CloseVote{ballot})
      .then(
          {VoteClosed{meeting, report, ballot, CloseCause::chair, at_quorum({{1, 0, 0, 3}, 3, 2, Outcome::rejected})}});
}

TEST(Vote, VOT_13_entitled_are_those_of_the_opening_and_members_all_who_vote) {
  const VoteRule of_entitled{Base::entitled, {MajorityKind::absolute, {}}};
  const VoteRule of_members{Base::members, {MajorityKind::absolute, {}}};
  given(voting(report, of_entitled))
      .when(mayor, CloseVote{ballot})
      .then(
          {VoteClosed{meeting, report, ballot, CloseCause::chair, at_quorum({{0, 0, 0, 4}, 4, 3, Outcome::rejected})}});
  given(voting(report, of_members))
      .when(mayor, CloseVote{ballot})
      .then(
          {VoteClosed{meeting, report, ballot, CloseCause::chair, at_quorum({{0, 0, 0, 4}, 5, 3, Outcome::rejected})}});
}

TEST(Vote, ROL_6_a_vote_that_is_not_there) {
  const VoteId other{999};
  given(voting()).when(mayor, OpenVote{other}).then(RefusalCode::no_such_vote, "vote");
  given(voting()).when(mayor, CloseVote{other}).then(RefusalCode::no_such_vote, "vote");
  given(voting()).when(ann, CastVote{other, approve}).then(RefusalCode::no_such_vote, "vote");
  given(voting()).when(clerk, EditVote{other, question()}).then(RefusalCode::no_such_vote, "vote");
  given(voting()).when(clerk, DiscardVote{other}).then(RefusalCode::no_such_vote, "vote");
}

}  // namespace
}  // namespace talar::hall
