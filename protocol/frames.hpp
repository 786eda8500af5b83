// The frames of subprotocol talar.v1: one JSON object per WebSocket text message, {"type": "...", ...}.
#pragma once

#include <variant>

#include "protocol/commands.hpp"
#include "protocol/refusal.hpp"
#include "protocol/views.hpp"

namespace talar {

// From the client ---------------------------------------------------------------------------------------------------

/// Where a device left off. `epoch` is the server run that `seq` was seen in.
struct Resume {
  Text<36> epoch;
  ExactWhole seq;
};
BOOST_DESCRIBE_STRUCT(Resume, (), (epoch, seq))

/// The first frame. `audience` asks for less than one's own: anyone may watch as public, chair and staff as display.
struct Hello {
  std::optional<Resume> resume;
  std::optional<Audience> audience;
};
BOOST_DESCRIBE_STRUCT(Hello, (), (resume, audience))

struct Do {
  CommandId id;
  Command command;
};
BOOST_DESCRIBE_STRUCT(Do, (), (id, command))

/// Answered at once by Pong with the same `t`: measures the round trip and the clocks' offset.
struct Ping {
  ExactWhole t;
};
BOOST_DESCRIBE_STRUCT(Ping, (), (t))

/// Where somebody of the desk writes, for the others of the desk: places are UTF-16 units of the text at `version`. No
/// item: nowhere any more. Never recorded, dropped rather than queued.
struct Point {
  EditorId client;
  std::optional<ItemId> item;
  Whole<0, 1'000'000'000> version;
  Whole<0, limits::minutes_units> anchor;
  Whole<0, limits::minutes_units> head;
};
BOOST_DESCRIBE_STRUCT(Point, (), (client, item, version, anchor, head))

using ClientFrame = std::variant<Hello, Do, Ping, Point>;

// From the server (described here; cut as bytes in server/live) -----------------------------------------------------

struct Welcome {
  std::string epoch;
  std::int64_t seq = 0;
  Instant now;
  HallId hall;
  Audience audience = Audience::public_;
  std::optional<Me> me;
};
/// The whole view as of `seq`.
struct State {
  std::int64_t seq = 0;
  Instant now;
  View view;
};
/// `patch` (RFC 7396) leads from the last state or patch to the view as of `seq`.
struct Patch {
  std::int64_t seq = 0;
  Instant now;
  JsonObject patch{};
};
struct MeChanged {
  Me me;
};
/// The command took effect; its events end at `seq`, and the patch up to `seq` was sent before this.
struct Done {
  CommandId id;
  std::int64_t seq = 0;
};
/// `id` is missing when the frame could not be read far enough to know it.
struct Refused {
  std::optional<CommandId> id;
  RefusalCode code = RefusalCode::malformed_json;
  std::optional<std::string> field;
  std::optional<std::string> expected;
  std::map<std::string, std::string> args;
};
struct Pong {
  std::int64_t t = 0;
  Instant now;
};
/// Somebody else of the desk writes there (Point).
struct Pointed {
  PersonId person;
  EditorId client;
  std::optional<ItemId> item;
  std::int64_t version = 0;
  std::int64_t anchor = 0;
  std::int64_t head = 0;
};
BOOST_DEFINE_ENUM_CLASS(ByeReason, restarting, overloaded, signed_out, storage_failed)
/// The server is about to close; come back after `retry_after` (never, when it is absent).
struct Bye {
  ByeReason reason = ByeReason::restarting;
  std::optional<Millis> retry_after;
};
BOOST_DESCRIBE_STRUCT(Welcome, (), (epoch, seq, now, hall, audience, me))
BOOST_DESCRIBE_STRUCT(State, (), (seq, now, view))
BOOST_DESCRIBE_STRUCT(Patch, (), (seq, now, patch))
BOOST_DESCRIBE_STRUCT(MeChanged, (), (me))
BOOST_DESCRIBE_STRUCT(Done, (), (id, seq))
BOOST_DESCRIBE_STRUCT(Refused, (), (id, code, field, expected, args))
BOOST_DESCRIBE_STRUCT(Pong, (), (t, now))
BOOST_DESCRIBE_STRUCT(Pointed, (), (person, client, item, version, anchor, head))
BOOST_DESCRIBE_STRUCT(Bye, (), (reason, retry_after))

using ServerFrame = std::variant<Welcome, State, Patch, MeChanged, Done, Refused, Pong, Pointed, Bye>;

}  // namespace talar
