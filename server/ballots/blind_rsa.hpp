// RSABSSA-SHA384-PSS-Randomized (RFC 9474), the server's side: it signs what it cannot see, and knows its signature
// again on what it has never seen. All arguments and results are bytes.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "protocol/refusal.hpp"

typedef struct evp_pkey_st EVP_PKEY;

namespace talar::ballots {

inline constexpr std::size_t key_bits = 2048;
inline constexpr std::size_t signature_bytes = key_bits / 8;

/// Any thread may ask.
class VerifyingKey {
 public:
  /// A DER SubjectPublicKeyInfo (RFC 5280) of an RSA key of key_bits; nothing for anything else.
  static std::optional<VerifyingKey> from_der(std::string_view der);

  /// RSASSA-PSS (RFC 8017) with SHA-384, MGF1 of the same and a salt of 48 bytes.
  bool verify(std::string_view message, std::string_view signature) const;

 private:
  explicit VerifyingKey(std::shared_ptr<EVP_PKEY> key) : key_(std::move(key)) {}

  std::shared_ptr<EVP_PKEY> key_;
};

/// Any thread may ask. OpenSSL's failures, which only a lack of memory explains, are thrown as std::runtime_error.
class SigningKey {
 public:
  /// A fresh one; takes some 100 ms.
  static SigningKey generate();
  /// What private_der() gave.
  static SigningKey from_private_der(std::string_view der);

  std::string private_der() const;
  std::string public_der() const;

  /// BlindSign. Refused with out_of_bounds: not signature_bytes long, or not below the modulus.
  Result<std::string> blind_sign(std::string_view blinded) const;

 private:
  explicit SigningKey(std::shared_ptr<EVP_PKEY> key) : key_(std::move(key)) {}

  std::shared_ptr<EVP_PKEY> key_;
};

/// Overwrites what was secret.
void wipe(std::string& bytes);

}  // namespace talar::ballots
