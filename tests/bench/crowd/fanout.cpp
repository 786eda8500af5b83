// One event to everybody: at saturation with so many in flight, or at a steady rate for the time to the last device.
#include "audience.hpp"
#include "speaker.hpp"

namespace crowd {
namespace {

const Device* publishing(const Bench& bench) {
  return bench.devices.empty() ? nullptr : &bench.one("staff");
}

/// Publishes as fast as all follow, never more than `window` ahead of the slowest.
void saturate(Bench& bench, Audience& audience, Publisher& publisher, std::int64_t window, std::int64_t for_us) {
  for (const std::int64_t end = now_us() + for_us; now_us() < end; bench.loop.turn(20)) {
    publisher.fill(audience.slowest(), window);
  }
}

void settle(Bench& bench, Audience& audience, Publisher& publisher) {
  bench.loop.until("the last event has arrived", [&] { return audience.slowest() == publisher.published(); });
}

void at_rate(Bench& bench, Publisher& publisher, double per_second, std::int64_t for_us) {
  const auto pause = static_cast<std::int64_t>(1e6 / per_second);
  const std::int64_t begin = now_us();
  for (std::int64_t due = begin; due < begin + for_us; due += pause) {
    while (now_us() < due) bench.loop.turn(static_cast<int>((due - now_us()) / 1000) + 1);
    publisher.publish();
    publisher.flush();
  }
}

}  // namespace

void fanout(Bench& bench) {
  Audience audience(bench, static_cast<std::size_t>(bench.options.number("n", 100)));
  Publisher publisher(bench, *bench.dialect, publishing(bench));
  audience.join();
  publisher.join();
  const std::int64_t window = bench.options.number("window", 1);
  saturate(bench, audience, publisher, window, 300'000);
  settle(bench, audience, publisher);

  const std::int64_t events_before = publisher.published();
  const std::uint64_t bytes_before = audience.bytes_in();
  const std::size_t patches_before = audience.patches();
  bench.gauge.begin();
  saturate(bench, audience, publisher, window, bench.options.number("seconds", 3) * 1'000'000);
  settle(bench, audience, publisher);
  bench.gauge.end();
  audience.verify();

  const auto events = static_cast<double>(publisher.published() - events_before);
  const double deliveries = events * static_cast<double>(audience.size());
  bench.report.add("deliveries_per_s", deliveries / bench.gauge.seconds());
  bench.report.add("events", events);
  bench.report.add("patches_per_event", static_cast<double>(audience.patches() - patches_before) / events);
  bench.report.add("bytes_per_delivery", static_cast<double>(audience.bytes_in() - bytes_before) / deliveries);
  bench.report.add("state_bytes", static_cast<double>(audience.state_bytes()));
  bench.report.add("server_kib", bench.gauge.server_kib());
  bench.report.add(bench.gauge, deliveries);
}

void latency(Bench& bench) {
  Audience audience(bench, static_cast<std::size_t>(bench.options.number("n", 100)));
  Publisher publisher(bench, *bench.dialect, publishing(bench));
  audience.join();
  publisher.join();
  const double rate = static_cast<double>(bench.options.number("rate", 5));
  at_rate(bench, publisher, rate, 600'000);
  settle(bench, audience, publisher);

  Samples each, last;
  audience.arrived = [&](std::int64_t from, std::int64_t to) {
    const std::int64_t now = now_us();
    for (std::int64_t event = from + 1; event <= to; ++event)
      each.add(static_cast<double>(now - publisher.sent_at(event)) / 1e3);
  };
  audience.everybody = [&](std::int64_t event) {
    last.add(static_cast<double>(now_us() - publisher.sent_at(event)) / 1e3);
  };
  bench.gauge.begin();
  at_rate(bench, publisher, rate, bench.options.number("seconds", 5) * 1'000'000);
  settle(bench, audience, publisher);
  bench.gauge.end();
  audience.arrived = nullptr;
  audience.everybody = nullptr;
  audience.verify();
  bench.report.add("each_ms", each);
  bench.report.add("last_ms", last);
  bench.report.add(bench.gauge, static_cast<double>(each.count()));
}

}  // namespace crowd
