// The server's certificate: loaded at start, replaced while running. A connection keeps the one it began with.
#pragma once

#include <atomic>
#include <filesystem>
#include <memory>

typedef struct ssl_ctx_st SSL_CTX;

namespace talar::live {

/// TLS 1.3, no tickets. Throws std::runtime_error that names the file and OpenSSL's reason.
std::shared_ptr<SSL_CTX> load_tls(const std::filesystem::path& certificate_chain,
                                  const std::filesystem::path& private_key);

/// Empty when the server speaks plain HTTP.
class Certificate {
 public:
  std::shared_ptr<SSL_CTX> current() const { return context_.load(); }
  void replace(std::shared_ptr<SSL_CTX> context) { context_.store(std::move(context)); }

 private:
  std::atomic<std::shared_ptr<SSL_CTX>> context_;
};

}  // namespace talar::live
