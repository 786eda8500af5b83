// crowd SCENARIO [--option value ...]: the load client. Prints one JSON object of names and numbers.
#include <sched.h>
#include <sys/resource.h>

#include <cstdio>
#include <exception>
#include <map>

#include "bench.hpp"

namespace {

using namespace crowd;

const std::map<std::string, void (*)(Bench&)> scenarios{
    {"sign-in", sign_in}, {"prepare", prepare}, {"history", history}, {"fanout", fanout},
    {"latency", latency}, {"halls", halls},     {"idle", idle},       {"handshakes", handshakes},
    {"herd", herd},       {"storm", storm},     {"acks", acks},       {"stalled", stalled},
    {"live", live},
};

void pin(long cpu) {
  if (cpu < 0) return;
  cpu_set_t set;
  CPU_ZERO(&set);
  CPU_SET(static_cast<unsigned>(cpu), &set);
  if (sched_setaffinity(0, sizeof set, &set) != 0) fail("cannot run on that CPU");
}

void open_many_files() {
  rlimit files{};
  getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  setrlimit(RLIMIT_NOFILE, &files);
}

}  // namespace

int main(int argc, char** argv) {
  const auto scenario = argc > 1 ? scenarios.find(argv[1]) : scenarios.end();
  if (scenario == scenarios.end()) {
    std::fputs("crowd SCENARIO [--option value ...]; the scenarios are", stderr);
    for (const auto& [name, run] : scenarios) std::fprintf(stderr, " %s", name.c_str());
    std::fputs("\n", stderr);
    return 2;
  }
  try {
    Options options(argc - 2, argv + 2);
    pin(options.number("cpu", -1));
    open_many_files();
    const auto bench = std::make_unique<Bench>(std::move(options));
    scenario->second(*bench);
    bench->report.print();
    return 0;
  } catch (const std::exception& fault) {
    std::fprintf(stderr, "crowd %s: %s\n", argv[1], fault.what());
    return 1;
  }
}
