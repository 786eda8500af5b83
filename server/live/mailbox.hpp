// From one thread to another: whatever is said in one turn arrives in one piece. Waking a thread costs more than most
// of what it is woken for, and a herd that comes back says ten thousand things at once.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <functional>
#include <utility>
#include <vector>

namespace talar::live {

namespace asio = boost::asio;

/// Used on the thread of `from` alone. In order.
class Mailbox {
 public:
  using Letter = std::function<void()>;

  Mailbox(asio::io_context& from, asio::io_context& to) : from_(from), to_(to) {}
  Mailbox(const Mailbox&) = delete;

  void put(Letter letter) {
    if (letters_.empty()) asio::post(from_, [this] { send(); });
    letters_.push_back(std::move(letter));
  }

 private:
  void send() {
    asio::post(to_, [letters = std::exchange(letters_, {})] {
      for (const Letter& letter : letters) letter();
    });
  }

  asio::io_context& from_;
  asio::io_context& to_;
  std::vector<Letter> letters_;
};

}  // namespace talar::live
