#include "tests/unit/hall/given.hpp"

namespace talar::hall {
namespace {

using enum Choice;
using Weights = std::map<PersonId, std::int64_t>;

VotingRules weighted() {
  VotingRules rules;
  rules.weights = {{Seat::president, 2}, {Seat::deputy, 3}};
  rules.secret_voters_min = 2;
  return rules;
}

Scene about_to_vote(const VoteForm& form, const Story& before = {}) {
  return given(prepared(form) + Story{amended(weighted())} + before);
}

Weights weights_of(const VoteForm& form) {
  auto scene = about_to_vote(form);
  scene.does(mayor, OpenVote{ballot});
  return scene.seen_by(Audience::public_).votes.at(ballot).weights;
}

TEST(Weights, VOT_44_seats_have_the_votes_of_the_charter) {
  VoteOpened event = opened({}, weighted());
  event.weights = {{mayor, 2}, {ann, 3}};
  about_to_vote({}).when(mayor, OpenVote{ballot}).then({event});
  EXPECT_EQ(weights_of({}), (Weights{{mayor, 2}, {ann, 3}}));
  EXPECT_EQ(weights_of(of(VoteKind::motion, VoteMode::roll_call)), (Weights{{mayor, 2}, {ann, 3}}));
  EXPECT_EQ(weights_of(election()), (Weights{{mayor, 2}, {ann, 3}}));
}

TEST(Weights, VOT_44_where_heads_are_counted_everybody_has_one) {
  EXPECT_EQ(weights_of(of(VoteKind::consent)), Weights{});
  EXPECT_EQ(weights_of(of(VoteKind::motion, VoteMode::show_of_hands)), Weights{});
  EXPECT_EQ(weights_of(of(VoteKind::motion, VoteMode::secret)), Weights{});
}

TEST(Weights, VOT_44_a_substitute_has_those_of_the_seat) {
  Charter amended = charter();
  amended.presence.emplace().substitutes = {Seat::deputy};
  amended.voting = weighted();
  auto scene = about_to_vote({}, {CharterAmended{amended}, SubstituteNamed{meeting, ben, guest}});
  scene.does(mayor, OpenVote{ballot});
  EXPECT_EQ(scene.current().votes.at(ballot).weights, (Weights{{mayor, 2}, {ann, 3}, {guest, 3}}));
}

TEST(Weights, VOT_44_tally_and_bases_are_in_votes) {
  const auto closed = [](Base base) {
    VoteContent content = question(VoteRule{base, {MajorityKind::absolute, {}}});
    auto scene = given(discussing(), amended(weighted()), VotePrepared{meeting, report, ballot, content});
    scene.does(mayor, OpenVote{ballot}).does(ann, CastVote{ballot, approve}).does(vice, CastVote{ballot, against});
    scene.happens({MemberDeparted{meeting, cyrus}}).does(mayor, CloseVote{ballot});
    return *scene.current().votes.at(ballot).result;
  };
  EXPECT_EQ(closed(Base::valid).tally, (Tally{3, 1, 0, 3}));
  EXPECT_EQ(closed(Base::valid).base_count, 4);
  EXPECT_EQ(closed(Base::entitled).base_count, 7);
  EXPECT_EQ(closed(Base::present).base_count, 6);
  EXPECT_EQ(closed(Base::members).base_count, 10);  // with ben's
}

TEST(Weights, VOT_38_what_the_charter_says_later_changes_nothing) {
  auto scene = about_to_vote({});
  scene.does(mayor, OpenVote{ballot}).happens({amended(VotingRules{}), BallotCast{meeting, ballot, ann, approve}});
  scene.does(mayor, CloseVote{ballot});
  EXPECT_EQ(scene.current().votes.at(ballot).result->tally.approve, 3);
}

TEST(Weights, VOT_44_a_charter_names_each_seat_once) {
  Charter amended = charter();
  amended.voting.emplace().weights = {{Seat::deputy, 3}, {Seat::deputy, 2}};
  given(enrolled()).when(mayor, AmendCharter{amended}).then(RefusalCode::out_of_bounds, "charter.voting.weights");
}

}  // namespace
}  // namespace talar::hall
