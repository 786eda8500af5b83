#include "server/live/connection.hpp"

#include <boost/asio/post.hpp>

#include "protocol/codec.hpp"
#include "server/hall/permissions.hpp"
#include "server/hall/refuse.hpp"

namespace talar::live {

using Next = Reader::Next;

namespace {

std::size_t receipts_max(const Limits& limits, const Identity& identity) {
  return identity.onlooker() ? limits.nameless_receipts_bytes : limits.receipts_bytes;
}

/// What a person must prove, or the server make, for these is not in a frame.
bool comes_by_http(const Command& command) {
  return std::holds_alternative<CollectBallot>(command) || std::holds_alternative<SignMinutes>(command) ||
         std::holds_alternative<SealMinutes>(command);
}

}  // namespace

Connection::Connection(Hub& hub, ConnectionId id, Transport transport, Identity identity, Compression compression)
    : hub_(hub),
      id_(id),
      transport_(std::move(transport)),
      identity_(std::move(identity)),
      compression_(compression),
      reader_(hub.limits().message_bytes, compression),
      outbox_(hub.limits(), receipts_max(hub.limits(), identity_)),
      heard_(Clock::now()) {}

Connection::~Connection() = default;

void Connection::start(std::string unread) {
  if (!unread.empty()) take(unread);
  read();  // what TLS has read already is announced by nobody
}

void Connection::abort() {
  if (dead()) return;
  phase_ = Phase::dead;
  transport_.close();
  hub_.lost(*this);
}

void Connection::sweep(Clock::time_point now) {
  const Limits& limits = hub_.limits();
  const auto silent = now - heard_;
  switch (phase_) {
    case Phase::greeting:
      if (silent >= limits.hello) close(CloseCode::policy, "hello expected");
      return;
    case Phase::joined:
      if (silent >= limits.idle) return abort();
      if (reader_.in_the_middle() && now - unfinished_since_ >= limits.message)
        return close(CloseCode::policy, "message unfinished");
      if (silent >= limits.ping_after && !std::exchange(pinged_, true)) keep(ping_frame());
      return;
    case Phase::closing:
    case Phase::ended:
      if (silent >= limits.closing) abort();
      return;
    case Phase::dead:
      return;
  }
}

// Input ---------------------------------------------------------------------------------------------------------------

void Connection::arm_read(Socket::Direction direction) {
  // Plain `this`: a dead connection's transport is closed and calls nobody.
  transport_.wait(direction, [this](const error_code& error) {
    if (!error) read();
  });
}

void Connection::read() {
  for (std::size_t turn = 0; turn < hub_.limits().reads_per_turn && !dead(); ++turn) {
    const auto scratch = hub_.scratch();
    const Moved moved = transport_.recv(scratch);
    switch (moved.outcome) {
      case Moved::Outcome::done:
        take(scratch.first(moved.bytes));
        break;
      case Moved::Outcome::again:
        return arm_read(moved.wait);
      case Moved::Outcome::ended:
      case Moved::Outcome::failed:
        return abort();
    }
  }
  // More may be there, and inside of TLS nothing would announce it.
  if (!dead()) asio::post(hub_.context(), [self = shared_from_this()] { self->read(); });
}

void Connection::take(std::span<char> bytes) {
  if (phase_ >= Phase::closing) return;  // read only to be discarded, until the peer ends
  if (phase_ == Phase::joined) heard_ = Clock::now();
  pinged_ = false;
  cork();
  const auto fault = reader_.feed(bytes, *this);
  if (fault != 0) close(static_cast<CloseCode>(fault), {});
  if (!reader_.in_the_middle())
    unfinished_since_ = {};
  else if (unfinished_since_ == Clock::time_point{})
    unfinished_since_ = heard_;
  uncork();
}

Next Connection::next() const {
  return phase_ < Phase::closing ? Next::go_on : Next::stop;
}

Next Connection::message(std::string_view payload, bool text) {
  const Limits& limits = hub_.limits();
  hub_.metrics().messages_received.fetch_add(1, std::memory_order_relaxed);
  unfinished_since_ = {};
  if (!text) {
    close(CloseCode::unsupported_data, "text only");
  } else if (!messages_.take(Clock::now(), limits.messages_per_second, limits.messages_burst)) {
    close(CloseCode::policy, "too many messages");
  } else if (auto frame = parse_client_frame(payload)) {
    std::visit([this](auto&& said_frame) { said(std::forward<decltype(said_frame)>(said_frame)); }, *std::move(frame));
  } else if (take_command()) {  // a refusal of a form is longer than what it answers
    refuse(frame.error(), command_id_of(payload));
  } else {
    refuse({RefusalCode::too_many_commands, {}, {}, {}}, command_id_of(payload));
  }
  return next();
}

void Connection::said(Hello&& hello) {
  if (phase_ != Phase::greeting) {
    return refuse({RefusalCode::unknown_frame, "type", "hello once, then do and ping", {}}, std::nullopt);
  }
  phase_ = Phase::joined;
  heard_ = Clock::now();
  hub_.calls().join(id_, identity_, std::move(hello));
}

bool Connection::take_command() {
  return commands_.take(Clock::now(), hub_.limits().commands_per_second, hub_.limits().commands_burst);
}

void Connection::said(Do&& order) {
  if (phase_ == Phase::greeting) {
    return refuse({RefusalCode::hello_expected, "type", "hello", {}}, std::move(order.id));
  }
  if (unanswered_ >= hub_.limits().commands_in_flight || !take_command()) {
    return refuse({RefusalCode::too_many_commands, {}, {}, {}}, std::move(order.id));
  }
  if (comes_by_http(order.command)) {
    return refuse({RefusalCode::not_allowed, "command.type", "a request over HTTP", {}}, std::move(order.id));
  }
  // As the hall would refuse it (ROL-4), but its thread is everybody's, and onlookers are many and without an account.
  if (const auto role = identity_.onlooker(); role && !hall::may(*role, order.command)) {
    return refuse(hall::with(hall::refuse(RefusalCode::not_allowed), "role", *role), std::move(order.id));
  }
  ++unanswered_;
  hub_.calls().command(id_, identity_, std::move(order));
}

void Connection::said(const Ping& ping) {
  keep(text_frame(encode(Pong{ping.t, hub_.calls().now()})));
}

void Connection::said(const Point& point) {
  const Limits& limits = hub_.limits();
  if (phase_ == Phase::greeting) return refuse({RefusalCode::hello_expected, "type", "hello", {}}, std::nullopt);
  if (points_.take(Clock::now(), limits.points_per_second, limits.points_burst))
    hub_.calls().point(id_, identity_.hall, point);
}

void Connection::refuse(Refusal refusal, std::optional<CommandId> id) {
  hub_.metrics().commands_refused.fetch_add(1, std::memory_order_relaxed);
  keep(text_frame(encode(Refused{std::move(id), refusal.code, std::move(refusal.field), std::move(refusal.expected),
                                 std::move(refusal.args)})));
}

Next Connection::control() {
  const Limits& limits = hub_.limits();
  if (!controls_.take(Clock::now(), limits.controls_per_second, limits.controls_burst)) {
    close(CloseCode::policy, "too many control frames");
  }
  return next();
}

Next Connection::ping(std::string_view payload) {
  if (control() == Next::go_on) keep(pong_frame(payload));
  return next();
}

Next Connection::pong(std::string_view) {
  return control();
}

void Connection::closed(std::uint16_t code, std::string_view) {
  hub_.metrics().closed_by_peer.fetch_add(1, std::memory_order_relaxed);
  end_with(close_frame(code));
}

// Output --------------------------------------------------------------------------------------------------------------

void Connection::patch(const Frame& frame, Clock::time_point now) {
  const Bytes& bytes = frame.as(compression_);
  hub_.metrics().bytes_sent.fetch_add(bytes->size(), std::memory_order_relaxed);
  if (outbox_.empty() && !corked_) return flushed(outbox_.send_state(bytes, transport_, now));
  if (!outbox_.push_state(bytes, now)) hub_.metrics().outbox_shed.fetch_add(1, std::memory_order_relaxed);
  flush();
}

void Connection::personal(const Personal& personal) {
  if (personal.welcome) keep(personal.welcome);
  if (personal.fresh) {
    outbox_.push_fresh(personal.fresh.as(compression_), Clock::now());
    fresh_asked_ = false;
  }
  if (!personal.frames.empty()) keep(std::make_shared<const std::string>(personal.frames));
  unanswered_ -= static_cast<std::uint32_t>(personal.answers);
  if (personal.farewell) dismiss(*personal.farewell);
}

void Connection::hint(const Bytes& frame, Clock::time_point now) {
  if (phase_ != Phase::joined || corked_ || write_armed_) return;
  hub_.metrics().bytes_sent.fetch_add(frame->size(), std::memory_order_relaxed);
  flushed(outbox_.send_hint(frame, transport_, now));
}

void Connection::dismiss(const Farewell& farewell) {
  if (phase_ >= Phase::closing) return;
  keep(farewell.last);
  close(farewell.code, {});
}

void Connection::keep(const Bytes& frame) {
  if (dead()) return;
  if (!outbox_.push_keep(frame, Clock::now())) {
    hub_.metrics().outbox_overflow.fetch_add(1, std::memory_order_relaxed);
    return abort();
  }
  flush();
}

void Connection::uncork() {
  corked_ = false;
  flush();
}

void Connection::flush() {
  if (corked_ || write_armed_ || dead()) return;
  flushed(outbox_.flush(transport_, Clock::now()));
}

void Connection::flushed(Outbox::Flushed outcome) {
  switch (outcome) {
    case Outbox::Flushed::idle:
      return drained();
    case Outbox::Flushed::failed:
      return abort();
    case Outbox::Flushed::waiting:
      break;
  }
  write_armed_ = true;
  transport_.wait(outbox_.wait(), [this](const error_code& error) {
    if (error) return;
    write_armed_ = false;
    flush();
  });
}

void Connection::drained() {
  if (outbox_.wants_fresh() && place && !std::exchange(fresh_asked_, true)) {
    hub_.calls().fresh_state(id_, identity_.hall, place->audience);
  }
  if (phase_ == Phase::closing) {
    // Closing the socket now, with unread input, would reset it and eat the Close: read on until the peer ends.
    phase_ = Phase::ended;
    transport_.shutdown_send();
  }
}

void Connection::close(CloseCode code, std::string_view reason) {
  if (phase_ >= Phase::closing) return;
  hub_.metrics().closed_by_us.fetch_add(1, std::memory_order_relaxed);
  end_with(close_frame(static_cast<std::uint16_t>(code), reason));
}

void Connection::end_with(const Bytes& frame) {
  phase_ = Phase::closing;
  heard_ = Clock::now();  // the closing time runs from now on, whether the peer reads or not
  outbox_.seal(frame, heard_);
  flush();
}

}  // namespace talar::live
