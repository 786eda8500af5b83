#include "protocol/parts.hpp"

#include "protocol/describe.hpp"

namespace talar {
namespace {

/// Its flags, sets of keys and groups of parts.
template <class P, class Visit>
void each_member(Visit visit) {
  detail::each_field<P>([&](std::string_view, auto pointer) { visit(pointer); });
}

template <class P>
bool names_nothing(const P& parts) {
  bool nothing = true;
  each_member<P>([&](auto pointer) {
    const auto& part = parts.*pointer;
    if constexpr (std::is_same_v<decltype(part), const bool&>) {
      nothing = nothing && !part;
    } else {
      nothing = nothing && part.empty();
    }
  });
  return nothing;
}

template <class P>
void unite(P& parts, const P& other) {
  if constexpr (requires { parts.everything; }) {
    if (parts.everything) return;
    parts.everything = other.everything;
  }
  each_member<P>([&](auto pointer) {
    auto& part = parts.*pointer;
    const auto& more = other.*pointer;
    if constexpr (std::is_same_v<decltype(part), bool&>) {
      part = part || more;
    } else if constexpr (detail::Struct<std::remove_cvref_t<decltype(part)>>) {
      unite(part, more);
    } else {
      part.insert(more.begin(), more.end());
    }
  });
}

}  // namespace

bool FloorParts::empty() const {
  return !everything && names_nothing(*this);
}

bool MinutesParts::empty() const {
  return names_nothing(*this);
}

Parts Parts::whole() {
  Parts parts;
  parts.everything = true;
  return parts;
}

bool Parts::empty() const {
  return !everything && names_nothing(*this) && !everybody && me.empty();
}

void Parts::add(const Parts& other) {
  unite(*this, other);
  everybody = everybody || other.everybody;
  me.insert(other.me.begin(), other.me.end());
}

}  // namespace talar
