// Bytes on their way out, shared by everybody they are on their way to: when the chair speaks of a paper, the whole
// hall opens it. Bounded by what is on the way at the same time.
#pragma once

#include <map>
#include <mutex>

#include "server/web/http.hpp"

namespace talar::web {

class Shelf {
 public:
  /// Those under this name, fetched by `read` when nobody else is being sent them; none when too much is on its way.
  template <class Read>
  Body take(const std::string& name, std::size_t size, Read read) {
    const std::lock_guard lock(mutex_);
    if (Body body = bodies_[name].lock()) return body;
    if (on_the_way() + size > bytes_max) return nullptr;
    const Body body = std::make_shared<const std::string>(read());
    bodies_[name] = body;
    return body;
  }

 private:
  std::size_t on_the_way() {
    std::size_t bytes = 0;
    std::erase_if(bodies_, [&](const auto& entry) {
      const Body body = entry.second.lock();
      if (body) bytes += body->size();
      return !body;
    });
    return bytes;
  }

  static constexpr std::size_t bytes_max = 256'000'000;
  std::mutex mutex_;  // held while reading: a hundred who ask at once cause one reading
  std::map<std::string, std::weak_ptr<const std::string>> bodies_;
};

}  // namespace talar::web
