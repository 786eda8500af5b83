// What every scenario is given: its options, the loop, the contender and how to speak to it.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "dialect.hpp"
#include "gauge.hpp"
#include "loop.hpp"
#include "socket.hpp"

namespace crowd {

class Options {
 public:
  /// Pairs of "--name value".
  Options(int argc, char** argv);

  std::string text(const std::string& name, const std::string& otherwise = "") const;
  long number(const std::string& name, long otherwise) const;
  std::vector<int> numbers(const std::string& name) const;

 private:
  std::map<std::string, std::string> values_;
};

struct Bench {
  explicit Bench(Options given);

  /// The `count` devices of members; the chair's; one of the secretariat's. Faults when they have not signed in.
  std::vector<Device> members(std::size_t count) const;
  const Device& one(const std::string& role) const;

  Options options;
  Loop loop;
  Endpoint endpoint;
  std::unique_ptr<Dialect> dialect;
  Compression compression = Compression::none;
  std::vector<Device> devices;
  Gauge gauge;
  Report report;
};

/// One file each.
void sign_in(Bench& bench);
void prepare(Bench& bench);
void history(Bench& bench);
void fanout(Bench& bench);
void latency(Bench& bench);
void halls(Bench& bench);
void idle(Bench& bench);
void handshakes(Bench& bench);
void herd(Bench& bench);
void storm(Bench& bench);
void acks(Bench& bench);
void stalled(Bench& bench);
void live(Bench& bench);

}  // namespace crowd
