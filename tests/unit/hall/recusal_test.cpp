#include "tests/unit/hall/given.hpp"

namespace talar::hall {
namespace {

using enum Choice;

Story recused(ItemId item = report, PersonId person = ann) {
  return discussing() + Story{MemberRecused{meeting, item, person, Reason{"خویشاوندی"}}};
}

VoteRule of(Base base) {
  return {base, {MajorityKind::absolute, {}}};
}

TEST(Recusal, PRS_13_a_member_declares_an_interest) {
  for (const Story& story : {drafted(), convened(), open_meeting(), discussing()}) {
    given(story)
        .when(ann, DeclareInterest{report, Reason{"خویشاوندی"}})
        .then({MemberRecused{meeting, report, ann, Reason{"خویشاوندی"}}});
  }
  given(convened()).when(guest, DeclareInterest{report, {}}).then({MemberRecused{meeting, report, guest, {}}});
}

TEST(Recusal, PRS_13_the_desk_records_it_for_any_member) {
  given(convened()).when(clerk, RecordRecusal{report, ben, {}}).then({MemberRecused{meeting, report, ben, {}}});
  given(convened()).when(clerk, RecordRecusal{report, nobody, {}}).then(RefusalCode::no_such_person, "person");
  given(convened()).when(ann, RecordRecusal{report, ben, {}}).then(RefusalCode::not_allowed);
}

TEST(Recusal, PRS_13_not_of_what_is_done_or_withdrawn) {
  for (const ItemState outcome : {ItemState::done, ItemState::withdrawn}) {
    given(discussing(), ItemEnded{meeting, report, outcome, {}, {}})
        .when(ann, DeclareInterest{report, {}})
        .then(RefusalCode::wrong_item_state, "item");
  }
  given(closed_meeting()).when(ann, DeclareInterest{plan, {}}).then(RefusalCode::wrong_meeting_state);
}

TEST(Recusal, PRS_13_once) {
  given(recused()).when(ann, DeclareInterest{report, {}}).then(RefusalCode::already_recused);
  given(recused(plan)).when(ann, DeclareInterest{roads, {}}).then(RefusalCode::already_recused);
  given(recused(roads)).when(ann, DeclareInterest{plan, {}}).then({MemberRecused{meeting, plan, ann, {}}});
}

TEST(Recusal, PRS_14_it_covers_the_parts) {
  const View seen = given(recused(plan)).seen_by(Audience::public_);
  for (const ItemId item : {plan, roads, rivers}) EXPECT_EQ(seen.items.at(item).recused, std::vector{ann});
  EXPECT_TRUE(seen.items.at(report).recused.empty());
}

TEST(Recusal, PRS_14_it_is_lifted_by_the_person_or_the_desk) {
  given(recused()).when(ann, LiftRecusal{report, ann}).then({RecusalLifted{meeting, report, ann}});
  given(recused()).when(clerk, LiftRecusal{report, ann}).then({RecusalLifted{meeting, report, ann}});
  given(recused()).when(cyrus, LiftRecusal{report, ann}).then(RefusalCode::not_your_own, "person");
}

TEST(Recusal, PRS_14_where_it_was_declared) {
  given(recused(plan)).when(ann, LiftRecusal{roads, ann}).then(RefusalCode::not_recused, "person");
  auto scene = given(recused(plan));
  scene.does(ann, LiftRecusal{plan, ann});
  EXPECT_TRUE(scene.seen_by(Audience::public_).items.at(roads).recused.empty());
}

TEST(Recusal, PRS_15_requests_are_withdrawn) {
  given(queueing())
      .when(cyrus, DeclareInterest{report, {}})
      .then({RequestWithdrawn{meeting, report, second}, MemberRecused{meeting, report, cyrus, {}}});
}

TEST(Recusal, PRS_15_in_its_parts_too_and_in_no_other_item) {
  auto scene = given(queueing());
  scene.does(mayor, ActivateItem{roads}).does(cyrus, RequestFloor{});
  const RequestId waiting = scene.current().items.at(roads).queue.front();
  scene.when(cyrus, DeclareInterest{plan, {}})
      .then({RequestWithdrawn{meeting, roads, waiting}, MemberRecused{meeting, plan, cyrus, {}}});
}

TEST(Recusal, PRS_15_the_turn_ends) {
  auto scene = given(speaking());
  scene.after(seconds(10))
      .when(ann, DeclareInterest{report, {}})
      .then({TurnEnded{meeting, report, first, ann, SpeechKind::speech, seconds(10), seconds(180)},
             MemberRecused{meeting, report, ann, {}}});
  scene.when(ann, DeclareInterest{plan, {}}).then({MemberRecused{meeting, plan, ann, {}}});
}

TEST(Recusal, PRS_15_nobody_recused_asks_for_the_floor_or_is_given_it) {
  given(recused()).when(ann, RequestFloor{}).then(RefusalCode::recused);
  given(recused()).when(mayor, GiveFloorTo{ann, SpeechKind::speech}).then(RefusalCode::recused, "person");
  auto scene = given(recused());
  scene.does(mayor, ActivateItem{plan}).does(ann, RequestFloor{});
}

TEST(Recusal, PRS_15_an_item_that_moves_below_a_recusal_takes_voices_away) {
  given(queueing(), MemberRecused{meeting, plan, cyrus, {}})
      .when(clerk, MoveItem{report, plan, 0})
      .then({RequestWithdrawn{meeting, report, second}, ItemMoved{meeting, report, plan, 0}});
}

TEST(Recusal, PRS_16_who_is_recused_does_not_vote) {
  given(recused(), VotePrepared{meeting, report, ballot, question()})
      .when(mayor, OpenVote{ballot})
      .then({opened_to({mayor, vice, cyrus})});
}

TEST(Recusal, PRS_16_nor_anybody_in_their_place) {
  Charter amended = charter();
  amended.presence.emplace().substitutes = {Seat::deputy};
  const Story story = discussing() + Story{CharterAmended{amended}, SubstituteNamed{meeting, ben, guest},
                                           VotePrepared{meeting, report, ballot, question()}};
  for (const PersonId person : {ben, guest}) {
    given(story, MemberRecused{meeting, report, person, {}}).when(mayor, OpenVote{ballot}).then({opened()});
  }
}

TEST(Recusal, PRS_16_a_consent_block_leaves_out_who_is_recused_of_a_part) {
  ItemContent block = content("موارد بدون بحث");
  block.kind = ItemKind::consent;
  given(discussing(plan), ItemEdited{meeting, plan, block}, MemberRecused{meeting, rivers, ann, {}},
        VotePrepared{meeting, plan, ballot, question()})
      .when(mayor, OpenVote{ballot})
      .then({opened_to({mayor, vice, cyrus}, plan)});
}

TEST(Recusal, PRS_16_when_nobody_is_left_there_is_no_vote) {
  given(recused(), MemberRecused{meeting, report, mayor, {}}, MemberRecused{meeting, report, vice, {}},
        MemberRecused{meeting, report, cyrus, {}}, VotePrepared{meeting, report, ballot, question()})
      .when(mayor, OpenVote{ballot})
      .then(RefusalCode::no_voters);
}

/// Five have the right to vote; ann is recused and ben away.
TEST(Recusal, VOT_13_who_is_recused_is_in_no_base) {
  const std::vector<std::pair<Base, std::int64_t>> expected{
      {Base::present, 3}, {Base::entitled, 3}, {Base::members, 4}, {Base::cast, 1}};
  for (const auto& [base, count] : expected) {
    auto scene = given(recused(), VotePrepared{meeting, report, ballot, question(of(base))});
    scene.does(mayor, OpenVote{ballot}).does(mayor, CastVote{ballot, approve}).does(mayor, CloseVote{ballot});
    EXPECT_EQ(scene.current().votes.at(ballot).result->base_count, count);
  }
}

TEST(Recusal, VOT_13_a_recusal_of_somebody_without_a_vote_changes_no_base) {
  auto scene = given(recused(report, dana), VotePrepared{meeting, report, ballot, question(of(Base::members))});
  scene.does(mayor, OpenVote{ballot}).does(mayor, CloseVote{ballot});
  EXPECT_EQ(scene.current().votes.at(ballot).result->base_count, 5);
}

TEST(Recusal, PRS_17_not_while_a_vote_decides_it) {
  given(voting()).when(ann, DeclareInterest{report, {}}).then(RefusalCode::vote_open);
  given(voting(roads)).when(ann, DeclareInterest{plan, {}}).then(RefusalCode::vote_open);
  given(voting(plan)).when(ann, DeclareInterest{roads, {}}).then({MemberRecused{meeting, roads, ann, {}}});
  given(voting()).when(ann, DeclareInterest{plan, {}}).then({MemberRecused{meeting, plan, ann, {}}});
}

TEST(Recusal, PRS_17_nor_is_it_lifted) {
  given(recused(), VotePrepared{meeting, report, ballot, question()}, opened_to({mayor, vice, cyrus}))
      .when(ann, LiftRecusal{report, ann})
      .then(RefusalCode::vote_open);
}

TEST(Recusal, PRS_17_nor_does_an_item_move_below_one) {
  given(voting(), MemberRecused{meeting, plan, ann, {}})
      .when(clerk, MoveItem{report, plan, 0})
      .then(RefusalCode::vote_open);
}

TEST(Recusal, PRS_20_a_hundred_times_by_themselves) {
  auto scene = given(discussing());
  for (std::size_t i = 0; i < limits::comings_per_person; i += 2)
    scene.does(ann, DeclareInterest{report, {}}).does(ann, LiftRecusal{report, ann});
  const Args most{{"max", "100"}};
  scene.when(ann, DeclareInterest{report, {}}).then(RefusalCode::too_many_requests, most);
  scene.when(ann, CheckOut{}).then(RefusalCode::too_many_requests, most);
  scene.does(cyrus, DeclareInterest{report, {}});
  scene.does(clerk, RecordRecusal{report, ann, {}});
  scene.when(ann, LiftRecusal{report, ann}).then(RefusalCode::too_many_requests, most);
  scene.does(clerk, LiftRecusal{report, ann}).does(clerk, RecordDeparture{ann});
  scene.when(ann, CheckIn{}).then(RefusalCode::too_many_requests, most);
  scene.when(kiosk, RecordArrival{ann}).then({MemberArrived{meeting, ann}});
}

TEST(Recusal, PRS_18_outside_it_is_seen_of_open_items_and_without_its_reason) {
  auto scene = given(recused(), MemberRecused{meeting, payroll, ann, Reason{"خویشاوندی"}});
  EXPECT_EQ(scene.seen_by(Audience::public_).items.at(report).recused, std::vector{ann});
  EXPECT_TRUE(scene.seen_by(Audience::public_).items.at(payroll).recused.empty());
  const EntryView entry = scene.seen_by(Audience::member).minutes->entries.rbegin()->second;
  EXPECT_EQ(entry.kind, EntryKind::recused);
  EXPECT_EQ(entry.person, ann);
  EXPECT_EQ(entry.item, payroll);
  EXPECT_EQ(entry.reason, Reason{"خویشاوندی"});
}

TEST(Recusal, PRS_18_a_draft_has_no_minutes_and_its_recusals_go_with_the_person) {
  auto scene = given(drafted());
  scene.does(ben, DeclareInterest{report, {}});
  EXPECT_TRUE(scene.state().meetings.at(meeting).record.entries.empty());
  scene.does(clerk, RemoveMember{ben});
  EXPECT_TRUE(scene.seen_by(Audience::staff).items.at(report).recused.empty());
}

TEST(Recusal, PRS_19_the_chair_goes_on_presiding) {
  auto scene = given(speaking(), VotePrepared{meeting, report, ballot, question()});
  scene.does(mayor, DeclareInterest{report, {}});
  EXPECT_EQ(scene.state().chair, mayor);
  scene.does(mayor, OpenVote{ballot});
  scene.when(mayor, CastVote{ballot, approve}).then(RefusalCode::not_entitled);
  scene.does(mayor, CloseVote{ballot}).does(mayor, EndItem{});
}

}  // namespace
}  // namespace talar::hall
