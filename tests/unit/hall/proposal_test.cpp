#include "tests/unit/hall/given.hpp"

namespace talar::hall {
namespace {

constexpr ProposalId idea{601};

ProposalContent topic(const char* title) {
  return {title, {}};
}

Proposed proposed(PersonId person, ProposalId proposal = idea) {
  return {proposal, person, topic("دوچرخه‌سواری در شهر")};
}

Story filled(ProposalId from, std::size_t count, PersonId person) {
  Story story;
  for (std::size_t i = 0; i < count; ++i) story.push_back(proposed(person, {from.value + i}));
  return story;
}

TEST(Proposals, PRO_1_whoever_has_a_voice_proposes_before_any_meeting) {
  for (const PersonId person : {mayor, ann, guest, clerk}) {
    given(enrolled())
        .when(person, Propose{topic("پیاده‌راه فرهنگی")})
        .then({Proposed{fresh<ProposalId>(), person, topic("پیاده‌راه فرهنگی")}});
  }
  given(enrolled()).when(nobody, Propose{topic("پیاده‌راه")}).then(RefusalCode::not_allowed);
}

TEST(Proposals, PRO_1_twenty_of_a_person_wait_at_most) {
  auto scene = given(enrolled() + filled(idea, 20, ann));
  scene.when(ann, Propose{topic("یکی دیگر")}).then(RefusalCode::too_many_proposals, Args{{"max", "20"}});
  scene.when(cyrus, Propose{topic("یکی دیگر")}).then({Proposed{fresh<ProposalId>(), cyrus, topic("یکی دیگر")}});
  scene.happens({ProposalDeclined{idea, "در دستور هست"}})
      .when(ann, Propose{topic("یکی دیگر")})
      .then({Proposed{fresh<ProposalId>(), ann, topic("یکی دیگر")}});
}

TEST(Proposals, PRO_2_the_one_decided_first_is_forgotten_for_the_three_hundred_and_first) {
  auto scene = given(enrolled());
  for (std::uint64_t person = 1'000; person < 1'015; ++person)
    scene.happens({MembersEnrolled{{member({person})}}}).happens(filled({person * 100}, 20, {person}));
  scene.when(ann, Propose{topic("جا نیست")}).then(RefusalCode::too_many_proposals, Args{{"max", "300"}});
  const ProposalId later{100'000}, sooner{100'100};
  scene.happens({ProposalDeclined{sooner, "تکراری"}}).after(minutes(1)).happens({ProposalDeclined{later, "تکراری"}});
  scene.does(ann, Propose{topic("جا هست")});
  EXPECT_EQ(scene.state().proposals.size(), limits::proposals);
  EXPECT_FALSE(scene.state().proposals.contains(sooner));
  EXPECT_TRUE(scene.state().proposals.contains(later));
}

TEST(Proposals, PRO_2_for_the_forty_first_of_a_person_one_of_their_own_is_forgotten) {
  const ProposalId others{900'000};
  auto scene = given(enrolled() + Story{Proposed{others, cyrus, topic("دیگری")}, ProposalDeclined{others, "تکراری"}});
  scene.after(minutes(1));
  for (std::uint64_t id = 1'000; id < 1'045; ++id)
    scene.happens({Proposed{{id}, ann, topic("موضوع")}, ProposalWithdrawn{{id}}});
  EXPECT_EQ(me(scene.state(), ann)->proposals.size(), limits::proposals_kept);
  EXPECT_TRUE(scene.state().proposals.contains(others)) << "though it was decided first";
}

TEST(Proposals, PRO_3_a_proposal_is_answered_once) {
  const auto scene = given(drafted(), proposed(ann), ProposalDeclined{idea, "تکراری"});
  const Args declined{{"state", "declined"}};
  scene.when(clerk, AcceptProposal{idea, meeting, {}}).then(RefusalCode::wrong_proposal_state, declined);
  scene.when(clerk, MergeProposal{idea, plan, {}}).then(RefusalCode::wrong_proposal_state, declined);
  scene.when(clerk, DeclineProposal{idea, "باز هم"}).then(RefusalCode::wrong_proposal_state, declined);
  scene.when(ann, WithdrawProposal{idea}).then(RefusalCode::wrong_proposal_state, declined);
}

TEST(Proposals, ROL_6_a_proposal_that_is_answered_must_be_there) {
  const auto scene = given(drafted());
  scene.when(clerk, AcceptProposal{idea, meeting, {}}).then(RefusalCode::no_such_proposal, "proposal");
  scene.when(clerk, MergeProposal{idea, plan, {}}).then(RefusalCode::no_such_proposal, "proposal");
  scene.when(clerk, DeclineProposal{idea, "نه"}).then(RefusalCode::no_such_proposal, "proposal");
  scene.when(ann, WithdrawProposal{idea}).then(RefusalCode::no_such_proposal, "proposal");
}

TEST(Proposals, PRO_4_an_accepted_one_becomes_the_last_item_and_its_proposer_presents_it) {
  ItemContent item = content("دوچرخه‌سواری در شهر");
  item.minutes = 0;
  item.presenter = ann;
  given(drafted(), proposed(ann))
      .when(clerk, AcceptProposal{idea, meeting, Reason{"بجاست"}})
      .then({ProposalAccepted{idea, fresh<ItemId>(), Reason{"بجاست"}},
             ItemAdded{meeting, fresh<ItemId>(), {}, 3, item, ItemOrigin{OriginKind::proposal, {}, idea, {}, {}}}});
}

TEST(Proposals, PRO_4_neither_a_guest_nor_who_has_left_comes_to_present) {
  for (const auto& scene : {given(drafted(), proposed(guest)), given(drafted(), proposed(ben), MemberRemoved{ben})}) {
    auto after = scene;
    after.does(clerk, AcceptProposal{idea, meeting, {}});
    const ItemId item = *after.state().proposals.at(idea).item;
    EXPECT_FALSE(after.state().meetings.at(meeting).items.at(item).content.presenter);
  }
}

TEST(Proposals, PRO_4_the_agenda_must_be_one_that_may_change) {
  given(closed_meeting(), proposed(ann))
      .when(clerk, AcceptProposal{idea, meeting, {}})
      .then(RefusalCode::wrong_meeting_state, Args{{"state", "closed"}});
  given(drafted(), proposed(ann))
      .when(clerk, AcceptProposal{idea, next_meeting, {}})
      .then(RefusalCode::no_such_meeting, "meeting");
}

TEST(Proposals, PRO_5_a_merged_one_is_dealt_with_in_an_item_that_is_there) {
  given(drafted(), proposed(ann))
      .when(mayor, MergeProposal{idea, roads, Reason{"همان است"}})
      .then({ProposalMerged{idea, roads, Reason{"همان است"}}});
  given(drafted(), proposed(ann)).when(mayor, MergeProposal{idea, {9}, {}}).then(RefusalCode::no_such_item, "item");
  given(closed_meeting(), proposed(ann))
      .when(mayor, MergeProposal{idea, roads, {}})
      .then(RefusalCode::wrong_meeting_state);
}

TEST(Proposals, PRO_6_only_who_made_it_takes_it_back) {
  const auto scene = given(enrolled(), proposed(ann));
  scene.when(ann, WithdrawProposal{idea}).then({ProposalWithdrawn{idea}});
  scene.when(clerk, WithdrawProposal{idea}).then(RefusalCode::not_your_own, "proposal");
}

TEST(Proposals, PRO_7_the_desk_sees_all_and_each_person_their_own_with_the_reason) {
  const auto scene = given(enrolled(), proposed(ann), ProposalDeclined{idea, "در دستور هست"});
  EXPECT_EQ(scene.seen_by(Audience::staff).proposals.at(idea).state, ProposalState::declined);
  for (const Audience audience : {Audience::member, Audience::public_, Audience::display})
    EXPECT_TRUE(scene.seen_by(audience).proposals.empty());
  EXPECT_EQ(me(scene.state(), ann)->proposals.at(idea).reason, Reason{"در دستور هست"});
  EXPECT_TRUE(me(scene.state(), cyrus)->proposals.empty());
}

}  // namespace
}  // namespace talar::hall
