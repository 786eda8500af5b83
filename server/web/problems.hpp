// Every way in which an HTTP request can be turned down: one row per stable code (RFC 9457 problem+json).
#pragma once

#include <optional>
#include <string_view>

#include "protocol/refusal.hpp"
#include "server/web/http.hpp"

namespace talar::web {

enum class Trouble {
  // the request's form
  bad_request,
  header_too_large,
  body_too_large,
  method_not_allowed,
  version_not_supported,
  wrong_host,
  expectation_failed,
  request_timeout,
  upgrade_required,
  wrong_content_type,
  bad_body,
  // who may what
  foreign_origin,
  client_header_missing,
  signed_out,
  not_allowed,
  // sign-in: an unknown, a used, a revoked and an expired invitation are refused by the same words
  sign_in_refused,
  wrong_passphrase,
  passphrase_too_short,
  too_many_tries,
  // things that are not there
  not_found,
  no_such_hall,
  no_such_meeting,
  no_such_person,
  no_such_device,
  no_such_item,
  no_such_attachment,
  no_such_vote,
  no_such_form,
  // the server's own
  replay_too_long,
  overloaded,
  too_many_connections,
  not_ready,
  no_printer,
  not_printed,
  internal,
};

struct Details {
  std::optional<std::string> field = {};
  std::optional<std::string> expected = {};
  std::optional<std::int64_t> retry_after_seconds = {};  // also sent as Retry-After
  std::string_view allow = "GET, HEAD, POST";            // of a 405
};

std::string_view code_of(Trouble trouble);
unsigned status_of(Trouble trouble);
Response problem(Trouble trouble, Details details = {});
/// A body that the codec refused: 400, the codec's own code, field and expectation.
Response problem(const Refusal& refusal);
/// What the rules of the hall refused: 409; 404 when it names what is not there, 503 when it was not even looked at.
Response refused(const Refusal& refusal);

}  // namespace talar::web
