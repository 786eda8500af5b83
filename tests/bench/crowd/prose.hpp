// Minutes as a municipal chamber writes them: from the same seed the same text. Words come as often as in any language:
// a few everywhere, most of them rarely.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace crowd {

class Prose {
 public:
  explicit Prose(std::uint64_t seed) : state_(seed) {}

  std::string line();
  std::string title();
  std::string resolution();
  std::string question();
  /// So many lines, a line feed between them.
  std::string text(std::size_t lines);

 private:
  using Words = std::vector<std::string_view>;

  std::uint64_t draw();
  /// The n-th word is chosen as often as 1 / n.
  std::string_view pick(const Words& words);
  std::string fill(std::string_view pattern);
  std::string number(std::uint64_t max);

  std::uint64_t state_;
};

}  // namespace crowd
