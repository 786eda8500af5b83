// Texts and lines of a meeting that another one has followed.
#include "tests/unit/hall/record_story.hpp"

namespace talar::hall {
namespace {

constexpr const char* editor = "11111111-1111-4111-8111-111111111111";

const EditText edit{report, 1, editor, {TextUpdate{{TextChange{0, 2, "صفر"}}}}};

TEST(EarlierTexts, MIN_2_are_written_until_their_minutes_are_approved) {
  auto scene = given(followed(written()));
  scene.does(clerk, edit).does(clerk, HoldText{plan, editor});
  scene.does(clerk, WriteMinutes{plan, "متن", 0, EditorId{editor}});
  EXPECT_EQ(scene.state().records.at(meeting).texts.at(report).text, "صفر دو سه");
  EXPECT_EQ(scene.state().records.at(meeting).texts.at(plan).version, 1);
}

TEST(EarlierTexts, MIN_9_and_no_longer) {
  const auto scene = given(approved());
  scene.when(clerk, edit).then(RefusalCode::minutes_frozen, "item");
  scene.when(clerk, HoldText{report, editor}).then(RefusalCode::minutes_frozen, "item");
  const auto entry = scene.state().records.at(meeting).entries.begin()->first;
  scene.when(clerk, EditEntry{meeting, entry, true, {}}).then(RefusalCode::minutes_frozen, "meeting");
}

TEST(EarlierTexts, MIN_10_are_seen_inside_until_then) {
  const View inside = given(followed(written())).seen_by(Audience::member);
  EXPECT_EQ(inside.minutes->texts.at(report).lines, (std::map<std::int64_t, std::string>{{1, "یک دو سه"}}));
  EXPECT_EQ(inside.minutes->texts.size(), 1u) << "what was never written is not there";
  EXPECT_TRUE(given(approved()).seen_by(Audience::member).minutes->texts.empty());
}

TEST(EarlierTexts, MIN_16_their_lines_are_marked_until_then) {
  auto scene = given(followed(written()));
  const auto entry = scene.state().records.at(meeting).entries.begin()->first;
  scene.does(clerk, EditEntry{meeting, entry, true, Note{"تکراری"}});
  EXPECT_TRUE(scene.state().records.at(meeting).entries.at(entry).hidden);
}

}  // namespace
}  // namespace talar::hall
