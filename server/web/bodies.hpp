// Request bodies: the right type, then the codec.
#pragma once

#include <string_view>

#include "protocol/accounts.hpp"
#include "protocol/codec.hpp"
#include "server/web/http.hpp"
#include "server/web/problems.hpp"

namespace talar::web {

bool has_type(const Request& request, std::string_view type);

/// Calls `answer` with what the body says, or answers what is wrong with it.
template <class T, class Answer>
Response with_body(const Request& request, Answer answer) {
  if (!has_type(request, "application/json"))
    return problem(Trouble::wrong_content_type, {.expected = "application/json"});
  const Result<T> body = from_json_text<T>(request.body);
  return body ? answer(*body) : problem(body.error());
}

}  // namespace talar::web
