// Writes values as JSON text straight from their declarations. Internal to protocol/.
#pragma once

#include <string>

#include "protocol/describe.hpp"
#include "protocol/time_text.hpp"
#include "protocol/words.hpp"

namespace talar::detail {

/// Quoted and escaped; what is not ASCII stays as it is.
void put_text(std::string& out, std::string_view text);
/// `"key":` in the object that is being written.
void put_key(std::string& out, std::string_view key);

template <class Tag>
std::string key_text(Id<Tag> id) {
  return id.text();
}
inline const std::string& key_text(const HallId& key) {
  return key.value;
}
inline std::string key_text(std::int64_t key) {
  return std::to_string(key);
}
inline const std::string& key_text(const std::string& key) {
  return key;
}

template <class T>
void put(std::string& out, const T& value);

/// The fields of an object that the caller opens and closes.
template <Struct T>
void put_fields(std::string& out, const T& value) {
  each_field<T>([&](std::string_view name, auto pointer) {
    const auto& field = value.*pointer;
    if constexpr (is_optional<std::remove_cvref_t<decltype(field)>>) {
      if (!field) return;
      put_key(out, name);
      put(out, *field);
    } else {
      put_key(out, name);
      put(out, field);
    }
  });
}

template <class T>
void put(std::string& out, const T& value) {
  if constexpr (is_variant<T>) {
    std::visit(
        [&]<class Alternative>(const Alternative& alternative) {
          out += '{';
          put_key(out, "type");
          put_text(out, type_word<Alternative>());
          put_fields(out, alternative);
          out += '}';
        },
        value);
  } else if constexpr (Struct<T>) {
    out += '{';
    put_fields(out, value);
    out += '}';
  } else if constexpr (is_map<T>) {
    out += '{';
    for (const auto& [key, entry] : value) {
      put_key(out, key_text(key));
      put(out, entry);
    }
    out += '}';
  } else if constexpr (is_vector<T>) {
    out += '[';
    for (const auto& entry : value) {
      if (out.back() != '[') out += ',';
      put(out, entry);
    }
    out += ']';
  } else if constexpr (Enum<T>) {
    put_text(out, word(value));
  } else if constexpr (is_id<T>) {
    put_text(out, value.text());
  } else if constexpr (std::is_same_v<T, Instant> || std::is_same_v<T, Date>) {
    put_text(out, to_text(value));
  } else if constexpr (std::is_same_v<T, bool>) {
    out += value ? "true" : "false";
  } else if constexpr (std::is_same_v<T, std::int64_t>) {
    out += std::to_string(value);
  } else if constexpr (std::is_same_v<T, Millis>) {
    out += std::to_string(value.ms);
  } else if constexpr (is_whole<T>) {
    out += std::to_string(value.value);
  } else if constexpr (std::is_same_v<T, JsonObject>) {
    out += value.text;
  } else if constexpr (std::is_same_v<T, std::string>) {
    put_text(out, value);
  } else {
    put_text(out, value.value);  // Text, HallId, CommandId
  }
}

}  // namespace talar::detail
