// Bytes in, requests out: Beast's parser without its streams, so that plain and TLS connections are read alike.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "server/web/http.hpp"
#include "server/web/problems.hpp"

namespace talar::web {

/// One per connection. After `complete` comes `take`, then the next request (pipelined bytes are kept).
class RequestReader {
 public:
  enum class State {
    head,      // waiting for the rest of the head
    asks,      // may whoever sends this send so long a body? `admit` it, or answer and close; nothing more is read
    body,      // waiting for the rest of the body
    complete,  // `take` it
    refused,   // answer `trouble()` and close; nothing more is read
  };

  RequestReader();
  ~RequestReader();
  RequestReader(RequestReader&&) noexcept;

  State feed(std::string_view bytes);
  State state() const;
  /// Nothing of a request has come yet: the connection is idle, not slow.
  bool idle() const;
  Trouble trouble() const;
  /// The request whose head has come; its body is still empty.
  const Request& asked() const;
  State admit();
  /// True once per request: the client waits for "100 Continue" before it sends the body.
  bool take_expectation();

  /// Hands the complete request over. What was sent behind it waits for the next `feed`, which may be empty.
  Request take();
  /// What was sent behind the request just taken: the first frames of an upgraded connection.
  std::string take_rest();

 private:
  struct Parser;
  State refuse(Trouble trouble);
  State advance();
  State on_head();

  std::unique_ptr<Parser> parser_;
};

}  // namespace talar::web
