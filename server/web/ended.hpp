#pragma once

#include "protocol/terms.hpp"

namespace talar::web {

/// Nothing more happens in it; its record may still be worked on.
inline bool has_ended(MeetingState state) {
  return state == MeetingState::closed || state == MeetingState::not_held;
}

}  // namespace talar::web
