#include "server/web/csv.hpp"

#include <algorithm>
#include <utility>

namespace talar::web {
namespace {

/// Whichever separator the first line uses most, outside of quotes.
char sniff(std::string_view text) {
  std::size_t commas = 0, semicolons = 0, tabs = 0;
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\n' || c == '\r') break;
    commas += c == ',', semicolons += c == ';', tabs += c == '\t';
  }
  if (tabs > commas && tabs > semicolons) return '\t';
  return semicolons > commas ? ';' : ',';
}

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text), separator_(sniff(text)) {}

  std::vector<CsvRow> rows() {
    while (at_ < text_.size()) {
      CsvRow row = next_row();
      const bool empty = std::ranges::all_of(row.cells, [](const std::string& cell) { return cell.empty(); });
      if (!empty || row.broken) rows_.push_back(std::move(row));
    }
    return std::move(rows_);
  }

 private:
  bool ended() const { return at_ == text_.size() || text_[at_] == '\n' || text_[at_] == '\r'; }

  CsvRow next_row() {
    CsvRow row{.line = line_, .cells = {}, .broken = false};
    while (true) {
      row.cells.push_back(next_cell(row.broken));
      if (ended()) break;
      ++at_;  // the separator
    }
    if (at_ < text_.size()) {
      at_ += text_.substr(at_).starts_with("\r\n") ? 2 : 1;
      ++line_;
    }
    return row;
  }

  std::string next_cell(bool& broken) {
    if (at_ < text_.size() && text_[at_] == '"') return quoted_cell(broken);
    const std::size_t from = at_;
    while (!ended() && text_[at_] != separator_) ++at_;
    return std::string(text_.substr(from, at_ - from));
  }

  std::string quoted_cell(bool& broken) {
    std::string cell;
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == '"') {
        if (++at_ == text_.size() || text_[at_] != '"') {
          broken |= !ended() && text_[at_] != separator_;
          while (!ended() && text_[at_] != separator_) cell += text_[at_++];
          return cell;
        }
      }
      if (text_[at_] == '\n') ++line_;
      cell += text_[at_];
    }
    broken = true;
    return cell;
  }

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
  std::int64_t line_ = 1;
  std::vector<CsvRow> rows_;
};

}  // namespace

std::vector<CsvRow> parse_csv(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  return Parser(text).rows();
}

}  // namespace talar::web
