// Which requests go through the archive. They may take long and anybody may make them, so they wait in queues of their
// own, and no sign-in, upload or vote waits behind them.
#pragma once

#include "server/web/http.hpp"

namespace talar::web {

/// quick: what is none of these.
enum class Work { quick, reading, filming, printing };
/// Of a request below /api/ or /oparl/v1.
Work work_of(const Request& request);

}  // namespace talar::web
