// Hands each network thread its part of what the hall thread has to say: one call per thread, not one per socket.
#pragma once

#include <functional>
#include <memory>
#include <utility>
#include <vector>

#include "server/live/hub.hpp"
#include "server/live/mailbox.hpp"

namespace talar::live {

/// The hall thread's.
class Fanout {
 public:
  explicit Fanout(asio::io_context& hall_thread) : hall_thread_(hall_thread) {}
  void add(asio::io_context& network_thread, Hub& hub) {
    threads_.push_back({std::make_unique<Mailbox>(hall_thread_, network_thread), &hub});
  }
  std::size_t threads() const { return threads_.size(); }

  void publish(std::size_t thread, const HallId& hall, Publication publication) const {
    const auto& [mailbox, hub] = threads_[thread];
    mailbox->put([hub = hub, hall, publication = std::move(publication)] { hub->publish(hall, publication); });
  }
  void personal(const HallId& hall, Personal personal) const {
    const std::size_t thread = personal.to.hub;
    Publication publication;
    publication.personal.push_back(std::move(personal));
    publish(thread, hall, std::move(publication));
  }
  /// `say` runs once per thread, on it.
  void everyone(const std::function<void(Hub&)>& say) const {
    for (const auto& [mailbox, hub] : threads_) mailbox->put([hub = hub, say] { say(*hub); });
  }

 private:
  struct Thread {
    std::unique_ptr<Mailbox> mailbox;
    Hub* hub;
  };

  asio::io_context& hall_thread_;
  std::vector<Thread> threads_;
};

}  // namespace talar::live
