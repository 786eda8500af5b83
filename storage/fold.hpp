// How Persian search sees text: one key for all spellings of a word. storage/fold_vectors.json holds what both this and
// the client's fold must do.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace talar::storage {

/// «می‌خواهیم» is written joined (میخواهیم) as well as spaced (می خواهیم): the zero-width
/// non-joiner vanishes or parts.
enum class Zwnj { joins, parts };

/// The folded text by code points, and for each the UTF-16 units [from, to) of the original that it stands for.
struct Folded {
  struct Origin {
    std::size_t from = 0;
    std::size_t to = 0;
  };
  std::u32string text;
  std::vector<Origin> origins;
};

std::string fold(std::string_view utf8, Zwnj zwnj = Zwnj::joins);
Folded fold_mapped(std::string_view utf8, Zwnj zwnj);

/// A word of a folded text: code points [from, to). Words are runs of letters and digits, as in the search index.
struct Word {
  std::size_t from = 0;
  std::size_t to = 0;
};
std::vector<Word> words(std::u32string_view folded);

}  // namespace talar::storage
