// A request as it was read and a response as it will be written: plain values, nothing of Beast in them.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace talar::web {

/// options: of the open-data API only.
enum class Method { get, head, post, options };

/// Names are in lower case.
struct Header {
  std::string name;
  std::string value;
};
using Headers = std::vector<Header>;

/// The first header of this (lower-case) name.
const std::string* find(const Headers& headers, std::string_view name);

struct Request {
  Method method = Method::get;
  std::string path;   // still percent-encoded, without query
  std::string query;  // what follows '?'
  Headers headers;
  std::string body;
  bool keep_alive = true;

  // What the connection knows.
  std::string address;  // the peer's, without port
  bool secure = false;  // came over TLS

  std::string_view header(std::string_view name) const;
  std::string_view host() const { return header("host"); }
};

/// Shared, because files are answered to thousands without a copy.
using Body = std::shared_ptr<const std::string>;

struct Response {
  unsigned status = 200;
  Headers headers;
  Body body;
  bool close = false;

  Response&& with(std::string name, std::string value) &&;
};

std::string_view reason_of(unsigned status);
Response respond(unsigned status, std::string_view type, std::string body);
/// JSON that is about one person or one moment is never kept by a cache.
Response respond_json(std::string body, unsigned status = 200);

/// What our own pages may do (Content-Security-Policy) that also ask `elsewhere`: further sources, each with a blank in
/// front.
std::string page_policy(std::string_view elsewhere);

/// Status line and headers, with the security headers of every answer (unless it has its own under the same name) and
/// the right length (also for HEAD).
struct HeadFacts {
  bool secure = false;  // adds HSTS
  bool keep_alive = true;
  std::string_view date;  // IMF-fixdate
};
std::string head_of(const Response& response, const HeadFacts& facts);
/// "Thu, 28 Dec 2023 05:30:00 GMT"
std::string http_date(std::int64_t unix_seconds);

}  // namespace talar::web
