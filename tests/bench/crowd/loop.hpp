// epoll on one thread, and the clock everything is measured by.
#pragma once

#include <sys/epoll.h>
#include <time.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>

#include "fault.hpp"

namespace crowd {

/// Microseconds of the steady clock.
inline std::int64_t now_us() {
  timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1'000'000LL + time.tv_nsec / 1000;
}

class Watched {
 public:
  virtual void ready(std::uint32_t events) = 0;

 protected:
  ~Watched() = default;
};

class Loop {
 public:
  Loop() : epoll_(epoll_create1(EPOLL_CLOEXEC)) {
    if (epoll_ < 0) fail("no epoll");
  }
  ~Loop() { ::close(epoll_); }
  Loop(const Loop&) = delete;

  void watch(int fd, Watched& watched, std::uint32_t events) { control(EPOLL_CTL_ADD, fd, watched, events); }
  void change(int fd, Watched& watched, std::uint32_t events) { control(EPOLL_CTL_MOD, fd, watched, events); }

  /// One wait and what came of it.
  void turn(int wait_ms) {
    const int count = epoll_wait(epoll_, events_.data(), static_cast<int>(events_.size()), wait_ms);
    for (int i = 0; i < count; ++i) static_cast<Watched*>(events_[i].data.ptr)->ready(events_[i].events);
  }

  template <class Done>
  void until(const char* what, Done done) {
    const std::int64_t end = now_us() + patience_s * 1'000'000;
    while (!done()) {
      turn(20);
      if (now_us() > end) fail(std::string("gave up waiting until ") + what);
    }
  }
  /// Lets things happen for so long.
  void rest(std::int64_t us) {
    for (const std::int64_t end = now_us() + us; now_us() < end;) turn(5);
  }

  std::int64_t patience_s = 60;
  std::array<char, 256 * 1024> scratch;  // of whoever reads right now

 private:
  void control(int operation, int fd, Watched& watched, std::uint32_t events) {
    epoll_event event{};
    event.events = events;
    event.data.ptr = &watched;
    if (epoll_ctl(epoll_, operation, fd, &event) != 0) fail("epoll_ctl");
  }

  int epoll_;
  std::array<epoll_event, 1024> events_;
};

}  // namespace crowd
