#include "tests/unit/hall/given.hpp"

namespace talar::hall {
namespace {

constexpr TemplateId usual{701};

/// What the scenery's agenda is as a template.
AgendaTemplate whole(const char* name) {
  const Scene scene = given(drafted());
  const auto& items = scene.state().meetings.at(meeting).items;
  return {name,
          {{0, items.at(report).content},
           {0, items.at(plan).content},
           {1, items.at(roads).content},
           {1, items.at(rivers).content},
           {0, items.at(payroll).content}}};
}

TEST(Templates, AGD_20_an_agenda_is_saved_with_its_structure) {
  given(drafted())
      .when(clerk, SaveTemplate{"هفتگی", meeting})
      .then({TemplateSaved{fresh<TemplateId>(), whole("هفتگی")}});
  given(closed_meeting())
      .when(mayor, SaveTemplate{" هفتگی ", meeting})
      .then({TemplateSaved{fresh<TemplateId>(), whole("هفتگی")}});
}

TEST(Templates, AGD_20_one_of_the_same_name_is_replaced) {
  given(drafted(), TemplateSaved{usual, {"هفتگی", {{0, content("کهنه")}}}})
      .when(clerk, SaveTemplate{"هفتگی", meeting})
      .then({TemplateSaved{usual, whole("هفتگی")}});
}

TEST(Templates, AGD_20_not_of_an_empty_agenda_and_not_without_a_name) {
  given(enrolled(), MeetingDrafted{meeting, {}})
      .when(clerk, SaveTemplate{"هفتگی", meeting})
      .then(RefusalCode::agenda_empty);
  given(drafted()).when(clerk, SaveTemplate{" ", meeting}).then(RefusalCode::bad_text, "name");
  given(drafted()).when(clerk, SaveTemplate{"هفتگی", next_meeting}).then(RefusalCode::no_such_meeting, "meeting");
}

TEST(Templates, AGD_20_of_a_hundred_items_at_most) {
  Story story = enrolled() + Story{MeetingDrafted{meeting, {}}};
  for (std::uint64_t i = 0; i < limits::template_items + 1; ++i) {
    story.push_back(ItemAdded{meeting, ItemId{1000 + i}, {}, 0, content("x")});
  }
  given(story).when(clerk, SaveTemplate{"هفتگی", meeting}).then(RefusalCode::too_many_items, Args{{"max", "100"}});
}

TEST(Templates, AGD_20_a_hall_has_thirty) {
  Story story = drafted();
  for (std::uint64_t i = 0; i < limits::templates; ++i) {
    story.push_back(TemplateSaved{TemplateId{1000 + i}, {std::to_string(i), {{0, content("x")}}}});
  }
  const auto scene = given(story);
  scene.when(clerk, SaveTemplate{"هفتگی", meeting}).then(RefusalCode::too_many_templates, Args{{"max", "30"}});
  scene.when(clerk, SaveTemplate{"7", meeting}).then({TemplateSaved{TemplateId{1007}, whole("7")}});
}

TEST(Templates, AGD_21_its_items_are_added_at_the_end) {
  AgendaTemplate saved = whole("هفتگی");
  given(open_meeting(), TemplateSaved{usual, saved})
      .when(clerk, ApplyTemplate{usual, meeting})
      .then({ItemAdded{meeting, fresh<ItemId>(1), {}, 3, saved.items[0].content},
             ItemAdded{meeting, fresh<ItemId>(2), {}, 4, saved.items[1].content},
             ItemAdded{meeting, fresh<ItemId>(3), fresh<ItemId>(2), 0, saved.items[2].content},
             ItemAdded{meeting, fresh<ItemId>(4), fresh<ItemId>(2), 1, saved.items[3].content},
             ItemAdded{meeting, fresh<ItemId>(5), {}, 5, saved.items[4].content}});
}

TEST(Templates, AGD_21_without_presenters_who_have_left) {
  ItemContent presented = content("گزارش");
  presented.presenter = nobody;
  given(drafted(), TemplateSaved{usual, {"هفتگی", {{0, presented}}}})
      .when(clerk, ApplyTemplate{usual, meeting})
      .then({ItemAdded{meeting, fresh<ItemId>(), {}, 3, content("گزارش")}});
}

TEST(Templates, AGD_21_while_the_agenda_may_change) {
  given(closed_meeting(), TemplateSaved{usual, whole("هفتگی")})
      .when(clerk, ApplyTemplate{usual, meeting})
      .then(RefusalCode::wrong_meeting_state, Args{{"state", "closed"}});
}

TEST(Templates, AGD_4_not_more_than_an_agenda_takes) {
  Story story = drafted() + Story{TemplateSaved{usual, whole("هفتگی")}};
  for (std::uint64_t i = 0; i < limits::items - 9; ++i) {
    story.push_back(ItemAdded{meeting, ItemId{1000 + i}, {}, 0, content("x")});
  }
  given(story).when(clerk, ApplyTemplate{usual, meeting}).then(RefusalCode::too_many_items, Args{{"max", "600"}});
}

TEST(Templates, ROL_6_a_template_that_is_not_there) {
  const auto scene = given(drafted());
  scene.when(clerk, ApplyTemplate{usual, meeting}).then(RefusalCode::no_such_template, "agenda_template");
  scene.when(clerk, RemoveTemplate{usual}).then(RefusalCode::no_such_template, "agenda_template");
}

TEST(Templates, AGD_31_they_are_for_the_desk) {
  auto scene = given(convened(), TemplateSaved{usual, whole("هفتگی")});
  EXPECT_EQ(scene.seen_by(Audience::staff).templates.at(usual), whole("هفتگی"));
  for (const Audience audience : {Audience::member, Audience::public_, Audience::display}) {
    EXPECT_TRUE(scene.seen_by(audience).templates.empty());
  }
  scene.does(clerk, RemoveTemplate{usual});
  EXPECT_TRUE(scene.seen_by(Audience::staff).templates.empty());
}

}  // namespace
}  // namespace talar::hall
