#include "peer.hpp"

namespace crowd {
namespace {

Inflater& inflater() {
  static Inflater shared;
  return shared;
}

}  // namespace

void Peer::connect(const Endpoint& to, const std::string& request) {
  drop();
  request_ = &request;
  socket_.connect(to, static_cast<unsigned>(index));
  phase_ = Phase::shaking;
  writing_ = true;
  loop_.watch(socket_.fd(), *this, EPOLLIN | EPOLLOUT);
}

void Peer::drop() {
  socket_.close();
  phase_ = Phase::closed;
  partial_.clear();
  out_.clear();
  writing_ = false;
}

void Peer::stall(int receive_buffer) {
  socket_.receive_buffer(receive_buffer);
  loop_.change(socket_.fd(), *this, 0);
}

void Peer::wake() {
  loop_.change(socket_.fd(), *this, EPOLLIN);
}

void Peer::ready(std::uint32_t events) {
  if (phase_ == Phase::closed) return;  // dropped earlier in this turn
  if (phase_ == Phase::shaking) return shake();
  if (events & EPOLLOUT) flush();
  if (phase_ != Phase::closed && (events & ~static_cast<std::uint32_t>(EPOLLOUT))) read();
}

void Peer::shake() {
  const long result = socket_.shake();
  if (result == Socket::again) {
    loop_.change(socket_.fd(), *this, EPOLLIN);  // only TLS gets here, and it mostly waits for the server
    return;
  }
  if (result != 1) return give_up("the connection was refused");
  phase_ = Phase::upgrading;
  out_ = *request_;
  writing_ = true;
  flush();
}

void Peer::flush() {
  if (phase_ < Phase::upgrading || out_.empty()) return;
  const long sent = socket_.send(out_);
  if (sent == Socket::failed) return give_up("sending failed");
  out_.erase(0, static_cast<std::size_t>(std::max(sent, 0L)));
  const bool more = !out_.empty();
  if (more == writing_) return;
  writing_ = more;
  loop_.change(socket_.fd(), *this, more ? EPOLLIN | EPOLLOUT : EPOLLIN);
}

void Peer::read() {
  const long got = socket_.receive(loop_.scratch.data(), loop_.scratch.size());
  if (got == Socket::again) return;
  if (got <= 0) return give_up(got == 0 ? "the server ended the connection" : "the connection was reset");
  bytes_in_ += static_cast<std::uint64_t>(got);
  take({loop_.scratch.data(), static_cast<std::size_t>(got)});
}

void Peer::take(std::string_view bytes) {
  const bool pieced = !partial_.empty();
  if (pieced) {
    partial_.append(bytes);
    bytes = partial_;
  }
  std::size_t used = 0;
  if (phase_ == Phase::upgrading) used = take_upgrade(bytes);
  if (phase_ == Phase::open) used += take_frames(bytes.substr(used));
  if (phase_ == Phase::closed) return;
  if (pieced)
    partial_.erase(0, used);
  else
    partial_.assign(bytes.substr(used));
  if (partial_.empty()) std::string().swap(partial_);
}

std::size_t Peer::take_upgrade(std::string_view bytes) {
  const std::size_t end = bytes.find("\r\n\r\n");
  if (end == std::string_view::npos) return 0;
  if (!bytes.starts_with("HTTP/1.1 101")) {
    give_up("the upgrade was refused: " + std::string(bytes.substr(0, bytes.find('\r'))));
    return 0;
  }
  phase_ = Phase::open;
  owner_.opened(*this);
  return end + 4;
}

std::size_t Peer::take_frames(std::string_view bytes) {
  std::size_t used = 0;
  while (phase_ == Phase::open) {
    const auto frame = next_frame(bytes.substr(used));
    if (!frame) break;
    used += frame->bytes;
    switch (frame->opcode) {
      case Opcode::text:
        owner_.said(*this, frame->compressed ? inflater().inflate(frame->payload) : frame->payload);
        break;
      case Opcode::ping:
        cut_frame(out_, Opcode::pong, frame->payload);
        flush();
        break;
      case Opcode::close:
        give_up("the server closed: " +
                std::string(frame->payload.substr(std::min<std::size_t>(2, frame->payload.size()))));
        break;
      default:
        break;
    }
  }
  return used;
}

void Peer::give_up(const std::string& why) {
  drop();
  owner_.lost(*this, why);
}

}  // namespace crowd
