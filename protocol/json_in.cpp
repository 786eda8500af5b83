#include "protocol/json_in.hpp"

#include <algorithm>
#include <charconv>

#include "protocol/time_text.hpp"

namespace talar::detail {

namespace {

using Args = std::map<std::string, std::string>;

/// At most 64 bytes of a key that a stranger chose, whole code points.
std::string_view shortened(std::string_view key) {
  if (key.size() <= 64) return key;
  std::size_t end = 64;
  while (end > 0 && (static_cast<unsigned char>(key[end]) & 0xC0) == 0x80) --end;
  return key.substr(0, end);
}

/// Control characters other than line feed, marks that let a text override how its surroundings are read, and what is
/// set apart as no character: U+FFFE and U+FFFF can stand in no XML.
bool forbidden(char32_t c) {
  return (c < 0x20 && c != U'\n') || (c >= 0x7F && c <= 0x9F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069) || (c >= 0xFDD0 && c <= 0xFDEF) || c == 0xFFFE || c == 0xFFFF;
}

/// Nothing to see: white space, joiners, direction marks, byte order mark.
bool blank(char32_t c) {
  return c == U' ' || c == U'\n' || c == 0xA0 || c == 0xAD || c == 0x61C || c == 0x1680 || c == 0x180E ||
         (c >= 0x2000 && c <= 0x200F) || c == 0x2028 || c == 0x2029 || c == 0x202F || (c >= 0x205F && c <= 0x2064) ||
         c == 0x3000 || c == 0xFEFF;
}

struct TextFacts {
  std::size_t chars = 0;
  bool has_forbidden = false;
  bool has_visible = false;
};

/// Of valid UTF-8: the parser has seen to that.
TextFacts facts_of(std::string_view text) {
  TextFacts facts;
  for (std::size_t i = 0; i < text.size(); ++facts.chars) {
    const auto lead = static_cast<unsigned char>(text[i++]);
    char32_t c = lead < 0x80 ? lead : lead < 0xE0 ? lead & 0x1F : lead < 0xF0 ? lead & 0x0F : lead & 0x07;
    for (; i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80; ++i) c = c << 6 | (text[i] & 0x3F);
    facts.has_forbidden |= forbidden(c);
    facts.has_visible |= !blank(c);
  }
  return facts;
}

std::string listed(std::span<const std::string_view> words) {
  std::string text;
  for (const auto word : words) text += (text.empty() ? "" : ", ") + std::string(word);
  return text;
}

Args bounds(std::string of, auto min, auto max) {
  return {{"of", std::move(of)}, {"min", std::to_string(min)}, {"max", std::to_string(max)}};
}

/// A string of a fixed form.
bool read_form(const In& in, std::string_view expected, std::string& out) {
  if (!in.json.is_string()) return in.refuse(RefusalCode::wrong_type, std::string(expected));
  out = in.json.get_ref<const std::string&>();
  return true;
}

bool is_uuid(std::string_view text) {
  if (text.size() != 36) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    if (dash ? c != '-' : !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) return false;
  }
  return true;
}

bool is_hall_id(std::string_view text) {
  return !text.empty() && text.size() <= 32 &&
         std::ranges::all_of(text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

}  // namespace

In In::field(std::string_view name) const {
  static const nlohmann::json missing;
  const auto found = json.find(name);
  return {found == json.end() ? missing : *found, reading, this, name};
}

std::string In::path() const {
  if (!outer) return "";
  const std::string before = outer->path();
  const std::string here = key.empty() ? std::to_string(index) : std::string(shortened(key));
  return before.empty() ? here : before + "." + here;
}

bool In::refuse(RefusalCode code, std::string expected, Args args) const {
  reading.refusal = Refusal{code, {}, std::move(expected), std::move(args)};
  if (outer) reading.refusal->field = path();
  return false;
}

bool read_bool(const In& in, bool& out) {
  if (!in.json.is_boolean()) return in.refuse(RefusalCode::wrong_type, "true or false");
  out = in.json.get<bool>();
  return true;
}

bool read_number(const In& in, std::int64_t min, std::int64_t max, std::int64_t& out) {
  const bool trusted = in.reading.bounds == Bounds::trusted;
  const bool bounded = min != std::numeric_limits<std::int64_t>::min();
  const auto expected = [&] {
    return bounded ? "a whole number from " + std::to_string(min) + " to " + std::to_string(max) : "a whole number";
  };
  if (!in.json.is_number_integer()) return in.refuse(RefusalCode::wrong_type, expected());
  constexpr auto highest = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
  const bool huge = in.json.is_number_unsigned() && in.json.get<std::uint64_t>() > highest;
  out = huge ? 0 : in.json.get<std::int64_t>();
  if (huge || (!trusted && (out < min || out > max))) {
    return in.refuse(RefusalCode::out_of_bounds, expected(), bounds("number", min, max));
  }
  return true;
}

bool read_string(const In& in, std::string& out) {
  return read_form(in, "a text", out);
}

bool read_text(const In& in, std::size_t min, std::size_t max, std::string& out) {
  const auto expected = [&] {
    const std::string from = min > 0 ? std::to_string(min) + " to " : "at most ";
    return "a text of " + from + std::to_string(max) + " characters";
  };
  if (!in.json.is_string()) return in.refuse(RefusalCode::wrong_type, expected());
  out = in.json.get_ref<const std::string&>();
  if (in.reading.bounds == Bounds::trusted) return true;

  const TextFacts facts = facts_of(out);
  if (facts.chars < min || facts.chars > max) {
    return in.refuse(RefusalCode::out_of_bounds, expected(), bounds("text", min, max));
  }
  if (facts.has_forbidden) {
    return in.refuse(RefusalCode::bad_text,
                     "no control characters except line feed, no direction overrides, nothing that is no character");
  }
  if (min > 0 && !facts.has_visible) return in.refuse(RefusalCode::bad_text, "a text that is not blank");
  return true;
}

bool read_number_key(const In& in, std::string_view key, std::int64_t& out) {
  const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), out);
  const bool whole = error == std::errc{} && end == key.data() + key.size();
  return whole || in.refuse(RefusalCode::wrong_type, "a whole number for a key");
}

bool read_id(const In& in, std::uint64_t& out) {
  static constexpr std::string_view expected = "an id of ten base-32 digits";
  std::string text;
  if (!read_form(in, expected, text)) return false;
  const auto value = id_value(text);
  if (!value) return in.refuse(RefusalCode::wrong_type, std::string(expected));
  out = *value;
  return true;
}

bool read_instant(const In& in, Instant& out) {
  static constexpr std::string_view expected = "an RFC 3339 date and time from 1970 to 2200";
  static const Instant end = *parse_instant("2201-01-01T00:00:00Z");
  std::string text;
  if (!read_form(in, expected, text)) return false;
  const auto at = parse_instant(text);
  if (!at) return in.refuse(RefusalCode::wrong_type, std::string(expected));
  if (at->ms < 0 || *at >= end) {
    return in.refuse(RefusalCode::out_of_bounds, std::string(expected), bounds("year", 1970, 2200));
  }
  out = *at;
  return true;
}

bool read_date(const In& in, Date& out) {
  static constexpr std::string_view expected = "a day of the calendar from 1970 to 2200 as YYYY-MM-DD";
  std::string text;
  if (!read_form(in, expected, text)) return false;
  const auto day = parse_date(text);
  if (!day) return in.refuse(RefusalCode::wrong_type, std::string(expected));
  if (day->year < 1970 || day->year > 2200) {
    return in.refuse(RefusalCode::out_of_bounds, std::string(expected), bounds("year", 1970, 2200));
  }
  out = *day;
  return true;
}

bool read_hall_id(const In& in, std::string& out) {
  static constexpr std::string_view expected = "a hall's short name: 1 to 32 of a-z, 0-9 and -";
  if (!read_form(in, expected, out)) return false;
  return is_hall_id(out) || in.refuse(RefusalCode::wrong_type, std::string(expected));
}

bool read_command_id(const In& in, std::string& out) {
  static constexpr std::string_view expected = "a UUID in lower case";
  if (!read_form(in, expected, out)) return false;
  return is_uuid(out) || in.refuse(RefusalCode::wrong_type, std::string(expected));
}

bool read_object(const In& in) {
  return in.json.is_object() || in.refuse(RefusalCode::wrong_type, "an object");
}

bool read_list(const In& in, std::size_t max) {
  const bool bounded = max != std::numeric_limits<std::size_t>::max();
  const auto expected = [&] { return bounded ? "a list of at most " + std::to_string(max) + " entries" : "a list"; };
  if (!in.json.is_array()) return in.refuse(RefusalCode::wrong_type, expected());
  if (in.reading.bounds == Bounds::checked && in.json.size() > max) {
    return in.refuse(RefusalCode::out_of_bounds, expected(), bounds("list", 0, max));
  }
  return true;
}

bool read_choice(const In& in, std::span<const std::string_view> words, RefusalCode refusal, std::size_t& index) {
  const bool is_text = in.json.is_string();
  const auto found = is_text ? std::ranges::find(words, in.json.get_ref<const std::string&>()) : words.end();
  if (found == words.end()) {
    return in.refuse(is_text ? refusal : RefusalCode::wrong_type, "one of the words " + listed(words));
  }
  index = static_cast<std::size_t>(found - words.begin());
  return true;
}

bool refuse_missing(const In& in) {
  return in.refuse(RefusalCode::missing_field, "this field");
}

bool read_no_others(const In& in, std::span<const std::string_view> fields, std::string_view tag) {
  for (const auto& [name, json] : in.json.items()) {
    if (name == tag && !tag.empty()) continue;
    if (std::ranges::find(fields, name) != fields.end()) continue;
    const std::string expected = fields.empty() ? "no fields" : "no fields but " + listed(fields);
    return In{json, in.reading, &in, name}.refuse(RefusalCode::unknown_field, expected);
  }
  return true;
}

}  // namespace talar::detail
