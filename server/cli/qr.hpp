#pragma once

#include <string>

namespace talar::cli {

/// The text as a QR code of half-block characters with its quiet zone, two rows of modules per line. Black on white by
/// explicit colours when `colours` is set, so that dark and light terminals show the same; else for dark terminals.
std::string qr_code(const std::string& text, bool colours);

}  // namespace talar::cli
