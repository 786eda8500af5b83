// A browser that comes back under TLS.
#pragma once

#include <gtest/gtest.h>
#include <openssl/bio.h>
#include <openssl/ssl.h>

#include <memory>
#include <string>

namespace talar::test {

/// A browser's part of TLS: asks for one page and keeps the ticket that came with it for the next visit.
class Visitor {
 public:
  enum class Handshake { full, resumed };

  Handshake visit(std::uint16_t port) {
    const std::string to = "127.0.0.1:" + std::to_string(port);
    std::unique_ptr<SSL, decltype(&SSL_free)> ssl(SSL_new(context_.get()), SSL_free);
    BIO* const socket = BIO_new_connect(to.c_str());
    SSL_set_bio(ssl.get(), socket, socket);
    if (session_) SSL_set_session(ssl.get(), session_.get());
    EXPECT_EQ(SSL_connect(ssl.get()), 1);
    const std::string request = "GET /healthz HTTP/1.1\r\nHost: " + to + "\r\nConnection: close\r\n\r\n";
    EXPECT_GT(SSL_write(ssl.get(), request.data(), static_cast<int>(request.size())), 0);
    char answer[4096];
    while (SSL_read(ssl.get(), answer, sizeof answer) > 0) continue;
    SSL_shutdown(ssl.get());  // OpenSSL forgets a session that was not ended
    session_.reset(SSL_get1_session(ssl.get()));
    return SSL_session_reused(ssl.get()) ? Handshake::resumed : Handshake::full;
  }
  const SSL_SESSION* session() const { return session_.get(); }

 private:
  std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context_{SSL_CTX_new(TLS_client_method()), SSL_CTX_free};
  std::unique_ptr<SSL_SESSION, decltype(&SSL_SESSION_free)> session_{nullptr, SSL_SESSION_free};
};

}  // namespace talar::test
