// RFC 4180 as spreadsheets write it: comma, semicolon or tab, with or without BOM, any line end. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace talar::web {

struct CsvRow {
  std::int64_t line = 0;  // where it begins, from 1
  std::vector<std::string> cells;
  bool broken = false;  // a quote that never ends, or text behind a closing quote
};

/// Empty lines are passed over.
std::vector<CsvRow> parse_csv(std::string_view text);

}  // namespace talar::web
