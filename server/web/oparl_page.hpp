// What a request asks of a list (OParl 1.1, 2.5), and the list's envelope: data, pagination, links. Pure.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string_view>

#include "protocol/refusal.hpp"
#include "storage/archive_oparl.hpp"

namespace talar::web {

inline constexpr std::size_t oparl_page_size = 20;
inline constexpr std::int64_t oparl_pages_max = 50'000;

struct OparlQuery {
  std::int64_t page = 1;
  storage::OparlWindow window;
  std::string filters;  // as they were given, "&created_since=…": for the links

  std::size_t offset() const { return static_cast<std::size_t>(page - 1) * oparl_page_size; }
};
Result<OparlQuery> parse_oparl_query(std::string_view query);

bool within(const storage::OparlWindow& window, Instant created, Instant modified);

/// `data` of one page of `total` things; `address` is the list's own.
nlohmann::ordered_json oparl_page(nlohmann::ordered_json data, std::int64_t total, const std::string& address,
                                  const OparlQuery& query);

}  // namespace talar::web
