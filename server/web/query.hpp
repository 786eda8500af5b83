// A query's parameters, read strictly: of what does not fit, a refusal that names the first one.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "protocol/id.hpp"
#include "protocol/refusal.hpp"
#include "protocol/values.hpp"
#include "protocol/words.hpp"
#include "server/web/text.hpp"

namespace talar::web {

/// What is missing, or empty, is nothing.
class QueryReader {
 public:
  explicit QueryReader(std::string_view query) : query_(query) {}

  std::string text(std::string_view name, std::size_t bytes_max);
  std::optional<std::int64_t> number(std::string_view name, std::int64_t min, std::int64_t max);
  std::optional<Date> day(std::string_view name);
  std::optional<PersonId> person(std::string_view name);
  std::optional<HallId> hall(std::string_view name);
  template <class Enum>
  std::optional<Enum> word(std::string_view name) {
    const auto text = value(name);
    if (!text) return std::nullopt;
    const auto found = parse_word<Enum>(*text);
    if (!found) refuse(RefusalCode::unknown_word, name, "one of " + words<Enum>());
    return found;
  }

  std::string_view query() const { return query_; }
  const std::optional<Refusal>& refusal() const { return refusal_; }

 private:
  std::optional<std::string> value(std::string_view name) const;
  void refuse(RefusalCode code, std::string_view name, std::string expected);
  template <class Enum>
  static std::string words() {
    std::string all;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Enum>>(
        [&](auto enumerator) { all += (all.empty() ? "" : ", ") + std::string(talar::word(enumerator.value)); });
    return all;
  }

  const std::string_view query_;
  std::optional<Refusal> refusal_;
};

}  // namespace talar::web
