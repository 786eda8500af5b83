#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/evp.h>
#include <openssl/sha.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_set>

#include "floor.hpp"

namespace floor_ {
namespace {

std::string accept_key(std::string_view request) {
  const auto at = request.find("Sec-WebSocket-Key: ");
  if (at == std::string_view::npos) return {};
  std::string key(request.substr(at + 19, 24));
  key += "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  unsigned char digest[SHA_DIGEST_LENGTH], text[32];
  SHA1(reinterpret_cast<const unsigned char*>(key.data()), key.size(), digest);
  return {reinterpret_cast<char*>(text), static_cast<std::size_t>(EVP_EncodeBlock(text, digest, sizeof digest))};
}

std::string cut(std::string_view payload) {
  std::string frame = "\x81";
  if (payload.size() < 126) {
    frame += static_cast<char>(payload.size());
  } else {
    const int bytes = payload.size() <= 0xFFFF ? 2 : 8;
    frame += static_cast<char>(bytes == 2 ? 126 : 127);
    for (int i = bytes - 1; i >= 0; --i) frame += static_cast<char>(payload.size() >> (8 * i));
  }
  return frame.append(payload);
}

class Server {
 public:
  Server(int port, long state_bytes)
      : state_(cut("{\"state\":\"" + std::string(static_cast<std::size_t>(state_bytes), 'x') + "\"}")) {
    listener_ = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    const int yes = 1;
    setsockopt(listener_, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    sockaddr_in at{};
    at.sin_family = AF_INET;
    at.sin_port = htons(static_cast<std::uint16_t>(port));
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (bind(listener_, reinterpret_cast<sockaddr*>(&at), sizeof at) != 0 || listen(listener_, 4096) != 0)
      throw std::runtime_error("cannot listen");
    epoll_ = epoll_create1(0);
    watch(listener_);
  }

  [[noreturn]] void run() {
    std::array<epoll_event, 512> events;
    while (true) {
      const int count = epoll_wait(epoll_, events.data(), events.size(), -1);
      for (int i = 0; i < count; ++i) events[i].data.fd == listener_ ? welcome() : read(events[i].data.fd);
    }
  }

 private:
  void watch(int fd) {
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.fd = fd;
    epoll_ctl(epoll_, EPOLL_CTL_ADD, fd, &event);
  }

  void welcome() {
    for (int fd; (fd = accept4(listener_, nullptr, nullptr, SOCK_NONBLOCK)) >= 0; watch(fd)) {
      const int yes = 1;
      setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    }
  }

  void read(int fd) {
    std::array<char, 4096> bytes;
    const ssize_t got = recv(fd, bytes.data(), bytes.size(), 0);
    if (got < 0 && errno == EAGAIN) return;
    if (got <= 0) {
      open_.erase(fd);
      close(fd);
      return;
    }
    const std::string_view said(bytes.data(), static_cast<std::size_t>(got));
    if (said.starts_with("GET ")) return upgrade(fd, said);
    relay(said);
  }

  /// A request comes whole, as it is small and alone.
  void upgrade(int fd, std::string_view request) {
    put(fd, "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: " +
                accept_key(request) + "\r\n\r\n");
    put(fd, state_);
    open_.insert(fd);
  }

  /// One or more whole masked frames of one sender; each goes to everybody.
  void relay(std::string_view bytes) {
    while (bytes.size() >= 6) {
      std::size_t header = 2, length = static_cast<unsigned char>(bytes[1]) & 127u;
      if (length == 126) {
        header = 4;
        length = static_cast<unsigned char>(bytes[2]) << 8 | static_cast<unsigned char>(bytes[3]);
      }
      if (length == 127 || bytes.size() < header + 4 + length) throw std::runtime_error("more than this floor carries");
      std::string payload(bytes.substr(header + 4, length));
      for (std::size_t i = 0; i < length; ++i) payload[i] = static_cast<char>(payload[i] ^ bytes[header + i % 4]);
      if ((bytes[0] & 15) == 1) {
        const std::string frame = cut(payload);
        for (const int fd : open_) put(fd, frame);
      }
      bytes.remove_prefix(header + 4 + length);
    }
  }

  void put(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t sent = send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent < 0 && errno != EAGAIN) return;
      if (sent < 0) {
        pollfd wait{fd, POLLOUT, 0};
        poll(&wait, 1, 1000);
        continue;
      }
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
  }

  int listener_ = -1, epoll_ = -1;
  std::string state_;
  std::unordered_set<int> open_;
};

}  // namespace

void serve(int port, long state_bytes) {
  rlimit files{};
  getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  setrlimit(RLIMIT_NOFILE, &files);
  Server server(port, state_bytes);
  std::puts("listening");
  std::fflush(stdout);
  server.run();
}

}  // namespace floor_
