// Many halls live at once on one server: --halls H share --n observers; in each the next event follows the last.
#include "audience.hpp"
#include "speaker.hpp"

namespace crowd {
namespace {

struct Hall {
  Hall(Bench& bench, const std::string& name, std::size_t size, const Device& staff)
      : dialect(make_dialect("talar", name, bench.endpoint.port)),
        audience(bench, *dialect, size),
        publisher(bench, *dialect, &staff) {}

  std::unique_ptr<Dialect> dialect;
  Audience audience;
  Publisher publisher;
};

double events(const std::deque<Hall>& all) {
  double sum = 0;
  for (const Hall& hall : all) sum += static_cast<double>(hall.publisher.published());
  return sum;
}

}  // namespace

void halls(Bench& bench) {
  const auto count = static_cast<std::size_t>(bench.options.number("halls", 1));
  const std::size_t each = static_cast<std::size_t>(bench.options.number("n", 1'000)) / count;
  std::deque<Hall> all;
  for (const Device& device : bench.devices) {
    if (device.role != "staff" || all.size() == count) continue;
    all.emplace_back(bench, "h" + std::to_string(all.size() + 1), each, device);
  }
  if (all.size() < count) fail("there are fewer halls than that");
  for (Hall& hall : all) {
    hall.audience.join();
    hall.publisher.join();
  }
  const auto run = [&](std::int64_t span) {
    for (const std::int64_t end = now_us() + span; now_us() < end; bench.loop.turn(20))
      for (Hall& hall : all) hall.publisher.fill(hall.audience.slowest(), 1);
    for (Hall& hall : all)
      bench.loop.until("all have the last event",
                       [&] { return hall.audience.slowest() == hall.publisher.published(); });
  };
  run(300'000);
  const double before = events(all);
  bench.gauge.begin();
  run(bench.options.number("seconds", 3) * 1'000'000);
  bench.gauge.end();
  for (Hall& hall : all) hall.audience.verify();
  const double published = events(all) - before;
  bench.report.add("events_per_s", published / bench.gauge.seconds());
  bench.report.add(bench.gauge, published * static_cast<double>(each));
}

}  // namespace crowd
