#include "server/ballots/blind_rsa.hpp"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#include <stdexcept>

namespace talar::ballots {
namespace {

constexpr int salt_bytes = 48;

using Context = std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)>;

[[noreturn]] void fail(const char* what) {
  char reason[256] = "unknown reason";
  if (const auto code = ERR_get_error()) ERR_error_string_n(code, reason, sizeof reason);
  ERR_clear_error();
  throw std::runtime_error(std::string("OpenSSL cannot ") + what + ": " + reason);
}

const unsigned char* data_of(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}
unsigned char* data_of(std::string& bytes) {
  return reinterpret_cast<unsigned char*>(bytes.data());
}

std::shared_ptr<EVP_PKEY> owned(EVP_PKEY* key) {
  return {key, EVP_PKEY_free};
}

Context context_for(EVP_PKEY* key) {
  return {EVP_PKEY_CTX_new_from_pkey(nullptr, key, nullptr), EVP_PKEY_CTX_free};
}

/// The numbers themselves, raised to the key's power (RFC 8017, RSASP1 and RSAVP1).
template <class Init, class Raise>
std::string raised(EVP_PKEY* key, std::string_view number, Init init, Raise raise) {
  const Context context = context_for(key);
  std::string result(signature_bytes, '\0');
  std::size_t size = result.size();
  if (!context || init(context.get()) != 1 || EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_NO_PADDING) != 1 ||
      raise(context.get(), data_of(result), &size, data_of(number), number.size()) != 1 || size != result.size())
    fail("raise a number to an RSA key's power");
  return result;
}

std::string modulus_of(const EVP_PKEY* key) {
  BIGNUM* modulus = nullptr;
  std::string bytes(signature_bytes, '\0');
  const bool written = EVP_PKEY_get_bn_param(key, OSSL_PKEY_PARAM_RSA_N, &modulus) == 1 &&
                       BN_bn2binpad(modulus, data_of(bytes), static_cast<int>(bytes.size())) > 0;
  BN_free(modulus);
  if (!written) fail("read an RSA modulus");
  return bytes;
}

template <class Write>
std::string der_of(EVP_PKEY* key, Write write) {
  unsigned char* der = nullptr;
  const int size = write(key, &der);
  if (size <= 0) fail("write an RSA key");
  std::string bytes(reinterpret_cast<char*>(der), static_cast<std::size_t>(size));
  OPENSSL_clear_free(der, static_cast<std::size_t>(size));
  return bytes;
}

bool usable(const EVP_PKEY* key) {
  return key && EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA && EVP_PKEY_get_bits(key) == key_bits;
}

}  // namespace

std::optional<VerifyingKey> VerifyingKey::from_der(std::string_view der) {
  const unsigned char* at = data_of(der);
  const auto key = owned(d2i_PUBKEY(nullptr, &at, static_cast<long>(der.size())));
  ERR_clear_error();
  if (!usable(key.get()) || at != data_of(der) + der.size()) return std::nullopt;
  return VerifyingKey(key);
}

bool VerifyingKey::verify(std::string_view message, std::string_view signature) const {
  if (signature.size() != signature_bytes) return false;
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
  EVP_PKEY_CTX* pss = nullptr;
  if (!context || EVP_DigestVerifyInit(context.get(), &pss, EVP_sha384(), nullptr, key_.get()) != 1 ||
      EVP_PKEY_CTX_set_rsa_padding(pss, RSA_PKCS1_PSS_PADDING) != 1 ||
      EVP_PKEY_CTX_set_rsa_pss_saltlen(pss, salt_bytes) != 1)
    fail("set up the check of a signature");
  const bool right =
      EVP_DigestVerify(context.get(), data_of(signature), signature.size(), data_of(message), message.size()) == 1;
  ERR_clear_error();
  return right;
}

SigningKey SigningKey::generate() {
  auto key = owned(EVP_RSA_gen(key_bits));
  if (!key) fail("make an RSA key");
  return SigningKey(std::move(key));
}

SigningKey SigningKey::from_private_der(std::string_view der) {
  const unsigned char* at = data_of(der);
  auto key = owned(d2i_AutoPrivateKey(nullptr, &at, static_cast<long>(der.size())));
  if (!usable(key.get())) fail("read an RSA key");
  return SigningKey(std::move(key));
}

std::string SigningKey::private_der() const {
  return der_of(key_.get(), i2d_PrivateKey);
}

std::string SigningKey::public_der() const {
  return der_of(key_.get(), i2d_PUBKEY);
}

Result<std::string> SigningKey::blind_sign(std::string_view blinded) const {
  if (blinded.size() != signature_bytes || blinded >= modulus_of(key_.get()))
    return Refusal{RefusalCode::out_of_bounds, "blinded", "256 bytes, as a number below the modulus of the key", {}};
  const std::string signature = raised(key_.get(), blinded, EVP_PKEY_decrypt_init, EVP_PKEY_decrypt);
  // Step 4 of BlindSign: a fault of the machine must not give the key away.
  if (raised(key_.get(), signature, EVP_PKEY_encrypt_init, EVP_PKEY_encrypt) != blinded)
    throw std::runtime_error("an RSA signature came out wrong");
  return signature;
}

void wipe(std::string& bytes) {
  OPENSSL_cleanse(bytes.data(), bytes.size());
  bytes.clear();
}

}  // namespace talar::ballots
