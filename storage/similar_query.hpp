// A title that is being typed, as search takes it that looks for likeness: any of its words, not all.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace talar::storage {

class SimilarQuery {
 public:
  /// Words that say something; «بررسی», «و», «در» do not.
  explicit SimilarQuery(std::string_view typed);

  bool empty() const { return words_.empty(); }
  /// For FTS5's MATCH. Holds letters, digits and our own operators only, whatever was typed.
  std::string expression() const;
  /// Whether at least half of the words stand in the text, each at least as a beginning.
  bool fits(std::string_view text) const;

 private:
  using Spellings = std::vector<std::string>;  // of one word, folded: joined, and each part of it
  std::vector<Spellings> words_;
};

}  // namespace talar::storage
