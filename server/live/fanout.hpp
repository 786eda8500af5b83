// Hands each network thread its part of what the hall thread has to say: one call per thread, not one per socket.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <functional>
#include <utility>
#include <vector>

#include "server/live/hub.hpp"

namespace talar::live {

class Fanout {
 public:
  void add(asio::io_context& context, Hub& hub) { threads_.push_back({&context, &hub}); }
  std::size_t threads() const { return threads_.size(); }

  void publish(std::size_t thread, const HallId& hall, Publication publication) const {
    tell(thread,
         [hall, publication = std::move(publication)](Hub& hub) mutable { hub.publish(hall, std::move(publication)); });
  }
  void personal(const HallId& hall, Personal personal) const {
    const std::size_t thread = personal.to.hub;
    Publication publication;
    publication.personal.push_back(std::move(personal));
    publish(thread, hall, std::move(publication));
  }
  /// `say` runs once per thread, on it.
  void everyone(const std::function<void(Hub&)>& say) const {
    for (std::size_t thread = 0; thread < threads_.size(); ++thread) tell(thread, say);
  }

 private:
  struct Thread {
    asio::io_context* context;
    Hub* hub;
  };

  template <class Say>
  void tell(std::size_t thread, Say say) const {
    asio::post(*threads_[thread].context, [hub = threads_[thread].hub, say = std::move(say)]() mutable { say(*hub); });
  }

  std::vector<Thread> threads_;
};

}  // namespace talar::live
