#include "storage/secrets.hpp"

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <vector>

#include "storage/error.hpp"
#include "storage/fold.hpp"

namespace talar::storage {

namespace {

[[noreturn]] void refuse(const std::string& why) {
  throw StorageError(why, StorageError::Outcome::refused);
}

// Written aside and then linked, so that another process never reads half a key; the first one to link wins.
void make_key(const std::filesystem::path& file) {
  const std::string aside = file.string() + "." + std::to_string(::getpid());
  Digest key;
  randombytes_buf(key.data(), key.size());
  const int fd = ::open(aside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (fd < 0) refuse("cannot make the key file " + file.string() + ": " + std::strerror(errno));
  const bool written = ::write(fd, key.data(), key.size()) == static_cast<ssize_t>(key.size()) && ::fsync(fd) == 0;
  const int error = errno;
  ::close(fd);
  const bool linked = written && (::link(aside.c_str(), file.c_str()) == 0 || errno == EEXIST);
  ::unlink(aside.c_str());
  if (!linked) refuse("cannot make the key file " + file.string() + ": " + std::strerror(written ? errno : error));
}

}  // namespace

std::string base32(std::span<const std::uint8_t> bytes) {
  static constexpr char alphabet[] = "abcdefghijklmnopqrstuvwxyz234567";
  std::string text;
  std::uint32_t bits = 0;
  int held = 0;
  for (const std::uint8_t byte : bytes) {
    bits = bits << 8 | byte;
    for (held += 8; held >= 5; held -= 5) text.push_back(alphabet[bits >> (held - 5) & 31]);
  }
  if (held > 0) text.push_back(alphabet[bits << (5 - held) & 31]);
  return text;
}

std::string random_secret(std::size_t bytes) {
  std::vector<std::uint8_t> random(bytes);
  randombytes_buf(random.data(), random.size());
  return base32(random);
}

std::string random_code() {
  char digits[7];
  std::snprintf(digits, sizeof digits, "%06u", randombytes_uniform(1'000'000));
  return digits;
}

std::uint64_t random_id() {
  std::uint64_t value = 0;
  randombytes_buf(&value, sizeof value);
  return value >> 14;
}

Digest digest(std::string_view secret) {
  Digest digest;
  crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(secret.data()), secret.size());
  return digest;
}

Digest keyed_digest(const Digest& key, std::string_view text) {
  Digest digest;
  crypto_generichash(digest.data(), digest.size(), reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                     key.data(), key.size());
  return digest;
}

Digest load_or_make_key(const std::filesystem::path& file) {
  if (!std::filesystem::exists(file)) make_key(file);
  const int fd = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) refuse("cannot read the key file " + file.string() + ": " + std::strerror(errno));
  Digest key;
  const auto read = ::read(fd, key.data(), key.size());
  ::close(fd);
  if (read != static_cast<ssize_t>(key.size()))
    refuse("the key file " + file.string() + " is not whole: remove it (open sign-in codes will have to be made anew)");
  return key;
}

std::string hash_passphrase(std::string_view passphrase) {
  const std::string folded = fold(passphrase);
  char hash[crypto_pwhash_STRBYTES];
  if (crypto_pwhash_str(hash, folded.data(), folded.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                        crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
    refuse("there is not enough memory to hash a passphrase");
  return hash;
}

bool passphrase_matches(const std::string& hash, std::string_view passphrase) {
  const std::string folded = fold(passphrase);
  return crypto_pwhash_str_verify(hash.c_str(), folded.data(), folded.size()) == 0;
}

std::size_t passphrase_length(std::string_view passphrase) {
  return fold_mapped(passphrase, Zwnj::joins).text.size();
}

}  // namespace talar::storage
