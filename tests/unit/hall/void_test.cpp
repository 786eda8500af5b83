#include "tests/unit/hall/given.hpp"

namespace talar::hall {
namespace {

using enum Choice;

constexpr VoteId again{302};
const Reason wrong = "پرسش اشتباه";

VoteVoided voided(VoteId vote = ballot) {
  return {meeting, report, vote, wrong};
}

/// Adopted by ann's vote.
Scene adopted() {
  auto scene = given(voting(), BallotCast{meeting, ballot, ann, approve});
  scene.does(mayor, CloseVote{ballot});
  return scene;
}

TEST(VoidVote, VOT_47_an_open_vote_ends_without_a_result) {
  auto scene = given(voting(), BallotCast{meeting, ballot, ann, approve});
  scene.when(mayor, VoidVote{ballot, wrong}).then({voided()});
  scene.does(mayor, VoidVote{ballot, wrong});
  for (const Audience audience : {Audience::staff, Audience::public_}) {
    const VoteView seen = scene.seen_by(audience).votes.at(ballot);
    EXPECT_EQ(seen.state, VoteState::voided);
    EXPECT_EQ(seen.void_reason, wrong);
    EXPECT_EQ(seen.voided_at, nine_o_clock);
    EXPECT_EQ(seen.result, std::nullopt);
    EXPECT_TRUE(seen.ballots.empty());
    EXPECT_EQ(scene.meeting_seen_by(audience).open_vote, std::nullopt);
  }
  EXPECT_EQ(next_deadline(scene.state()), std::nullopt);
}

TEST(VoidVote, VOT_47_what_was_seen_at_once_is_not_seen_any_more) {
  auto scene = given(voting(of(VoteKind::motion, VoteMode::roll_call)), BallotCast{meeting, ballot, ann, approve});
  scene.does(mayor, VoidVote{ballot, wrong});
  EXPECT_TRUE(scene.seen_by(Audience::staff).votes.at(ballot).ballots.empty());
}

TEST(VoidVote, VOT_47_of_a_closed_vote_result_and_ballots_stay) {
  auto scene = adopted();
  const VoteView before = scene.seen_by(Audience::public_).votes.at(ballot);
  scene.does(mayor, VoidVote{ballot, wrong});
  const VoteView after = scene.seen_by(Audience::public_).votes.at(ballot);
  EXPECT_EQ(after.state, VoteState::voided);
  EXPECT_EQ(after.result, before.result);
  EXPECT_EQ(after.ballots, before.ballots);
}

TEST(VoidVote, VOT_47_it_stands_in_the_minutes) {
  auto scene = adopted();
  scene.does(mayor, VoidVote{ballot, wrong});
  const Entry entry = scene.current().record.entries.rbegin()->second;
  EXPECT_EQ(entry.kind, EntryKind::vote_voided);
  EXPECT_EQ(entry.vote, ballot);
  EXPECT_EQ(entry.reason, wrong);
}

TEST(VoidVote, VOT_47_after_the_meeting_too_until_the_minutes_are_frozen) {
  auto scene = adopted();
  scene.does(mayor, CloseMeeting{});
  scene.when(mayor, VoidVote{ballot, wrong}).then({voided()});
}

TEST(VoidVote, VOT_3_only_what_has_been_opened_and_once) {
  given(discussing(), VotePrepared{meeting, report, ballot, question()})
      .when(mayor, VoidVote{ballot, wrong})
      .then(RefusalCode::wrong_vote_state, Args{{"state", "prepared"}});
  given(voting(), voided()).when(mayor, VoidVote{ballot, wrong}).then(RefusalCode::wrong_vote_state);
  given(voting(), voided()).when(ann, CastVote{ballot, approve}).then(RefusalCode::wrong_vote_state);
}

TEST(VoidVote, VOT_48_not_what_a_resolution_names) {
  ResolutionContent resolution = resolution_of("مصوبه");
  resolution.vote = ballot;
  auto scene = adopted();
  scene.does(clerk, AdoptResolution{report, resolution});
  scene.when(mayor, VoidVote{ballot, wrong}).then(RefusalCode::vote_in_use, "vote");
}

TEST(VoidVote, MIN_5_a_resolution_names_no_voided_vote) {
  ResolutionContent resolution = resolution_of("مصوبه");
  resolution.vote = ballot;
  auto scene = adopted();
  scene.does(mayor, VoidVote{ballot, wrong});
  scene.when(clerk, AdoptResolution{report, resolution}).then(RefusalCode::vote_not_adopted, "content.vote");
}

TEST(VoidVote, VOT_48_not_what_has_ended_the_parts_of_a_block) {
  ItemContent block = content("چشم‌انداز شهر");
  block.kind = ItemKind::consent;
  auto scene =
      given(discussing(plan), ItemEdited{meeting, plan, block}, VotePrepared{meeting, plan, ballot, question()},
            opened_to({mayor, vice, ann, cyrus}, plan), BallotCast{meeting, ballot, ann, approve});
  scene.does(mayor, CloseVote{ballot});
  scene.when(mayor, VoidVote{ballot, wrong}).then(RefusalCode::vote_in_use, "vote");
}

TEST(VoidVote, VOT_48_what_follows_and_is_only_prepared_goes_with_it) {
  auto scene = given(voting(of(VoteKind::consent)));
  scene.does(ann, RaiseObjection{ballot});
  const VoteId follower = *scene.current().votes.at(ballot).followed_by;
  scene.when(mayor, VoidVote{ballot, wrong}).then({VoteDiscarded{meeting, follower}, voided()});
  auto opened_already = scene;
  opened_already.does(mayor, OpenVote{follower});
  opened_already.when(mayor, VoidVote{ballot, wrong}).then(RefusalCode::vote_in_use, "vote");
  opened_already.does(mayor, VoidVote{follower, wrong});
  opened_already.when(mayor, VoidVote{ballot, wrong}).then({voided()});
}

TEST(VoidVote, VOT_49_it_is_prepared_once_more) {
  auto scene = given(voting(), voided());
  scene.when(clerk, RepeatVote{ballot})
      .then({VotePrepared{meeting, report, fresh<VoteId>(), question(VoteForm{}), ballot, FollowKind::repeat}});
  scene.happens({VotePrepared{meeting, report, again, question(), ballot, FollowKind::repeat}});
  EXPECT_EQ(scene.seen_by(Audience::staff).votes.at(ballot).followed_by, again);
  EXPECT_EQ(scene.seen_by(Audience::staff).votes.at(again).follows, ballot);
  EXPECT_EQ(scene.seen_by(Audience::staff).votes.at(again).follow_kind, FollowKind::repeat);
}

TEST(VoidVote, VOT_49_and_not_twice_unless_that_one_is_voided_too) {
  auto scene = given(voting(), voided(), VotePrepared{meeting, report, again, question(), ballot, FollowKind::repeat});
  scene.when(clerk, RepeatVote{ballot}).then(RefusalCode::vote_in_use, "vote");
  scene.does(mayor, OpenVote{again}).happens({voided(again)});
  scene.does(clerk, RepeatVote{ballot});
  EXPECT_NE(scene.current().votes.at(ballot).followed_by, again);
  scene.does(clerk, DiscardVote{*scene.current().votes.at(ballot).followed_by});
  EXPECT_EQ(scene.current().votes.at(ballot).followed_by, again);
}

TEST(VoidVote, VOT_49_only_of_what_is_voided_and_of_an_item_that_is_there) {
  given(voting()).when(clerk, RepeatVote{ballot}).then(RefusalCode::wrong_vote_state, Args{{"state", "open"}});
  given(voting(), voided(), ItemEnded{meeting, report, ItemState::withdrawn, {}, {}})
      .when(clerk, RepeatVote{ballot})
      .then(RefusalCode::wrong_item_state, "vote");
}

TEST(VoidVote, VOT_1_a_full_meeting_repeats_nothing) {
  auto scene = given(voting(), voided());
  for (std::uint64_t id = 1; id < limits::votes_per_meeting; ++id) {
    scene.happens({VotePrepared{meeting, plan, VoteId{id}, question()}});
  }
  scene.when(clerk, RepeatVote{ballot}).then(RefusalCode::too_many_votes);
}

}  // namespace
}  // namespace talar::hall
