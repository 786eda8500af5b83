#include "server/live/tls.hpp"

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <array>
#include <chrono>
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

// Longer than any sitting: the whole hall comes back at once when its Wi-Fi does. A resumed handshake needs no
// signature and sends no certificates: measured, it costs a quarter less with an elliptic-curve key. The
// fresh key exchange stays, so a stolen ticket key opens no traffic.
constexpr std::chrono::seconds ticket_lifetime = std::chrono::hours(12);

void set_resumption(SSL_CTX* context, Resumption resumption) {
  // What a ticket says is in the ticket, sealed with a key of the context: the server remembers nothing.
  SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
  // A replayed first flight could not be told from a second one.
  SSL_CTX_set_max_early_data(context, 0);
  // Every handshake gives one, so a device always holds a fresh one; OpenSSL's two would only be sent in vain.
  SSL_CTX_set_num_tickets(context, resumption == Resumption::on ? 1 : 0);
  SSL_CTX_set_timeout(context, static_cast<long>(ticket_lifetime.count()));
  if (resumption == Resumption::on) return;
  // Nor take a ticket that another context gave. Without the option OpenSSL would try its keys on it.
  SSL_CTX_set_options(context, SSL_OP_NO_TICKET);
}

}  // namespace

std::shared_ptr<SSL_CTX> load_tls(const std::filesystem::path& certificate_chain,
                                  const std::filesystem::path& private_key, Resumption resumption) {
  ERR_clear_error();
  std::shared_ptr<SSL_CTX> context(SSL_CTX_new(TLS_server_method()), SSL_CTX_free);
  if (!context) fail("TLS cannot be set up");
  SSL_CTX_set_min_proto_version(context.get(), TLS1_3_VERSION);
  set_resumption(context.get(), resumption);
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

void Certificate::replace(std::shared_ptr<SSL_CTX> context) {
  if (const auto before = current()) {
    std::array<unsigned char, 80> keys;  // of OpenSSL: a name of 16 bytes, two keys of 32
    SSL_CTX_get_tlsext_ticket_keys(before.get(), keys.data(), static_cast<long>(keys.size()));
    SSL_CTX_set_tlsext_ticket_keys(context.get(), keys.data(), static_cast<long>(keys.size()));
    OPENSSL_cleanse(keys.data(), keys.size());
  }
  context_.store(std::move(context));
}

}  // namespace talar::live
