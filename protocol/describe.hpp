// What the codec, the schema and the diff need to know about a type. Internal to protocol/.
#pragma once

#include <array>
#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <map>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "protocol/id.hpp"
#include "protocol/values.hpp"

namespace talar::detail {

template <class T>
concept Struct = boost::describe::has_describe_members<T>::value;
template <class T>
concept Enum = boost::describe::has_describe_enumerators<T>::value;

template <class>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

template <class>
inline constexpr bool is_map = false;
template <class K, class V>
inline constexpr bool is_map<std::map<K, V>> = true;

template <class>
inline constexpr bool is_variant = false;
template <class... T>
inline constexpr bool is_variant<std::variant<T...>> = true;

template <class>
inline constexpr bool is_id = false;
template <class Tag>
inline constexpr bool is_id<Id<Tag>> = true;

template <class>
inline constexpr bool is_text = false;
template <std::size_t Max, std::size_t Min>
inline constexpr bool is_text<Text<Max, Min>> = true;

template <class>
inline constexpr bool is_whole = false;
template <std::int64_t Min, std::int64_t Max>
inline constexpr bool is_whole<Whole<Min, Max>> = true;

template <class>
inline constexpr bool is_vector = false;
template <class T>
inline constexpr bool is_vector<std::vector<T>> = true;
template <class T, std::size_t Max>
inline constexpr bool is_vector<List<T, Max>> = true;

/// The enumerators of T in the order of declaration.
template <Enum T>
constexpr auto enumerators() {
  using Enumerators = boost::describe::describe_enumerators<T>;
  std::array<T, boost::mp11::mp_size<Enumerators>::value> values{};
  std::size_t i = 0;
  boost::mp11::mp_for_each<Enumerators>([&](auto enumerator) { values[i++] = enumerator.value; });
  return values;
}

/// Calls visit(name, pointer to member) for every field of T, in the order of declaration.
template <Struct T, class Visit>
void each_field(Visit&& visit) {
  using Fields = boost::describe::describe_members<T, boost::describe::mod_public>;
  boost::mp11::mp_for_each<Fields>([&](auto field) { visit(std::string_view(field.name), field.pointer); });
}

/// The names of T's fields.
template <Struct T>
constexpr auto field_names() {
  using Fields = boost::describe::describe_members<T, boost::describe::mod_public>;
  std::array<std::string_view, boost::mp11::mp_size<Fields>::value> names{};
  std::size_t i = 0;
  boost::mp11::mp_for_each<Fields>([&](auto field) { names[i++] = field.name; });
  return names;
}

}  // namespace talar::detail
