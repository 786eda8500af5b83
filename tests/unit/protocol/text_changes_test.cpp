#include "protocol/text_changes.hpp"

#include <gtest/gtest.h>

#include <random>

#include "text_model.hpp"

namespace talar {
namespace {

using test::model_updated;
using test::units_of;

using Lines = std::vector<std::string_view>;

constexpr const char* zwnj = "\u200c";
constexpr const char* kasra = "\u0650";
constexpr const char* family = "👨\u200d👩\u200d👧";

TextUpdate replacing(std::int64_t from, std::int64_t to, std::string insert) {
  return {{TextChange{from, to, std::move(insert)}}};
}

TEST(TextChanges, replace_delete_and_insert) {
  EXPECT_EQ(updated("رودخانه", replacing(0, 3, "کتاب")), "کتابخانه");
  EXPECT_EQ(updated("رودخانه", replacing(3, 7, "")), "رود");
  EXPECT_EQ(updated("رود", replacing(3, 3, "خانه")), "رودخانه");
  EXPECT_EQ(updated("", replacing(0, 0, "رود")), "رود");
  EXPECT_EQ(updated("رود", TextUpdate{}), "رود");
}

TEST(TextChanges, all_places_are_of_the_text_before) {
  EXPECT_EQ(updated("abcdef", {{TextChange{0, 1, "XY"}, TextChange{3, 3, "-"}, TextChange{5, 6, ""}}}), "XYbc-de");
  EXPECT_EQ(updated("abc", {{TextChange{0, 1, "x"}, TextChange{1, 2, "y"}}}), "xyc") << "one may begin where one ends";
}

TEST(TextChanges, a_place_is_a_utf_16_unit) {
  EXPECT_EQ(updated("🌳ا🌳", replacing(2, 3, "ب")), "🌳ب🌳");
  EXPECT_EQ(updated("🌳🌳", replacing(2, 4, "")), "🌳");
  EXPECT_EQ(updated(std::string("می") + zwnj + "رود", replacing(2, 3, " ")), "می رود");
  EXPECT_EQ(updated(std::string("باغ") + kasra, replacing(3, 3, "ها")), std::string("باغها") + kasra);
  EXPECT_EQ(updated(family, replacing(3, 5, "🧒")), "👨\u200d🧒\u200d👧");
}

TEST(TextChanges, no_place_parts_a_pair) {
  for (const TextUpdate& update : {replacing(1, 1, ""), replacing(1, 2, ""), replacing(0, 1, ""), replacing(2, 3, "")})
    EXPECT_EQ(updated("🌳🌳", update), std::nullopt);
}

TEST(TextChanges, every_place_is_in_the_text) {
  EXPECT_EQ(updated("سلام", replacing(4, 4, "!")), "سلام!");
  EXPECT_EQ(updated("سلام", replacing(5, 5, "!")), std::nullopt);
  EXPECT_EQ(updated("سلام", replacing(4, 5, "!")), std::nullopt);
  EXPECT_EQ(updated("", replacing(0, 1, "")), std::nullopt);
  EXPECT_EQ(updated("🌳", replacing(3, 3, "")), std::nullopt);
  EXPECT_EQ(updated("سلام", replacing(-1, 0, "")), std::nullopt);
}

TEST(TextChanges, places_ascend) {
  EXPECT_EQ(updated("سلام", replacing(2, 1, "")), std::nullopt);
  EXPECT_EQ(updated("سلام", {{TextChange{0, 2, ""}, TextChange{1, 3, ""}}}), std::nullopt);
  EXPECT_EQ(updated("سلام", {{TextChange{2, 2, "x"}, TextChange{1, 1, "y"}}}), std::nullopt);
}

class AnyText {
 public:
  explicit AnyText(std::uint64_t seed) : random_(seed) {}

  std::int64_t below(std::size_t end) { return static_cast<std::int64_t>(random_() % end); }
  std::string text(std::size_t most) {
    static const std::vector<std::string> characters{"ا",  "ب",   "گ",      "ی", "a",        " ", "\n",   "۱",
                                                     zwnj, kasra, "\u0301", "🌳", "👍🏽", "𐎠", family, "€"};
    std::string text;
    for (auto left = below(most + 1); left > 0; --left) text += characters[static_cast<std::size_t>(below(16))];
    return text;
  }
  /// Mostly in the text, sometimes a little beyond.
  TextUpdate update(std::size_t units) {
    TextUpdate update;
    std::int64_t at = 0;
    for (auto left = below(4); left > 0; --left) {
      const std::int64_t from = at + below(units + 2) / (1 + below(4)) - (below(20) == 0);
      const std::int64_t to = from + below(units + 2) / (1 + below(8));
      update.changes.push_back({from, to, text(5)});
      at = to;
    }
    return update;
  }

 private:
  std::mt19937_64 random_;
};

TEST(TextChanges, do_the_same_as_the_simple_model) {
  AnyText any(20'231'228);
  int done = 0;
  for (int round = 0; round < 20'000; ++round) {
    const std::string text = any.text(12);
    const TextUpdate update = any.update(units_of(text).size());
    const auto after = updated(text, update);
    const auto expected = model_updated(units_of(text), update);
    ASSERT_EQ(after ? std::optional(units_of(*after)) : std::nullopt, expected) << "round " << round << ": " << text;
    done += after.has_value();
  }
  EXPECT_GT(done, 5'000);
  EXPECT_LT(done, 18'000);
}

TEST(TextDifference, leads_from_one_text_to_the_other) {
  AnyText any(6);
  for (int round = 0; round < 20'000; ++round) {
    const std::string before = any.text(10);
    const std::string after = any.below(2) == 0 ? any.text(10) : updated(before, any.update(6)).value_or(before);
    ASSERT_EQ(updated(before, difference(before, after)), after) << "round " << round << ": " << before;
  }
}

TEST(TextDifference, is_one_change_where_they_differ) {
  EXPECT_EQ(difference("متن", "متن"), TextUpdate{});
  EXPECT_EQ(difference("رودخانه", "رود خانه"), replacing(3, 3, " "));
  EXPECT_EQ(difference("کتاب خانه", "کتابخانه"), replacing(4, 5, ""));
  EXPECT_EQ(difference("", "متن"), replacing(0, 0, "متن"));
  EXPECT_EQ(difference("aaa", "aa"), replacing(2, 3, ""));
}

TEST(TextDifference, parts_no_character_whose_bytes_are_alike) {
  EXPECT_EQ(difference("🌳", "🌴"), replacing(0, 2, "🌴"));
  EXPECT_EQ(difference("م🌳ن", "م🌴ن"), replacing(1, 3, "🌴"));
  EXPECT_EQ(difference("ش", "س"), replacing(0, 1, "س"));
}

TEST(TextLines, are_what_stands_between_line_feeds) {
  EXPECT_EQ(lines_of(""), Lines{});
  EXPECT_EQ(lines_of("یک"), (Lines{"یک"}));
  EXPECT_EQ(lines_of("یک\n\nسه\n"), (Lines{"یک", "", "سه", ""}));
}

TEST(TextLength, counts_code_points) {
  EXPECT_EQ(chars_of(""), 0u);
  EXPECT_EQ(chars_of("سلام"), 4u);
  EXPECT_EQ(chars_of("🌳"), 1u);
  EXPECT_EQ(chars_of(family), 5u);
}

}  // namespace
}  // namespace talar
