// Some devices stop reading: what the others notice, and what it costs in memory.
#include "audience.hpp"
#include "meeting.hpp"

namespace crowd {
namespace {

constexpr int receive_buffer = 16 * 1024;

/// An agenda item edited into some 12 KB of options that everybody sees, numbered as an event.
std::string big_event(const std::string& item, std::int64_t event) {
  char number[32];
  std::snprintf(number, sizeof number, "#%06lld ", static_cast<long long>(event));
  std::string option = number;
  for (int i = 0; i < 20; ++i) option += "پیشنهاد شورا، ";
  std::string options;
  for (int i = 0; i < 20; ++i) options += (i ? "," : "") + quoted(option + std::to_string(i));
  return command_frame(command("edit_item", field("item", item) +
                                                R"(,"content":{"title":"اولویت‌ها","kind":"priorities",)" +
                                                R"("minutes":10,"confidential":false,"options":[)" + options + "]}"));
}

}  // namespace

/// --n observers of whom --stalled read nothing while --flood big events and then 5 small ones a second come.
void stalled(Bench& bench) {
  Audience audience(bench, static_cast<std::size_t>(bench.options.number("n", 10'000)));
  Person chair(bench, bench.one("chair"));
  Publisher publisher(bench, *bench.dialect, &bench.one("staff"));
  chair.join();
  const std::string item = agenda(chair).back();
  audience.join();
  publisher.join();
  bench.loop.rest(500'000);
  const double before = bench.gauge.server_kib(), kernel_before = kernel_tcp_kib();
  const auto count = static_cast<std::size_t>(bench.options.number("stalled", 1'000));
  audience.stall(count, receive_buffer);
  for (long i = 0; i < bench.options.number("flood", 24); ++i) {
    publisher.publish_as(big_event(item, publisher.published() + 1));
    publisher.flush();
    bench.loop.until("the others have a big event", [&] { return audience.slowest() == publisher.published(); });
  }
  bench.loop.rest(2'500'000);

  Samples each;
  double highest = bench.gauge.server_kib(), kernel_highest = kernel_tcp_kib();
  audience.arrived = [&](std::int64_t from, std::int64_t to) {
    for (std::int64_t event = from + 1; event <= to; ++event)
      each.add(static_cast<double>(now_us() - publisher.sent_at(event)) / 1e3);
  };
  bench.gauge.begin();
  const std::int64_t begin = now_us(), span = bench.options.number("seconds", 6) * 1'000'000;
  for (std::int64_t due = begin; due < begin + span; due += 200'000) {
    while (now_us() < due) bench.loop.turn(static_cast<int>((due - now_us()) / 1000) + 1);
    publisher.publish();
    publisher.flush();
    highest = std::max(highest, bench.gauge.server_kib());
    kernel_highest = std::max(kernel_highest, kernel_tcp_kib());
  }
  bench.loop.until("the others have the last event", [&] { return audience.slowest() == publisher.published(); });
  bench.gauge.end();
  audience.arrived = nullptr;
  audience.wake();
  bench.loop.until("the stalled have caught up", [&] { return audience.slowest() == publisher.published(); });
  audience.verify();

  bench.report.add("others_ms", each);
  bench.report.add("server_kib_grown", highest - before);
  bench.report.add("kernel_tcp_kib_grown", kernel_highest - kernel_before);
  bench.report.add("states", static_cast<double>(audience.states()) - static_cast<double>(audience.size()));
  bench.report.add(bench.gauge, static_cast<double>(each.count()));
}

}  // namespace crowd
