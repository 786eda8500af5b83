// Ends a connection's waiting when its time is up. On the connection's own network thread.
#pragma once

#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <memory>

#include "server/live/transport.hpp"

namespace talar::web {

class Deadline {
 public:
  explicit Deadline(live::Transport& transport)
      : timer_(transport.get_executor()), target_(std::make_shared<live::Transport*>(&transport)) {}
  Deadline(const Deadline&) = delete;
  ~Deadline() { *target_ = nullptr; }

  void set(std::chrono::milliseconds after) {
    timer_.expires_after(after);
    // The handler may already be on its way when the connection ends: it asks whether there is still one.
    timer_.async_wait([target = target_](const boost::system::error_code& error) {
      if (!error && *target) (*target)->cancel();
    });
  }
  void off() { timer_.cancel(); }

 private:
  boost::asio::steady_timer timer_;
  std::shared_ptr<live::Transport*> target_;
};

}  // namespace talar::web
