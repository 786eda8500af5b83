// Listens, accepts, and spreads the connections over the network threads.
#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "server/live/door.hpp"
#include "server/live/halls.hpp"
#include "server/live/tls.hpp"
#include "server/web/lane.hpp"

namespace talar::web {

class Server {
 public:
  struct Settings {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;  // 0: any free one
    std::size_t workers = 4;
    /// unknown: nobody asks where a connection comes from, and all of them count as one address. So it is for moments
    /// only, and when the house is full, whoever is slowest to ask gives way.
    enum class Peers { known, unknown } peers = Peers::known;
    /// Of answers that are being sent, each in memory until its peer has read it: in all, and to one network.
    std::size_t answers_bytes = 384'000'000;
    std::size_t answers_bytes_per_network = 128'000'000;
  };

  /// Listens at once; throws std::runtime_error with a sentence when it cannot. `certificate` may hold none: plain
  /// HTTP.
  Server(live::Halls& halls, Service& service, live::Certificate& certificate, const Settings& settings);
  ~Server();

  std::uint16_t port() const { return port_; }
  /// After Halls::start.
  void start();
  /// No new connections; those that wait for a request end.
  void stop_accepting();
  /// Ends every HTTP connection and the workers. Blocks, bounded. Before Halls::join.
  void stop();

 private:
  live::asio::awaitable<void> accept();
  /// A bounded number of them.
  live::error_code accept_those_who_wait();
  void welcome(int descriptor, std::string address, Lane& lane);
  /// False, and the socket still there, when the house is full.
  bool let_in(std::unique_ptr<live::Socket>& socket, const std::string& address, Lane& lane);
  template <class Do>
  void on_every_lane(Do what);

  const Settings::Peers peers_;
  live::Certificate& certificate_;
  Service& service_;
  live::Door door_;
  live::Door uploads_, answers_;
  Workers workers_;
  std::vector<std::shared_ptr<Lane>> lanes_;
  live::asio::ip::tcp::acceptor acceptor_;  // on the first network thread
  std::uint16_t port_ = 0;
  std::size_t next_lane_ = 0;
  bool stopped_ = false;
};

}  // namespace talar::web
