// What a measured stretch cost: CPU of the server's processes, of this one, of everybody else; memory; percentiles.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace crowd {

class Report;

class Gauge {
 public:
  explicit Gauge(std::vector<int> servers) : servers_(std::move(servers)) {}

  void begin() { from_ = read(); }
  void end() { to_ = read(); }

  double seconds() const { return (to_.at_us - from_.at_us) / 1e6; }
  double server_us() const { return (to_.server_ns - from_.server_ns) / 1e3; }
  double own_us() const { return (to_.own_ns - from_.own_ns) / 1e3; }
  /// Cores that somebody else used meanwhile.
  double foreign() const;

  /// Anonymous memory of the server's processes in KiB, now.
  double server_kib() const;
  bool has_server() const { return !servers_.empty(); }

 private:
  struct Reading {
    double at_us = 0, server_ns = 0, own_ns = 0, machine_ns = 0;
  };
  Reading read() const;

  std::vector<int> servers_;
  Reading from_, to_;
};

/// Kernel memory of all TCP sockets in KiB.
double kernel_tcp_kib();

class Samples {
 public:
  void add(double value) { values_.push_back(static_cast<float>(value)); }
  std::size_t count() const { return values_.size(); }
  double at(double share);

 private:
  std::vector<float> values_;
};

/// Names and numbers, printed as one JSON object.
class Report {
 public:
  void add(const std::string& name, double value);
  void add(const std::string& name, Samples& samples);  // name.p50, name.p99, name.max
  void add(const Gauge& gauge, double deliveries);
  void print() const;

 private:
  std::string body_;
};

}  // namespace crowd
