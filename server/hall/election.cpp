#include "server/hall/election.hpp"

#include <algorithm>

#include "server/hall/places.hpp"

namespace talar::hall {
namespace {

std::int64_t elected(const OptionResults& options) {
  return std::ranges::count(options, true, &OptionResult::elected);
}

std::int64_t at_least(const OptionResults& options, std::int64_t marks) {
  return std::ranges::count_if(options, [&](const OptionResult& option) { return option.count >= marks; });
}

/// VOT-16: nothing is enough of an empty base.
bool reaches(const VoteResult& result, std::int64_t marks) {
  return result.base_count > 0 && marks >= result.needed;
}

/// The marks that are enough to stand again. Whoever has as many stands again too, so that no tie is broken by chance.
std::int64_t enough_for_runoff(const VoteResult& result, std::int64_t seats_left) {
  std::vector<std::int64_t> marks;
  for (const OptionResult& option : *result.options) {
    if (!option.elected && option.count > 0) marks.push_back(option.count);
  }
  if (marks.empty()) return 0;
  std::ranges::sort(marks, std::greater());
  if (reaches(result, marks.front())) return marks.front();  // tied for the last seats
  return marks[std::min(marks.size(), static_cast<std::size_t>(2 * seats_left)) - 1];
}

}  // namespace

VoteResult elect(const VoteForm& form, const VoteRule& rule, const std::vector<Counted>& ballots, const Tally& tally,
                 const Heads& heads) {
  const std::int64_t seats = *form.seats;
  VoteResult result{tally, base_of(rule.base, tally, heads)};
  result.needed = needed_of(rule.majority, result.base_count);
  result.options = sums(form, ballots);
  for (OptionResult& option : *result.options) {
    // A tie for the last seats elects none of the tied.
    option.elected = reaches(result, option.count) && at_least(*result.options, option.count) <= seats;
  }
  result.outcome = elected(*result.options) == seats ? Outcome::elected : Outcome::incomplete;
  if (tally.approve == 0) result.outcome = Outcome::undecided;
  return result;
}

std::optional<VoteForm> runoff(const VoteContent& content, const VoteResult& result) {
  if (result.outcome != Outcome::incomplete) return std::nullopt;
  const VoteForm& form = *content.form;
  const std::int64_t seats_left = form.seats->value - elected(*result.options);
  const std::int64_t enough = enough_for_runoff(result, seats_left);
  if (enough == 0) return std::nullopt;
  VoteForm next = form;
  next.options.clear();
  for (std::size_t n = 0; n < form.options.size(); ++n) {
    const OptionResult& option = (*result.options)[n];
    if (!option.elected && option.count >= enough) next.options.push_back(form.options[n]);
  }
  next.seats = std::min(seats_left, static_cast<std::int64_t>(next.options.size()));
  if (next.marks) next.marks = std::min<std::int64_t>(*next.marks, *next.seats);
  return next;
}

}  // namespace talar::hall
