#include "tests/unit/hall/given.hpp"

namespace talar::hall {
namespace {

using enum Choice;

const VoteForm secret = of(VoteKind::motion, VoteMode::secret);
const Instant until = nine_o_clock + seconds(20);
constexpr const char* other_digest = "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752";

BallotIssued issued(PersonId person) {
  return {meeting, ballot, person, digest};
}

/// Everybody has taken a ballot.
Story all_collected() {
  return voting(secret) + Story{issued(mayor), issued(vice), issued(ann), issued(cyrus)};
}

Story counting() {
  return all_collected() + Story{CountingBegun{meeting, report, ballot, CloseCause::chair, until}};
}

CountBallots box(const std::vector<Choice>& choices) {
  CountBallots command{ballot, {}, digest};
  for (const Choice choice : choices) command.ballots.push_back(Ballot(choice));
  return command;
}

VotingRules at_least(std::int64_t voters) {
  VotingRules rules;
  rules.secret_voters_min = voters;
  return rules;
}

TEST(SecretVote, SEC_2_it_opens_with_a_key_that_everyone_sees) {
  auto scene = given(prepared(secret), amended(at_least(4)));
  scene.when(mayor, OpenVote{ballot}).then({opened(secret, at_least(4))});
  scene.does(mayor, OpenVote{ballot});
  EXPECT_EQ(scene.seen_by(Audience::display).votes.at(ballot).key, ballot_key);
}

TEST(SecretVote, SEC_2_without_a_key_it_does_not_open) {
  auto scene = given(prepared(secret), amended(at_least(4)));
  scene.without_ballot_key().when(mayor, OpenVote{ballot}).then(RefusalCode::no_ballot_key);
}

TEST(SecretVote, SEC_2_nor_with_too_few_voters) {
  given(prepared(secret)).when(mayor, OpenVote{ballot}).then(RefusalCode::too_few_voters, Args{{"min", "5"}});
}

TEST(SecretVote, SEC_2_nothing_else_needs_a_key) {
  const auto needs = [](const Story& story, const Command& command) {
    return needs_ballot_key(given(story).state(), command);
  };
  EXPECT_TRUE(needs(prepared(secret), OpenVote{ballot}));
  EXPECT_TRUE(needs(prepared(election(1, VoteMode::secret)), OpenVote{ballot}));
  EXPECT_FALSE(needs(prepared(of(VoteKind::consent, VoteMode::secret)), OpenVote{ballot}));
  EXPECT_FALSE(needs(prepared(VoteForm{}), OpenVote{ballot}));
  EXPECT_FALSE(needs(prepared(secret), OpenVote{VoteId{999}}));
  EXPECT_FALSE(needs(prepared(secret), CloseVote{ballot}));
  EXPECT_FALSE(needs(voting(secret), OpenVote{ballot}));
}

TEST(SecretVote, SEC_3_everyone_takes_one_ballot) {
  auto scene = given(voting(secret));
  scene.when(ann, CollectBallot{ballot, digest}).then({issued(ann)});
  scene.does(ann, CollectBallot{ballot, digest});
  scene.when(ann, CollectBallot{ballot, other_digest}).then(RefusalCode::already_collected, "digest");
  scene.when(dana, CollectBallot{ballot, digest}).then(RefusalCode::not_entitled);
}

TEST(SecretVote, SEC_3_who_is_away_takes_none) {
  given(voting(secret), MemberDeparted{meeting, ann})
      .when(ann, CollectBallot{ballot, digest})
      .then(RefusalCode::not_present);
}

TEST(SecretVote, SEC_3_in_other_votes_there_is_none_to_take) {
  given(voting()).when(ann, CollectBallot{ballot, digest}).then(RefusalCode::wrong_vote_mode, Args{{"mode", "device"}});
  given(prepared(secret)).when(ann, CollectBallot{ballot, digest}).then(RefusalCode::wrong_vote_state);
}

TEST(SecretVote, SEC_3_nor_after_the_deadline_though_the_tick_is_late) {
  auto scene = given(discussing(), amended(at_least(4)), VotePrepared{meeting, report, ballot, question(secret, 60)});
  scene.does(mayor, OpenVote{ballot}).after(seconds(60));
  scene.when(ann, CollectBallot{ballot, digest}).then(RefusalCode::wrong_vote_state, Args{{"state", "open"}});
}

TEST(SecretVote, SEC_4_the_same_ballot_is_asked_for_as_long_as_it_may_be_cast) {
  given(voting(secret), issued(ann)).when(ann, CollectBallot{ballot, digest}).then(RefusalCode::same_ballot);
  given(voting(secret), issued(ann), MemberDeparted{meeting, ann})
      .when(ann, CollectBallot{ballot, digest})
      .then(RefusalCode::same_ballot);
  auto scene = given(counting());
  scene.when(ann, CollectBallot{ballot, digest}).then(RefusalCode::same_ballot);
  scene.when(ann, CollectBallot{ballot, other_digest}).then(RefusalCode::wrong_vote_state);
  scene.does(server, box({}));
  scene.when(ann, CollectBallot{ballot, digest}).then(RefusalCode::wrong_vote_state, Args{{"state", "closed"}});
}

TEST(SecretVote, SEC_5_closing_begins_the_counting) {
  auto scene = given(all_collected());
  scene.when(mayor, CloseVote{ballot}).then({CountingBegun{meeting, report, ballot, CloseCause::chair, until}});
  scene.does(mayor, CloseVote{ballot});
  const VoteView seen = scene.seen_by(Audience::public_).votes.at(ballot);
  EXPECT_EQ(seen.state, VoteState::counting);
  EXPECT_EQ(seen.casts_until, until);
  EXPECT_EQ(scene.meeting_seen_by(Audience::public_).open_vote, ballot);
  scene.when(mayor, CloseVote{ballot}).then(RefusalCode::wrong_vote_state, Args{{"state", "counting"}});
}

TEST(SecretVote, SEC_5_so_does_the_deadline_and_then_no_clock_runs) {
  auto scene = given(discussing(), amended(at_least(4)), VotePrepared{meeting, report, ballot, question(secret, 60)});
  scene.does(mayor, OpenVote{ballot}).after(seconds(60));
  scene.when(server, Tick{}).then({CountingBegun{meeting, report, ballot, CloseCause::deadline, until + seconds(60)}});
  scene.does(server, Tick{});
  EXPECT_EQ(next_deadline(scene.state()), std::nullopt);
  scene.when(server, Tick{}).then(RefusalCode::wrong_vote_state);
}

TEST(SecretVote, SEC_5_the_hall_does_not_go_on_before_it_is_counted) {
  const auto scene = given(counting(), VotePrepared{meeting, report, VoteId{302}, question()});
  scene.when(mayor, EndItem{}).then(RefusalCode::vote_open);
  scene.when(mayor, ActivateItem{plan}).then(RefusalCode::vote_open);
  scene.when(mayor, CallRecess{}).then(RefusalCode::vote_open);
  scene.when(mayor, CloseMeeting{}).then(RefusalCode::vote_open);
  scene.when(mayor, OpenVote{VoteId{302}}).then(RefusalCode::another_vote_open);
  scene.when(mayor, BeginClosedPart{}).then(RefusalCode::vote_open);
  scene.when(ann, DeclareInterest{report, {}}).then(RefusalCode::vote_open);
  scene.when(mayor, ExtendVote{ballot, 60}).then(RefusalCode::wrong_vote_state);
  scene.when(mayor, WarnVoters{ballot}).then(RefusalCode::wrong_vote_state);
}

TEST(SecretVote, SEC_6_the_box_is_counted) {
  auto scene = given(counting());
  const VoteResult result = at_quorum({{2, 1, 0, 1}, 3, 2, Outcome::adopted});
  scene.when(server, box({approve, approve, against}))
      .then({VoteClosed{meeting, report, ballot, CloseCause::chair, result, SecretCount{4, 3, digest}}});
  scene.does(server, box({approve, approve, against}));
  EXPECT_EQ(scene.current().open_vote, std::nullopt);
  EXPECT_EQ(scene.meeting_seen_by(Audience::display).shown_result, ballot);
}

TEST(SecretVote, SEC_6_no_more_ballots_than_were_handed_out) {
  auto scene = given(voting(secret), issued(ann));
  scene.does(mayor, CloseVote{ballot});
  scene.when(server, box({approve, against})).then(RefusalCode::too_many_counted, Args{{"max", "1"}});
}

TEST(SecretVote, SEC_6_each_of_the_form_of_the_vote) {
  CountBallots command = box({approve});
  command.ballots.push_back(Ballot(approve, Marks{1, 0, 0}));
  given(counting()).when(server, command).then(RefusalCode::bad_ballot, "ballots.1");
}

TEST(SecretVote, SEC_6_only_while_it_is_being_counted) {
  given(voting(secret)).when(server, box({})).then(RefusalCode::wrong_vote_state, Args{{"state", "open"}});
  given(voting()).when(server, box({})).then(RefusalCode::wrong_vote_mode);
  auto scene = given(counting());
  scene.does(server, box({}));
  scene.when(server, box({})).then(RefusalCode::wrong_vote_state, Args{{"state", "closed"}});
}

TEST(SecretVote, SEC_6_a_secret_election_has_its_run_off) {
  const VoteForm form = election(1, VoteMode::secret);
  CountBallots command{ballot, {Ballot(approve, Marks{1, 0, 0}), Ballot(approve, Marks{0, 1, 0})}, digest};
  auto scene = given(voting(form), issued(mayor), issued(ann));
  scene.does(mayor, CloseVote{ballot}).does(server, command);
  const VoteId next = *scene.current().votes.at(ballot).followed_by;
  EXPECT_EQ(scene.current().votes.at(next).content.form->mode, VoteMode::secret);
}

TEST(SecretVote, VOT_24_nobody_knows_on_which_side_the_chair_is) {
  VotingRules casting;
  casting.casting_vote = true;
  auto scene = given(voting(secret, casting), issued(mayor), issued(ann));
  scene.does(mayor, CloseVote{ballot}).does(server, box({approve, against}));
  EXPECT_EQ(scene.current().votes.at(ballot).result->outcome, Outcome::tied);
}

TEST(SecretVote, SEC_7_the_turnout_is_seen_in_steps_until_everybody_has) {
  auto scene = given(voting(secret), issued(mayor), issued(vice), issued(ann));
  EXPECT_EQ(scene.seen_by(Audience::staff).votes.at(ballot).issued, 0);
  EXPECT_EQ(scene.seen_by(Audience::staff).votes.at(ballot).cast, 0);
  EXPECT_TRUE(scene.seen_by(Audience::staff).votes.at(ballot).collectors.empty());
  scene.does(server, NoteTurnout{ballot, 3});
  EXPECT_EQ(scene.seen_by(Audience::staff).votes.at(ballot).cast, 0);
  scene.happens({issued(cyrus)}).does(server, NoteTurnout{ballot, 4});
  EXPECT_EQ(scene.seen_by(Audience::public_).votes.at(ballot).issued, 4);
  EXPECT_EQ(scene.seen_by(Audience::public_).votes.at(ballot).cast, 4);
}

TEST(SecretVote, SEC_7_in_steps_it_is_noted) {
  const auto scene = given(all_collected());
  scene.when(server, NoteTurnout{ballot, 3}).then(RefusalCode::out_of_bounds, "cast");
  scene.when(server, NoteTurnout{ballot, 0}).then(RefusalCode::out_of_bounds, "cast");
  scene.when(server, NoteTurnout{ballot, 5}).then(RefusalCode::too_many_counted, "cast");
  scene.when(server, NoteTurnout{ballot, 4}).then({TurnoutNoted{meeting, ballot, 4}});
  given(counting()).when(server, NoteTurnout{ballot, 4}).then({TurnoutNoted{meeting, ballot, 4}});
  given(voting()).when(server, NoteTurnout{ballot, 4}).then(RefusalCode::wrong_vote_mode);
}

TEST(SecretVote, SEC_7_a_crowd_is_seen_in_fives) {
  MembersEnrolled crowd;
  std::vector<PersonId> voters;
  Story taken;
  for (std::uint64_t n = 1'001; n <= 1'012; ++n) {
    crowd.members.push_back(member(PersonId{n}));
    voters.push_back(PersonId{n});
    if (n <= 1'009) taken.push_back(issued(PersonId{n}));
  }
  VoteOpened event = opened_to(voters);
  event.key = ballot_key;
  auto scene = given(prepared(secret) + Story{crowd, event} + taken);
  scene.does(server, NoteTurnout{ballot, 5});
  EXPECT_EQ(scene.seen_by(Audience::public_).votes.at(ballot).issued, 5);
  EXPECT_EQ(scene.seen_by(Audience::public_).votes.at(ballot).cast, 5);
}

TEST(SecretVote, SEC_8_at_closing_everyone_sees_who_has_taken_a_ballot) {
  auto scene = given(voting(secret), issued(ann), issued(mayor));
  scene.does(mayor, CloseVote{ballot}).does(server, box({approve}));
  const VoteView seen = scene.seen_by(Audience::public_).votes.at(ballot);
  EXPECT_EQ(seen.collectors, (std::vector{mayor, ann}));
  EXPECT_EQ(seen.issued, 2);
  EXPECT_EQ(seen.cast, 1);
  EXPECT_EQ(seen.secret, (SecretCount{2, 1, digest}));
}

TEST(SecretVote, SEC_8_oneself_sees_ones_own_at_once) {
  const auto scene = given(voting(secret), issued(ann));
  EXPECT_EQ(me(scene.state(), ann)->collected, (std::map<VoteId, std::string>{{ballot, digest}}));
  EXPECT_TRUE(me(scene.state(), cyrus)->collected.empty());
}

TEST(SecretVote, SEC_9_a_voided_one_tells_nothing) {
  for (const Story& story : {all_collected(), counting()}) {
    auto scene = given(story);
    scene.does(mayor, VoidVote{ballot, "کلید گم شد"});
    const VoteView seen = scene.seen_by(Audience::staff).votes.at(ballot);
    EXPECT_EQ(seen.result, std::nullopt);
    EXPECT_EQ(seen.secret, std::nullopt);
    EXPECT_TRUE(seen.collectors.empty());
    EXPECT_EQ(scene.current().open_vote, std::nullopt);
    scene.when(server, box({})).then(RefusalCode::wrong_vote_state, Args{{"state", "voided"}});
    scene.when(ann, CollectBallot{ballot, digest}).then(RefusalCode::wrong_vote_state);
  }
}

TEST(SecretVote, SEC_1_nobodys_choice_is_in_what_happens) {
  const auto scene = given(voting(secret));
  scene.when(ann, CastVote{ballot, approve}).then(RefusalCode::wrong_vote_mode, Args{{"mode", "secret"}});
  scene.when(clerk, RecordAnswer{ballot, ann, approve}).then(RefusalCode::wrong_vote_mode);
}

/// Whoever chose what, everything anybody can see, and the state itself, are the same.
TEST(SecretVote, SEC_1_the_state_is_the_same_whoever_chose_what) {
  auto one = given(counting()), other = given(counting());
  one.does(server, box({approve, against, against}));
  other.does(server, box({against, approve, against}));
  EXPECT_EQ(one.state(), other.state());
  EXPECT_TRUE(one.current().votes.at(ballot).ballots.empty());
  EXPECT_TRUE(one.seen_by(Audience::staff).votes.at(ballot).ballots.empty());
}

TEST(SecretVote, CNF_5_of_a_closed_item_nobody_outside_sees_it) {
  VoteOpened event = opened_to({mayor, vice, ann, cyrus}, payroll);
  event.key = ballot_key;
  const auto before = given(discussing(payroll), VotePrepared{meeting, payroll, ballot, question(secret)});
  auto scene = given(discussing(payroll), VotePrepared{meeting, payroll, ballot, question(secret)}, event, issued(ann));
  scene.happens({CountingBegun{meeting, payroll, ballot, CloseCause::chair, until}}).does(server, box({approve}));
  for (const Audience audience : {Audience::public_, Audience::display}) {
    EXPECT_EQ(scene.seen_by(audience), before.seen_by(audience));
  }
}

}  // namespace
}  // namespace talar::hall
