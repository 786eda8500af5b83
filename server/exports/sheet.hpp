// Tables as spreadsheet programs take them: what its columns are called and what stands in each cell, before it becomes
// a workbook (xlsx) or a text (csv).
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "protocol/values.hpp"

namespace talar::exports {

/// The hour and minute that it was in Tehran.
struct ClockTime {
  Instant at;
};

using Cell = std::variant<std::monostate, std::string, std::int64_t, Date, ClockTime>;
using CellRow = std::vector<Cell>;

/// width: in digits.
struct Column {
  std::string name;
  double width = 14;
};

struct Sheet {
  std::string name;  // at most 31 characters, none of []:*?/\.
  std::vector<Column> columns;
  std::vector<CellRow> rows;
};

/// XLSX with right-to-left sheets. The same sheets give the same bytes.
std::string workbook(std::string_view title, const std::vector<Sheet>& sheets);
/// RFC 4180 in UTF-8 with BOM. No cell begins as a formula does.
std::string csv_text(const Sheet& sheet);

}  // namespace talar::exports
