// Sign-in links on paper or in a terminal.
#pragma once

#include <string>

#include "server/config.hpp"

namespace talar::cli {

/// One fresh link with its QR code per role of the first hall: chair, secretariat, two attendees, observer, display,
/// kiosk.
void print_demo(const Config& config, const std::string& base_url);

/// "http://0.0.0.0:8080" cannot be opened on a phone: this machine's own address on its network instead.
std::string reachable(const std::string& url);

}  // namespace talar::cli
