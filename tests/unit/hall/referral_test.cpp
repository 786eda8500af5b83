#include "server/hall/groups.hpp"
#include "server/hall/referrals.hpp"
#include "tests/unit/hall/given.hpp"

namespace talar::hall {
namespace {

const HallId group{"g-0000000001"};
const HallId chamber{"rasht"};
constexpr ReferralId errand{801};
constexpr LetterId letter{802};

/// The chamber with a group that has been founded.
Story with_group(Story story) {
  return story + Story{GroupFounded{group, "کارگروه رودخانه‌ها", {}, {member(ann)}, {700}},
                       LetterConfirmed{{700}}};
}

ReferralContent asked(ItemId item = rivers, const char* title = "رودخانه‌ها") {
  return {chamber, group, item, title, Note{"راه حل پیشنهاد شود"}, Date{2024, 2, 1}};
}

Story referred(Story story = drafted(), ItemId item = rivers) {
  return with_group(std::move(story)) + Story{ItemReferred{meeting, item, errand, asked(item), letter}};
}

Story reported(Story story = drafted()) {
  return referred(std::move(story)) + Story{ReportReceived{errand, "لایروبی لازم است."}};
}

/// The group's hall, which has been asked.
Story received(Story story) {
  return story + Story{ReferralReceived{errand, asked(), "اتاق شکوفایی شهری رشت"}};
}

ItemAdded item_from(OriginKind kind, MeetingId onto, std::int64_t position, ReferralContent content = asked()) {
  ItemContent item;
  item.title = content.title;
  item.kind = kind == OriginKind::report ? ItemKind::report : ItemKind::discussion;
  item.confidential = content.confidential;
  return {onto, fresh<ItemId>(), {}, position, item, ItemOrigin{kind, content.item, {}, errand, {}}};
}

MeetingDrafted another_draft(Millis later) {
  return {next_meeting, {{}, nine_o_clock + later, 150, "تالار"}};
}

TEST(Referrals, GRP_7_an_item_of_a_draft_or_the_current_meeting_is_referred_to_a_group) {
  const ReferItem command{rivers, group, Note{"راه حل پیشنهاد شود"}, Date{2024, 2, 1}};
  const Story happens{ItemReferred{meeting, rivers, fresh<ReferralId>(2), asked(), fresh<LetterId>()}};
  given(with_group(drafted())).when(clerk, command).then(happens);
  given(with_group(discussing(rivers))).when(mayor, command).then(happens);
  given(with_group(closed_meeting())).when(clerk, command).then(happens);
}

TEST(Referrals, GRP_7_neither_a_withdrawn_item_nor_one_of_frozen_minutes_is) {
  given(with_group(drafted()), ItemEnded{meeting, rivers, ItemState::withdrawn, {}, {}, {}})
      .when(clerk, ReferItem{rivers, group, {}, {}})
      .then(RefusalCode::wrong_item_state, Args{{"state", "withdrawn"}});
  given(with_group(closed_meeting()), another_draft(minutes(1)), MeetingConvened{next_meeting, 2, 1})
      .when(clerk, ReferItem{rivers, group, {}, {}})
      .then(RefusalCode::minutes_frozen, "item");
}

TEST(Referrals, GRP_7_the_group_must_be_one_of_this_hall) {
  given(with_group(drafted()))
      .when(clerk, ReferItem{rivers, {"g-0000000002"}, {}, {}})
      .then(RefusalCode::no_such_group, "to");
}

TEST(Referrals, GRP_7_it_is_not_referred_to_the_same_group_again_before_the_report) {
  const ReferItem again{rivers, group, {}, {}};
  given(referred()).when(clerk, again).then(RefusalCode::already_referred, "to");
  given(reported()).does(clerk, again);
}

TEST(Referrals, GRP_8_three_hundred_are_kept_and_the_one_that_is_done_with_first_makes_room) {
  auto scene = given(referred());
  for (std::uint64_t i = 1; i < limits::referrals; ++i)
    scene.happens({ItemReferred{meeting, roads, {errand.value + i}, asked(roads), {2'000 + i}}});
  const ReferItem one_more{plan, group, {}, {}};
  scene.when(clerk, one_more).then(RefusalCode::too_many_referrals, Args{{"max", "300"}});
  scene.happens({ReportReceived{errand, "گزارش"}});
  scene.when(clerk, one_more).then(RefusalCode::too_many_referrals);  // the report is on no agenda yet
  scene.does(clerk, TakeUpReferral{errand, meeting});
  scene.when(clerk, one_more).then(RefusalCode::too_many_referrals);  // and the letter was never confirmed
  scene.happens({LetterConfirmed{letter}}).does(clerk, one_more);
  EXPECT_EQ(scene.state().referrals.size(), limits::referrals);
  EXPECT_FALSE(scene.state().referrals.contains(errand));
}

TEST(Referrals, GRP_9_what_comes_of_a_closed_item_is_closed) {
  auto chamber_scene = given(with_group(drafted()));
  chamber_scene.does(clerk, ReferItem{payroll, group, {}, {}});
  const ReferralContent content = chamber_scene.state().referrals.begin()->second.content;
  EXPECT_TRUE(content.confidential);
  given(drafted())
      .when(server, ReceiveReferral{errand, content, "اتاق"})
      .then({ReferralReceived{errand, content, "اتاق"}, item_from(OriginKind::referral, meeting, 3, content)});
  given(with_group(drafted()), ItemReferred{meeting, payroll, errand, content, letter})
      .when(server, ReceiveReport{errand, "گزارش"})
      .then({ReportReceived{errand, "گزارش"}, item_from(OriginKind::report, meeting, 3, content)});
}

TEST(Referrals, GRP_10_each_is_received_once) {
  given(received(enrolled()))
      .when(server, ReceiveReferral{errand, asked(), "اتاق"})
      .then(RefusalCode::already_referred, "referral");
  given(reported()).when(server, ReceiveReport{errand, "باز هم"}).then(RefusalCode::already_reported, "referral");
  given(enrolled()).when(server, ReceiveReport{errand, "چه؟"}).then(RefusalCode::no_such_referral, "referral");
}

TEST(Referrals, GRP_11_what_comes_stands_on_the_earliest_draft) {
  given(drafted(), another_draft(minutes(-60)))
      .when(server, ReceiveReferral{errand, asked(), "اتاق"})
      .then({ReferralReceived{errand, asked(), "اتاق"}, item_from(OriginKind::referral, next_meeting, 0)});
  given(referred(), another_draft(minutes(60)))
      .when(server, ReceiveReport{errand, "گزارش"})
      .then({ReportReceived{errand, "گزارش"}, item_from(OriginKind::report, meeting, 3)});
}

TEST(Referrals, GRP_11_without_a_draft_it_waits_and_is_taken_up_once) {
  given(convened())
      .when(server, ReceiveReferral{errand, asked(), "اتاق"})
      .then({ReferralReceived{errand, asked(), "اتاق"}});
  auto scene = given(received(convened()));
  EXPECT_TRUE(is_waiting(scene.state().referrals.at(errand)));
  scene.when(clerk, TakeUpReferral{errand, meeting}).then({item_from(OriginKind::referral, meeting, 3)});
  scene.does(clerk, TakeUpReferral{errand, meeting});
  EXPECT_FALSE(is_waiting(scene.state().referrals.at(errand)));
  scene.when(clerk, TakeUpReferral{errand, meeting}).then(RefusalCode::already_taken_up, "referral");
}

TEST(Referrals, GRP_11_there_is_nothing_to_take_up_before_the_report_or_after_ones_own) {
  given(referred()).when(clerk, TakeUpReferral{errand, meeting}).then(RefusalCode::not_reported, "referral");
  given(received(drafted()), ReportSent{errand, "گزارش", letter})
      .when(clerk, TakeUpReferral{errand, meeting})
      .then(RefusalCode::already_reported, "referral");
  given(drafted()).when(clerk, TakeUpReferral{errand, meeting}).then(RefusalCode::no_such_referral, "referral");
}

TEST(Referrals, GRP_11_it_waits_again_when_its_item_is_gone) {
  auto scene = given(received(drafted())).does(clerk, TakeUpReferral{errand, meeting});
  const ItemId item = *scene.state().referrals.at(errand).taken_up;
  auto discarded = scene;
  scene.happens({ItemRemoved{meeting, item}});
  EXPECT_TRUE(is_waiting(scene.state().referrals.at(errand)));
  discarded.happens({DraftDiscarded{meeting}});
  EXPECT_TRUE(is_waiting(discarded.state().referrals.at(errand)));
}

TEST(Referrals, GRP_11_the_next_draft_takes_up_all_that_waits_in_the_order_in_which_it_came) {
  auto scene = given(received(convened())).after(minutes(1));
  scene.happens({ReferralReceived{{1}, asked(roads, "زیرساخت‌ها"), "اتاق"}});
  Events events{another_draft({}), ItemAdded{next_meeting, {900}, {}, 0, content("قرائت قرآن")},
                ItemAdded{next_meeting, {901}, ItemId{900}, 0, content("بخش")}};
  IdSource ids(1);
  add_waiting(events, scene.state(), next_meeting, ids);
  ASSERT_EQ(events.size(), 5u);
  EXPECT_TRUE(equal(events[3], item_from(OriginKind::referral, next_meeting, 1)));
  EXPECT_EQ(std::get<ItemAdded>(events[4]).origin->referral, ReferralId{1});
  EXPECT_EQ(std::get<ItemAdded>(events[4]).position, 2);
  scene.happens(events);
  EXPECT_FALSE(is_waiting(scene.state().referrals.at({1})));
}

TEST(Referrals, GRP_12_the_hall_that_was_asked_reports_once) {
  auto scene = given(received(enrolled()));
  scene.when(clerk, SendReport{errand, "لایروبی لازم است."})
      .then({ReportSent{errand, "لایروبی لازم است.", fresh<LetterId>()}});
  scene.does(clerk, SendReport{errand, "لایروبی لازم است."});
  scene.when(clerk, SendReport{errand, "باز هم"}).then(RefusalCode::already_reported, "referral");
  const auto letters = outgoing(scene.state(), group);
  ASSERT_EQ(letters.size(), 1u);
  EXPECT_EQ(letters[0].to, chamber);
  EXPECT_EQ(std::get<ReceiveReport>(std::get<Command>(letters[0].content)).text.value, "لایروبی لازم است.");
  given(referred()).when(clerk, SendReport{errand, "گزارش"}).then(RefusalCode::not_referred_here, "referral");
}

TEST(Referrals, GRP_13_both_write_themselves_into_the_minutes) {
  auto scene = given(reported(discussing(rivers)));
  std::vector<EntryKind> kinds;
  for (const auto& [seq, entry] : scene.current().record.entries)
    if (entry.item == rivers) kinds.push_back(entry.kind);
  EXPECT_EQ(kinds, (std::vector{EntryKind::item_started, EntryKind::item_referred, EntryKind::report_received}));
}

TEST(Referrals, GRP_13_a_report_on_an_earlier_meetings_item_is_named) {
  auto scene = given(referred(closed_meeting()), another_draft(minutes(1)),
                     ItemAdded{next_meeting, {900}, {}, 0, content("گزارش")}, MeetingConvened{next_meeting, 2, 1},
                     ReportReceived{errand, "گزارش"});
  const Entry& entry = scene.current().record.entries.rbegin()->second;
  EXPECT_EQ(entry.kind, EntryKind::report_received);
  EXPECT_EQ(entry.reason, Reason{"رودخانه‌ها"});
}

TEST(Referrals, GRP_14_a_referral_is_asked_of_the_group_in_the_chambers_name) {
  const auto scene = given(referred());
  const auto letters = outgoing(scene.state(), chamber);
  ASSERT_EQ(letters.size(), 1u);
  EXPECT_EQ(letters[0].to, group);
  const auto& command = std::get<ReceiveReferral>(std::get<Command>(letters[0].content));
  EXPECT_EQ(command.content, asked());
  EXPECT_EQ(command.from_name, scene.state().name);
}

TEST(Referrals, GRP_15_those_inside_see_them_with_links_both_ways) {
  auto scene = given(reported());
  scene.does(clerk, TakeUpReferral{errand, meeting});
  const View view = scene.seen_by(Audience::member);
  const ReferralView& referral = view.referrals.at(errand);
  EXPECT_EQ(referral.report, "لایروبی لازم است.");
  EXPECT_EQ(scene.seen_by(Audience::staff).items.at(rivers).referral, errand);
  EXPECT_EQ(scene.seen_by(Audience::staff).items.at(*referral.taken_up).origin->referral, errand);
  for (const Audience audience : {Audience::public_, Audience::display})
    EXPECT_TRUE(scene.seen_by(audience).referrals.empty());
}

}  // namespace
}  // namespace talar::hall
