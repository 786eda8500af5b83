// What an operator can set. Flags go before environment (TALAR_*), environment before the file, the file before these.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace talar {

struct Config {
  std::filesystem::path data = "talar.db";  // a file, or a folder that holds talar.db

  std::string listen = "127.0.0.1";
  std::uint16_t port = 8080;
  std::string public_url;                  // "https://talar.example.ir": then no other host name is answered to
  std::optional<std::uint16_t> cast_port;  // where secret ballots are cast; none: the next port
  std::string cast_url;                    // how people reach it, when not by the server's name and this port
  std::filesystem::path tls_cert;
  std::filesystem::path tls_key;
  std::filesystem::path client = "client";

  std::size_t threads = 2;           // network threads
  std::size_t workers = 4;           // threads for the database and passphrases
  std::size_t connections = 20'000;  // in all
  std::size_t connections_per_address = 4'000;
  std::size_t commands_per_second = 10;  // of one connection
  std::size_t invitation_days = 7;
  std::string metrics = "loopback";  // or "everyone"
  std::string log_level = "info";

  std::filesystem::path database() const;
  /// 0: any free one. Throws std::runtime_error with a sentence when there is none.
  std::uint16_t port_for_casting() const;
};

/// Takes the file's settings over. Throws std::runtime_error with a sentence: unreadable, an unknown or ill-typed key.
void read_toml(const std::filesystem::path& file, Config& config);

}  // namespace talar
