// Short forms for refusing.
#pragma once

#include <concepts>
#include <string>

#include "protocol/refusal.hpp"
#include "protocol/words.hpp"

namespace talar::hall {

inline std::string argument(std::integral auto number) {
  return std::to_string(number);
}
template <class Enum>
requires std::is_enum_v<Enum> std::string argument(Enum value) {
  return std::string(word(value));
}

inline Refusal refuse(RefusalCode code) {
  return {code, {}, {}, {}};
}
inline Refusal refuse(RefusalCode code, std::string field) {
  return {code, std::move(field), {}, {}};
}
inline Refusal refuse(RefusalCode code, std::string field, std::string expected) {
  return {code, std::move(field), std::move(expected), {}};
}

/// The same refusal with one more argument for its sentence.
template <class Value>
Refusal with(Refusal refusal, std::string name, Value value) {
  refusal.args.emplace(std::move(name), argument(value));
  return refusal;
}

}  // namespace talar::hall
