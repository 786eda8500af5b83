#include "server/live/frame.hpp"

#include <gtest/gtest.h>

#include "server/live/utf8.hpp"

namespace talar::live::test {
namespace {

TEST(Frame, is_cut_with_the_shortest_length) {
  EXPECT_EQ(*text_frame("hi"), "\x81\x02hi");
  EXPECT_EQ(text_frame(std::string(125, 'x'))->substr(0, 2), "\x81\x7d");
  EXPECT_EQ(text_frame(std::string(126, 'x'))->substr(0, 4), std::string("\x81\x7e\x00\x7e", 4));
  EXPECT_EQ(text_frame(std::string(65'535, 'x'))->substr(0, 4), "\x81\x7e\xff\xff");
  EXPECT_EQ(text_frame(std::string(65'536, 'x'))->substr(0, 10),
            std::string("\x81\x7f\x00\x00\x00\x00\x00\x01\x00\x00", 10));
}

TEST(Frame, control_frames_look_like_the_standard) {
  EXPECT_EQ(*ping_frame(), std::string("\x89\x00", 2));
  EXPECT_EQ(*pong_frame("x"), "\x8a\x01x");
  EXPECT_EQ(*close_frame(0), std::string("\x88\x00", 2));
  EXPECT_EQ(*close_frame(1012, "bye"), "\x88\x05\x03\xf4\x62ye");
}

TEST(Frame, for_many_is_cut_twice) {
  const std::string payload = R"({"type":"patch","patch":{"floor":{"queue":["a","a","a","a","a","a","a","a"]}}})" +
                              std::string(200, ' ');
  const Frame frame = shared_text_frame(payload);
  EXPECT_EQ(*frame.plain, *text_frame(payload));
  EXPECT_LT(frame.deflated->size(), frame.plain->size());
  EXPECT_EQ(static_cast<unsigned char>(frame.deflated->front()), 0xC1) << "final, RSV1, text";
  EXPECT_EQ(inflated(std::string_view(*frame.deflated).substr(2), 10'000).text, payload);
}

TEST(Frame, is_shared_as_it_is_where_compressing_gains_nothing) {
  const Frame frame = shared_text_frame("{}");
  EXPECT_EQ(frame.plain, frame.deflated);
}

TEST(Frame, several_become_one_piece) {
  const std::string long_one(500, 'a');
  const std::array frames{shared_text_frame(long_one), shared_text_frame("b")};
  EXPECT_EQ(*concat(frames).plain, *frames[0].plain + *frames[1].plain);
  EXPECT_EQ(*concat(frames).deflated, *frames[0].deflated + *frames[1].deflated);
  EXPECT_EQ(concat({frames.data(), 1}).plain, frames[0].plain) << "one alone is shared as it is";
}

TEST(Utf8, takes_every_well_formed_character_in_any_split) {
  const std::string text =
      "a\x7f\xc2\x80\xdf\xbf\xe0\xa0\x80\xed\x9f\xbf\xee\x80\x80\xef\xbf\xbf\xf0\x90\x80\x80\xf4\x8f\xbf\xbf";
  Utf8 bytewise;
  for (const char c : text) EXPECT_TRUE(bytewise.feed({&c, 1}));
  EXPECT_TRUE(bytewise.complete());
}

TEST(Utf8, refuses_overlong_forms_surrogates_and_what_is_past_the_end) {
  for (const std::string_view bad : {"\x80", "\xc0\x80", "\xc1\xbf", "\xe0\x9f\xbf", "\xed\xa0\x80", "\xf0\x8f\xbf\xbf",
                                     "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xff", "\xc2\x41"}) {
    Utf8 utf8;
    EXPECT_FALSE(utf8.feed(bad)) << testing::PrintToString(bad);
  }
}

TEST(Utf8, an_unfinished_character_is_not_complete) {
  Utf8 utf8;
  EXPECT_TRUE(utf8.feed("\xf0\x9f\x8c"));
  EXPECT_FALSE(utf8.complete());
}

}  // namespace
}  // namespace talar::live::test
