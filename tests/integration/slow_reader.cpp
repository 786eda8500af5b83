#include "tests/integration/slow_reader.hpp"

namespace talar::test {

HouseOptions narrow_house() {
  HouseOptions options;
  options.limits.send_buffer_bytes = 8 * 1024;
  options.limits.outbox_bytes = 32 * 1024;
  options.limits.commands_burst = 10'000;
  options.limits.messages_burst = 10'000;
  return options;
}

void expect_slow_reader_to_be_given_a_fresh_state(House& house, Tls tls) {
  Device chair = house.device(people::president, {.tls = tls});
  Device staff = house.device(people::secretary, {.tls = tls});
  chair.hello().until("state");
  staff.hello().until("state");
  const auto running = house.open_meeting(chair, staff);
  Device slow = house.device(people::deputy(0), {.tls = tls, .receive_buffer = 4'096});
  slow.hello().until("state");

  // From here on it does not read, until its queue must have been given up.
  const live::Metrics& metrics = house.halls().metrics();
  std::int64_t version = 0;
  for (; metrics.outbox_shed == 0 && version < 1'000; ++version) {
    staff.must({{"type", "write_minutes"},
                {"item", running.items[0]},
                {"text", std::string(15'000, static_cast<char>('a' + version % 26))},
                {"version", version}});
    chair.until_seq(staff.seq);
  }
  ASSERT_GT(metrics.outbox_shed, 0u);
  // It gives a command all the same: receipts are never shed.
  const auto id = slow.ask({{"type", "request_floor"}, {"kind", "speech"}});
  staff.until_view([](const json& view) { return !view.at("floor").at("queue").empty(); });

  EXPECT_EQ(slow.answer(id).at("type"), "done");
  const auto last = staff.must({{"type", "post_message"}, {"text", "the end"}});
  slow.until_seq(last);
  EXPECT_EQ(slow.states, 2) << "one at the beginning, one after falling behind";
  EXPECT_LT(slow.patches, version + 2) << "at least one was shed, of all the texts, the request and the end";
  Device fast = house.device(people::deputy(1), {.tls = tls});
  fast.hello().until("state");
  EXPECT_EQ(slow.view, fast.view);
}

}  // namespace talar::test
