#include "bench.hpp"

#include <fstream>
#include <sstream>

#include "fault.hpp"

namespace crowd {
namespace {

std::vector<Device> read_devices(const std::string& file) {
  std::vector<Device> devices;
  std::ifstream in(file);
  if (!file.empty() && !in) fail("cannot read " + file);
  for (std::string line; std::getline(in, line);) {
    std::istringstream fields(line);
    Device device;
    for (std::string* field : {&device.role, &device.id, &device.cookie, &device.person})
      std::getline(fields, *field, '\t');
    devices.push_back(device);
  }
  return devices;
}

Tls tls_of(const std::string& word) {
  if (word == "full") return Tls::full;
  return word == "resumed" ? Tls::resumed : Tls::none;
}

}  // namespace

Options::Options(int argc, char** argv) {
  for (int i = 0; i + 1 < argc; i += 2) {
    const std::string name = argv[i];
    if (!name.starts_with("--")) fail("an option was expected, not " + name);
    values_[name.substr(2)] = argv[i + 1];
  }
  if (argc % 2 != 0) fail(std::string(argv[argc - 1]) + " needs a value");
}

std::string Options::text(const std::string& name, const std::string& otherwise) const {
  const auto found = values_.find(name);
  return found == values_.end() ? otherwise : found->second;
}

long Options::number(const std::string& name, long otherwise) const {
  const auto found = values_.find(name);
  return found == values_.end() ? otherwise : std::stol(found->second);
}

std::vector<int> Options::numbers(const std::string& name) const {
  std::vector<int> all;
  std::istringstream list(text(name));
  for (std::string one; std::getline(list, one, ',');) all.push_back(std::stoi(one));
  return all;
}

Bench::Bench(Options given) : options(std::move(given)), gauge(options.numbers("pid")) {
  endpoint = {static_cast<std::uint16_t>(options.number("port", 8080)), tls_of(options.text("tls", "none"))};
  dialect = make_dialect(options.text("dialect", "talar"), options.text("hall", "rasht"), endpoint.port);
  if (options.number("deflate", 0) != 0) compression = Compression::deflate;
  loop.patience_s = options.number("patience", loop.patience_s);
  devices = read_devices(options.text("devices"));
}

std::vector<Device> Bench::members(std::size_t count) const {
  std::vector<Device> found;
  for (const Device& device : devices)
    if (device.role == "member" && found.size() < count) found.push_back(device);
  if (found.size() < count) fail("only " + std::to_string(found.size()) + " members have signed in");
  return found;
}

const Device& Bench::one(const std::string& role) const {
  for (const Device& device : devices)
    if (device.role == role) return device;
  fail("no device of the role " + role + " has signed in");
}

}  // namespace crowd
