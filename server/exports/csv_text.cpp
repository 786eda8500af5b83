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
constexpr std::array<std::string_view, 8> formula_starts{"=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20"};

/// Behind quotation marks and blanks, too.
bool begins_formula(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of("\" "), text.size()));
  return std::ranges::any_of(formula_starts, [&](auto start) { return text.starts_with(start); });
}

/// An apostrophe before whatever would be a formula: at the beginning of a cell, and behind each place where a program
/// that parts cells at semicolons or tabs, and so does not know our quotation marks for what they are, sees one begin.
std::string guarded(std::string_view text) {
  constexpr std::string_view parting = ";\t\r\n";
  std::string safe;
  if (!text.empty() && text.find_first_of("\t\r\n") == 0) safe += '\'';  // some programs drop these
  while (!text.empty()) {
    if (begins_formula(text)) safe += '\'';
    const std::size_t end = std::min(text.find_first_of(parting), text.size() - 1);
    safe += text.substr(0, end + 1);
    text.remove_prefix(end + 1);
  }
  return safe;
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
