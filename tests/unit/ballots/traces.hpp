// What somebody with the files in their hands can try: to find in them the order in which ballots came.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <ostream>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace talar::ballots {

inline std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// Which of the needles stand in the bytes, in the order in which they stand there; each begins with 8 bytes of its
/// own.
inline std::vector<std::size_t> found_in(std::string_view bytes, const std::vector<std::string>& needles) {
  const auto head = [](std::string_view text) {
    std::uint64_t number = 0;
    std::memcpy(&number, text.data(), sizeof number);
    return number;
  };
  std::unordered_map<std::uint64_t, std::size_t> known;
  for (std::size_t n = 0; n < needles.size(); ++n) known.emplace(head(needles[n]), n);
  std::vector<std::size_t> found;
  for (std::size_t at = 0; at + sizeof(std::uint64_t) <= bytes.size(); ++at) {
    const auto needle = known.find(head(bytes.substr(at)));
    if (needle != known.end() && bytes.substr(at).starts_with(needles[needle->second])) found.push_back(needle->second);
  }
  return found;
}

/// `came[n]`: as the how-manyth the n-th of the file came. Four ways to tell, each with what chance alone gives; the
/// bounds are four standard deviations and more from that, so that one seed in some 10,000 would fail by itself.
struct Tells {
  explicit Tells(const std::vector<std::size_t>& came) {
    const auto n = static_cast<double>(came.size());
    double squares = 0;
    for (std::size_t at = 0; at < came.size(); ++at) {
      const double apart = static_cast<double>(came[at]) - static_cast<double>(at);
      squares += apart * apart;
      if (apart == 0) ++in_place;
      if (at == 0) continue;
      const double step = static_cast<double>(came[at]) - static_cast<double>(came[at - 1]);
      if (std::abs(step) <= 8) ++near;
      if (step > 0) ++rising;
    }
    correlation = 1 - 6 * squares / (n * (n * n - 1));
    chance = std::abs(correlation) < 4 / std::sqrt(n - 1) && in_place <= 7 && near < 16 + 4.5 * std::sqrt(16.0) &&
             std::abs(rising - (n - 1) / 2) < 4 * std::sqrt((n + 1) / 12);
  }

  double correlation = 0;  // Spearman's: of the order in the file with that of coming
  int in_place = 0;        // ballots that a guess by the order alone gives to the right voter: by chance 1
  int near = 0;            // neighbours in the file that came within 8 of each other: by chance 16
  int rising = 0;          // neighbours of which the second came later: by chance half of them
  bool chance = false;     // nothing of it is better than guessing

  friend std::ostream& operator<<(std::ostream& out, const Tells& tells) {
    return out << "correlation " << tells.correlation << ", in place " << tells.in_place << ", near " << tells.near
               << ", rising " << tells.rising;
  }
};

}  // namespace talar::ballots
