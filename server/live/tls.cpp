#include "server/live/tls.hpp"

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <stdexcept>
#include <string>

namespace talar::live {
namespace {

[[noreturn]] void fail(const std::string& what) {
  std::string reason = "unknown reason";
  if (const auto code = ERR_get_error()) {
    char text[256];
    ERR_error_string_n(code, text, sizeof text);
    reason = text;
  }
  throw std::runtime_error(what + ": " + reason);
}

}  // namespace

std::shared_ptr<SSL_CTX> load_tls(const std::filesystem::path& certificate_chain,
                                  const std::filesystem::path& private_key) {
  ERR_clear_error();
  std::shared_ptr<SSL_CTX> context(SSL_CTX_new(TLS_server_method()), SSL_CTX_free);
  if (!context) fail("TLS cannot be set up");
  SSL_CTX_set_min_proto_version(context.get(), TLS1_3_VERSION);
  // A ticket per connection costs more than the rare full handshake, and would link connections of one device.
  SSL_CTX_set_num_tickets(context.get(), 0);
  SSL_CTX_set_session_cache_mode(context.get(), SSL_SESS_CACHE_OFF);
  // A peer that vanishes without close_notify is an end like any other: WebSocket and HTTP mark their own ends.
  SSL_CTX_set_options(context.get(), SSL_OP_IGNORE_UNEXPECTED_EOF | SSL_OP_NO_RENEGOTIATION);
  // Idle connections keep no buffers; a write may end after one record and be retried from another address.
  SSL_CTX_set_mode(context.get(),
                   SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
  if (SSL_CTX_use_certificate_chain_file(context.get(), certificate_chain.c_str()) != 1) {
    fail("cannot read the certificate " + certificate_chain.string());
  }
  if (SSL_CTX_use_PrivateKey_file(context.get(), private_key.c_str(), SSL_FILETYPE_PEM) != 1) {
    fail("cannot read the private key " + private_key.string());
  }
  if (SSL_CTX_check_private_key(context.get()) != 1) {
    fail("the private key " + private_key.string() + " does not belong to " + certificate_chain.string());
  }
  return context;
}

}  // namespace talar::live
