// The order under whatever comes: total, the same for the same, and nobody waits for ever.
#include <algorithm>
#include <random>

#include "server/hall/order.hpp"
#include "tests/unit/hall/given.hpp"

namespace talar::hall {
namespace {

using enum SpeechKind;
using Random = std::mt19937_64;

constexpr std::uint64_t first_seat = 1000;
constexpr std::size_t seats = 40;

PersonId seat(std::size_t n) {
  return PersonId{first_seat + n};
}

Member seated(Random& random, PersonId person) {
  Member member{person, person.text(), person.text(), Seat::expert, true, {}};
  if (random() % 3 != 0) member.group = ShortName{"گروه " + std::to_string(random() % 3)};
  return member;
}

/// Everybody is here, some have spoken, and nobody waits.
Scene filled(Random& random, const FloorRules& rules) {
  auto scene = given(discussing());
  for (std::size_t n = 0; n < seats; ++n) {
    scene.happens({MembersEnrolled{{seated(random, seat(n))}}, MemberArrived{meeting, seat(n)}});
    if (random() % 2 == 0) continue;
    const RequestId request{9'000 + n};
    scene.happens({TurnStarted{meeting, report, request, seat(n), speech, seconds(180)},
                   TurnEnded{meeting, report, request, seat(n), speech, seconds(random() % 100), seconds(180)}});
  }
  scene.happens({amended(rules)});
  return scene;
}

FloorRequested asks(Random& random, RequestId request, PersonId person) {
  FloorRequested asked{meeting, report, request, person, static_cast<SpeechKind>(random() % 4), {}, {}, {}};
  if (asked.kind == speech && random() % 4 != 0) asked.stance = static_cast<Stance>(random() % 3);
  if (asked.kind == point_of_order) asked.point = static_cast<PointOfOrder>(random() % 3);
  return asked;
}

FloorRules rules_of(Fairness fairness, std::int64_t patience) {
  FloorRules rules;
  rules.fairness = fairness;
  rules.patience = patience;
  return rules;
}

constexpr std::array every_fairness{Fairness::arrival, Fairness::first_timers, Fairness::least_time,
                                    Fairness::alternate_stances, Fairness::alternate_groups};

const std::vector<RequestId>& queue_of(const Scene& scene) {
  return scene.current().items.at(report).queue;
}

TEST(OrderProperty, FLR_7_the_order_is_total_and_does_not_depend_on_where_they_stood) {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    SCOPED_TRACE(seed);
    Random random(seed);
    auto scene = filled(random, rules_of(every_fairness[seed % every_fairness.size()], 3));
    for (std::size_t n = 0; n < 20; ++n) scene.happens({asks(random, RequestId{first_seat + n}, seat(n))});
    Item item = scene.current().items.at(report);
    const auto expected = item.queue;
    for (int shuffle = 0; shuffle < 20; ++shuffle) {
      std::ranges::shuffle(item.queue, random);
      EXPECT_EQ(order(scene.state(), scene.current(), item), expected);
    }
  }
}

TEST(OrderProperty, FLR_7_calling_the_first_leaves_the_others_as_they_stand) {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    SCOPED_TRACE(seed);
    Random random(seed);
    auto scene = filled(random, rules_of(every_fairness[seed % every_fairness.size()], 50));
    for (std::size_t n = 0; n < 20; ++n) scene.happens({asks(random, RequestId{first_seat + n}, seat(n))});
    while (!queue_of(scene).empty()) {
      const std::vector<RequestId> others(queue_of(scene).begin() + 1, queue_of(scene).end());
      scene.does(mayor, GiveFloor{queue_of(scene).front(), {}});
      ASSERT_EQ(queue_of(scene), others);
      scene.does(mayor, EndTurn{});
      ASSERT_EQ(queue_of(scene), others);
    }
  }
}

TEST(OrderProperty, FLR_17_overrides_lose_nobody_and_hold) {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    SCOPED_TRACE(seed);
    Random random(seed);
    auto scene = filled(random, rules_of(every_fairness[seed % every_fairness.size()], 3));
    std::set<RequestId> waiting;
    for (std::size_t n = 0; n < seats; ++n) {
      waiting.insert(RequestId{first_seat + n});
      scene.happens({asks(random, RequestId{first_seat + n}, seat(n))});
      const auto& queue = queue_of(scene);
      const RequestId moved = queue[random() % queue.size()];
      const auto position = static_cast<std::int64_t>(random() % queue.size());
      scene.does(mayor, MoveRequest{moved, position, "نوبت"});
      ASSERT_EQ(queue_of(scene)[static_cast<std::size_t>(position)], moved);
      if (n % 3 == 0) {
        const RequestId gone = queue_of(scene)[random() % queue_of(scene).size()];
        waiting.erase(gone);
        scene.does(mayor, SkipRequest{gone});
      }
      ASSERT_EQ(std::set<RequestId>(queue_of(scene).begin(), queue_of(scene).end()), waiting);
    }
  }
}

/// Somebody who has spoken much and is of the side and the group that was heard last, behind `earlier` others.
std::int64_t turns_before_the_last_comes(Fairness fairness, std::int64_t patience, std::int64_t earlier) {
  Random random(static_cast<std::uint64_t>(patience * 100 + earlier));
  auto scene = filled(random, rules_of(fairness, patience));
  const RequestId theirs{5'000};
  const auto stance = [&](PersonId person) { return person == ann ? Stance::for_ : Stance::against; };
  const auto ask = [&](RequestId request, PersonId person) {
    scene.happens({FloorRequested{meeting, report, request, person, speech, {}, stance(person), {}}});
  };
  scene.happens({TurnStarted{meeting, report, RequestId{4'999}, ann, speech, seconds(180), Stance::for_},
                 TurnEnded{meeting, report, RequestId{4'999}, ann, speech, minutes(30), seconds(180)}});
  std::uint64_t next = 5'001;
  for (std::int64_t n = 0; n < earlier; ++n) ask(RequestId{next++}, seat(static_cast<std::size_t>(n)));
  ask(theirs, ann);
  // Before every turn somebody comes who has never spoken, of the other side and of a group of their own.
  for (std::int64_t turns = 0;; ++turns) {
    const PersonId newcomer{20'000 + next};
    Member member{newcomer, newcomer.text(), newcomer.text(), Seat::expert, true, ShortName{newcomer.text()}};
    scene.happens({MembersEnrolled{{member}}, MemberArrived{meeting, newcomer}});
    ask(RequestId{next++}, newcomer);
    if (queue_of(scene).front() == theirs || turns > 200) return turns;
    scene.does(mayor, GiveFloor{queue_of(scene).front(), {}}).after(seconds(1)).does(mayor, EndTurn{});
  }
}

TEST(OrderProperty, FLR_23_everybody_is_served_in_a_bounded_number_of_turns_whoever_comes_meanwhile) {
  for (const Fairness fairness : every_fairness) {
    for (const std::int64_t patience : {1, 3, 5}) {
      for (const std::int64_t earlier : {0, 1, 7}) {
        const std::int64_t turns = turns_before_the_last_comes(fairness, patience, earlier);
        EXPECT_LE(turns, patience + earlier) << static_cast<int>(fairness) << ' ' << patience << ' ' << earlier;
      }
    }
  }
}

TEST(OrderProperty, FLR_24_grounds_add_up_to_the_place) {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    SCOPED_TRACE(seed);
    Random random(seed);
    auto scene = filled(random, rules_of(every_fairness[seed % every_fairness.size()], 2));
    for (std::size_t n = 0; n < 20; ++n) scene.happens({asks(random, RequestId{first_seat + n}, seat(n))});
    scene.does(mayor, MoveRequest{queue_of(scene).back(), 3, "نوبت"});
    for (int turn = 0; turn < 5; ++turn) scene.does(mayor, GiveFloor{queue_of(scene).front(), {}});
    const FloorView floor = *scene.seen_by(Audience::member).floor;
    for (std::size_t place = 0; place < floor.queue.size(); ++place) {
      const auto& grounds = floor.requests.at(floor.queue[place]).ahead;
      EXPECT_TRUE(std::ranges::is_sorted(grounds, {}, &Ahead::ground));
      std::int64_t people = 0;
      for (const Ahead& ahead : grounds) people += ahead.people;
      EXPECT_EQ(people, static_cast<std::int64_t>(place));
    }
  }
}

}  // namespace
}  // namespace talar::hall
