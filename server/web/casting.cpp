#include "server/web/casting.hpp"

#include <boost/asio/async_result.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "protocol/base64.hpp"
#include "protocol/codec.hpp"
#include "server/ballots/encoding.hpp"
#include "server/web/bodies.hpp"

namespace talar::web {
namespace {

namespace asio = boost::asio;

/// What a page can send to another origin without asking first (CORS preflight): the asking would be one more trace.
constexpr std::string_view body_type = "text/plain";

Refusal not_base64(std::string field) {
  return {RefusalCode::bad_text, std::move(field), "base64", {}};
}

/// The ballot's hash once it is on disk; comes back to the thread that waits.
asio::awaitable<Result<storage::Digest>> put_in(ballots::Box& box, std::string message, std::string signature) {
  using Answer = Result<storage::Digest>;
  co_return co_await asio::async_initiate<decltype(asio::use_awaitable), void(Answer)>(
      [&](auto handler) {
        const auto waiting = std::make_shared<decltype(handler)>(std::move(handler));
        box.cast(std::move(message), std::move(signature), [waiting](Answer answer) {
          asio::post(asio::get_associated_executor(*waiting),
                     [waiting, answer = std::move(answer)]() mutable { std::move (*waiting)(std::move(answer)); });
        });
      },
      asio::use_awaitable);
}

}  // namespace

asio::awaitable<Response> CastDesk::answer(const Request& request, Workers&) {
  if (request.path != "/cast") co_return problem(Trouble::not_found);
  if (request.method != Method::post) co_return problem(Trouble::method_not_allowed, {.allow = "POST"});
  if (!has_type(request, body_type))
    co_return problem(Trouble::wrong_content_type, {.expected = std::string(body_type)});
  const auto ballot = from_json_text<SignedBallot>(request.body);
  if (!ballot) co_return problem(ballot.error());
  co_return co_await cast(*ballot);
}

asio::awaitable<Response> CastDesk::cast(const SignedBallot& ballot) {
  auto message = from_base64(ballot.message.value);
  if (!message) co_return problem(not_base64("message"));
  auto signature = from_base64(ballot.signature.value);
  if (!signature) co_return problem(not_base64("signature"));
  const auto hash = co_await put_in(box_, *std::move(message), *std::move(signature));
  if (!hash) co_return refused(hash.error());
  co_return respond_json(to_json_text(BallotReceipt{ballots::to_hex(ballots::as_bytes(*hash))}));
}

void CastDesk::sign(Response& response) const {
  response.headers.push_back({"Access-Control-Allow-Origin", "*"});
  response.close = true;
}

}  // namespace talar::web
