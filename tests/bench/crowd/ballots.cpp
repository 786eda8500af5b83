// Votes under load: how soon a ballot is acknowledged, which is after it is on disk.
#include <algorithm>
#include <array>
#include <random>

#include "audience.hpp"
#include "meeting.hpp"

namespace crowd {
namespace {

constexpr const char* choices[] = {"approve", "against", "abstain"};

std::string ballot(const std::string& vote, std::size_t choice) {
  return command_frame(command("cast_vote", field("vote", vote) + field("choice", choices[choice])));
}

void no_refusal(std::string_view text) {
  if (type_of(text) == "refused") fail("a ballot was refused: " + std::string(text));
}

}  // namespace

/// --writers N, each with one ballot on its way: changes it as soon as the last one is acknowledged.
void acks(Bench& bench) {
  const auto writers = static_cast<std::size_t>(bench.options.number("writers", 1));
  Person chair(bench, bench.one("chair"));
  Audience voters(bench, bench.members(writers));
  chair.join();
  voters.join();
  const std::string vote = open_prepared_vote(chair);

  struct Writer {
    std::int64_t sent_at = 0;
    std::size_t choice = 0;
  };
  std::vector<Writer> state(writers);
  Samples acknowledged;
  std::size_t waiting = 0;
  bool going_on = true;
  const auto cast = [&](std::size_t index) {
    Writer& writer = state[index];
    writer.choice = 1 - writer.choice;
    writer.sent_at = now_us();
    ++waiting;
    voters.say(index, ballot(vote, writer.choice));
  };
  voters.personal = [&](std::size_t index, std::string_view text) {
    no_refusal(text);
    if (type_of(text) != "done") return;
    --waiting;
    acknowledged.add(static_cast<double>(now_us() - state[index].sent_at) / 1e3);
    if (going_on) cast(index);
  };
  for (std::size_t i = 0; i < writers; ++i) cast(i);
  bench.loop.rest(300'000);
  acknowledged = {};
  bench.gauge.begin();
  bench.loop.rest(bench.options.number("seconds", 2) * 1'000'000);
  bench.gauge.end();
  const auto count = static_cast<double>(acknowledged.count());
  going_on = false;
  bench.loop.until("every ballot is acknowledged", [&] { return waiting == 0; });
  voters.personal = nullptr;
  voters.verify();
  bench.report.add("ack_ms", acknowledged);
  bench.report.add("per_s", count / bench.gauge.seconds());
  bench.report.add(bench.gauge, count);
}

/// --voters N cast within --seconds while --observers watch; afterwards the result is what was cast.
void storm(Bench& bench) {
  const auto count = static_cast<std::size_t>(bench.options.number("voters", 2'000));
  const std::int64_t span = bench.options.number("seconds", 5) * 1'000'000;
  Person chair(bench, bench.one("chair"));
  Audience voters(bench, bench.members(count));
  Audience observers(bench, static_cast<std::size_t>(bench.options.number("observers", 10'000)));
  chair.join();
  voters.join();
  observers.join();
  const std::string vote = open_prepared_vote(chair);
  const auto told = [&](const Audience& audience, const char* key, long wanted) {
    return audience.view(0)["votes"][vote][key].number() == wanted;
  };
  bench.loop.until("everybody sees the vote", [&] {
    return observers.view(0)["votes"][vote]["state"].is("open") && observers.abreast() && voters.abreast();
  });
  bench.loop.rest(2'500'000);

  std::mt19937 dice(7);
  std::vector<std::int64_t> due(count), sent(count);
  for (auto& at : due) at = static_cast<std::int64_t>(dice() % static_cast<std::uint32_t>(span));
  std::ranges::sort(due);
  std::array<long, 3> cast{};
  Samples acknowledged;
  voters.personal = [&](std::size_t index, std::string_view text) {
    no_refusal(text);
    if (type_of(text) == "done") acknowledged.add(static_cast<double>(now_us() - sent[index]) / 1e3);
  };
  const std::uint64_t bytes_before = observers.bytes_in();
  const std::size_t patches_before = observers.patches(), states_before = observers.states();
  bench.gauge.begin();
  const std::int64_t begin = now_us();
  for (std::size_t i = 0; i < count; ++i) {
    while (now_us() < begin + due[i]) bench.loop.turn(1);
    const std::size_t choice = dice() % 3;
    ++cast[choice];
    sent[i] = now_us();
    voters.say(i, ballot(vote, choice));
    if (i % 16 == 15) bench.loop.turn(0);
  }
  const std::int64_t last_sent = now_us();
  bench.loop.until("every ballot is acknowledged", [&] { return acknowledged.count() >= count; });
  bench.loop.until("observers see the turnout", [&] { return told(observers, "cast", static_cast<long>(count)); });
  const std::int64_t seen = now_us();
  bench.gauge.end();
  const std::uint64_t bytes_during = observers.bytes_in() - bytes_before;

  chair.ask(command("close_vote", field("vote", vote)));
  const Json& tally = chair.view()["votes"][vote]["result"]["tally"];
  long lost = 0;
  for (std::size_t i = 0; i < 3; ++i) lost += std::abs(tally[choices[i]].number() - cast[i]);
  voters.verify();
  observers.verify();
  bench.report.add("ack_ms", acknowledged);
  bench.report.add("lost", static_cast<double>(lost));
  bench.report.add("turnout_seen_after_ms", static_cast<double>(seen - last_sent) / 1e3);
  bench.report.add("patches", static_cast<double>(observers.patches() - patches_before));
  bench.report.add("states", static_cast<double>(observers.states() - states_before));
  bench.report.add("observer_mb", static_cast<double>(bytes_during) / 1e6);
  bench.report.add("state_bytes", static_cast<double>(observers.state_bytes()));
  bench.report.add("server_kib", bench.gauge.server_kib());
  bench.report.add(bench.gauge, static_cast<double>(count));
}

}  // namespace crowd
