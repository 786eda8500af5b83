// The voter's side of RFC 9474, for tests and for the load client: what a browser does with a library.
#pragma once

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <openssl/x509.h>

#include <memory>
#include <string>
#include <string_view>

#include "protocol/ballot_paper.hpp"

namespace talar::test {

inline std::string random_bytes(std::size_t size) {
  std::string bytes(size, '\0');
  RAND_bytes(reinterpret_cast<unsigned char*>(bytes.data()), static_cast<int>(size));
  return bytes;
}

inline std::string from_hex(const std::string& hex) {
  std::string bytes;
  for (std::size_t at = 0; at < hex.size(); at += 2)
    bytes.push_back(static_cast<char>(std::stoi(hex.substr(at, 2), nullptr, 16)));
  return bytes;
}

/// A vote's public key in a voter's hands.
class Blinder {
 public:
  explicit Blinder(std::string_view public_der) {
    const auto* at = reinterpret_cast<const unsigned char*>(public_der.data());
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(
        d2i_PUBKEY(nullptr, &at, static_cast<long>(public_der.size())), EVP_PKEY_free);
    BIGNUM* modulus = nullptr;
    BIGNUM* exponent = nullptr;
    EVP_PKEY_get_bn_param(key.get(), OSSL_PKEY_PARAM_RSA_N, &modulus);
    EVP_PKEY_get_bn_param(key.get(), OSSL_PKEY_PARAM_RSA_E, &exponent);
    modulus_.reset(modulus);
    exponent_.reset(exponent);
  }

  struct Blinded {
    std::string bytes;    // to be signed
    std::string inverse;  // kept to oneself
  };

  /// Of a prepared message.
  Blinded blind(std::string_view message) const {
    const Number factor = made(), inverse = made(), masked = made();
    do {
      BN_rand_range(factor.get(), modulus_.get());
    } while (!BN_mod_inverse(inverse.get(), factor.get(), modulus_.get(), scratch()));
    BN_mod_exp(masked.get(), factor.get(), exponent_.get(), modulus_.get(), scratch());
    BN_mod_mul(masked.get(), number(encoded(message)).get(), masked.get(), modulus_.get(), scratch());
    return {bytes(masked), bytes(inverse)};
  }

  std::string finalize(const Blinded& blinded, std::string_view blind_signature) const {
    const Number signature = made();
    BN_mod_mul(signature.get(), number(blind_signature).get(), number(blinded.inverse).get(), modulus_.get(),
               scratch());
    return bytes(signature);
  }

  std::string modulus() const { return bytes(modulus_); }

 private:
  struct Free {
    void operator()(BIGNUM* number) const { BN_free(number); }
    void operator()(BN_CTX* context) const { BN_CTX_free(context); }
  };
  using Number = std::unique_ptr<BIGNUM, Free>;
  static constexpr std::size_t size = 256, hash_size = 48, salt_size = 48;

  static Number made() { return Number(BN_new()); }
  static Number number(std::string_view bytes) {
    return Number(
        BN_bin2bn(reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<int>(bytes.size()), nullptr));
  }
  static std::string bytes(const Number& number) {
    std::string text(size, '\0');
    BN_bn2binpad(number.get(), reinterpret_cast<unsigned char*>(text.data()), size);
    return text;
  }
  static BN_CTX* scratch() {
    static thread_local const std::unique_ptr<BN_CTX, Free> context(BN_CTX_new());
    return context.get();
  }
  static std::string sha384(std::string_view text) {
    std::string hash(hash_size, '\0');
    EVP_Digest(text.data(), text.size(), reinterpret_cast<unsigned char*>(hash.data()), nullptr, EVP_sha384(), nullptr);
    return hash;
  }

  /// EMSA-PSS-ENCODE (RFC 8017, section 9.1.1) with SHA-384 and MGF1 of the same.
  static std::string encoded(std::string_view message) {
    const std::string salt = random_bytes(salt_size);
    const std::string hash = sha384(std::string(8, '\0') + sha384(message) + salt);
    std::string block(size - hash_size - 1 - salt_size - 1, '\0');
    block += '\x01' + salt;
    std::string mask;
    for (char counter = 0; mask.size() < block.size(); ++counter) mask += sha384(hash + std::string(3, '\0') + counter);
    for (std::size_t i = 0; i < block.size(); ++i) block[i] = static_cast<char>(block[i] ^ mask[i]);
    block[0] = static_cast<char>(block[0] & 0x7f);
    return block + hash + '\xbc';
  }

  Number modulus_;
  Number exponent_;
};

/// A ballot that has not been signed yet.
inline std::string prepared(VoteId vote, const VoteForm& form, const Ballot& ballot) {
  BallotNonce nonce;
  RAND_bytes(nonce.data(), nonce.size());
  return random_bytes(ballot_prefix_bytes) + write_ballot(vote, form, ballot, nonce);
}

}  // namespace talar::test
