#include "gauge.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "fault.hpp"
#include "loop.hpp"

namespace crowd {
namespace {

/// Nanoseconds on a CPU of every thread: finer than the ticks of /proc/PID/stat.
double cpu_ns(const std::string& process) {
  double sum = 0;
  std::error_code gone;
  for (const auto& task : std::filesystem::directory_iterator("/proc/" + process + "/task", gone)) {
    double ns = 0;
    std::ifstream(task.path() / "schedstat") >> ns;
    sum += ns;
  }
  if (gone) fail("the server's process " + process + " is gone");
  return sum;
}

double machine_busy_ns() {
  std::ifstream stat("/proc/stat");
  std::string cpu;
  double user = 0, nice = 0, system = 0, idle = 0, wait = 0, irq = 0, soft = 0, steal = 0;
  stat >> cpu >> user >> nice >> system >> idle >> wait >> irq >> soft >> steal;
  return (user + nice + system + irq + soft + steal) * 1e9 / static_cast<double>(sysconf(_SC_CLK_TCK));
}

}  // namespace

Gauge::Reading Gauge::read() const {
  Reading reading;
  reading.at_us = static_cast<double>(now_us());
  for (const int server : servers_) reading.server_ns += cpu_ns(std::to_string(server));
  reading.own_ns = cpu_ns("self");
  reading.machine_ns = machine_busy_ns();
  return reading;
}

double Gauge::foreign() const {
  const double ours = to_.server_ns - from_.server_ns + to_.own_ns - from_.own_ns;
  return std::max(0.0, (to_.machine_ns - from_.machine_ns - ours) / 1e9 / seconds());
}

double Gauge::server_kib() const {
  double sum = 0;
  for (const int server : servers_) {
    std::ifstream status("/proc/" + std::to_string(server) + "/status");
    for (std::string line; std::getline(status, line);)
      if (line.starts_with("RssAnon:") || line.starts_with("RssShmem:")) sum += std::stod(line.substr(9));
  }
  return sum;
}

double kernel_tcp_kib() {
  std::ifstream stat("/proc/net/sockstat");
  for (std::string line; std::getline(stat, line);) {
    const auto at = line.find(" mem ");
    if (line.starts_with("TCP:") && at != std::string::npos)
      return std::stod(line.substr(at + 5)) * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1024;
  }
  return 0;
}

double Samples::at(double share) {
  if (values_.empty()) return 0;
  const auto rank = static_cast<std::size_t>(share * static_cast<double>(values_.size() - 1));
  std::nth_element(values_.begin(), values_.begin() + static_cast<std::ptrdiff_t>(rank), values_.end());
  return values_[rank];
}

void Report::add(const std::string& name, double value) {
  char text[64];
  std::snprintf(text, sizeof text, "%.6g", value);
  body_ += (body_.empty() ? "\"" : ",\"") + name + "\":" + text;
}

void Report::add(const std::string& name, Samples& samples) {
  add(name + ".p50", samples.at(0.50));
  add(name + ".p99", samples.at(0.99));
  add(name + ".max", samples.at(1));
}

void Report::add(const Gauge& gauge, double deliveries) {
  if (gauge.has_server() && deliveries > 0) add("us_per_delivery", gauge.server_us() / deliveries);
  add("server_cpu_s", gauge.server_us() / 1e6);
  add("client_cpu_s", gauge.own_us() / 1e6);
  add("seconds", gauge.seconds());
  add("foreign", gauge.foreign());
}

void Report::print() const {
  if (!body_.empty()) std::printf("{%s}\n", body_.c_str());
}

}  // namespace crowd
