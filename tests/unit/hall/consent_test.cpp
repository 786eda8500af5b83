#include "tests/unit/hall/given.hpp"

namespace talar::hall {
namespace {

const VoteResult adopted = at_quorum({{3, 0, 0, 1}, 3, 1, Outcome::adopted});
const VoteResult rejected = at_quorum({{0, 3, 0, 1}, 3, 4, Outcome::rejected});

ItemContent block_content() {
  ItemContent block = content("چشم‌انداز شهر");
  block.kind = ItemKind::consent;
  return block;
}

/// The plan is a consent block of roads and rivers.
Story with_block(const Story& story) {
  return story + Story{ItemEdited{meeting, plan, block_content()}};
}

/// mayor, vice, ann and cyrus vote on it.
Story deciding() {
  return with_block(discussing(plan)) +
         Story{VotePrepared{meeting, plan, ballot, question()}, opened_to({mayor, vice, ann, cyrus}, plan)};
}

Story cast(Choice choice) {
  return {BallotCast{meeting, ballot, mayor, choice}, BallotCast{meeting, ballot, vice, choice},
          BallotCast{meeting, ballot, ann, choice}};
}

ItemEnded decided(ItemId item) {
  return {meeting, item, ItemState::done, {}, {}, ballot};
}

TEST(Consent, AGD_22_an_adopted_block_ends_its_planned_parts) {
  given(deciding() + cast(Choice::approve))
      .when(mayor, CloseVote{ballot})
      .then({VoteClosed{meeting, plan, ballot, CloseCause::chair, adopted}, decided(roads), decided(rivers)});
}

TEST(Consent, AGD_22_those_put_off_before_stay_so) {
  given(with_block(discussing(plan)), ItemEnded{meeting, roads, ItemState::deferred, {}, {}},
        VotePrepared{meeting, plan, ballot, question()}, opened_to({mayor, vice, ann, cyrus}, plan))
      .happens(cast(Choice::approve))
      .when(mayor, CloseVote{ballot})
      .then({VoteClosed{meeting, plan, ballot, CloseCause::chair, adopted}, decided(rivers)});
}

TEST(Consent, AGD_22_parts_of_a_block_that_is_not_adopted_stay_planned) {
  given(deciding() + cast(Choice::against))
      .when(mayor, CloseVote{ballot})
      .then({VoteClosed{meeting, plan, ballot, CloseCause::chair, rejected}});
}

TEST(Consent, AGD_22_another_kind_of_item_decides_nothing_for_its_parts) {
  given(discussing(plan), VotePrepared{meeting, plan, ballot, question()}, opened_to({mayor, vice, ann, cyrus}, plan))
      .happens(cast(Choice::approve))
      .when(mayor, CloseVote{ballot})
      .then({VoteClosed{meeting, plan, ballot, CloseCause::chair, adopted}});
}

TEST(Consent, AGD_22_a_part_shows_what_decided_it) {
  auto scene = given(deciding() + cast(Choice::approve));
  scene.after(minutes(2)).does(mayor, CloseVote{ballot});
  const ItemView seen = scene.seen_by(Audience::public_).items.at(roads);
  EXPECT_EQ(seen.state, ItemState::done);
  EXPECT_EQ(seen.decided_by, ballot);
  EXPECT_EQ(seen.ended_at, nine_o_clock + minutes(2));
  EXPECT_EQ(scene.current().record.entries.rbegin()->second.vote, ballot);
}

TEST(Consent, AGD_22_taken_up_again_it_ends_by_itself) {
  auto scene = given(deciding() + cast(Choice::approve));
  scene.does(mayor, CloseVote{ballot}).does(mayor, ActivateItem{roads}).after(minutes(1)).does(mayor, EndItem{});
  EXPECT_EQ(scene.seen_by(Audience::public_).items.at(roads).decided_by, std::nullopt);
}

TEST(Consent, MIN_4_a_resolution_of_a_part_rests_on_the_vote_of_its_block) {
  ResolutionContent content = resolution_of("مصوبه");
  content.vote = ballot;
  auto scene = given(deciding() + cast(Choice::approve));
  scene.when(clerk, AdoptResolution{roads, content}).then(RefusalCode::wrong_item_state);
  scene.does(mayor, CloseVote{ballot});
  scene.when(clerk, AdoptResolution{roads, content})
      .then({ResolutionAdopted{meeting, roads, fresh<ResolutionId>(), 1, content}});
}

TEST(Consent, MIN_5_and_on_no_other_vote) {
  ResolutionContent content = resolution_of("مصوبه");
  content.vote = ballot;
  auto scene = given(deciding() + cast(Choice::approve));
  scene.does(mayor, CloseVote{ballot}).does(mayor, ActivateItem{report});
  scene.when(clerk, AdoptResolution{report, content}).then(RefusalCode::no_such_vote, "content.vote");
}

TEST(Consent, AGD_23_a_block_stays_as_it_is_while_it_is_voted_on) {
  const auto scene = given(deciding());
  scene.when(clerk, AddItem{meeting, plan, {}, content("تازه")}).then(RefusalCode::vote_open);
  scene.when(clerk, MoveItem{report, plan, 0}).then(RefusalCode::vote_open);
  scene.when(clerk, MoveItem{roads, {}, 0}).then(RefusalCode::vote_open);
  scene.when(clerk, EditItem{roads, content("دیگر")}).then(RefusalCode::vote_open);
  scene.when(clerk, EditItem{plan, content("دیگر")}).then(RefusalCode::vote_open);
  scene.when(clerk, RemoveItem{roads}).then(RefusalCode::vote_open);
  scene.when(clerk, DeferItem{roads, {}}).then(RefusalCode::vote_open);
  scene.when(clerk, WithdrawItem{roads, {}}).then(RefusalCode::vote_open);
  scene.when(ann, TakeOut{roads}).then(RefusalCode::vote_open);
}

TEST(Consent, AGD_23_the_rest_of_the_agenda_changes_as_ever) {
  given(deciding()).when(clerk, EditItem{report, content("دیگر")}).then({ItemEdited{meeting, report, content("دیگر")}});
}

TEST(Consent, AGD_24_a_member_takes_a_part_out) {
  for (const Story& story : {with_block(convened()), with_block(open_meeting()),
                             with_block(open_meeting()) + Story{RecessCalled{meeting, {}}}}) {
    given(story).when(ann, TakeOut{rivers}).then({ItemTakenOut{meeting, rivers, ann, {}, 2}});
  }
}

TEST(Consent, AGD_24_it_stands_behind_the_block_and_in_the_minutes) {
  auto scene = given(with_block(discussing(plan)));
  scene.does(ann, TakeOut{roads});
  EXPECT_EQ(scene.meeting_seen_by(Audience::public_).agenda, (std::vector{report, plan, rivers, roads, payroll}));
  const ItemView seen = scene.seen_by(Audience::public_).items.at(roads);
  EXPECT_EQ(seen.taken_out_by, ann);
  EXPECT_EQ(seen.parent, std::nullopt);
  const Entry& entry = scene.current().record.entries.rbegin()->second;
  EXPECT_EQ(entry.kind, EntryKind::item_taken_out);
  EXPECT_EQ(entry.item, roads);
  EXPECT_EQ(entry.person, ann);
}

TEST(Consent, AGD_24_only_a_planned_part_directly_in_a_block) {
  const auto scene = given(with_block(open_meeting()), ItemEnded{meeting, roads, ItemState::deferred, {}, {}},
                           ItemAdded{meeting, ItemId{900}, rivers, 0, content("رود")});
  scene.when(ann, TakeOut{roads}).then(RefusalCode::wrong_item_state, Args{{"state", "deferred"}});
  scene.when(ann, TakeOut{ItemId{900}}).then(RefusalCode::not_in_consent_block, "item");
  scene.when(ann, TakeOut{report}).then(RefusalCode::not_in_consent_block, "item");
  given(open_meeting()).when(ann, TakeOut{roads}).then(RefusalCode::not_in_consent_block, "item");
}

TEST(Consent, AGD_24_while_the_meeting_lasts) {
  given(with_block(drafted())).when(clerk, TakeOut{roads}).then(RefusalCode::wrong_meeting_state);
  given(with_block(discussing()) + Story{ItemEnded{meeting, report, ItemState::done, {}, {}}, MeetingClosed{meeting}})
      .when(ann, TakeOut{roads})
      .then(RefusalCode::wrong_meeting_state);
}

TEST(Consent, AGD_25_a_part_of_a_closed_block_stays_closed) {
  ItemContent closed = block_content();
  closed.confidential = true;
  ItemContent part = content("زیرساخت‌ها");
  part.confidential = true;
  given(open_meeting(), ItemEdited{meeting, plan, closed})
      .when(ann, TakeOut{roads})
      .then({ItemEdited{meeting, roads, part}, ItemTakenOut{meeting, roads, ann, {}, 2}});
}

}  // namespace
}  // namespace talar::hall
