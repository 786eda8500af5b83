#include "server/web/query.hpp"

#include <algorithm>
#include <charconv>

#include "protocol/time_text.hpp"

namespace talar::web {

std::optional<std::string> QueryReader::value(std::string_view name) const {
  auto value = query_value(query_, name);
  return value && !value->empty() ? value : std::nullopt;
}

void QueryReader::refuse(RefusalCode code, std::string_view name, std::string expected) {
  if (!refusal_) refusal_ = Refusal{code, std::string(name), std::move(expected), {}};
}

std::string QueryReader::text(std::string_view name, std::size_t bytes_max) {
  auto text = value(name).value_or("");
  if (text.size() > bytes_max)
    refuse(RefusalCode::out_of_bounds, name, "at most " + std::to_string(bytes_max) + " bytes");
  return text;
}

std::optional<std::int64_t> QueryReader::number(std::string_view name, std::int64_t min, std::int64_t max) {
  const auto text = value(name);
  if (!text) return std::nullopt;
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
  if (error == std::errc() && end == text->data() + text->size() && number >= min && number <= max) return number;
  refuse(RefusalCode::out_of_bounds, name, "a number from " + std::to_string(min) + " to " + std::to_string(max));
  return std::nullopt;
}

std::optional<Date> QueryReader::day(std::string_view name) {
  const auto text = value(name);
  if (!text) return std::nullopt;
  const auto day = parse_date(*text);
  if (!day) refuse(RefusalCode::wrong_type, name, "a day, such as 2024-01-04");
  return day;
}

std::optional<PersonId> QueryReader::person(std::string_view name) {
  const auto text = value(name);
  if (!text) return std::nullopt;
  const auto id = id_value(*text);
  if (id) return PersonId{*id};
  refuse(RefusalCode::wrong_type, name, "a person's id");
  return std::nullopt;
}

std::optional<HallId> QueryReader::hall(std::string_view name) {
  const auto text = value(name);
  if (!text) return std::nullopt;
  constexpr std::size_t chars_max = 32;
  const bool fits = text->size() <= chars_max && std::ranges::all_of(*text, [](char c) {
                      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
                    });
  if (fits) return HallId{*text};
  refuse(RefusalCode::wrong_type, name, "a hall's short name");
  return std::nullopt;
}

}  // namespace talar::web
