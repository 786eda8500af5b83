// Ids, words, moments and days as text.
#include <gtest/gtest.h>

#include <set>

#include "protocol/commands.hpp"
#include "protocol/time_text.hpp"
#include "protocol/words.hpp"

namespace talar {
namespace {

TEST(IdText, is_ten_digits_of_crockfords_base_32) {
  EXPECT_EQ(id_text(0), "0000000000");
  EXPECT_EQ(id_text(31), "000000000z");
  EXPECT_EQ(id_text(32), "0000000010");
  EXPECT_EQ(id_text((std::uint64_t{1} << 50) - 1), "zzzzzzzzzz");
}

TEST(IdText, comes_back_as_the_same_value) {
  IdSource ids(1);
  for (int i = 0; i < 1000; ++i) {
    const auto id = ids.next<PersonId>();
    EXPECT_EQ(id_value(id.text()), id.value);
  }
}

TEST(IdText, no_other_text_is_an_id) {
  for (const char* text : {"", "000000000", "00000000000", "000000000Z", "000000000i", "000000000l", "000000000o",
                           "000000000u", "00000 0000", "-000000001"}) {
    EXPECT_EQ(id_value(text), std::nullopt) << text;
  }
}

TEST(IdSource, draws_the_same_from_the_same_seed_and_nothing_twice) {
  IdSource one(42), same(42), other(43);
  std::set<std::uint64_t> drawn;
  for (int i = 0; i < 1000; ++i) {
    const auto id = one.next<ItemId>();
    EXPECT_EQ(id, same.next<ItemId>());
    EXPECT_TRUE(drawn.insert(id.value).second);
    EXPECT_TRUE(drawn.insert(other.next<ItemId>().value).second);
    EXPECT_LT(id.value, std::uint64_t{1} << 50);
  }
}

TEST(Words, are_names_as_they_were_declared) {
  static_assert(type_word<RequestFloor>() == "request_floor");
  static_assert(word(Audience::public_) == "public");
  static_assert(word(SpeechKind::point_of_order) == "point_of_order");
  EXPECT_EQ(parse_word<Audience>("public"), Audience::public_);
  EXPECT_EQ(parse_word<Audience>("public_"), std::nullopt);
  EXPECT_EQ(parse_word<Audience>(""), std::nullopt);
}

TEST(InstantText, is_utc_with_milliseconds) {
  EXPECT_EQ(to_text(Instant{0}), "1970-01-01T00:00:00.000Z");
  EXPECT_EQ(to_text(Instant{1'703'741'400'007}), "2023-12-28T05:30:00.007Z");
  EXPECT_EQ(to_text(Instant{-1}), "1969-12-31T23:59:59.999Z");
}

TEST(InstantText, takes_offsets_and_fractions) {
  const Instant at{1'703'741'400'000};
  EXPECT_EQ(parse_instant("2023-12-28T05:30:00Z"), at);
  EXPECT_EQ(parse_instant("2023-12-28T09:00:00+03:30"), at);
  EXPECT_EQ(parse_instant("2023-12-27T23:30:00.0-06:00"), at);
  EXPECT_EQ(parse_instant("2023-12-28T05:30:00.12Z"), Instant{at.ms + 120});
  EXPECT_EQ(parse_instant("2023-12-28T05:30:00.123456789Z"), Instant{at.ms + 123});
}

TEST(InstantText, takes_nothing_else) {
  for (const char* text :
       {"", "2023-12-28", "2023-12-28T05:30:00", "2023-12-28t05:30:00Z", "2023-12-28T05:30:00z", "2023-12-28T05:30:60Z",
        "2023-12-28T05:60:00Z", "2023-12-28T05:30:00.Z", "2023-12-28T05:30:00.1234567890Z", "2023-12-28T05:30:00+0330",
        "2023-12-28T05:30:00+24:00", "2023-02-30T05:30:00Z", "2023-12-28T05:30:00ZZ", " 2023-12-28T05:30:00Z"}) {
    EXPECT_EQ(parse_instant(text), std::nullopt) << text;
  }
}

TEST(DateText, comes_back_as_the_same_day) {
  EXPECT_EQ(to_text(Date{2024, 1, 4}), "2024-01-04");
  EXPECT_EQ(parse_date("2024-01-04"), (Date{2024, 1, 4}));
  EXPECT_EQ(parse_date("2024-02-30"), std::nullopt);
  EXPECT_EQ(parse_date("2024-01-04T"), std::nullopt);
}

}  // namespace
}  // namespace talar
