#include "server/hall/order.hpp"

#include <algorithm>
#include <tuple>

namespace talar::hall {
namespace {

/// What the charter does not name any more comes last, each kind by itself.
template <class Ranks, class Word>
std::int64_t rank_in(const Ranks& ranks, Word word) {
  const auto found = std::ranges::find(ranks, word);
  return found - ranks.begin() + (found == ranks.end() ? static_cast<std::int64_t>(word) : 0);
}

std::int64_t side_of(Stance stance) {
  switch (stance) {
    case Stance::for_:
      return 1;
    case Stance::against:
      return 2;
    case Stance::neutral:
      break;
  }
  return 0;
}

/// What each person has had of what the charter's rule shares out.
class Shares {
 public:
  Shares(const State& state, const Meeting& meeting, const Item& item) : state_(state), meeting_(meeting), item_(item) {
    if (rule() == Fairness::alternate_stances && item.last_stance) last_side = side_of(*item.last_stance);
    if (rule() == Fairness::alternate_groups && item.last_speaker) last_side = side(*item.last_speaker);
  }

  std::int64_t last_side = 0;

  std::int64_t had(PersonId person) const {
    if (rule() == Fairness::first_timers) {
      const auto speech = item_.speeches.find(person);
      return speech != item_.speeches.end() && speech->second.heard > 0 ? 1 : 0;
    }
    if (rule() == Fairness::least_time) {
      const auto total = meeting_.speech_totals.find(person);
      return total == meeting_.speech_totals.end() ? 0 : total->second.spoken.ms;
    }
    return 0;
  }

  std::int64_t side(const Request& request) {
    if (rule() == Fairness::alternate_stances) return request.stance ? side_of(*request.stance) : 0;
    return rule() == Fairness::alternate_groups ? side(request.person) : 0;
  }

 private:
  Fairness rule() const { return state_.charter.floor->fairness; }
  std::int64_t side(PersonId person) {
    const auto next = static_cast<std::int64_t>(parties_.size()) + 1;
    return parties_.emplace(party_of(state_, person), next).first->second;
  }

  const State& state_;
  const Meeting& meeting_;
  const Item& item_;
  std::map<Party, std::int64_t> parties_;
};

/// Hands out the candidates nobody has placed, one by one.
class Calling {
 public:
  Calling(std::vector<Candidate> candidates, std::int64_t last_side)
      : rest_(std::move(candidates)), last_side_(last_side) {
    std::ranges::sort(rest_, {}, [](const Candidate& c) {
      return std::tuple(c.kind_rank, c.point_rank, !c.waited_long, c.waited_long ? 0 : c.had, c.asked);
    });
  }

  Candidate next() {
    const auto chosen = next_in_turn();
    const Candidate candidate = *chosen;
    rest_.erase(chosen);
    comes(candidate);
    return candidate;
  }
  void comes(const Candidate& candidate) {
    if (candidate.side != 0) last_side_ = candidate.side;
  }

 private:
  /// The first of another side, if there is one among those of the first one's rank; patience goes before.
  std::vector<Candidate>::iterator next_in_turn() {
    const auto first = rest_.begin();
    if (first->waited_long) return first;
    for (auto it = first; it != rest_.end() && same_rank(*it, *first); ++it)
      if (it->side == 0 || it->side != last_side_) return it;
    return first;
  }

  std::vector<Candidate> rest_;
  std::int64_t last_side_;
};

/// Why `before` stands before `candidate`.
Ground ground(const Candidate& before, const Candidate& candidate, Fairness fairness) {
  if (before.place || candidate.place) return Ground::placed_by_chair;
  if (before.kind_rank != candidate.kind_rank) return Ground::kind;
  if (before.point_rank != candidate.point_rank) return Ground::point;
  if (before.waited_long != candidate.waited_long) return Ground::waited_long;
  if (before.asked < candidate.asked && (before.waited_long || before.had == candidate.had)) {
    return Ground::asked_earlier;
  }
  switch (fairness) {
    case Fairness::first_timers:
      return Ground::first_time;
    case Fairness::least_time:
      return Ground::less_time;
    case Fairness::alternate_stances:
      return Ground::other_stance;
    case Fairness::alternate_groups:
      return Ground::other_group;
    case Fairness::arrival:
      break;
  }
  return Ground::asked_earlier;
}

Candidate candidate(const FloorRules& rules, Shares& shares, RequestId id, const Request& request) {
  Candidate candidate;
  candidate.request = id;
  candidate.kind = request.kind;
  candidate.kind_rank = rank_in(rules.kinds, request.kind);
  if (request.point) candidate.point_rank = rank_in(rules.points_of_order, *request.point);
  candidate.waited_long = request.passed >= rules.patience.value;
  candidate.had = shares.had(request.person);
  candidate.side = shares.side(request);
  candidate.asked = request.asked;
  candidate.place = request.place;
  return candidate;
}

std::vector<Candidate> candidates(const State& state, const Item& item, Shares& shares) {
  std::vector<Candidate> all;
  all.reserve(item.queue.size());
  for (const RequestId id : item.queue) {
    all.push_back(candidate(*state.charter.floor, shares, id, item.requests.at(id)));
  }
  return all;
}

}  // namespace

Party party_of(const State& state, PersonId person) {
  const auto found = state.members.find(person);
  if (found == state.members.end()) return {};
  const Member& member = found->second.member;
  if (member.group) return {member.group, {}};
  return {{}, member.seat};
}

bool same_rank(const Candidate& a, const Candidate& b) {
  return a.kind_rank == b.kind_rank && a.point_rank == b.point_rank;
}

std::vector<Candidate> candidates(const State& state, const Meeting& meeting, const Item& item) {
  Shares shares(state, meeting, item);
  return candidates(state, item, shares);
}

std::vector<RequestId> order(const State& state, const Meeting& meeting, const Item& item) {
  Shares shares(state, meeting, item);
  std::vector<Candidate> unplaced = candidates(state, item, shares);
  std::vector<std::optional<Candidate>> placed(unplaced.size());
  for (const Candidate& candidate : unplaced)
    if (candidate.place) placed.at(static_cast<std::size_t>(*candidate.place)) = candidate;
  std::erase_if(unplaced, [](const Candidate& candidate) { return candidate.place.has_value(); });
  Calling calling(std::move(unplaced), shares.last_side);
  std::vector<RequestId> result;
  for (const auto& here : placed) {
    if (here) calling.comes(*here);
    result.push_back(here ? here->request : calling.next().request);
  }
  return result;
}

void arrange(const State& state, const Meeting& meeting, Item& item) {
  item.queue = order(state, meeting, item);
}

void arrange_floor(State& state) {
  if (!state.current) return;
  Meeting& meeting = state.meetings.at(*state.current);
  if (meeting.active_item) arrange(state, meeting, meeting.items.at(*meeting.active_item));
}

std::vector<Ahead> ahead(const std::vector<Candidate>& queue, std::size_t position, Fairness fairness) {
  std::vector<Ahead> result;
  for (std::size_t i = 0; i < position; ++i) {
    Ahead one{ground(queue[i], queue[position], fairness), {}, 0};
    if (one.ground == Ground::kind || one.ground == Ground::point) one.kind = queue[i].kind;
    const auto is_same = [&](const Ahead& other) { return other.ground == one.ground && other.kind == one.kind; };
    auto found = std::ranges::find_if(result, is_same);
    if (found == result.end()) found = result.insert(found, one);
    ++found->people;
  }
  std::ranges::stable_sort(result, {}, &Ahead::ground);  // kinds stay as they stand in the queue, by their rank
  return result;
}

}  // namespace talar::hall
