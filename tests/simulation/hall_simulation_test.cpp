// The rules under years of random meetings. A failure prints its seed; TALAR_SEED=<seed> plays it again.
#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>
#include <nlohmann/json.hpp>

#include "protocol/codec.hpp"
#include "protocol/words.hpp"
#include "tests/simulation/chamber.hpp"

namespace talar::simulation {
namespace {

using Json = nlohmann::json;

std::uint64_t seed() {
  static const std::uint64_t value = [] {
    const char* given = std::getenv("TALAR_SEED");
    const std::uint64_t drawn = given ? std::strtoull(given, nullptr, 10) : std::random_device{}();
    std::cout << "TALAR_SEED=" << drawn << std::endl;
    return drawn;
  }();
  return value;
}

constexpr std::array audiences{Audience::public_, Audience::member, Audience::staff, Audience::display};

/// What a device of each audience holds: the first state, then patches only.
class Devices {
 public:
  explicit Devices(const hall::State& state) {
    for (const Audience audience : audiences) {
      Device& device = devices_[audience];
      device.view = hall::view(state, audience);
      device.folded = Json::parse(to_json_text(device.view));
    }
  }

  void follow(const hall::State& state) {
    for (auto& [audience, device] : devices_) {
      View after = hall::view(state, audience);
      const auto patch = diff(device.view, after);
      ASSERT_EQ(patch.has_value(), !(device.view == after)) << word(audience);
      if (patch) device.folded.merge_patch(Json::parse(*patch));
      device.view = std::move(after);
    }
  }

  void compare(const hall::State& state) const {
    for (const auto& [audience, device] : devices_) {
      ASSERT_EQ(device.folded, Json::parse(to_json_text(hall::view(state, audience)))) << word(audience);
    }
  }

  /// The secret words of closed items.
  bool know(Audience audience) const { return devices_.at(audience).folded.dump().find(secret) != std::string::npos; }

 private:
  struct Device {
    View view;
    Json folded;
  };
  std::map<Audience, Device> devices_;
};

TEST(HallSimulation, ten_years_keep_every_rule_and_replay_to_the_same_state) {
  Chamber chamber(seed());
  // Longer for what comes seldom: that somebody who may gives time away, for one.
  for (int week = 0; week < 520 || (week < 5'200 && !chamber.never_happened().empty()); ++week)
    live_a_week(chamber, 120);

  hall::State again;
  for (const Recorded& recorded : chamber.journal()) hall::apply(again, recorded);
  EXPECT_EQ(again, chamber.state());
  EXPECT_GT(chamber.journal().size(), 20'000u);

  EXPECT_EQ(chamber.never_happened(), std::vector<std::string>{});
  EXPECT_GT(chamber.refused().size(), 35u);
}

TEST(HallSimulation, the_journal_text_rebuilds_the_state) {
  Chamber chamber(seed() + 1);
  for (int week = 0; week < 20; ++week) live_a_week(chamber, 200);

  hall::State again;
  for (const Recorded& recorded : chamber.journal()) {
    Recorded read = recorded;
    read.event = parse_event(event_type(recorded.event), encode_event(recorded.event));
    hall::apply(again, read);
  }
  EXPECT_EQ(again, chamber.state());
}

TEST(HallSimulation, every_device_folds_to_the_servers_view_and_no_outsider_learns_a_secret) {
  Chamber chamber(seed() + 2);
  hall::State state;
  std::size_t followed = 1;
  hall::apply(state, chamber.journal().front());
  Devices devices(state);
  for (int week = 0; week < 12; ++week) {
    live_a_week(chamber, 150);
    for (; followed < chamber.journal().size(); ++followed) {
      hall::apply(state, chamber.journal()[followed]);
      devices.follow(state);
      ASSERT_FALSE(devices.know(Audience::public_)) << "at seq " << followed + 1;
      ASSERT_FALSE(devices.know(Audience::display)) << "at seq " << followed + 1;
      if (followed % 50 == 0) devices.compare(state);
      if (HasFatalFailure()) return;
    }
  }
  devices.compare(chamber.state());
}

}  // namespace
}  // namespace talar::simulation
