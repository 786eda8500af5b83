// A whole server in the test's process: real database, halls, HTTP listener on loopback. Its clock moves when the test
// moves it.
#pragma once

#include <gtest/gtest.h>

#include <atomic>
#include <condition_variable>
#include <filesystem>
#include <future>
#include <memory>
#include <mutex>

#include "server/live/halls.hpp"
#include "server/live/tls.hpp"
#include "server/web/casting.hpp"
#include "server/web/server.hpp"
#include "server/web/site.hpp"
#include "storage/accounts.hpp"
#include "storage/archive.hpp"
#include "storage/database.hpp"
#include "storage/journal.hpp"
#include "tests/integration/device.hpp"

namespace talar::test {

/// A folder of its own, gone afterwards.
class Folder {
 public:
  Folder();
  ~Folder();
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// The hall of the tests: eleven members with a vote, of them president and vice president; a secretary; a guest.
namespace people {
inline constexpr PersonId president{1}, vice{2}, secretary{3}, guest{4}, first_deputy{10};
inline constexpr std::size_t deputies = 9;
inline PersonId deputy(std::size_t i) {
  return {first_deputy.value + i};
}
}  // namespace people

struct HouseOptions {
  live::Limits limits{};
  std::size_t network_threads = 2;
  std::filesystem::path database{};  // kept by the test, to start a second server on it
  std::shared_ptr<SSL_CTX> tls{};
  web::ReplayLimits replays{};
  web::SignInRules sign_in{};
  std::size_t answers_bytes_per_network = web::Server::Settings().answers_bytes_per_network;
};

class House {
 public:
  explicit House(const HouseOptions& options = {});
  ~House();

  std::uint16_t port() const { return server_->port(); }
  /// Where secret ballots are cast.
  std::uint16_t cast_port() const { return casting_->port(); }
  live::Halls& halls() { return *halls_; }
  storage::Accounts& accounts() { return *accounts_; }
  const HallId& hall() const { return hall_; }

  void advance(std::chrono::milliseconds by);
  /// In the order of the app.
  void stop();
  void replace_certificate(std::shared_ptr<SSL_CTX> context) { certificate_.replace(std::move(context)); }
  /// Waits for the journal's failure to be reported.
  std::string failure();
  std::filesystem::path database_file() const { return database_->file(); }

  /// Somebody of the hall signs in on a new device and connects; `hello` is not said yet.
  Device device(PersonId person, ClientOptions options = {});
  Device display();
  Device kiosk();
  Device observer(ClientOptions options = {});
  /// A device whose person has not given their passphrase on it.
  Device unproven(PersonId person);
  /// The device's id, as the last one of these was bound.
  DeviceId last_device() const { return last_device_; }
  /// Once more with the same cookie.
  Device again(DeviceId device, ClientOptions options = {});
  /// With the same cookie, in another hall.
  Device in_hall(const HallId& hall, DeviceId device, ClientOptions options = {});
  /// A device that was bound by other means than device() and display().
  DeviceId keep(const storage::NewDevice& bound) {
    cookies_[bound.device.device] = bound.secret;
    return bound.device.device;
  }
  /// The device's header line, for requests over HTTP.
  std::string cookie(DeviceId device) const { return "Cookie: talar_" + device.text() + "=" + cookies_.at(device); }

  /// Chair and staff bring a meeting to its first item: convened, deputies present, opened, activated. Gives the ids.
  struct Running {
    std::string meeting;
    std::vector<std::string> items;
  };
  Running open_meeting(Device& chair, Device& staff, std::size_t items = 2);

 private:
  DeviceId bind(const Holder& holder);

  Folder folder_;
  const HallId hall_{"rasht"};
  std::atomic<std::int64_t> now_ms_{1'703'741'400'000};  // Thursday 2023-12-28 09:00 in Tehran
  std::promise<std::string> failure_;
  live::Certificate certificate_, no_certificate_;
  std::unique_ptr<storage::Database> database_;
  std::unique_ptr<storage::Journal> journal_;
  std::unique_ptr<storage::Accounts> accounts_;
  std::unique_ptr<storage::Archive> archive_;
  std::unique_ptr<storage::Files> files_;
  std::unique_ptr<live::Halls> halls_;
  std::unique_ptr<web::Site> site_;
  std::unique_ptr<web::CastDesk> cast_desk_;
  std::unique_ptr<web::Server> server_, casting_;
  std::map<DeviceId, std::string> cookies_;
  DeviceId last_device_;
  bool stopped_ = false;
};

}  // namespace talar::test
