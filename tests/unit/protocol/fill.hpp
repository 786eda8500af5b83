// Any value of the protocol, filled at random and valid: what the generic tests walk over.
#pragma once

#include <random>

#include "protocol/accounts.hpp"
#include "protocol/archive.hpp"
#include "protocol/describe.hpp"
#include "protocol/frames.hpp"
#include "protocol/published.hpp"

namespace talar::test {

using namespace talar::detail;

class Fill {
 public:
  explicit Fill(std::uint64_t seed) : random_(seed) {}

  std::int64_t number(std::int64_t min, std::int64_t max) {
    return std::uniform_int_distribution<std::int64_t>(min, max)(random_);
  }
  bool coin() { return number(0, 1) == 1; }

  template <class T>
  T value() {
    T filled{};
    fill(filled);
    return filled;
  }

  template <class T>
  void fill(T& out) {
    if constexpr (is_variant<T>) {
      out = alternative<T>(static_cast<std::size_t>(number(0, std::variant_size_v<T> - 1)));
    } else if constexpr (Struct<T>) {
      each_field<T>([&](std::string_view, auto pointer) { fill(out.*pointer); });
    } else if constexpr (is_optional<T>) {
      if (coin()) fill(out.emplace());
    } else if constexpr (is_map<T>) {
      for (auto left = number(0, 4); left > 0; --left)
        out[value<typename T::key_type>()] = value<typename T::mapped_type>();
    } else if constexpr (is_vector<T>) {
      out.clear();  // some lists are not empty by default
      for (auto left = number(0, 3); left > 0; --left) out.push_back(value<typename T::value_type>());
    } else if constexpr (Enum<T>) {
      using Enumerators = boost::describe::describe_enumerators<T>;
      out = static_cast<T>(number(0, boost::mp11::mp_size<Enumerators>::value - 1));
    } else if constexpr (is_id<T>) {
      out.value = static_cast<std::uint64_t>(number(0, 40));  // few, so that maps meet the same key again
    } else if constexpr (std::is_same_v<T, Instant>) {
      out.ms = number(0, 7'000'000'000'000);
    } else if constexpr (std::is_same_v<T, Date>) {
      out = {static_cast<int>(number(1970, 2200)), static_cast<int>(number(1, 12)), static_cast<int>(number(1, 28))};
    } else if constexpr (std::is_same_v<T, HallId>) {
      out.value = coin() ? "rasht" : "kargoruh-2";
    } else if constexpr (std::is_same_v<T, CommandId>) {
      out.value = coin() ? "0f8fad5b-d9cb-469f-a165-70867728950e" : "7c9e6679-7425-40de-944b-e07fc1f90ae7";
    } else if constexpr (std::is_same_v<T, bool>) {
      out = coin();
    } else if constexpr (std::is_same_v<T, std::int64_t>) {
      out = number(-5, 5);
    } else if constexpr (std::is_same_v<T, Millis>) {
      out.ms = number(0, 5);
    } else if constexpr (is_whole<T>) {
      out.value = number(T::min, T::max);
    } else if constexpr (is_text<T>) {
      out.value = text(T::min_chars, std::max(T::min_chars, std::min<std::size_t>(T::max_chars, 12)));
    } else if constexpr (std::is_same_v<T, JsonObject>) {
      out.text = R"({"people":{"000000000a":null}})";
    } else {
      out = text(0, 12);
    }
  }

  /// A variant's alternative by its index.
  template <class Variant>
  Variant alternative(std::size_t index) {
    return boost::mp11::mp_with_index<std::variant_size_v<Variant>>(
        index, [&](auto i) -> Variant { return value<std::variant_alternative_t<i.value, Variant>>(); });
  }

 private:
  std::string text(std::size_t min, std::size_t max) {
    static constexpr std::array<std::string_view, 8> pieces{"ش", "ی", "\u200c", " ", "\n", "\"", "\\", "🏛"};
    const auto size = static_cast<std::size_t>(number(static_cast<std::int64_t>(min), static_cast<std::int64_t>(max)));
    std::string text;
    for (std::size_t i = 0; i < size; ++i) text += pieces[i == 0 ? 0 : static_cast<std::size_t>(number(0, 7))];
    return text;
  }

  std::mt19937_64 random_;
};

}  // namespace talar::test
