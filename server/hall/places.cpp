#include "server/hall/places.hpp"

namespace talar::hall {

OptionResults sums(const VoteForm& form, const std::vector<Counted>& ballots) {
  OptionResults results;
  results.resize(form.options.size());
  for (const auto& [ballot, weight] : ballots) {
    for (std::size_t n = 0; n < results.size(); ++n) results[n].count += weight * (*ballot.marks)[n];
  }
  give_places_by_count(results, form);
  return results;
}

void give_places_by_count(OptionResults& results, const VoteForm& form) {
  give_places(results, form,
              [&](std::size_t one, std::size_t other) { return results[one].count > results[other].count; });
}

}  // namespace talar::hall
