// The running server, put together: journal, halls, web, signals.
#pragma once

#include <functional>
#include <string>

#include "server/config.hpp"

namespace talar {

/// Serves until SIGINT or SIGTERM (graceful; a second one ends at once), reloads the certificate on SIGHUP.
/// `listening` is told the server's address once it accepts connections. Gives the exit code: 0 after a graceful stop,
/// 1 when the journal failed. Throws when it cannot start.
int serve(const Config& config, const std::function<void(const std::string& url)>& listening);

}  // namespace talar
