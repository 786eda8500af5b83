#include "tests/unit/hall/given.hpp"

namespace talar::hall {
namespace {

const VoteForm consent = of(VoteKind::consent);

VoteClosed closed_by(CloseCause cause, Outcome outcome) {
  VoteResult result;
  result.tally.not_cast = 4;
  result.outcome = outcome;
  if (outcome != Outcome::objected) result = at_quorum(result);
  return {meeting, report, ballot, cause, result, {}};
}

TEST(ConsentVote, VOT_26_nobody_objects_and_it_is_adopted) {
  given(voting(consent)).when(mayor, CloseVote{ballot}).then({closed_by(CloseCause::chair, Outcome::adopted)});
}

TEST(ConsentVote, VOT_8_its_time_runs_out_without_an_objection) {
  auto scene = given(discussing(), VotePrepared{meeting, report, ballot, question(consent, 30)});
  scene.does(mayor, OpenVote{ballot}).after(seconds(30));
  scene.when(ann, RaiseObjection{ballot}).then(RefusalCode::wrong_vote_state);
  scene.when(server, Tick{}).then({closed_by(CloseCause::deadline, Outcome::adopted)});
}

TEST(ConsentVote, VOT_41_an_objection_turns_it_into_a_vote) {
  const auto scene = given(voting(consent));
  scene.when(ann, RaiseObjection{ballot})
      .then({ObjectionRaised{meeting, ballot, ann}, closed_by(CloseCause::objection, Outcome::objected),
             VotePrepared{meeting, report, fresh<VoteId>(), question(of(VoteKind::motion)), ballot,
                          FollowKind::objection}});
}

TEST(ConsentVote, VOT_41_the_vote_keeps_the_mode) {
  auto scene = given(voting(of(VoteKind::consent, VoteMode::secret)));
  scene.does(ann, RaiseObjection{ballot});
  const Vote& objected = scene.current().votes.at(ballot);
  EXPECT_EQ(objected.objected_by, ann);
  EXPECT_EQ(scene.current().votes.at(*objected.followed_by).content.form, of(VoteKind::motion, VoteMode::secret));
  EXPECT_EQ(scene.current().open_vote, std::nullopt);
}

TEST(ConsentVote, VOT_41_only_voters_who_are_there_object) {
  given(voting(consent)).when(dana, RaiseObjection{ballot}).then(RefusalCode::not_entitled);
  given(voting(consent), MemberDeparted{meeting, ann}).when(ann, RaiseObjection{ballot}).then(RefusalCode::not_present);
  given(voting()).when(ann, RaiseObjection{ballot}).then(RefusalCode::wrong_vote_kind, Args{{"kind", "motion"}});
}

TEST(ConsentVote, VOT_39_nobody_votes_in_a_consent) {
  const Args kind{{"kind", "consent"}};
  const auto scene = given(voting(consent));
  scene.when(ann, CastVote{ballot, Choice::approve}).then(RefusalCode::wrong_vote_kind, kind);
  scene.when(clerk, RecordAnswer{ballot, ann, Choice::approve}).then(RefusalCode::wrong_vote_kind, kind);
  scene.when(clerk, RecordCount{ballot, {1, 0, 0, {}}}).then(RefusalCode::wrong_vote_kind, kind);
  scene.when(ann, CollectBallot{ballot, digest}).then(RefusalCode::wrong_vote_kind, kind);
}

TEST(ConsentVote, AGD_22_a_consent_ends_the_parts_of_its_block) {
  ItemContent block = content("چشم‌انداز شهر");
  block.kind = ItemKind::consent;
  auto scene =
      given(discussing(plan), ItemEdited{meeting, plan, block}, VotePrepared{meeting, plan, ballot, question(consent)},
            opened_to({mayor, vice, ann, cyrus}, plan));
  scene.does(mayor, CloseVote{ballot});
  EXPECT_EQ(scene.current().items.at(roads).decided_by, ballot);
}

}  // namespace
}  // namespace talar::hall
