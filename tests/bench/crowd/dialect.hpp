// How each contender is spoken to: the upgrade, the greeting, how an event is published, and what a message means.
// Events carry "#" and six digits in their text, so that a delivery is recognised alike in all of them.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace crowd {

/// A person's device, as `crowd sign-in` wrote it down.
struct Device {
  std::string role, person, id, cookie;
};

struct Heard {
  enum class Kind { ready, event, done, refused, other };  // ready: the device knows the hall as of now
  Kind kind = Kind::other;
  std::int64_t event = -1;
  std::int64_t seq = -1;
  std::string_view answer{};  // to be sent back at once
};

enum class Compression { none, deflate };

struct Resume {
  std::string epoch;
  std::int64_t seq = -1;
};

class Dialect {
 public:
  virtual ~Dialect() = default;

  struct Call {
    Compression compression = Compression::none;
    const Device* device = nullptr;  // an observer, when there is none
  };
  virtual std::string subscription(const Call& call) const = 0;
  virtual std::string publication(const Call& call) const { return subscription(call); }
  /// What a device says when the connection is open; nothing in most of them, and then it is ready.
  virtual std::string greeting(const Resume*) const { return {}; }
  virtual std::string publish(std::int64_t event) const = 0;
  virtual Heard hear(std::string_view text) const = 0;
  /// Whether the state comes as a message or a device is ready as soon as it is connected.
  virtual bool waits_for_state() const { return false; }
  /// Whether a publication is answered, and so many may be unanswered only.
  virtual bool answers() const { return false; }
};

std::unique_ptr<Dialect> make_dialect(const std::string& name, const std::string& hall, std::uint16_t port);

/// {"type":"…": the word.
std::string_view type_of(std::string_view frame);
/// The number behind `"key":`, or -1.
std::int64_t number_after(std::string_view frame, std::string_view key);
/// A Talar command with a fresh id.
std::string command_frame(std::string_view command);

}  // namespace crowd
