// Views that are kept by their parts, beside views that are rendered whole, through months of random meetings.
#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>
#include <nlohmann/json.hpp>

#include "protocol/codec.hpp"
#include "tests/simulation/chamber.hpp"

namespace talar::simulation {
namespace {

using Json = nlohmann::json;

Json tree(const View& view) {
  return Json::parse(to_json_text(view));
}

/// What one audience has been shown: its view as the server keeps it, and the tree that a device has folded.
struct Shown {
  Audience audience;
  View view;
  Json folded;
  Parts changed;  // and not shown yet

  Shown(const hall::State& state, Audience seen_by)
      : audience(seen_by), view(hall::view(state, seen_by)), folded(tree(view)), changed() {}

  /// By its parts; the patch and the view must be those of the whole.
  void catch_up(const hall::State& state, const View& whole) {
    View some = hall::view(state, audience, changed);
    const auto patch = diff(view, some, changed);
    ASSERT_EQ(patch, diff(view, whole));
    take_over(view, std::move(some), std::exchange(changed, {}));
    ASSERT_TRUE(view == whole);
    if (patch) folded.merge_patch(Json::parse(*patch));
  }
};

/// One audience, shown every event and, beside it, several events at a time.
class Follower {
 public:
  Follower(const hall::State& state, Audience audience) : single_(state, audience), merged_(state, audience) {}

  void follow(const hall::State& state, const Parts& parts) {
    single_.changed = parts;
    merged_.changed.add(parts);
    single_.catch_up(state, hall::view(state, single_.audience));
    floor_was_gone_ = floor_was_gone_ || !single_.view.floor;
  }

  void show_merged(const hall::State& state) {
    const bool was_gone = std::exchange(floor_was_gone_, false);
    if (was_gone && merged_.view.floor && single_.view.floor) ++comebacks_;
    merged_.catch_up(state, single_.view);
    ASSERT_EQ(merged_.folded, single_.folded);
  }

  void compare() const { ASSERT_EQ(single_.folded, tree(single_.view)); }

  /// How often a floor went and another came within one patch: nothing of the first may stay.
  int comebacks() const { return comebacks_; }

 private:
  Shown single_;
  Shown merged_;
  bool floor_was_gone_ = false;
  int comebacks_ = 0;
};

/// What single persons are told; their role, and with it their audience, is in there.
class Persons {
 public:
  void follow(const hall::State& state, const Parts& parts) {
    for (const auto& [person, enrolled] : state.members) known_.try_emplace(person);
    for (auto& [person, before] : known_) {
      auto now = hall::me(state, person);
      if (!parts.concern(person)) {
        ASSERT_EQ(before, now);
      }
      before = std::move(now);
    }
  }

 private:
  std::map<PersonId, std::optional<Me>> known_;
};

TEST(PartsSimulation, views_kept_by_their_parts_are_the_whole_views_and_merged_patches_lead_where_single_ones_do) {
  const char* given = std::getenv("TALAR_SEED");
  const std::uint64_t seed = given ? std::strtoull(given, nullptr, 10) : std::random_device{}();
  std::cout << "TALAR_SEED=" << seed << std::endl;
  Chamber chamber(seed);
  Dice dice(seed);
  hall::State state;
  hall::apply(state, chamber.journal().front());
  std::vector<Follower> followers;
  for (const auto audience : {Audience::public_, Audience::member, Audience::staff, Audience::display})
    followers.emplace_back(state, audience);
  Persons persons;
  std::size_t followed = 1, left_in_group = 1;
  for (int week = 0; week < 40 || (week < 520 && !chamber.never_happened().empty()); ++week) {
    live_a_week(chamber, 150);
    for (; followed < chamber.journal().size(); ++followed) {
      const Recorded& recorded = chamber.journal()[followed];
      SCOPED_TRACE(std::string(event_type(recorded.event)) + " at seq " + std::to_string(recorded.seq));
      hall::apply(state, recorded);
      const Parts parts = hall::touched(state, recorded.event);
      persons.follow(state, parts);
      const bool group_ends = --left_in_group == 0;
      if (group_ends) left_in_group = 1 + dice.below(10);
      for (Follower& follower : followers) {
        follower.follow(state, parts);
        if (group_ends) follower.show_merged(state);
      }
      if (HasFatalFailure()) return;
    }
    for (const Follower& follower : followers) follower.compare();
  }
  EXPECT_EQ(chamber.never_happened(), std::vector<std::string>{});
  int comebacks = 0;
  for (const Follower& follower : followers) comebacks += follower.comebacks();
  EXPECT_GT(comebacks, 0);
}

}  // namespace
}  // namespace talar::simulation
