#include "server/web/request_reader.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <cassert>
#include <optional>
#include <utility>

#include "server/web/request_rules.hpp"
#include "server/web/text.hpp"

namespace talar::web {
namespace {

namespace http = boost::beast::http;
using boost::system::error_code;

Trouble trouble_of(const error_code& error) {
  if (error == http::error::header_limit) return Trouble::header_too_large;
  if (error == http::error::body_limit) return Trouble::body_too_large;
  if (error == http::error::bad_version) return Trouble::version_not_supported;
  return Trouble::bad_request;
}

Method method_of(std::string_view name) {
  if (name == "GET") return Method::get;
  if (name == "HEAD") return Method::head;
  return name == "POST" ? Method::post : Method::options;
}

}  // namespace

struct RequestReader::Parser {
  Parser() { restart(); }

  void restart() {
    message.emplace();
    message->header_limit(static_cast<std::uint32_t>(header_bytes_max));
    message->body_limit(upload_bytes_max);  // of any path; on_head knows better
    message->eager(false);                  // stop behind the head: the rules come before the body
    read = 0;
    state = State::head;
    expectation = false;
    request = {};
  }

  std::optional<http::request_parser<http::string_body>> message;
  std::string bytes;     // of this request's head, then what is not yet parsed
  std::size_t read = 0;  // of `bytes` by the parser
  State state = State::head;
  Trouble trouble = Trouble::bad_request;
  bool expectation = false;
  Request request;
};

RequestReader::RequestReader() : parser_(std::make_unique<Parser>()) {}
RequestReader::~RequestReader() = default;
RequestReader::RequestReader(RequestReader&&) noexcept = default;

RequestReader::State RequestReader::state() const {
  return parser_->state;
}
Trouble RequestReader::trouble() const {
  return parser_->trouble;
}
bool RequestReader::idle() const {
  return parser_->state == State::head && parser_->bytes.empty();
}
bool RequestReader::take_expectation() {
  return std::exchange(parser_->expectation, false);
}

RequestReader::State RequestReader::refuse(Trouble trouble) {
  parser_->trouble = trouble;
  return parser_->state = State::refused;
}

RequestReader::State RequestReader::feed(std::string_view bytes) {
  const State state = parser_->state;
  if (state == State::refused) return state;
  parser_->bytes.append(bytes);
  return state == State::complete || state == State::asks ? state : advance();
}

const Request& RequestReader::asked() const {
  return parser_->request;
}

RequestReader::State RequestReader::admit() {
  assert(parser_->state == State::asks);
  parser_->state = State::body;
  return advance();
}

RequestReader::State RequestReader::advance() {
  Parser& p = *parser_;
  if (p.state == State::head) {
    const std::string_view head = std::string_view(p.bytes).substr(0, p.bytes.find("\r\n\r\n"));
    if (head.size() + 4 > header_bytes_max) return refuse(Trouble::header_too_large);
    if (const auto trouble = check_raw(head)) return refuse(*trouble);
  }
  while (true) {
    const std::string_view rest = std::string_view(p.bytes).substr(p.read);
    if (rest.empty() && !p.message->is_done()) return p.state;

    error_code error;
    p.read += p.message->put(boost::asio::buffer(rest.data(), rest.size()), error);
    if (error && error != http::error::need_more) return refuse(trouble_of(error));
    if (p.state == State::head && p.message->is_header_done()) {
      if (const State state = on_head(); state != State::body) return state;
    } else if (error == http::error::need_more) {
      return p.state;
    }
    if (p.message->is_done()) {
      p.request.body = std::move(p.message->get().body());
      p.bytes.erase(0, p.read);
      p.read = 0;
      return p.state = State::complete;
    }
    if (p.state == State::body) {  // the head's bytes have been judged, the body's are in the message
      p.bytes.erase(0, p.read);
      p.read = 0;
    }
  }
}

RequestReader::State RequestReader::on_head() {
  Parser& p = *parser_;
  const auto& message = p.message->get();
  for (const auto& field : message) {
    // HTTP/1.0 knows no upgrade (RFC 9110 7.8).
    if (message.version() < 11 && field.name() == http::field::upgrade) continue;
    p.request.headers.push_back({lower(field.name_string()), std::string(field.value())});
  }

  const Head head{message.method_string(), message.target(), message.version(), p.request.headers};
  if (const auto trouble = check(head)) return refuse(*trouble);

  const Target target = split_target(head.target);
  const auto length = p.message->content_length();
  if (length && *length > body_limit(target.path)) return refuse(Trouble::body_too_large);
  p.request.method = method_of(head.method);
  p.request.path = target.path;
  p.request.query = target.query;
  p.request.keep_alive = p.message->keep_alive();
  p.expectation = length.value_or(0) > 0 && p.request.header("expect") == "100-continue";
  p.message->eager(true);
  const bool is_large = length.value_or(0) > body_bytes_max && is_upload(target.path);
  return p.state = is_large ? State::asks : State::body;
}

Request RequestReader::take() {
  assert(parser_->state == State::complete);
  Request request = std::move(parser_->request);
  parser_->restart();
  return request;
}

std::string RequestReader::take_rest() {
  return std::exchange(parser_->bytes, {});
}

}  // namespace talar::web
