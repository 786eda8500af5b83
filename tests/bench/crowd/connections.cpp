// What connections cost: to make, to keep idle, to lose all at once and take back.
#include "audience.hpp"
#include "speaker.hpp"

namespace crowd {

/// --n devices join and leave, again and again.
void handshakes(Bench& bench) {
  Audience audience(bench, static_cast<std::size_t>(bench.options.number("n", 1'000)));
  const auto at_once = static_cast<std::size_t>(bench.options.number("at-once", 256));
  audience.join(Audience::Return::afresh, at_once);
  audience.drop();
  bench.loop.rest(300'000);
  const std::size_t resumed_before = audience.resumed_tls();
  const std::int64_t end = now_us() + bench.options.number("seconds", 3) * 1'000'000;
  double joined = 0, joining_us = 0;
  bench.gauge.begin();
  while (now_us() < end) {
    const std::int64_t begin = now_us();
    audience.join(Audience::Return::afresh, at_once);
    joining_us += static_cast<double>(now_us() - begin);
    joined += static_cast<double>(audience.size());
    audience.drop();
  }
  bench.gauge.end();
  bench.report.add("per_s", joined / (joining_us / 1e6));
  bench.report.add("server_us", bench.gauge.server_us() / joined);
  bench.report.add("tls_resumed_share", static_cast<double>(audience.resumed_tls() - resumed_before) / joined);
  bench.report.add("state_bytes", static_cast<double>(audience.state_bytes()));
  bench.report.add(bench.gauge, 0);
}

/// --n observers who have the state and do nothing.
void idle(Bench& bench) {
  const auto count = static_cast<std::size_t>(bench.options.number("n", 10'000));
  {
    Audience few(bench, 50);  // what the first connections need once is not the price of a connection
    few.join();
    bench.loop.rest(500'000);
  }
  bench.loop.rest(500'000);
  Audience audience(bench, count);
  const double before = bench.gauge.server_kib(), kernel_before = kernel_tcp_kib();
  audience.join();
  bench.loop.rest(2'500'000);
  bench.report.add("kib_per_connection", (bench.gauge.server_kib() - before) / static_cast<double>(count));
  bench.report.add("kernel_tcp_kib_per_connection", (kernel_tcp_kib() - kernel_before) / static_cast<double>(count));
  bench.report.add("server_kib", bench.gauge.server_kib());
  bench.gauge.begin();
  bench.loop.rest(1'000'000);
  bench.gauge.end();
  bench.report.add(bench.gauge, 0);
}

/// --n devices lose the network, some events happen, and all come back: --resuming 1 with what they knew.
void herd(Bench& bench) {
  Audience audience(bench, static_cast<std::size_t>(bench.options.number("n", 10'000)));
  const bool talks = bench.dialect->answers();
  const auto how = bench.options.number("resuming", 1) != 0 ? Audience::Return::resuming : Audience::Return::afresh;
  Publisher publisher(bench, *bench.dialect, talks ? &bench.one("staff") : nullptr);
  audience.join();
  publisher.join();
  publisher.publish();
  publisher.flush();
  bench.loop.until("all have heard the first event", [&] { return audience.slowest() == publisher.published(); });
  audience.drop();
  bench.loop.rest(1'000'000);
  for (long i = 0; talks && i < bench.options.number("missed", 5); ++i) {
    publisher.publish();
    publisher.flush();
    bench.loop.rest(60'000);
  }

  const std::uint64_t bytes_before = audience.bytes_in();
  const std::size_t states_before = audience.states();
  bench.gauge.begin();
  audience.join(how, static_cast<std::size_t>(bench.options.number("at-once", 512)));
  bench.loop.until("all are current", [&] { return audience.slowest() == publisher.published(); });
  bench.gauge.end();
  audience.verify();
  const auto size = static_cast<double>(audience.size());
  bench.report.add("ms", bench.gauge.seconds() * 1e3);
  bench.report.add("server_us", bench.gauge.server_us() / size);
  bench.report.add("bytes_each", static_cast<double>(audience.bytes_in() - bytes_before) / size);
  bench.report.add("states", static_cast<double>(audience.states() - states_before));
  bench.report.add("server_kib", bench.gauge.server_kib());
  bench.report.add(bench.gauge, 0);
}

}  // namespace crowd
