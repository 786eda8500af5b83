// Secrets as they are drawn, kept and compared.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace talar::storage {

using Digest = std::array<std::uint8_t, 32>;

/// Lower-case base 32 (RFC 4648, no padding): safe in addresses and cookies.
std::string base32(std::span<const std::uint8_t> bytes);
/// So many random bytes in base 32.
std::string random_secret(std::size_t bytes);
/// Six random digits.
std::string random_code();
/// 50 random bits: an id.
std::uint64_t random_id();

/// What is kept of a token or a device's secret. They are random and long: no salt, no slow hash.
Digest digest(std::string_view secret);
Digest keyed_digest(const Digest& key, std::string_view text);

/// The 32 bytes of a key file; made, readable by its owner only, when there is none. Throws StorageError.
Digest load_or_make_key(const std::filesystem::path& file);

/// argon2id with its salt and cost; about 100 ms and 64 MiB, the check likewise. Passphrases are compared folded
/// (fold.hpp): a Persian keyboard's ی and ۱ must open what an English keyboard's 1 and an Arabic ي have locked.
std::string hash_passphrase(std::string_view passphrase);
bool passphrase_matches(const std::string& hash, std::string_view passphrase);
/// In code points, folded.
std::size_t passphrase_length(std::string_view passphrase);

}  // namespace talar::storage
