#include <gtest/gtest.h>

#include "protocol/accounts.hpp"
#include "protocol/archive.hpp"
#include "protocol/codec.hpp"
#include "protocol/words.hpp"

namespace talar {
namespace {

using std::string;

/// "out_of_bounds at command.seconds"; "taken" when it was.
string verdict(const string& frame) {
  const auto result = parse_client_frame(frame);
  if (result) return "taken";
  const Refusal& refusal = result.error();
  return string(word(refusal.code)) + (refusal.field ? " at " + *refusal.field : "");
}

string ordered(const string& command) {
  return R"({"type":"do","id":"0f8fad5b-d9cb-469f-a165-70867728950e","command":)" + command + "}";
}
string message(const string& text) {
  return ordered(R"({"type":"post_message","text":")" + text + R"("})");
}
string extension(const string& seconds) {
  return ordered(R"({"type":"extend_turn","seconds":)" + seconds + "}");
}
string due(const string& day) {
  return ordered(R"({"type":"adopt_resolution","item":"000000000a","content":{"text":"x","responsible":[],"due":")" +
                 day + R"("}})");
}
string starts(const string& at) {
  return ordered(R"({"type":"draft_meeting","content":{"minutes":90,"place":"x","starts_at":")" + at + R"("}})");
}

TEST(Strictness, a_frame_is_one_object) {
  EXPECT_EQ(verdict(""), "malformed_json");
  EXPECT_EQ(verdict("{"), "malformed_json");
  EXPECT_EQ(verdict(R"({"type":"ping","t":1} {})"), "malformed_json");
  EXPECT_EQ(verdict(R"({"type":"ping","t":1,})"), "malformed_json");
  EXPECT_EQ(verdict(R"({type:"ping"})"), "malformed_json");
  EXPECT_EQ(verdict(R"(/* hi */{"type":"ping","t":1})"), "malformed_json");
  EXPECT_EQ(verdict("\xEF\xBB\xBF{\"type\":\"ping\",\"t\":1}"), "malformed_json");
  EXPECT_EQ(verdict("[]"), "wrong_type");
  EXPECT_EQ(verdict("7"), "wrong_type");
  EXPECT_EQ(verdict("null"), "wrong_type");
}

TEST(Strictness, nothing_hides_behind_a_nul) {
  EXPECT_EQ(verdict(string("{\"type\":\"ping\",\"t\":1}\0{}", 24)), "malformed_json");
  EXPECT_EQ(verdict(string("{\"type\":\"ping\",\"t\":1}\0", 22)), "malformed_json");
  EXPECT_EQ(verdict(message("a\\u0000b")), "bad_text at command.text");
}

TEST(Strictness, types_are_known_words) {
  EXPECT_EQ(verdict("{}"), "missing_field at type");
  EXPECT_EQ(verdict(R"({"type":7})"), "wrong_type at type");
  EXPECT_EQ(verdict(R"({"type":"sing"})"), "unknown_frame at type");
  EXPECT_EQ(verdict(R"({"type":"welcome"})"), "unknown_frame at type");
  EXPECT_EQ(verdict(ordered(R"({"type":"sing"})")), "unknown_command at command.type");
  EXPECT_EQ(verdict(ordered("{}")), "missing_field at command.type");
  EXPECT_EQ(verdict(ordered("[]")), "wrong_type at command");
}

TEST(Strictness, doubled_keys_are_refused) {
  EXPECT_EQ(verdict(R"({"type":"ping","t":1,"t":2})"), "malformed_json");
  EXPECT_EQ(verdict(ordered(R"({"type":"check_in","type":"check_out"})")), "malformed_json");
  EXPECT_EQ(verdict(R"({"type":"ping","t":1,"\u0074":2})"), "malformed_json");
}

TEST(Strictness, an_absent_field_is_not_null) {
  EXPECT_EQ(verdict(R"({"type":"hello","audience":null})"), "wrong_type at audience");
  EXPECT_EQ(verdict(ordered(R"({"type":"call_recess","minutes":null})")), "wrong_type at command.minutes");
}

TEST(Strictness, paths_lead_into_lists) {
  const string good = R"({"name":"x","short_name":"x","seat":"guest","votes":false})";
  const string bad = R"({"name":"","short_name":"x","seat":"guest","votes":false})";
  EXPECT_EQ(verdict(ordered(R"({"type":"enrol_members","members":[)" + good + "," + bad + "]}")),
            "out_of_bounds at command.members.1.name");
}

TEST(Strictness, numbers_are_whole) {
  EXPECT_EQ(verdict(extension("60")), "taken");
  EXPECT_EQ(verdict(extension("60.0")), "wrong_type at command.seconds");
  EXPECT_EQ(verdict(extension("6e1")), "wrong_type at command.seconds");
  EXPECT_EQ(verdict(extension("\"60\"")), "wrong_type at command.seconds");
  EXPECT_EQ(verdict(extension("true")), "wrong_type at command.seconds");
  EXPECT_EQ(verdict(extension("060")), "malformed_json");
  EXPECT_EQ(verdict(extension("NaN")), "malformed_json");
  EXPECT_EQ(verdict(extension("1e999")), "malformed_json");
  EXPECT_EQ(verdict(extension("9223372036854775808")), "out_of_bounds at command.seconds");
  EXPECT_EQ(verdict(extension("18446744073709551676")), "out_of_bounds at command.seconds");  // 60 modulo 2^64
  EXPECT_EQ(verdict(extension("-9999999999999999999999")), "out_of_bounds at command.seconds");
}

TEST(Strictness, a_bound_is_told_in_words_and_arguments) {
  const auto number = parse_client_frame(extension("601"));
  EXPECT_EQ(number.error().expected, "a whole number from 10 to 600");
  EXPECT_EQ(number.error().args, (std::map<string, string>{{"of", "number"}, {"min", "10"}, {"max", "600"}}));
  const auto text = parse_client_frame(message(string(201, 'x')));
  EXPECT_EQ(text.error().expected, "a text of 1 to 200 characters");
  EXPECT_EQ(text.error().args, (std::map<string, string>{{"of", "text"}, {"min", "1"}, {"max", "200"}}));
}

TEST(Strictness, text_is_valid_utf_8) {
  EXPECT_EQ(verdict(message("\xC0\xAF")), "malformed_json");
  EXPECT_EQ(verdict(message("\xED\xA0\x80")), "malformed_json");      // a surrogate, spelled out
  EXPECT_EQ(verdict(message("\xF4\x90\x80\x80")), "malformed_json");  // beyond U+10FFFF
  EXPECT_EQ(verdict(message("\xD8")), "malformed_json");
  EXPECT_EQ(verdict(message("\\ud800")), "malformed_json");
  EXPECT_EQ(verdict(message("\\udc00\\ud800")), "malformed_json");
  EXPECT_EQ(verdict(message("\\ud83c\\udfdb")), "taken");
}

TEST(Strictness, text_has_no_controls_but_line_feed) {
  EXPECT_EQ(verdict(message("one\\ntwo")), "taken");
  EXPECT_EQ(verdict(message("one\ntwo")), "malformed_json");  // JSON wants it escaped
  for (const char* control : {"\\t", "\\r", "\\b", "\\f", "\\u001b", "\\u007f", "\\u0080", "\\u009f"}) {
    EXPECT_EQ(verdict(message(string("a") + control)), "bad_text at command.text") << control;
  }
}

TEST(Strictness, text_does_not_turn_its_surroundings_around) {
  for (const char* mark : {"\\u202a", "\\u202b", "\\u202c", "\\u202d", "\\u202e", "\\u2066", "\\u2067", "\\u2069"}) {
    EXPECT_EQ(verdict(message(string("a") + mark)), "bad_text at command.text") << mark;
  }
  EXPECT_EQ(verdict(message("می\u200cشود \u200eTalar\u200f")), "taken");  // joiner and plain marks are daily bread
}

TEST(Strictness, text_has_nothing_that_is_no_character) {
  for (const char* code : {"\\ufdd0", "\\ufdef", "\\ufffe", "\\uffff"}) {
    EXPECT_EQ(verdict(message(string("a") + code)), "bad_text at command.text") << code;
  }
  EXPECT_EQ(verdict(message("a\\ufdcf\\ufdf0\\ufffd")), "taken");
}

TEST(Strictness, a_text_that_must_say_something_is_not_blank) {
  for (const char* blank : {" ", "\\n", "\u00a0", "\u200c", "\u3000 ", "\\ufeff"}) {
    EXPECT_EQ(verdict(message(blank)), "bad_text at command.text");
  }
}

TEST(Strictness, characters_are_counted_not_bytes) {
  string text;
  for (std::size_t i = 0; i < limits::message_chars; ++i) text += "🏛";
  EXPECT_EQ(verdict(message(text)), "taken");
  EXPECT_EQ(verdict(message(text + "🏛")), "out_of_bounds at command.text");
}

TEST(Strictness, ids_have_their_form) {
  const auto command = [](const string& id) {
    return R"({"type":"do","id":")" + id + R"(","command":{"type":"check_in"}})";
  };
  EXPECT_EQ(verdict(command("0f8fad5b-d9cb-469f-a165-70867728950e")), "taken");
  EXPECT_EQ(verdict(command("0F8FAD5B-D9CB-469F-A165-70867728950E")), "wrong_type at id");
  EXPECT_EQ(verdict(command("0f8fad5bd9cb469fa16570867728950e")), "wrong_type at id");
  EXPECT_EQ(verdict(command("")), "wrong_type at id");
  const auto item = [](const string& id) { return ordered(R"({"type":"activate_item","item":")" + id + R"("})"); };
  EXPECT_EQ(verdict(item("0k3v9yq2rt")), "taken");
  EXPECT_EQ(verdict(item("0k3v9yq2r")), "wrong_type at command.item");
  EXPECT_EQ(verdict(item("0K3V9YQ2RT")), "wrong_type at command.item");
  EXPECT_EQ(verdict(item("ok3v9yq2rl")), "wrong_type at command.item");
}

TEST(Strictness, days_exist) {
  EXPECT_EQ(verdict(due("2024-02-29")), "taken");
  EXPECT_EQ(verdict(due("2023-02-29")), "wrong_type at command.content.due");
  EXPECT_EQ(verdict(due("2024-13-01")), "wrong_type at command.content.due");
  EXPECT_EQ(verdict(due("2024-1-1")), "wrong_type at command.content.due");
  EXPECT_EQ(verdict(due("1402-10-14")), "out_of_bounds at command.content.due");  // a Jalali date by mistake
  EXPECT_EQ(verdict(due("2201-01-01")), "out_of_bounds at command.content.due");
}

TEST(Strictness, moments_are_rfc_3339) {
  EXPECT_EQ(verdict(starts("2023-12-28T05:30:00.000Z")), "taken");
  EXPECT_EQ(verdict(starts("2023-12-28T09:00:00+03:30")), "taken");
  EXPECT_EQ(verdict(starts("2023-12-28T05:30Z")), "wrong_type at command.content.starts_at");
  EXPECT_EQ(verdict(starts("2023-12-28 05:30:00Z")), "wrong_type at command.content.starts_at");
  EXPECT_EQ(verdict(starts("2023-12-28T05:30:00")), "wrong_type at command.content.starts_at");
  EXPECT_EQ(verdict(starts("2023-12-28T24:00:00Z")), "wrong_type at command.content.starts_at");
  EXPECT_EQ(verdict(starts("1969-12-31T23:59:59.999Z")), "out_of_bounds at command.content.starts_at");
  EXPECT_EQ(verdict(starts("2201-01-01T00:00:00Z")), "out_of_bounds at command.content.starts_at");
  EXPECT_EQ(verdict(starts("2201-01-01T00:00:00+03:30")), "taken");
}

TEST(Strictness, depth_is_limited_before_anything_is_built) {
  const auto nested = [](std::size_t levels) {
    return R"({"x":)" + string(levels - 1, '[') + string(levels - 1, ']') + "}";
  };
  EXPECT_EQ(verdict(nested(limits::json_depth)), "missing_field at type");
  EXPECT_EQ(verdict(nested(limits::json_depth + 1)), "too_deep");
  EXPECT_EQ(verdict(string(limits::frame_in_bytes, '[')), "too_deep");
  string objects;
  while (objects.size() + 5 < limits::frame_in_bytes) objects += R"({"a":)";
  EXPECT_EQ(verdict(objects), "too_deep");
  EXPECT_EQ(from_json_text<Invite>(string(1 << 20, '[')).error().code, RefusalCode::too_deep);
}

TEST(Strictness, a_frame_has_a_largest_size) {
  string frame = R"({"type":"ping","t":1})";
  frame.resize(limits::frame_in_bytes, ' ');
  EXPECT_EQ(verdict(frame), "taken");
  EXPECT_EQ(verdict(frame + " "), "frame_too_large");
}

TEST(Strictness, a_strangers_key_is_echoed_shortened) {
  string key;
  for (int i = 0; i < 1000; ++i) key += "ش";
  const auto result = parse_client_frame(R"({"type":"ping","t":1,")" + key + R"(":1})");
  EXPECT_EQ(result.error().code, RefusalCode::unknown_field);
  EXPECT_EQ(result.error().field, key.substr(0, 64));
}

TEST(Strictness, a_refused_command_can_be_answered_by_its_id) {
  const CommandId id{"0f8fad5b-d9cb-469f-a165-70867728950e"};
  EXPECT_EQ(command_id_of(extension("9999")), id);
  EXPECT_EQ(command_id_of(ordered(R"({"type":"sing"})")), id);
  EXPECT_EQ(command_id_of(ordered("")), std::nullopt);
  EXPECT_EQ(command_id_of(R"({"type":"do","id":"me"})"), std::nullopt);
  EXPECT_EQ(command_id_of(R"(["id"])"), std::nullopt);
  EXPECT_EQ(command_id_of(string(limits::frame_in_bytes + 1, ' ')), std::nullopt);
}

TEST(Strictness, a_refusal_that_nobody_looked_at_throws) {
  EXPECT_THROW(from_json_text<Invite>("{}").value(), std::runtime_error);
}

}  // namespace
}  // namespace talar
