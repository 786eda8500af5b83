// A thousand random sittings of one item each, every charter another: nobody waits longer than the rules promise,
// nobody is lost, and who is not concerned keeps their place. A failure prints its seed; TALAR_SEED=<seed> plays it
// again.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>

#include "server/hall/order.hpp"
#include "tests/simulation/chamber.hpp"

namespace talar::simulation {
namespace {

using hall::Candidate;
using Queue = std::vector<Candidate>;

const hall::Item& item_of(const hall::State& state) {
  const hall::Meeting& meeting = state.meetings.at(*state.current);
  return meeting.items.at(*meeting.active_item);
}

Queue queue_of(const hall::State& state) {
  return hall::candidates(state, state.meetings.at(*state.current), item_of(state));
}

/// Beside the hall: what must be true of its floor, from its events alone.
class Witness {
 public:
  Witness(const hall::State& state, std::int64_t patience) : state_(state), patience_(patience) {}

  void saw(const Event& event) {
    std::visit([this](const auto& e) { happens(e); }, event);
    before_ = queue_of(state_);
  }

  /// Against what the hall says.
  void compare() const {
    const auto& queue = item_of(state_).queue;
    ASSERT_EQ(std::set<RequestId>(queue.begin(), queue.end()).size(), queue.size()) << "somebody stands twice";
    ASSERT_EQ(queue.size(), waiting_.size()) << "somebody is lost";
    for (const RequestId request : queue) ASSERT_TRUE(waiting_.contains(request)) << "somebody is lost";
    for (const auto& [request, wait] : waiting_) {
      if (wait.placed) continue;  // how long, the chair has said
      ASSERT_LE(wait.others_called, wait.earlier + patience_) << "somebody waits longer than promised";
    }
    Parts floor;
    floor.floor.everything = true;
    const auto view = hall::view(state_, Audience::member, floor);
    for (std::size_t place = 0; place < queue.size(); ++place) {
      std::int64_t people = 0;
      for (const Ahead& ahead : view.floor->requests.at(queue[place]).ahead) people += ahead.people;
      ASSERT_EQ(people, static_cast<std::int64_t>(place)) << "the grounds do not add up";
    }
  }

  int served = 0;

 private:
  struct Wait {
    std::int64_t earlier = 0;        // of the same rank, when this one asked
    std::int64_t others_called = 0;  // of the same rank, by the order
    bool placed = false;             // by the chair
  };

  void happens(const auto&) {}
  void happens(const FloorRequested& e) {
    const Queue now = queue_of(state_);
    const auto self = *std::ranges::find(now, e.request, &Candidate::request);
    const auto is_earlier = [&](const Candidate& c) { return c.asked < self.asked && same_rank(c, self); };
    waiting_[e.request] = {std::ranges::count_if(now, is_earlier), 0, false};
    keep_order(now);
  }
  void happens(const RequestWithdrawn& e) { goes(e.request); }
  void happens(const RequestSkipped& e) { goes(e.request); }
  void happens(const RequestMoved& e) {
    const Queue now = queue_of(state_);
    ASSERT_EQ(now.at(static_cast<std::size_t>(e.position)).request, e.request);
    waiting_.at(e.request).placed = true;
  }
  void happens(const TurnStarted& e) {
    if (!waiting_.contains(e.request)) return;
    const bool by_the_order = before_.front().request == e.request && !before_.front().place && !e.reason;
    for (const Candidate& other : before_)
      if (by_the_order && other.request != e.request && same_rank(other, before_.front()))
        ++waiting_.at(other.request).others_called;
    waiting_.erase(e.request);
    ++served;
  }

  void goes(RequestId request) {
    waiting_.erase(request);
    keep_order(queue_of(state_));
  }

  /// Those of one rank and side whom the chair has left alone stand to each other as before.
  void keep_order(const Queue& now) const {
    for (std::size_t i = 0; i < before_.size(); ++i)
      for (std::size_t j = i + 1; j < before_.size(); ++j) {
        const Candidate &one = before_[i], &other = before_[j];
        if (one.place || other.place || !same_rank(one, other) || one.side != other.side) continue;
        const auto first = std::ranges::find(now, one.request, &Candidate::request);
        const auto second = std::ranges::find(now, other.request, &Candidate::request);
        if (first == now.end() || second == now.end()) continue;
        ASSERT_TRUE(first < second) << "those not concerned change places";
      }
  }

  const hall::State& state_;
  std::int64_t patience_;
  Queue before_;
  std::map<RequestId, Wait> waiting_;
};

Command next_on_the_floor(Chamber& chamber) {
  Dice& dice = chamber.dice();
  const auto& queue = item_of(chamber.state()).queue;
  if (queue.size() < 3 || dice.percent(45)) return asking(dice);
  if (dice.percent(50)) return GiveFloor{queue.front(), {}};
  const auto position = static_cast<std::int64_t>(dice.below(queue.size()));
  switch (dice.below(8)) {
    case 0:
      return GiveFloor{dice.any(queue), Reason("دلیل")};
    case 1:
      return GiveFloorTo{chamber.person(), static_cast<SpeechKind>(dice.below(5))};
    case 2:
      return MoveRequest{dice.any(queue), position, "نوبت"};
    case 3:
      return WithdrawRequest{dice.any(queue)};
    case 4:
      return SkipRequest{dice.any(queue)};
    case 5:
      return YieldTime{waiting_person(chamber)};
    case 6:
      return CheckOut{};
    default:
      return EndTurn{};
  }
}

/// Nobody has a budget: who may not ask does not show who waits too long.
FloorRules without_budgets(Dice& dice) {
  FloorRules rules = floor_rules(dice);
  rules.person_item_seconds.reset();
  rules.person_meeting_seconds.reset();
  rules.group_item_seconds.reset();
  return rules;
}

void open_an_item(Chamber& chamber) {
  const Asker system{hall::Context::Kind::system, {}};
  chamber.ask(system, DraftMeeting{});
  const MeetingId meeting = chamber.state().meetings.begin()->first;
  while (!chamber.ask(system, AddItem{meeting, {}, {}, item_content(chamber, false)})) {
    // a whim may have a bad link
  }
  while (!chamber.state().current) chamber.ask(ConveneMeeting{meeting});
  for (const auto& [person, enrolled] : chamber.state().members)
    chamber.ask({hall::Context::Kind::person, person}, CheckIn{});
  // Not everyone who asks may, and where nobody has a vote there is never a quorum.
  while (chamber.current()->state != MeetingState::open)
    if (!chamber.ask(OpenMeeting{})) chamber.ask(OpenMeeting{Reason("دلیل")});
  while (!chamber.current()->active_item) chamber.ask(ActivateItem{chamber.current()->items.begin()->first});
}

TEST(FloorSimulation, a_thousand_sittings_lose_nobody_and_keep_nobody_waiting_longer_than_promised) {
  const char* given = std::getenv("TALAR_SEED");
  const std::uint64_t seed = given ? std::strtoull(given, nullptr, 10) : std::random_device{}();
  int served = 0;
  for (std::uint64_t sitting = 0; sitting < 1'000; ++sitting) {
    SCOPED_TRACE("TALAR_SEED=" + std::to_string(seed) + ", sitting " + std::to_string(sitting));
    Chamber chamber(seed + sitting);
    open_an_item(chamber);
    Charter charter;
    charter.floor = without_budgets(chamber.dice());
    chamber.ask({hall::Context::Kind::system, {}}, AmendCharter{charter});

    hall::State state;
    std::size_t followed = 0;
    for (; followed < chamber.journal().size(); ++followed) hall::apply(state, chamber.journal()[followed]);
    Witness witness(state, charter.floor->patience);
    for (int step = 0; step < 100; ++step) {
      chamber.pass({static_cast<std::int64_t>(chamber.dice().below(30'000))});
      chamber.ask(next_on_the_floor(chamber));
      for (; followed < chamber.journal().size(); ++followed) {
        hall::apply(state, chamber.journal()[followed]);
        witness.saw(chamber.journal()[followed].event);
        witness.compare();
        if (HasFatalFailure()) return;
      }
    }
    served += witness.served;
  }
  EXPECT_GT(served, 20'000);
}

}  // namespace
}  // namespace talar::simulation
