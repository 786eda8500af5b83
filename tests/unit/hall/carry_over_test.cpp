#include "tests/unit/hall/given.hpp"

namespace talar::hall {
namespace {

constexpr AttachmentId paper{601};
const Attachment file{report, "گزارش.pdf", "application/pdf", 1000, std::string(64, 'a'), Visibility::everyone};

ItemOrigin carried(ItemId item) {
  return {OriginKind::carried_over, item, {}, {}};
}

ItemContent closed(const char* title) {
  ItemContent content = talar::hall::content(title);
  content.confidential = true;
  return content;
}

/// The payroll as the scenery has it.
ItemContent payroll_content() {
  return given(drafted()).state().meetings.at(meeting).items.at(payroll).content;
}

Story drafting(const Story& story) {
  return story + Story{MeetingDrafted{next_meeting, {{}, nine_o_clock + minutes(7 * 24 * 60), 150, "تالار گفتگو"}}};
}

/// The report is done, the rest of the agenda is left.
Story left_over() {
  return drafting(closed_meeting());
}

TEST(CarryOver, AGD_14_after_the_end_what_is_planned_goes_into_the_draft) {
  given(left_over())
      .when(clerk, CarryOver{next_meeting})
      .then({ItemAdded{next_meeting, fresh<ItemId>(1), {}, 0, content("چشم‌انداز شهر"), carried(plan)},
             ItemAdded{next_meeting, fresh<ItemId>(2), fresh<ItemId>(1), 0, content("زیرساخت‌ها"),
                       carried(roads)},
             ItemAdded{next_meeting, fresh<ItemId>(3), fresh<ItemId>(1), 1, content("رودخانه‌ها"),
                       carried(rivers)},
             ItemAdded{next_meeting, fresh<ItemId>(4), {}, 1, payroll_content(), carried(payroll)}});
}

TEST(CarryOver, AGD_14_behind_what_is_there) {
  given(left_over(), ItemAdded{next_meeting, ItemId{900}, {}, 0, content("تازه")},
        ItemEnded{meeting, plan, ItemState::withdrawn, {}, {}})
      .when(clerk, CarryOver{next_meeting})
      .then({ItemAdded{next_meeting, fresh<ItemId>(), {}, 1, payroll_content(), carried(payroll)}});
}

TEST(CarryOver, AGD_14_before_the_end_only_what_was_deferred) {
  given(drafting(discussing()), ItemEnded{meeting, roads, ItemState::deferred, {}, {}})
      .when(clerk, CarryOver{next_meeting})
      .then({ItemAdded{next_meeting, fresh<ItemId>(), {}, 0, content("زیرساخت‌ها"), carried(roads)}});
  given(drafting(discussing())).when(clerk, CarryOver{next_meeting}).then(RefusalCode::nothing_to_carry_over);
}

TEST(CarryOver, AGD_14_a_meeting_that_was_not_held_leaves_everything) {
  auto scene = given(drafting(convened()), MeetingNotHeld{meeting, {0, 3, 5, false}, Reason{"نبود حد نصاب"}});
  scene.does(clerk, CarryOver{next_meeting});
  EXPECT_EQ(scene.seen_by(Audience::staff).meetings.at(next_meeting).agenda.size(), 5u);
}

TEST(CarryOver, AGD_14_each_item_once) {
  auto scene = given(left_over());
  scene.does(clerk, CarryOver{next_meeting});
  scene.when(clerk, CarryOver{next_meeting}).then(RefusalCode::nothing_to_carry_over);
  const View seen = scene.seen_by(Audience::staff);
  const ItemId on = seen.meetings.at(next_meeting).agenda.front();
  EXPECT_EQ(seen.items.at(plan).carried_to, on);
  EXPECT_EQ(seen.items.at(on).origin, carried(plan));
  EXPECT_EQ(seen.items.at(on).state, ItemState::planned);
  EXPECT_EQ(scene.seen_by(Audience::member).items.at(plan).carried_to, std::nullopt) << "STA-3";
}

TEST(CarryOver, AGD_14_into_a_draft_that_is_there) {
  const auto scene = given(closed_meeting());
  scene.when(clerk, CarryOver{next_meeting}).then(RefusalCode::no_such_meeting, "to");
  scene.when(clerk, CarryOver{meeting}).then(RefusalCode::wrong_meeting_state, Args{{"state", "closed"}});
  given(drafted()).when(clerk, CarryOver{meeting}).then(RefusalCode::nothing_to_carry_over);
}

TEST(CarryOver, AGD_4_not_more_than_an_agenda_takes) {
  Story story = left_over();
  for (std::uint64_t i = 0; i < limits::items - 3; ++i) {
    story.push_back(ItemAdded{next_meeting, ItemId{1000 + i}, {}, static_cast<std::int64_t>(i), content("x")});
  }
  given(story).when(clerk, CarryOver{next_meeting}).then(RefusalCode::too_many_items, Args{{"max", "600"}});
}

TEST(CarryOver, AGD_15_files_go_along) {
  Attachment same = file;
  same.item = fresh<ItemId>(1);
  given(drafting(discussing()), AttachmentAdded{meeting, paper, file, clerk},
        ItemEnded{meeting, report, ItemState::deferred, {}, {}})
      .when(mayor, CarryOver{next_meeting})
      .then({ItemAdded{next_meeting, fresh<ItemId>(1), {}, 0, content("گزارش دبیرخانه"), carried(report)},
             AttachmentAdded{next_meeting, fresh<AttachmentId>(2), same, mayor}});
}

TEST(CarryOver, AGD_15_a_deferred_item_takes_its_planned_parts_along) {
  auto scene = given(drafting(discussing()), ItemEnded{meeting, plan, ItemState::deferred, {}, {}},
                     ItemEnded{meeting, roads, ItemState::withdrawn, {}, {}});
  scene.when(clerk, CarryOver{next_meeting})
      .then({ItemAdded{next_meeting, fresh<ItemId>(1), {}, 0, content("چشم‌انداز شهر"), carried(plan)},
             ItemAdded{next_meeting, fresh<ItemId>(2), fresh<ItemId>(1), 0, content("رودخانه‌ها"),
                       carried(rivers)}});
}

TEST(CarryOver, AGD_15_an_unfinished_part_of_a_finished_item_comes_to_the_top) {
  given(left_over(), ItemEnded{meeting, plan, ItemState::done, {}, {}},
        ItemEnded{meeting, roads, ItemState::done, {}, {}}, ItemEnded{meeting, payroll, ItemState::done, {}, {}})
      .when(clerk, CarryOver{next_meeting})
      .then({ItemAdded{next_meeting, fresh<ItemId>(), {}, 0, content("رودخانه‌ها"), carried(rivers)}});
}

TEST(CarryOver, AGD_15_and_stays_closed) {
  given(left_over(), ItemAdded{meeting, ItemId{900}, payroll, 0, content("حقوق")},
        ItemEnded{meeting, payroll, ItemState::done, {}, {}}, ItemEnded{meeting, plan, ItemState::withdrawn, {}, {}})
      .when(clerk, CarryOver{next_meeting})
      .then({ItemAdded{next_meeting, fresh<ItemId>(), {}, 0, closed("حقوق"), carried(ItemId{900})}});
}

TEST(CarryOver, AGD_15_a_heading_of_finished_parts_stays) {
  given(left_over(), ItemEnded{meeting, roads, ItemState::done, {}, {}},
        ItemEnded{meeting, rivers, ItemState::withdrawn, {}, {}},
        ItemEnded{meeting, payroll, ItemState::withdrawn, {}, {}})
      .when(clerk, CarryOver{next_meeting})
      .then(RefusalCode::nothing_to_carry_over);
}

TEST(CarryOver, AGD_15_what_is_below_a_withdrawn_item_stays) {
  given(left_over(), ItemEnded{meeting, plan, ItemState::withdrawn, {}, {}},
        ItemEnded{meeting, payroll, ItemState::done, {}, {}})
      .when(clerk, CarryOver{next_meeting})
      .then(RefusalCode::nothing_to_carry_over);
}

TEST(CarryOver, AGD_16_again_once_the_draft_is_discarded) {
  auto scene = given(left_over());
  scene.does(clerk, CarryOver{next_meeting}).does(clerk, DiscardDraft{next_meeting});
  EXPECT_EQ(scene.seen_by(Audience::staff).items.at(plan).carried_to, std::nullopt);
}

TEST(CarryOver, AGD_16_again_once_the_new_item_is_removed) {
  auto scene = given(left_over());
  scene.does(clerk, CarryOver{next_meeting});
  const ItemId on = *scene.seen_by(Audience::staff).items.at(payroll).carried_to;
  scene.does(clerk, RemoveItem{on});
  scene.when(clerk, CarryOver{next_meeting})
      .then({ItemAdded{next_meeting, fresh<ItemId>(), {}, 1, payroll_content(), carried(payroll)}});
}

}  // namespace
}  // namespace talar::hall
