#include "server/web/server.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>
#include <sys/socket.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <future>

#include "server/web/limiter.hpp"

namespace talar::web {
namespace {

namespace asio = live::asio;
using live::error_code;

constexpr auto token = asio::as_tuple(asio::use_awaitable);
constexpr std::size_t jobs_max = 512;
constexpr std::size_t uploads_max = 4;            // at the same time, each in memory until it is in the database
constexpr std::chrono::seconds body_time{30};     // from a request's head to the end of its body
constexpr std::chrono::seconds ballot_time{2};    // for one small POST, and then for its body
constexpr int backlog = 4096;                     // of a herd
constexpr std::size_t accepts_per_turn = 64;      // then those who are inside have theirs
constexpr std::chrono::milliseconds breath{100};  // after a failed accept, e.g. too many open files
constexpr std::chrono::seconds polite{2};         // for answers that are being written when the server stops

live::Door door_for(Server::Settings::Peers peers, const live::Limits& limits) {
  if (peers == Server::Settings::Peers::known) return {limits.connections, limits.connections_per_address};
  return {limits.nameless_connections, limits.nameless_connections};
}

Lane::Patience patience_of(Server::Settings::Peers peers, const live::Limits& limits) {
  if (peers == Server::Settings::Peers::known) return {limits.handshake, body_time};
  return {ballot_time, ballot_time};
}

}  // namespace

Server::Server(live::Halls& halls, Service& service, live::Certificate& certificate, const Settings& settings)
    : peers_(settings.peers),
      certificate_(certificate),
      service_(service),
      door_(door_for(settings.peers, halls.limits())),
      uploads_(uploads_max, uploads_max),
      answers_(settings.answers_bytes / Lane::answer_place_bytes,
               settings.answers_bytes_per_network / Lane::answer_place_bytes),
      workers_(settings.workers, jobs_max),
      acceptor_(halls.network(0)) {
  for (std::size_t i = 0; i < halls.network_threads(); ++i)
    lanes_.push_back(std::make_shared<Lane>(halls.network(i), halls.hub(i), service, workers_,
                                            Lane::Doors{uploads_, answers_},
                                            patience_of(settings.peers, halls.limits()), halls.limits().sweep));

  error_code error;
  const auto address = asio::ip::make_address(settings.address, error);
  if (error) throw std::runtime_error(fmt::format("\"{}\" is not an address to listen on.", settings.address));
  const asio::ip::tcp::endpoint endpoint(address, settings.port);
  const auto fail = [&](const char* what) {
    throw std::runtime_error(
        fmt::format("Cannot {} {} port {}: {}.", what, settings.address, settings.port, error.message()));
  };
  acceptor_.open(endpoint.protocol(), error);
  if (error) fail("open a socket for");
  acceptor_.set_option(asio::socket_base::reuse_address(true));
  // What is accepted inherits these.
  acceptor_.set_option(asio::ip::tcp::no_delay(true));
  acceptor_.set_option(asio::socket_base::send_buffer_size(halls.limits().send_buffer_bytes));
  acceptor_.bind(endpoint, error);
  if (!error) acceptor_.listen(backlog, error);
  if (error) fail("listen on");
  acceptor_.non_blocking(true);
  port_ = acceptor_.local_endpoint().port();
}

Server::~Server() {
  stop();
}

void Server::start() {
  asio::co_spawn(acceptor_.get_executor(), accept(), asio::detached);
}

asio::awaitable<void> Server::accept() {
  while (acceptor_.is_open()) {
    auto [error] = co_await acceptor_.async_wait(asio::socket_base::wait_read, token);
    if (!acceptor_.is_open()) co_return;
    if (!error) error = accept_those_who_wait();
    if (!error) continue;
    spdlog::warn("cannot accept a connection: {}", error.message());
    asio::steady_timer timer(acceptor_.get_executor(), breath);
    co_await timer.async_wait(token);
  }
}

error_code Server::accept_those_who_wait() {
  for (std::size_t i = 0; i < accepts_per_turn; ++i) {
    asio::ip::tcp::endpoint peer;
    socklen_t size = static_cast<socklen_t>(peer.capacity());
    const bool ask = peers_ == Settings::Peers::known;
    const int socket = accept4(acceptor_.native_handle(), ask ? peer.data() : nullptr, ask ? &size : nullptr,
                               SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (socket < 0 && errno == ECONNABORTED) continue;
    if (socket < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) break;
    if (socket < 0) return {errno, boost::system::system_category()};
    std::string address;
    if (ask) {
      peer.resize(size);
      address = peer.address().to_string();
    }
    Lane& lane = *lanes_[next_lane_++ % lanes_.size()];
    asio::dispatch(lane.context(), [this, &lane, socket, address = std::move(address)]() mutable {
      welcome(socket, std::move(address), lane);
    });
  }
  return {};
}

// Whoever finds no place is closed without a word: a full house has none to spare.
void Server::welcome(int descriptor, std::string address, Lane& lane) {
  auto socket = std::make_unique<live::Socket>(asio::use_service<live::Poller>(lane.context()), descriptor);
  if (let_in(socket, address, lane) || peers_ == Settings::Peers::known || !lane.drop_the_slowest()) return;
  // Behind the one that is dropped, whose place it takes.
  asio::post(lane.context(), [this, &lane, socket = std::move(socket), address = std::move(address)]() mutable {
    let_in(socket, address, lane);
  });
}

bool Server::let_in(std::unique_ptr<live::Socket>& socket, const std::string& address, Lane& lane) {
  auto ticket = door_.admit(network_of(address));
  if (!ticket) return false;
  live::Transport transport(std::move(socket), certificate_.current(), std::move(*ticket));
  asio::co_spawn(lane.context(), lane.serve(std::move(transport), address), asio::detached);
  return true;
}

template <class Do>
void Server::on_every_lane(Do what) {
  std::vector<std::future<void>> done;
  for (const auto& lane : lanes_) {
    auto promise = std::make_shared<std::promise<void>>();
    done.push_back(promise->get_future());
    asio::post(lane->context(), [&lane = *lane, promise, what] {
      what(lane);
      promise->set_value();
    });
  }
  for (auto& one : done) one.wait_for(polite);
}

void Server::stop_accepting() {
  auto closed = std::make_shared<std::promise<void>>();
  asio::post(acceptor_.get_executor(), [this, closed] {
    error_code ignored;
    acceptor_.close(ignored);
    closed->set_value();
  });
  closed->get_future().wait_for(polite);
  on_every_lane([](Lane& lane) { lane.stop_politely(); });
}

void Server::stop() {
  if (std::exchange(stopped_, true)) return;
  stop_accepting();
  workers_.join();
  service_.join();
  on_every_lane([](Lane& lane) { lane.stop_now(); });
}

}  // namespace talar::web
