#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "protocol/tehran.hpp"
#include "protocol/time_text.hpp"
#include "server/exports/sheet.hpp"

namespace talar::exports {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
/// What spreadsheet programs take for the beginning of a formula; the last four are full-width = + - @.
constexpr std::array<std::string_view, 11> formula_starts{"=",  "+",      "-",      "@",      "\t",    "\r",
                                                          "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20"};

std::string guarded(const std::string& text) {
  const bool formula = std::ranges::any_of(formula_starts, [&](auto start) { return text.starts_with(start); });
  return formula ? "'" + text : text;
}

std::string quoted(const std::string& text) {
  if (text.find_first_of("\",\r\n\t;'") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

struct CellText {
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(const std::string& text) const { return quoted(guarded(text)); }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(Date day) const { return to_text(day); }
  std::string operator()(ClockTime time) const {
    const std::int64_t minute = tehran::minute_of(time.at);
    return fmt::format("{:02}:{:02}", minute / 60, minute % 60);
  }
};

}  // namespace

std::string csv_text(const Sheet& sheet) {
  std::string out(byte_order_mark);
  for (const Column& column : sheet.columns) {
    if (&column != &sheet.columns.front()) out += ',';
    out += quoted(guarded(column.name));
  }
  out += "\r\n";
  for (const CellRow& row : sheet.rows) {
    for (const Cell& cell : row) {
      if (&cell != &row.front()) out += ',';
      out += std::visit(CellText(), cell);
    }
    out += "\r\n";
  }
  return out;
}

}  // namespace talar::exports
