// Names as words on the wire: enumerators as they are declared, struct names in snake case.
#pragma once

#include <array>
#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <optional>
#include <string_view>

namespace talar {

namespace detail {

/// "RequestFloor" of talar::RequestFloor; not for templates.
template <class T>
constexpr std::string_view type_name() {
  std::string_view text = __PRETTY_FUNCTION__;  // gcc: "... [with T = talar::X; ...]", clang: "... [T = talar::X]"
  text.remove_prefix(text.find("T = ") + 4);
  text = text.substr(0, text.find_first_of(";]"));
  return text.substr(text.rfind(':') + 1);
}

struct SnakeCase {
  std::array<char, 64> chars{};
  std::size_t size = 0;

  constexpr explicit SnakeCase(std::string_view name) {
    for (const char c : name) {
      const bool upper = c >= 'A' && c <= 'Z';
      if (upper && size > 0) chars[size++] = '_';
      chars[size++] = upper ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  constexpr std::string_view text() const { return {chars.data(), size}; }
};

template <class T>
inline constexpr SnakeCase snake_name{type_name<T>()};

}  // namespace detail

/// "request_floor" of RequestFloor: the `type` of a command, frame or event.
template <class T>
constexpr std::string_view type_word() {
  return detail::snake_name<T>.text();
}

/// "public" of Audience::public_.
template <class Enum>
constexpr std::string_view word(Enum value) {
  std::string_view found;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Enum>>([&](auto enumerator) {
    if (enumerator.value == value) found = enumerator.name;
  });
  if (found.ends_with('_')) found.remove_suffix(1);
  return found;
}

template <class Enum>
constexpr std::optional<Enum> parse_word(std::string_view text) {
  std::optional<Enum> found;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Enum>>([&](auto enumerator) {
    if (word(enumerator.value) == text) found = enumerator.value;
  });
  return found;
}

}  // namespace talar
