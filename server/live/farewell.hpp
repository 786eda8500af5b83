// Why and how a connection is told to go: the last frame, and the code of the Close behind it.
#pragma once

#include <optional>

#include "protocol/frames.hpp"
#include "server/live/frame.hpp"

namespace talar::live {

struct Farewell {
  Bytes last;
  CloseCode code = CloseCode::normal;
};

/// Without `retry_after`: do not come back like this.
Farewell bye(ByeReason reason, std::optional<Millis> retry_after = {});
/// A refused hello.
Farewell turned_away(const Refusal& refusal);

}  // namespace talar::live
