// Texts that several people write at once.
#include "tests/unit/hall/given.hpp"

namespace talar::hall {
namespace {

constexpr const char* here = "11111111-1111-4111-8111-111111111111";
constexpr const char* there = "22222222-2222-4222-8222-222222222222";

TextUpdate replacing(std::int64_t from, std::int64_t to, std::string insert) {
  return {{TextChange{from, to, std::move(insert)}}};
}

/// Each types at the beginning.
EditText typing(const char* text, std::int64_t version, const char* client = here) {
  return {report, version, client, {replacing(0, 0, text)}};
}

std::string many(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += "ا";
  return text;
}

const MinutesText& text_of(const Scene& scene, ItemId item = report) {
  return scene.current().record.texts.at(item);
}

TextView seen(const Scene& scene, Audience audience) {
  return scene.seen_by(audience).minutes->texts.at(report);
}

Scene written(const char* text) {
  return given(discussing(), MinutesWritten{meeting, report, text, 1});
}

TEST(Texts, MIN_1_an_edit_leads_on_from_the_version_it_names) {
  auto scene = written("خانهٔ میرزا");
  const EditText edit{report, 1, here, {replacing(0, 5, "باغ"), replacing(3, 3, "ِ")}};
  scene.when(clerk, edit).then({TextEdited{meeting, report, 3, here, edit.updates}});
  scene.does(clerk, edit);
  EXPECT_EQ(text_of(scene).text, "باغِ میرزا");
  EXPECT_EQ(text_of(scene).version, 3);
}

TEST(Texts, MIN_1_whoever_lacks_a_version_is_refused) {
  const auto scene = written("متن");
  scene.when(clerk, typing("الف", 0)).then(RefusalCode::stale_text, Args{{"version", "1"}});
  scene.when(clerk, typing("الف", 2)).then(RefusalCode::stale_text, "version");
}

TEST(Texts, MIN_1_an_edit_has_at_least_one_update) {
  written("متن").when(clerk, EditText{report, 1, here, {}}).then(RefusalCode::out_of_bounds, "updates");
}

TEST(Texts, MIN_1_an_update_that_others_have_left_nothing_of_is_one_all_the_same) {
  auto scene = written("متن").does(clerk, EditText{report, 1, here, {TextUpdate{}}});
  EXPECT_EQ(text_of(scene).text, "متن");
  EXPECT_EQ(text_of(scene).version, 2) << "its writer counts on it";
}

TEST(Texts, MIN_2_an_item_of_no_meeting_has_no_text) {
  given(discussing())
      .when(clerk, EditText{ItemId{999}, 0, here, {replacing(0, 0, "م")}})
      .then(RefusalCode::no_such_item, "item");
  given(drafted()).when(clerk, typing("م", 0)).then(RefusalCode::wrong_meeting_state, Args{{"state", "drafted"}});
  given(drafted()).when(clerk, HoldText{report, here}).then(RefusalCode::wrong_meeting_state);
}

TEST(Texts, MIN_13_places_are_in_the_text_and_ascend) {
  const auto scene = written("سلام");
  for (const TextUpdate& update : {replacing(5, 5, "م"), replacing(0, 5, ""), replacing(2, 1, ""),
                                   TextUpdate{{TextChange{2, 3, "م"}, TextChange{2, 3, "م"}}},
                                   TextUpdate{{TextChange{3, 3, "م"}, TextChange{1, 1, "م"}}}}) {
    scene.when(clerk, EditText{report, 1, here, {replacing(0, 0, ""), update}})
        .then(RefusalCode::bad_change, "updates.1");
  }
}

TEST(Texts, MIN_13_no_change_parts_a_character) {
  const auto scene = written("🌳🌳");
  scene.when(clerk, EditText{report, 1, here, {replacing(1, 1, "م")}}).then(RefusalCode::bad_change, "updates.0");
  scene.when(clerk, EditText{report, 1, here, {replacing(0, 3, "")}}).then(RefusalCode::bad_change, "updates.0");
  scene.when(clerk, EditText{report, 1, here, {replacing(2, 4, "")}})
      .then({TextEdited{meeting, report, 2, here, {replacing(2, 4, "")}}});
}

TEST(Texts, MIN_13_twenty_thousand_characters_are_enough) {
  const auto scene = written(many(limits::minutes_chars - 1).c_str());
  scene.when(clerk, typing("🌳", 1)).then({TextEdited{meeting, report, 2, here, {replacing(0, 0, "🌳")}}});
  scene.when(clerk, EditText{report, 1, here, {replacing(0, 0, "م"), replacing(0, 0, "م")}})
      .then(RefusalCode::out_of_bounds, "updates.1");
  scene.when(clerk, typing("من", 1))
      .then(RefusalCode::out_of_bounds, Args{{"of", "text"}, {"min", "0"}, {"max", "20000"}});
}

TEST(Texts, MIN_13_what_was_too_much_may_be_taken_out_again) {
  const auto scene = written(many(limits::minutes_chars - 1).c_str());
  const List<TextUpdate, limits::text_updates> cut{replacing(0, 0, "م"), replacing(0, 0, "م"), replacing(0, 2, "")};
  scene.when(clerk, EditText{report, 1, here, cut}).then({TextEdited{meeting, report, 4, here, cut}});
  auto twice = scene;
  twice.does(clerk, EditText{report, 1, here, cut});
  EXPECT_EQ(twice.current().record.texts.at(report).text, many(limits::minutes_chars - 1));
  const std::string all = many(limits::minutes_chars);
  scene.when(clerk, EditText{report, 1, here, {replacing(0, 0, all), replacing(0, 0, all), replacing(0, 40'000, "")}})
      .then(RefusalCode::out_of_bounds, "updates.1");
}

TEST(Texts, MIN_14_the_desk_sees_how_a_text_came_to_its_version) {
  auto scene = written("م");
  scene.after(minutes(1)).does(clerk, typing("الف ", 1));
  scene.after(minutes(1)).does(clerk, WriteMinutes{report, "الف متن", 2, EditorId{there}});
  EXPECT_EQ(seen(scene, Audience::staff), (TextView{{{1, "الف متن"}},
                                                    3,
                                                    nine_o_clock + minutes(2),
                                                    clerk,
                                                    {},
                                                    {{1, {"whole", {TextChange{0, 0, "م"}}}},
                                                     {2, {here, {TextChange{0, 0, "الف "}}}},
                                                     {3, {there, {TextChange{5, 5, "تن"}}}}}}));
}

TEST(Texts, MIN_14_the_last_hundred_updates_are_at_hand) {
  auto scene = written("");
  for (int i = 1; i <= 120; ++i) scene.does(clerk, typing("م", i));
  EXPECT_EQ(text_of(scene).recent.size(), limits::recent_updates);
  EXPECT_EQ(text_of(scene).recent.begin()->first, 22);
  EXPECT_EQ(text_of(scene).recent.rbegin()->first, 121);
}

TEST(Texts, MIN_14_but_no_more_than_sixteen_thousand_characters) {
  auto scene = written("");
  scene.does(clerk, typing(many(8'000).c_str(), 1)).does(clerk, typing(many(8'000).c_str(), 2));
  EXPECT_EQ(text_of(scene).recent.size(), 3u);
  scene.does(clerk, typing("م", 3));
  EXPECT_EQ(text_of(scene).recent.begin()->first, 3);
  EXPECT_EQ(text_of(scene).recent_chars, 8'001);
}

TEST(Texts, MIN_14_and_the_newest_however_long_it_is) {
  auto scene = written("متن");
  scene.does(clerk, typing(many(19'000).c_str(), 1));
  EXPECT_EQ(text_of(scene).recent.size(), 1u);
  EXPECT_EQ(text_of(scene).recent_chars, 19'000);
}

TEST(Texts, MIN_15_whoever_holds_a_text_writes_it_alone_for_a_minute) {
  auto scene = written("متن");
  scene.when(clerk, HoldText{report, here})
      .then({TextHeld{meeting, report, here, nine_o_clock + Millis{limits::text_hold_ms}}});
  scene.does(clerk, HoldText{report, here});
  scene.after(seconds(59));
  scene.when(clerk, typing("م", 1, there)).then(RefusalCode::text_held, "item");
  scene.when(clerk, WriteMinutes{report, "م", 1, EditorId{there}}).then(RefusalCode::text_held, "item");
  scene.when(clerk, WriteMinutes{report, "م", 1}).then(RefusalCode::text_held, "item");
  scene.when(clerk, HoldText{report, there}).then(RefusalCode::text_held, "item");
  scene.when(clerk, WriteMinutes{report, "م", 1, EditorId{here}})
      .then({MinutesWritten{meeting, report, "م", 2, EditorId{here}}});
  scene.when(clerk, typing("م", 1)).then({TextEdited{meeting, report, 2, here, {replacing(0, 0, "م")}}});
  scene.after(seconds(1));
  scene.when(clerk, typing("م", 1, there)).then({TextEdited{meeting, report, 2, there, {replacing(0, 0, "م")}}});
}

TEST(Texts, MIN_15_counted_from_the_last_writing_or_holding) {
  auto scene = written("متن").does(clerk, HoldText{report, here});
  scene.after(seconds(40)).does(clerk, WriteMinutes{report, "م", 1, EditorId{here}});
  scene.after(seconds(40)).when(clerk, typing("م", 2, there)).then(RefusalCode::text_held, "item");
  scene.does(clerk, HoldText{report, here});
  scene.after(seconds(40)).when(clerk, typing("م", 2, there)).then(RefusalCode::text_held, "item");
}

TEST(Texts, MIN_15_or_until_it_is_released) {
  auto scene = written("متن").does(clerk, HoldText{report, here});
  scene.when(clerk, ReleaseText{report, there}).then(RefusalCode::text_not_held, "item");
  scene.does(clerk, ReleaseText{report, here}).does(clerk, typing("م", 1, there));
  scene.when(clerk, ReleaseText{report, here}).then(RefusalCode::text_not_held, "item");
}

TEST(Texts, MIN_15_a_hold_that_has_run_out_ends_when_somebody_else_writes) {
  auto scene = written("متن").does(clerk, HoldText{report, here}).after(minutes(2)).does(clerk, typing("م", 1, there));
  EXPECT_EQ(text_of(scene).hold, std::nullopt);
}

TEST(Texts, MIN_15_an_item_whose_text_is_only_held_can_be_removed) {
  auto scene = given(convened()).does(clerk, HoldText{payroll, here}).does(clerk, RemoveItem{payroll});
  EXPECT_TRUE(scene.seen_by(Audience::staff).minutes->texts.empty());
}

TEST(Texts, MIN_10_who_holds_a_text_and_how_it_changed_is_for_the_desk) {
  auto scene = given(discussing()).does(clerk, HoldText{report, here});
  EXPECT_EQ(seen(scene, Audience::staff).hold, (TextHold{clerk, here, nine_o_clock + minutes(1)}));
  EXPECT_TRUE(scene.seen_by(Audience::member).minutes->texts.empty()) << "nothing is written yet";
  scene.does(clerk, typing("سطر\n\nسطر", 0));
  EXPECT_EQ(seen(scene, Audience::member),
            (TextView{{{1, "سطر"}, {2, ""}, {3, "سطر"}}, 1, nine_o_clock, clerk, {}, {}}));
}

}  // namespace
}  // namespace talar::hall
