// Walking a view along its parts. Internal to protocol/.
#pragma once

#include "protocol/describe.hpp"
#include "protocol/parts.hpp"

namespace talar::detail {

/// In the place of parts: all of it.
struct Every {};

/// Calls visit(parts) or visit(Every{}), unless no part is named.
template <class P, class Visit>
void if_named(const P& parts, Visit&& visit) {
  if constexpr (std::is_same_v<P, Every>) {
    visit(parts);
  } else if constexpr (std::is_same_v<P, bool>) {
    if (parts) visit(Every{});
  } else {
    if constexpr (requires { parts.everything; }) {
      if (parts.everything) return visit(Every{});
    }
    if (!parts.empty()) visit(parts);
  }
}

/// Calls visit(name, pointer to member, its parts or Every) for each field of T of which something is named.
template <Struct T, class Visit>
void each_part(Every every, Visit&& visit) {
  each_field<T>([&](std::string_view name, auto pointer) { visit(name, pointer, every); });
}
template <Struct T, Struct P, class Visit>
void each_part(const P& parts, Visit&& visit) {
  static_assert(field_names<T>() == field_names<P>(), "the parts have the shape of the whole");
  using boost::describe::describe_members;
  using boost::describe::mod_public;
  using Pairs =
      boost::mp11::mp_transform<boost::mp11::mp_list, describe_members<T, mod_public>, describe_members<P, mod_public>>;
  boost::mp11::mp_for_each<Pairs>([&]<class Field, class Part>(boost::mp11::mp_list<Field, Part>) {
    if_named(parts.*Part::pointer,
             [&](const auto& named) { visit(std::string_view(Field::name), Field::pointer, named); });
  });
}

}  // namespace talar::detail
