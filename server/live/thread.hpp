// Threads of the running server: an event loop on each, and waiting for all of them.
#pragma once

#include <pthread.h>

#include <atomic>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <chrono>
#include <future>
#include <memory>
#include <string>
#include <thread>
#include <utility>

namespace talar::live {

namespace asio = boost::asio;

/// An io_context on a thread of its own.
class Thread {
 public:
  /// `name` is what top and perf show: at most 15 characters.
  explicit Thread(std::string name) : name_(std::move(name)) {}
  asio::io_context& context() { return context_; }
  void start() {
    thread_ = std::thread([this] {
      pthread_setname_np(pthread_self(), name_.c_str());
      context_.run();
    });
  }
  /// Runs `work` on the thread and waits for it.
  template <class Work>
  void run(Work work) {
    const auto done = std::make_shared<std::promise<void>>();  // shared: set_value may outlast the waiting
    asio::post(context_, [&work, done] {
      work();
      done->set_value();
    });
    done->get_future().wait();
  }
  void join() {
    work_.reset();
    context_.stop();
    if (thread_.joinable()) thread_.join();
  }

 private:
  std::string name_;
  asio::io_context context_{1};
  asio::executor_work_guard<asio::io_context::executor_type> work_{context_.get_executor()};
  std::thread thread_;
};

/// Counts the network threads whose connections have all ended.
class Countdown {
 public:
  explicit Countdown(std::size_t count) : left_(count) {}
  void one() {
    if (--left_ == 0) all_.set_value();
  }
  void wait_for(std::chrono::milliseconds at_most) { all_.get_future().wait_for(at_most); }

 private:
  std::atomic<std::size_t> left_;
  std::promise<void> all_;
};

}  // namespace talar::live
