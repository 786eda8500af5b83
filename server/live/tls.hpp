// The server's certificate: loaded at start, replaced while running. A connection keeps the one it began with.
#pragma once

#include <atomic>
#include <filesystem>
#include <memory>

typedef struct ssl_ctx_st SSL_CTX;

namespace talar::live {

/// Whether a device that comes back may skip most of the handshake with a ticket of its last one, which also tells the
/// server that it is the same device. `off` where nobody may know that: secret ballots.
enum class Resumption { on, off };

/// TLS 1.3 without early data. Throws std::runtime_error that names the file and OpenSSL's reason.
std::shared_ptr<SSL_CTX> load_tls(const std::filesystem::path& certificate_chain,
                                  const std::filesystem::path& private_key, Resumption resumption);

/// Empty when the server speaks plain HTTP.
class Certificate {
 public:
  std::shared_ptr<SSL_CTX> current() const { return context_.load(); }
  /// Tickets that were given under the one before stay good.
  void replace(std::shared_ptr<SSL_CTX> context);

 private:
  std::atomic<std::shared_ptr<SSL_CTX>> context_;
};

}  // namespace talar::live
