// The options of a vote side by side: what each has got, and which place that is.
#pragma once

#include "server/hall/count.hpp"

namespace talar::hall {

using OptionResults = List<OptionResult, limits::options>;
/// Row before column: in how many votes the row's option stands before the column's.
using Pairs = List<List<std::int64_t, limits::options>, limits::options>;

/// VOT-34: the sum of what the ballots give to each option, and the places by it.
OptionResults sums(const VoteForm& form, const std::vector<Counted>& ballots);

/// VOT-35: an option's place is one behind all that are before it, so that equal ones share theirs. `before` is a
/// strict partial order of two options by their numbers; who has withdrawn has no place.
template <class Before>
void give_places(OptionResults& results, const VoteForm& form, Before before) {
  for (std::size_t one = 0; one < results.size(); ++one) {
    if (form.options[one].withdrawn) continue;
    std::int64_t place = 1;
    for (std::size_t other = 0; other < results.size(); ++other) {
      if (!form.options[other].withdrawn && before(other, one)) ++place;
    }
    results[one].place = place;
  }
}
/// More is before less.
void give_places_by_count(OptionResults& results, const VoteForm& form);

}  // namespace talar::hall
