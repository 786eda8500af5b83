// Reads values from a JSON tree, strictly, and names the place of the first thing that is wrong. Internal to protocol/.
#pragma once

#include <limits>
#include <nlohmann/json.hpp>
#include <span>

#include "protocol/describe.hpp"
#include "protocol/frames.hpp"
#include "protocol/words.hpp"

namespace talar::detail {

/// Own writing is trusted to be within bounds: a bound that has been tightened since must not lock the journal.
enum class Bounds { checked, trusted };

/// A tree of at most json_depth levels, without doubled keys.
Result<nlohmann::json> parse_tree(std::string_view text);

/// What a whole reading shares.
struct Reading {
  Bounds bounds = Bounds::checked;
  std::optional<Refusal> refusal;  // the first
};

/// A value and its place in the document: a chain on the stack, spelled out only when something is refused.
struct In {
  const nlohmann::json& json;
  Reading& reading;
  const In* outer = nullptr;
  std::string_view key{};
  std::size_t index = 0;  // where key is empty

  In field(std::string_view name) const;  // json is null when it is missing
  std::string path() const;
  /// Always false, so that readers can return it.
  bool refuse(RefusalCode code, std::string expected, std::map<std::string, std::string> args = {}) const;
};

bool read_bool(const In& in, bool& out);
bool read_number(const In& in, std::int64_t min, std::int64_t max, std::int64_t& out);
bool read_string(const In& in, std::string& out);
bool read_text(const In& in, std::size_t min, std::size_t max, std::string& out);
bool read_id(const In& in, std::uint64_t& out);
/// A key that is a number in decimal.
bool read_number_key(const In& in, std::string_view key, std::int64_t& out);
bool read_instant(const In& in, Instant& out);
bool read_date(const In& in, Date& out);
bool read_hall_id(const In& in, std::string& out);
bool read_command_id(const In& in, std::string& out);
bool read_object(const In& in);
bool read_list(const In& in, std::size_t max);
/// The index of a word among those that are known.
bool read_choice(const In& in, std::span<const std::string_view> words, RefusalCode refusal, std::size_t& index);
bool refuse_missing(const In& in);
/// Refuses the first key that is neither one of the fields nor `tag`.
bool read_no_others(const In& in, std::span<const std::string_view> fields, std::string_view tag);

template <Enum T>
constexpr auto word_list() {
  std::array<std::string_view, enumerators<T>().size()> words{};
  for (std::size_t i = 0; i < words.size(); ++i) words[i] = word(enumerators<T>()[i]);
  return words;
}

template <class... T>
constexpr auto alternative_words(const std::variant<T...>*) {
  return std::array<std::string_view, sizeof...(T)>{type_word<T>()...};
}

template <class Variant>
inline constexpr RefusalCode unknown_alternative = RefusalCode::unknown_frame;
template <>
inline constexpr RefusalCode unknown_alternative<Command> = RefusalCode::unknown_command;

template <class T>
bool read(const In& in, T& out);

/// `tag` is the discriminator that stands among the fields, or empty.
template <Struct T>
bool read_fields(const In& in, std::string_view tag, T& out) {
  static constexpr auto names = field_names<T>();
  if (!read_object(in)) return false;
  bool good = true;
  each_field<T>([&](std::string_view name, auto pointer) {
    if (!good) return;
    auto& target = out.*pointer;
    const bool present = in.json.contains(name);
    if constexpr (is_optional<std::remove_cvref_t<decltype(target)>>) {
      if (!present) return target.reset();
      good = read(in.field(name), target.emplace());
    } else {
      good = present ? read(in.field(name), target) : refuse_missing(in.field(name));
    }
  });
  return good && read_no_others(in, names, tag);
}

template <class Variant>
bool read_alternative(const In& in, Variant& out) {
  static constexpr auto words = alternative_words(static_cast<const Variant*>(nullptr));
  if (!read_object(in)) return false;
  const In type = in.field("type");
  if (type.json.is_null()) return refuse_missing(type);
  std::size_t index = 0;
  if (!read_choice(type, words, unknown_alternative<Variant>, index)) return false;
  return boost::mp11::mp_with_index<words.size()>(
      index, [&](auto i) { return read_fields(in, "type", out.template emplace<i.value>()); });
}

template <class K, class V>
bool read_map(const In& in, std::map<K, V>& out) {
  if (!read_object(in)) return false;
  for (const auto& [text, json] : in.json.items()) {
    const In entry{json, in.reading, &in, text};
    K key{};
    if constexpr (is_id<K>) {
      const nlohmann::json name = text;
      if (!read_id(In{name, in.reading, &in, text}, key.value)) return false;
    } else if constexpr (std::is_same_v<K, HallId>) {
      const nlohmann::json name = text;
      if (!read(In{name, in.reading, &in, text}, key)) return false;
    } else if constexpr (std::is_same_v<K, std::int64_t>) {
      if (!read_number_key(entry, text, key)) return false;
    } else {
      key = text;
    }
    if (!read(entry, out[key])) return false;
  }
  return true;
}

template <class List>
bool read_entries(const In& in, std::size_t max, List& out) {
  if (!read_list(in, max)) return false;
  out.resize(in.json.size());
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (!read(In{in.json[i], in.reading, &in, {}, i}, out[i])) return false;
  }
  return true;
}

template <class T>
bool read(const In& in, T& out) {
  constexpr auto lowest = std::numeric_limits<std::int64_t>::min();
  constexpr auto highest = std::numeric_limits<std::int64_t>::max();
  if constexpr (is_variant<T>) {
    return read_alternative(in, out);
  } else if constexpr (Struct<T>) {
    return read_fields(in, {}, out);
  } else if constexpr (is_map<T>) {
    return read_map(in, out);
  } else if constexpr (requires { T::max_entries; }) {
    return read_entries(in, T::max_entries, out);
  } else if constexpr (is_vector<T>) {
    return read_entries(in, std::numeric_limits<std::size_t>::max(), out);
  } else if constexpr (Enum<T>) {
    static constexpr auto values = enumerators<T>();
    static constexpr auto words = word_list<T>();
    std::size_t index = 0;
    if (!read_choice(in, words, RefusalCode::unknown_word, index)) return false;
    out = values[index];
    return true;
  } else if constexpr (is_id<T>) {
    return read_id(in, out.value);
  } else if constexpr (std::is_same_v<T, Instant>) {
    return read_instant(in, out);
  } else if constexpr (std::is_same_v<T, Date>) {
    return read_date(in, out);
  } else if constexpr (std::is_same_v<T, HallId>) {
    return read_hall_id(in, out.value);
  } else if constexpr (std::is_same_v<T, CommandId>) {
    return read_command_id(in, out.value);
  } else if constexpr (std::is_same_v<T, bool>) {
    return read_bool(in, out);
  } else if constexpr (std::is_same_v<T, std::int64_t>) {
    return read_number(in, lowest, highest, out);
  } else if constexpr (std::is_same_v<T, Millis>) {
    return read_number(in, lowest, highest, out.ms);
  } else if constexpr (is_whole<T>) {
    return read_number(in, T::min, T::max, out.value);
  } else if constexpr (is_text<T>) {
    return read_text(in, T::min_chars, T::max_chars, out.value);
  } else {
    return read_string(in, out);
  }
}

template <class T>
Result<T> read_document(std::string_view text, Bounds bounds) {
  const auto tree = parse_tree(text);
  if (!tree) return tree.error();
  Reading reading{bounds, {}};
  T value{};
  if (!read(In{*tree, reading}, value)) return *reading.refusal;
  return value;
}

}  // namespace talar::detail
