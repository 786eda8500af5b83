// Plays a hall's past: every step through the rules, in the name of whoever took it and at its moment.
#pragma once

#include "server/cli/names.hpp"
#include "server/cli/past.hpp"

namespace talar::cli {

/// When the first of the past sessions was: the last one a week before the coming one or, while that would leave steps
/// that are still to come, as many weeks earlier as it takes.
Instant first_session(const Past& past, Instant coming, Instant now);

struct Relived {
  std::vector<std::string> notes;  // what could not be done as the file says, for the operator
  std::int64_t votes = 0;          // prepared from agendas
};

/// In a hall that was founded with its first session's agenda. Throws std::runtime_error with a sentence that names the
/// step that the rules refuse.
Relived relive(Recorder& hall, const Past& past, Instant first, Instant now, const Sealer& sealer);

}  // namespace talar::cli
