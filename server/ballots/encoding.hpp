// Hashes as texts, as people compare them.
#pragma once

#include <string>
#include <string_view>

#include "storage/secrets.hpp"

namespace talar::ballots {

std::string to_hex(std::string_view bytes);
inline std::string_view as_bytes(const storage::Digest& digest) {
  return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

/// How a hash is shown to people, in any script's digits: its first 8 bytes, big-endian, modulo 10^16.
std::string digits_of(const storage::Digest& hash);

}  // namespace talar::ballots
