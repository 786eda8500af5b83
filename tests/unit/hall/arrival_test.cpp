#include "tests/unit/hall/given.hpp"

namespace talar::hall {
namespace {

VotingRules lets_late_arrivals_vote() {
  VotingRules rules;
  rules.late_arrivals = true;
  return rules;
}

const VotingRules late = lets_late_arrivals_vote();

VoterAdmitted admitted(PersonId person, std::int64_t weight = 1) {
  return {meeting, ballot, person, weight};
}

/// Somebody may stand in for the deputies.
Story with_substitutes(const VotingRules& rules = late) {
  Charter amended = charter();
  amended.presence.emplace().substitutes = {Seat::deputy};
  amended.voting = rules;
  return {CharterAmended{amended}};
}

TEST(Arrival, VOT_45_whoever_arrives_may_vote_where_the_charter_says_so) {
  auto scene = given(voting(VoteForm{}, late));
  scene.when(ben, CheckIn{}).then({MemberArrived{meeting, ben}, admitted(ben)});
  scene.when(kiosk, RecordArrival{ben}).then({MemberArrived{meeting, ben}, admitted(ben)});
  scene.does(ben, CheckIn{});
  scene.when(ben, CastVote{ballot, Choice::approve}).then({BallotCast{meeting, ballot, ben, Choice::approve}});
  EXPECT_EQ(scene.seen_by(Audience::public_).votes.at(ballot).electorate, (std::vector{mayor, vice, ann, ben, cyrus}));
}

TEST(Arrival, VOT_45_and_nowhere_else) {
  given(voting()).when(ben, CheckIn{}).then({MemberArrived{meeting, ben}});
}

TEST(Arrival, VOT_45_who_has_no_vote_or_has_it_already_is_not_admitted) {
  given(voting(VoteForm{}, late), MemberDeparted{meeting, dana})
      .when(dana, CheckIn{})
      .then({MemberArrived{meeting, dana}});
  given(voting(VoteForm{}, late), MemberDeparted{meeting, ann})
      .when(ann, CheckIn{})
      .then({MemberArrived{meeting, ann}});
}

TEST(Arrival, VOT_45_nor_who_is_recused) {
  given(discussing(), MemberRecused{meeting, report, ben, {}}, VotePrepared{meeting, report, ballot, question()},
        opened({}, late))
      .when(ben, CheckIn{})
      .then({MemberArrived{meeting, ben}});
}

TEST(Arrival, VOT_45_nor_when_it_is_over) {
  VoteOpened timed = opened({}, late);
  timed.deadline = nine_o_clock + seconds(60);
  auto scene = given(discussing(), VotePrepared{meeting, report, ballot, question(VoteRule{}, 60)}, timed);
  scene.after(seconds(60)).when(ben, CheckIn{}).then({MemberArrived{meeting, ben}});
  scene.does(mayor, CloseVote{ballot});
  scene.when(ben, CheckIn{}).then({MemberArrived{meeting, ben}});
}

TEST(Arrival, VOT_45_a_substitute_brings_the_seat) {
  auto scene =
      given(open_meeting() + with_substitutes(), MemberDeparted{meeting, guest}, ItemActivated{meeting, report},
            VotePrepared{meeting, report, ballot, question()}, opened({}, late));
  scene.does(clerk, NameSubstitute{ben, guest});
  scene.when(guest, CheckIn{}).then({MemberArrived{meeting, guest}, admitted(guest)});
}

TEST(Arrival, VOT_45_also_one_who_is_there_already) {
  auto scene = given(voting(VoteForm{}, late) + with_substitutes());
  scene.when(clerk, NameSubstitute{ben, guest}).then({SubstituteNamed{meeting, ben, guest}, admitted(guest)});
}

/// The substitute has it, and keeps it: one seat votes once.
TEST(Arrival, VOT_45_not_with_a_seat_that_has_its_voter) {
  auto scene = given(open_meeting() + with_substitutes(), SubstituteNamed{meeting, ben, guest},
                     ItemActivated{meeting, report}, VotePrepared{meeting, report, ballot, question()});
  scene.does(mayor, OpenVote{ballot});
  scene.when(ben, CheckIn{}).then({SubstitutionEnded{meeting, ben, guest}, MemberArrived{meeting, ben}});
  scene.does(ben, CheckIn{}).does(ben, CheckOut{});
  scene.when(ben, CheckIn{}).then({MemberArrived{meeting, ben}});
  scene.when(clerk, NameSubstitute{ben, dana}).then({SubstituteNamed{meeting, ben, dana}});
}

TEST(Arrival, VOT_45_with_the_votes_of_the_seat) {
  VotingRules weighted = late;
  weighted.weights = {{Seat::deputy, 3}};
  auto scene = given(voting(VoteForm{}, weighted));
  scene.when(ben, CheckIn{}).then({MemberArrived{meeting, ben}, admitted(ben, 3)});
  scene.does(ben, CheckIn{});
  EXPECT_EQ(scene.current().votes.at(ballot).weights, (std::map<PersonId, std::int64_t>{{ben, 3}}));
}

TEST(Arrival, VOT_45_into_a_consent_and_a_secret_vote_as_well) {
  auto consent = given(voting(of(VoteKind::consent), late));
  consent.does(ben, CheckIn{});
  EXPECT_TRUE(decide(consent.state(), {.kind = Context::Kind::person, .person = ben, .now = nine_o_clock},
                     RaiseObjection{ballot}));
  auto secret = given(voting(of(VoteKind::motion, VoteMode::secret), late));
  secret.does(ben, CheckIn{});
  secret.when(ben, CollectBallot{ballot, digest}).then({BallotIssued{meeting, ballot, ben, digest}});
}

TEST(Arrival, VOT_45_not_any_more_while_it_is_counted) {
  auto scene = given(voting(of(VoteKind::motion, VoteMode::secret), late));
  scene.does(mayor, CloseVote{ballot});
  scene.when(ben, CheckIn{}).then({MemberArrived{meeting, ben}});
}

}  // namespace
}  // namespace talar::hall
