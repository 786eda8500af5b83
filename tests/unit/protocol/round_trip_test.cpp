#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "fill.hpp"
#include "protocol/codec.hpp"
#include "protocol/json_in.hpp"
#include "protocol/json_out.hpp"

namespace talar {
namespace {

using nlohmann::json;
using test::Fill;

constexpr int rounds = 40;

template <class T>
std::string written(const T& value) {
  std::string out;
  detail::put(out, value);
  return out;
}

/// Not every struct can be compared; what is written can.
template <class T>
void expect_round_trip(const T& value) {
  const std::string text = written(value);
  const auto again = detail::read_document<T>(text, detail::Bounds::checked);
  ASSERT_TRUE(again) << text << "\n" << written(again.error());
  EXPECT_EQ(written(*again), text);
}

TEST(RoundTrip, every_event_survives_the_journal) {
  for (std::size_t index = 0; index < std::variant_size_v<Event>; ++index) {
    Fill fill(index);
    for (int round = 0; round < rounds; ++round) {
      const auto event = fill.alternative<Event>(index);
      const std::string body = encode_event(event);
      const Event again = parse_event(event_type(event), body);
      ASSERT_EQ(again.index(), event.index());
      EXPECT_EQ(encode_event(again), body);
    }
  }
}

TEST(RoundTrip, every_command_comes_through_in_a_frame) {
  for (std::size_t index = 0; index < std::variant_size_v<Command>; ++index) {
    Fill fill(index);
    for (int round = 0; round < rounds; ++round) {
      const ClientFrame frame = Do{fill.value<CommandId>(), fill.alternative<Command>(index)};
      const std::string text = encode(frame);
      const auto again = parse_client_frame(text);
      ASSERT_TRUE(again) << text << "\n" << written(again.error());
      EXPECT_EQ(encode(*again), text);
      EXPECT_EQ(command_type(std::get<Do>(*again).command), json::parse(text)["command"]["type"].get<std::string>());
    }
  }
}

TEST(RoundTrip, hello_and_ping_come_through) {
  Fill fill(1);
  for (int round = 0; round < rounds; ++round) {
    expect_round_trip<ClientFrame>(fill.value<Hello>());
    expect_round_trip<ClientFrame>(fill.value<Ping>());
  }
}

TEST(RoundTrip, every_server_frame_says_its_type_and_can_be_read_again) {
  Fill fill(2);
  boost::mp11::mp_for_each<ServerFrame>([&]<class Frame>(const Frame&) {
    for (int round = 0; round < rounds; ++round) {
      const auto frame = fill.value<Frame>();
      json whole = json::parse(encode(ServerFrame(frame)));
      EXPECT_EQ(whole["type"], type_word<Frame>());
      whole.erase("type");
      EXPECT_EQ(whole, json::parse(written(frame)));
      if constexpr (!std::is_same_v<Frame, Patch>) expect_round_trip(frame);
    }
  });
}

TEST(RoundTrip, every_archive_struct_comes_through) {
  Fill fill(3);
  using Values = boost::mp11::mp_list<MeetingPage, MeetingRecord, SearchPage, SimilarPage, CalendarLink, SignIn,
                                      SignedIn, GivePassphrase, Invite, Invitations, Access, Revoke, WhoAmI,
                                      RosterPreview, BlindedBallot, BlindSignature, SignedBallot, BallotReceipt,
                                      PublishedVote, Problem, View, Me>;
  boost::mp11::mp_for_each<Values>([&]<class T>(const T&) {
    for (int round = 0; round < rounds; ++round) {
      const std::string text = to_json_text(fill.value<T>());
      const auto again = from_json_text<T>(text);
      ASSERT_TRUE(again) << text << "\n" << written(again.error());
      EXPECT_EQ(to_json_text(*again), text);
    }
  });
}

TEST(RoundTrip, frames_cut_without_copies_equal_encoded_ones) {
  Fill fill(4);
  const auto view = fill.value<View>();
  EXPECT_EQ(encode_state(7, Instant{5}, view), encode(ServerFrame(State{7, Instant{5}, view})));
  EXPECT_EQ(encode_patch(8, Instant{5}, R"({"a":null})"), encode(ServerFrame(Patch{8, Instant{5}, {R"({"a":null})"}})));
}

TEST(RoundTrip, persian_is_written_as_itself) {
  const std::string text = to_json_text(Command{PostMessage{"جلسه‌ی «شکوفایی»\nساعت ۱۸:۳۰"}});
  EXPECT_EQ(text, R"({"type":"post_message","text":"جلسه‌ی «شکوفایی»\nساعت ۱۸:۳۰"})");
}

TEST(RoundTrip, absent_optionals_are_left_out) {
  EXPECT_EQ(to_json_text(Command{CallRecess{}}), R"({"type":"call_recess"})");
  EXPECT_EQ(encode(ServerFrame(Bye{ByeReason::signed_out, {}})), R"({"type":"bye","reason":"signed_out"})");
}

TEST(RoundTrip, enumerators_drop_their_trailing_underscore) {
  EXPECT_EQ(encode(ClientFrame(Hello{{}, Audience::public_})), R"({"type":"hello","audience":"public"})");
}

TEST(RoundTrip, an_event_outlives_a_bound_that_was_tightened) {
  const std::string long_text(limits::message_chars + 1, 'x');
  const Event event = parse_event("message_posted", R"({"text":")" + long_text + R"("})");
  EXPECT_EQ(std::get<MessagePosted>(event).text.value, long_text);
}

TEST(RoundTrip, an_event_that_cannot_be_read_throws) {
  EXPECT_THROW(parse_event("hall_burned", "{}"), std::runtime_error);
  EXPECT_THROW(parse_event("message_posted", "{}"), std::runtime_error);
  EXPECT_THROW(parse_event("message_posted", R"({"text":"x","color":"red"})"), std::runtime_error);
  EXPECT_THROW(parse_event("message_posted", "{"), std::runtime_error);
}

}  // namespace
}  // namespace talar
