// permessage-deflate without context takeover (RFC 7692): every message is compressed for itself, so one deflater and
// one inflater per thread serve all connections and none of them keeps a window.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace talar::live {

/// What a connection has agreed to, both ways.
enum class Compression : bool { none, deflate };

/// The payload of a compressed message; nothing when it would not be smaller, or too small to be worth the work.
std::optional<std::string> deflated(std::string_view payload);

struct Inflated {
  enum class Outcome { fine, broken, too_big };
  Outcome outcome = Outcome::fine;
  std::string text{};  // when fine
};

/// The message of a compressed payload. Stops as soon as more than `max` bytes have come out.
Inflated inflated(std::string_view compressed, std::size_t max);

}  // namespace talar::live
