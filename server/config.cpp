#include "server/config.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <functional>
#include <limits>
#include <map>
#include <stdexcept>

namespace talar {
namespace {

using Take = std::function<bool(const toml::node&)>;  // false: another type is expected

Take text(std::string& into) {
  return [&into](const toml::node& node) {
    const auto value = node.value_exact<std::string>();
    if (value) into = *value;
    return value.has_value();
  };
}

Take path(std::filesystem::path& into) {
  return [&into](const toml::node& node) {
    const auto value = node.value_exact<std::string>();
    if (value) into = *value;
    return value.has_value();
  };
}

template <class Number>
Take number(Number& into) {
  return [&into](const toml::node& node) {
    const auto value = node.value_exact<std::int64_t>();
    if (!value || *value < 0 || static_cast<std::uint64_t>(*value) > std::numeric_limits<Number>::max()) return false;
    into = static_cast<Number>(*value);
    return true;
  };
}

template <class Number>
Take number(std::optional<Number>& into) {
  return [&into](const toml::node& node) { return number(into.emplace())(node); };
}

}  // namespace

std::filesystem::path Config::database() const {
  const bool folder = std::filesystem::is_directory(data) || !data.has_filename();
  return folder ? data / "talar.db" : data;
}

std::uint16_t Config::port_for_casting() const {
  if (cast_port) return *cast_port;
  if (port == 0) return 0;
  if (port == std::numeric_limits<std::uint16_t>::max())
    throw std::runtime_error("There is no port after this one for secret ballots: name another (--cast-port).");
  return static_cast<std::uint16_t>(port + 1);
}

void read_toml(const std::filesystem::path& file, Config& config) {
  const std::map<std::string, Take, std::less<>> settings{
      {"data", path(config.data)},
      {"listen", text(config.listen)},
      {"port", number(config.port)},
      {"public_url", text(config.public_url)},
      {"cast_port", number(config.cast_port)},
      {"cast_url", text(config.cast_url)},
      {"tls_cert", path(config.tls_cert)},
      {"tls_key", path(config.tls_key)},
      {"client", path(config.client)},
      {"threads", number(config.threads)},
      {"workers", number(config.workers)},
      {"connections", number(config.connections)},
      {"connections_per_address", number(config.connections_per_address)},
      {"commands_per_second", number(config.commands_per_second)},
      {"invitation_days", number(config.invitation_days)},
      {"metrics", text(config.metrics)},
      {"log_level", text(config.log_level)},
  };
  toml::table table;
  try {
    table = toml::parse_file(file.string());
  } catch (const toml::parse_error& error) {
    throw std::runtime_error(fmt::format("Cannot read {} (line {}): {}.", file.string(), error.source().begin.line,
                                         std::string(error.description())));
  }
  for (const auto& [key, value] : table) {
    const auto setting = settings.find(key.str());
    if (setting == settings.end())
      throw std::runtime_error(fmt::format("{} has a setting \"{}\" that this version does not know.", file.string(),
                                           std::string(key.str())));
    if (!setting->second(value))
      throw std::runtime_error(
          fmt::format("\"{}\" in {} has the wrong type or size.", std::string(key.str()), file.string()));
  }
}

}  // namespace talar
