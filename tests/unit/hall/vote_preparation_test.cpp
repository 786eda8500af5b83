#include "tests/unit/hall/given.hpp"

namespace talar::hall {
namespace {

const VoteRule two_thirds{Base::valid, {MajorityKind::two_thirds, {}}};

Story prepared(ItemId item = report, VoteContent content = question()) {
  return discussing(item) + Story{VotePrepared{meeting, item, ballot, content}};
}

TEST(Vote, VOT_1_a_vote_is_prepared_from_draft_to_recess) {
  for (const Story& story :
       {drafted(), convened(), open_meeting(), open_meeting() + Story{RecessCalled{meeting, {}}}}) {
    given(story)
        .when(clerk, PrepareVote{plan, question(two_thirds)})
        .then({VotePrepared{meeting, plan, fresh<VoteId>(), question(two_thirds)}});
  }
  given(closed_meeting()).when(clerk, PrepareVote{plan, question()}).then(RefusalCode::wrong_meeting_state);
}

TEST(Vote, VOT_1_not_for_a_withdrawn_item) {
  given(open_meeting(), ItemEnded{meeting, plan, ItemState::withdrawn, {}, {}})
      .when(clerk, PrepareVote{plan, question()})
      .then(RefusalCode::wrong_item_state, "item");
}

TEST(Vote, VOT_1_two_hundred_are_enough) {
  auto scene = given(open_meeting());
  for (std::uint64_t id = 1; id <= limits::votes_per_meeting; ++id) {
    scene.happens({VotePrepared{meeting, plan, VoteId{id}, question()}});
  }
  scene.when(clerk, PrepareVote{plan, question()}).then(RefusalCode::too_many_votes, Args{{"max", "200"}});
}

TEST(Vote, VOT_2_a_fraction_is_given_exactly_for_its_kind) {
  const std::string field = "content.rule.majority.fraction";
  const VoteRule missing{Base::valid, {MajorityKind::fraction, {}}};
  const VoteRule extra{Base::valid, {MajorityKind::simple, Fraction{1, 2, Comparison::at_least}}};
  given(open_meeting()).when(clerk, PrepareVote{plan, question(missing)}).then(RefusalCode::bad_fraction, field);
  given(open_meeting()).when(clerk, PrepareVote{plan, question(extra)}).then(RefusalCode::bad_fraction, field);
}

TEST(Vote, VOT_2_a_fraction_can_be_reached) {
  const auto with_fraction = [](Fraction fraction) {
    return question({Base::cast, {MajorityKind::fraction, fraction}});
  };
  const auto scene = given(prepared());
  scene.when(clerk, EditVote{ballot, with_fraction({5, 4, Comparison::at_least})}).then(RefusalCode::bad_fraction);
  scene.when(clerk, EditVote{ballot, with_fraction({4, 4, Comparison::more_than})}).then(RefusalCode::bad_fraction);
  const VoteContent everybody = with_fraction({4, 4, Comparison::at_least});
  scene.when(clerk, EditVote{ballot, everybody}).then({VoteEdited{meeting, ballot, everybody}});
}

TEST(Vote, VOT_3_a_prepared_vote_is_edited_and_discarded) {
  given(prepared())
      .when(clerk, EditVote{ballot, question(two_thirds)})
      .then({VoteEdited{meeting, ballot, question(two_thirds)}});
  given(prepared()).when(clerk, DiscardVote{ballot}).then({VoteDiscarded{meeting, ballot}});
}

TEST(Vote, VOT_17_prepared_votes_are_for_chair_and_staff) {
  const auto scene = given(prepared());
  EXPECT_EQ(scene.seen_by(Audience::staff).votes.at(ballot).state, VoteState::prepared);
  for (const Audience audience : {Audience::public_, Audience::member, Audience::display}) {
    EXPECT_TRUE(scene.seen_by(audience).votes.empty());
  }
}

TEST(Vote, VOT_17_prepared_votes_keep_the_order_of_their_preparation) {
  const VoteId earlier{9'999}, later{1};
  const auto scene = given(prepared(), VotePrepared{meeting, report, earlier, question()},
                           VotePrepared{meeting, report, later, question()});
  const auto votes = scene.seen_by(Audience::staff).votes;
  EXPECT_LT(votes.at(ballot).order, votes.at(earlier).order);
  EXPECT_LT(votes.at(earlier).order, votes.at(later).order);
}

}  // namespace
}  // namespace talar::hall
