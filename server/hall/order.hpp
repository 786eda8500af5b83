// Who of those who wait comes first, and why (FLR-7, FLR-22 to FLR-24).
#pragma once

#include <vector>

#include "server/hall/state.hpp"

namespace talar::hall {

/// Whoever shares time and takes turns: the member's group, or those of the same seat without one.
struct Party {
  std::optional<ShortName> group;
  std::optional<Seat> seat;
  auto operator<=>(const Party&) const = default;
};
Party party_of(const State& state, PersonId person);

/// What decides about one waiting request.
struct Candidate {
  RequestId request;
  SpeechKind kind = SpeechKind::speech;
  std::int64_t kind_rank = 0;  // by the charter, 0 comes first
  std::int64_t point_rank = 0;
  bool waited_long = false;
  std::int64_t had = 0;   // of what the fairness rule shares out; less comes first
  std::int64_t side = 0;  // by turns with the other sides; 0 fits every one
  std::int64_t asked = 0;
  std::optional<std::int64_t> place;
};

/// Those who wait in an item, in the order of its queue.
std::vector<Candidate> candidates(const State& state, const Meeting& meeting, const Item& item);
/// The order of all who wait: whoever the chair has placed stands there, the others fill in around them.
std::vector<RequestId> order(const State& state, const Meeting& meeting, const Item& item);
/// Puts the queue into that order.
void arrange(const State& state, const Meeting& meeting, Item& item);
/// Of the active item: something that the order follows from has changed.
void arrange_floor(State& state);

/// Whether the charter ranks them alike, so that fairness and patience are between them.
bool same_rank(const Candidate& a, const Candidate& b);
/// For the one at `position`: those before it by what has decided that, as many as there are.
std::vector<Ahead> ahead(const std::vector<Candidate>& queue, std::size_t position, Fairness fairness);

}  // namespace talar::hall
