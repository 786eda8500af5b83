#include "server/hall/ranking.hpp"

#include <algorithm>
#include <numeric>

namespace talar::hall {
namespace {

/// Of each option's strongest path to each other one, the weakest link; 0: there is no path. A link is a comparison
/// that is won, as strong as the votes on its side.
Pairs strongest_paths(const Pairs& pairs) {
  const std::size_t options = pairs.size();
  Pairs paths = pairs;
  for (std::size_t from = 0; from < options; ++from) {
    for (std::size_t to = 0; to < options; ++to) {
      if (pairs[from][to] <= pairs[to][from]) paths[from][to] = 0;
    }
  }
  for (std::size_t over = 0; over < options; ++over) {  // Floyd and Warshall: through one more option at a time
    for (std::size_t from = 0; from < options; ++from) {
      for (std::size_t to = 0; to < options; ++to) {
        if (from == to) continue;
        paths[from][to] = std::max(paths[from][to], std::min(paths[from][over], paths[over][to]));
      }
    }
  }
  return paths;
}

VoteResult result_of(const Tally& tally, OptionResults options) {
  VoteResult result{tally, tally.approve, 0, tally.approve > 0 ? Outcome::ranked : Outcome::undecided};
  result.options = std::move(options);
  return result;
}

}  // namespace

Pairs compare(const VoteForm& form, const std::vector<Counted>& ballots) {
  const std::size_t options = form.options.size();
  Pairs pairs(options, List<std::int64_t, limits::options>(options, 0));
  for (std::size_t one = 0; one < options; ++one) {
    for (std::size_t other = 0; other < options; ++other) {
      if (form.options[one].withdrawn || form.options[other].withdrawn) continue;
      for (const auto& [ballot, weight] : ballots) {
        const std::int64_t rank = (*ballot.marks)[one];
        const std::int64_t other_rank = (*ballot.marks)[other];
        if (rank > 0 && (other_rank == 0 || rank < other_rank)) pairs[one][other] += weight;
      }
    }
  }
  return pairs;
}

OptionResults schulze(const VoteForm& form, const Pairs& pairs) {
  const Pairs paths = strongest_paths(pairs);
  const auto beats = [&](std::size_t one, std::size_t other) { return paths[one][other] > paths[other][one]; };
  OptionResults results;
  results.resize(form.options.size());
  for (std::size_t one = 0; one < results.size(); ++one) {
    for (std::size_t other = 0; other < results.size(); ++other) {
      if (beats(one, other)) ++results[one].count;
    }
  }
  give_places(results, form, beats);
  return results;
}

/// A ballot gives an option one point for each option that stands behind it: the sum of its row of the pairs.
OptionResults borda(const VoteForm& form, const Pairs& pairs) {
  OptionResults results;
  for (const auto& row : pairs) results.push_back({std::accumulate(row.begin(), row.end(), std::int64_t{0}), {}});
  give_places_by_count(results, form);
  return results;
}

VoteResult rank(const VoteForm& form, RankingMethod method, const std::vector<Counted>& ballots, const Tally& tally) {
  Pairs pairs = compare(form, ballots);
  VoteResult result = result_of(tally, method == RankingMethod::schulze ? schulze(form, pairs) : borda(form, pairs));
  result.pairs = std::move(pairs);
  return result;
}

VoteResult share_out(const VoteForm& form, const std::vector<Counted>& ballots, const Tally& tally) {
  return result_of(tally, sums(form, ballots));
}

}  // namespace talar::hall
