// A typed query: for the index an expression, for a text the places that matched it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace talar::storage {

class SearchQuery {
 public:
  /// Words between spaces and phrases between "…" or «…»; all must occur, in any order. The last one may still be a
  /// beginning, and so may others with a star behind them.
  explicit SearchQuery(std::string_view typed);

  bool empty() const { return terms_.empty(); }
  /// For FTS5's MATCH. Holds letters, digits and our own operators only, whatever was typed.
  std::string expression() const;

  /// A piece of a text around the first match, and pairs of UTF-16 units in that piece which match.
  struct Snippet {
    std::string text;
    std::vector<std::vector<std::int64_t>> marks;
  };
  Snippet snippet(const std::string& text) const;

 private:
  using Phrase = std::vector<std::u32string>;  // words that follow each other
  struct Term {
    Phrase joined;
    Phrase parted;  // where it differs
    bool beginning = false;
  };
  std::vector<Term> terms_;
};

}  // namespace talar::storage
