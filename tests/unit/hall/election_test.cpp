#include "tests/unit/hall/given.hpp"

namespace talar::hall {
namespace {

constexpr VoteId next_vote{302};

BallotCast marked(PersonId person, const Marks& marks) {
  return {meeting, ballot, person, Choice::approve, marks};
}

/// What closing makes of it, with everybody there but ben.
std::vector<Event> closing(const Scene& scene) {
  const Context chair{.kind = Context::Kind::person, .person = mayor, .now = nine_o_clock, .seed = 1};
  return decide(scene.state(), chair, CloseVote{ballot}).value();
}

TEST(ElectionVote, VOT_20_candidates_are_marked_on_ones_device) {
  const auto scene = given(voting(election()));
  scene.when(ann, CastVote{ballot, {}, Marks{0, 1, 0}})
      .then({BallotCast{meeting, ballot, ann, Choice::approve, Marks{0, 1, 0}}});
  scene.when(ann, CastVote{ballot, {}, Marks{0, 0, 0}})
      .then({BallotCast{meeting, ballot, ann, Choice::abstain, Marks{0, 0, 0}}});
  scene.when(ann, CastVote{ballot, Choice::approve, {}}).then(RefusalCode::bad_ballot, "choice");
  scene.when(ann, CastVote{ballot, {}, Marks{1}}).then(RefusalCode::bad_ballot, "marks");
}

TEST(ElectionVote, VOT_6_the_same_marks_again_are_no_change) {
  const auto scene = given(voting(election()), marked(ann, {0, 1, 0}));
  scene.when(ann, CastVote{ballot, {}, Marks{0, 1, 0}}).then(RefusalCode::same_choice, "marks");
  scene.when(ann, CastVote{ballot, {}, Marks{1, 1, 0}})
      .then({BallotCast{meeting, ballot, ann, Choice::approve, Marks{1, 1, 0}}});
}

TEST(ElectionVote, VOT_37_a_candidate_withdraws_before_it_opens) {
  auto scene = given(prepared(election()));
  scene.when(ann, WithdrawCandidate{ballot, 0}).then({CandidateWithdrawn{meeting, ballot, 0}});
  scene.does(ann, WithdrawCandidate{ballot, 0});
  EXPECT_TRUE(scene.current().votes.at(ballot).content.form->options[0].withdrawn);
  scene.when(ann, WithdrawCandidate{ballot, 0}).then(RefusalCode::already_withdrawn, "option");
  scene.does(mayor, OpenVote{ballot});
  scene.when(cyrus, WithdrawCandidate{ballot, 2}).then(RefusalCode::wrong_vote_state);
}

TEST(ElectionVote, VOT_37_the_desk_takes_anybody_off_the_list_and_others_only_themselves) {
  const auto scene = given(prepared(election()));
  scene.when(clerk, WithdrawCandidate{ballot, 1}).then({CandidateWithdrawn{meeting, ballot, 1}});
  scene.when(mayor, WithdrawCandidate{ballot, 1}).then({CandidateWithdrawn{meeting, ballot, 1}});
  scene.when(ann, WithdrawCandidate{ballot, 1}).then(RefusalCode::not_your_own, "option");
  scene.when(clerk, WithdrawCandidate{ballot, 3}).then(RefusalCode::no_such_option, "option");
  given(prepared(ranking())).when(clerk, WithdrawCandidate{ballot, 0}).then(RefusalCode::wrong_vote_kind);
}

TEST(ElectionVote, VOT_37_it_opens_while_somebody_stands) {
  auto scene =
      given(prepared(election()), CandidateWithdrawn{meeting, ballot, 0}, CandidateWithdrawn{meeting, ballot, 1});
  scene.when(mayor, OpenVote{ballot}).then({opened(election())});
  scene.does(cyrus, WithdrawCandidate{ballot, 2});
  scene.when(mayor, OpenVote{ballot}).then(RefusalCode::bad_form, "vote");
}

TEST(ElectionVote, VOT_50_closing_prepares_the_run_off) {
  VoteRule half;
  half.majority.kind = MajorityKind::absolute;
  auto scene = given(voting(election(), {}, half), marked(mayor, {1, 0, 0}), marked(vice, {0, 1, 0}),
                     marked(ann, {1, 0, 0}), marked(cyrus, {0, 0, 1}));
  const auto events = closing(scene);
  ASSERT_EQ(events.size(), 2u);
  EXPECT_EQ(std::get<VoteClosed>(events[0]).result.outcome, Outcome::incomplete);
  const auto& next = std::get<VotePrepared>(events[1]);
  EXPECT_EQ(next.follows, ballot);
  EXPECT_EQ(next.follow_kind, FollowKind::runoff);
  EXPECT_EQ(next.content.rule.majority, Majority{});
  EXPECT_EQ(next.content.form->seats->value, 1);
  scene.does(mayor, CloseVote{ballot});
  const Vote& closed = scene.current().votes.at(ballot);
  ASSERT_TRUE(closed.followed_by);
  EXPECT_EQ(scene.seen_by(Audience::staff).votes.at(ballot).followed_by, closed.followed_by);
  EXPECT_EQ(scene.seen_by(Audience::public_).votes.at(ballot).followed_by, std::nullopt);  // VOT-17
  scene.does(mayor, OpenVote{*closed.followed_by});
  EXPECT_EQ(scene.seen_by(Audience::public_).votes.at(ballot).followed_by, closed.followed_by);
}

TEST(ElectionVote, VOT_50_no_run_off_when_all_seats_are_filled_or_nobody_is_marked) {
  EXPECT_EQ(closing(given(voting(election()), marked(mayor, {1, 0, 0}))).size(), 1u);
  EXPECT_EQ(closing(given(voting(election()))).size(), 1u);
}

TEST(ElectionVote, VOT_50_a_discarded_run_off_leaves_no_trace) {
  auto scene = given(voting(election()), marked(mayor, {1, 0, 0}), marked(ann, {0, 1, 0}));
  scene.does(mayor, CloseVote{ballot});
  const VoteId runoff = *scene.current().votes.at(ballot).followed_by;
  scene.does(clerk, DiscardVote{runoff});
  EXPECT_EQ(scene.current().votes.at(ballot).followed_by, std::nullopt);
}

TEST(ElectionVote, VOT_50_in_a_full_meeting_nothing_follows) {
  auto scene = given(voting(election()), marked(mayor, {1, 0, 0}), marked(ann, {0, 1, 0}));
  for (std::uint64_t id = 1; id < limits::votes_per_meeting; ++id) {
    scene.happens({VotePrepared{meeting, plan, VoteId{id}, question()}});
  }
  EXPECT_EQ(closing(scene).size(), 1u);
}

TEST(ElectionVote, VOT_3_what_follows_is_edited_like_any_other) {
  auto scene = given(voting(election()), marked(mayor, {1, 0, 0}), marked(ann, {0, 1, 0}));
  scene.does(mayor, CloseVote{ballot});
  const VoteId runoff = *scene.current().votes.at(ballot).followed_by;
  scene.does(clerk, EditVote{runoff, question(election(2))});
  EXPECT_EQ(scene.current().votes.at(runoff).follows, ballot);
  EXPECT_EQ(scene.current().votes.at(runoff).content.form->seats->value, 2);
}

TEST(ElectionVote, VOT_38_a_ranking_is_counted_as_the_charter_said_at_its_opening) {
  VotingRules by_points;
  by_points.ranking = RankingMethod::borda;
  auto scene = given(prepared(ranking()), amended(by_points));
  scene.does(mayor, OpenVote{ballot}).happens({amended(VotingRules{})});
  scene.happens({marked(ann, {1, 2, 3})}).does(mayor, CloseVote{ballot});
  const Vote& vote = scene.current().votes.at(ballot);
  EXPECT_EQ(vote.rules, by_points);
  EXPECT_EQ((*vote.result->options)[0].count, 2);
  EXPECT_EQ((*vote.result->options)[1].count, 1);
  EXPECT_EQ(scene.seen_by(Audience::public_).votes.at(ballot).rules, by_points);
}

TEST(ElectionVote, VOT_38_a_vote_of_an_old_journal_goes_by_the_charter_too) {
  VotingRules live;
  live.live = true;
  VoteOpened old = opened();
  old.rules.reset();
  const auto scene = given(discussing(), amended(live), VotePrepared{meeting, report, ballot, question()}, old);
  EXPECT_EQ(scene.current().votes.at(ballot).rules, live);
  EXPECT_EQ(scene.current().votes.at(ballot).content.form, VoteForm{});
}

}  // namespace
}  // namespace talar::hall
