// What Beast's parser lets through and this server does not: the ways in which two readers of one stream can disagree
// about where a request ends or whom it is for (request smuggling), and whatever no honest client sends. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "protocol/limits.hpp"
#include "server/web/http.hpp"
#include "server/web/problems.hpp"

namespace talar::web {

inline constexpr std::size_t header_bytes_max = 8 * 1024;
inline constexpr std::size_t body_bytes_max = 64 * 1024;
inline constexpr std::size_t roster_bytes_max = 1024 * 1024;
inline constexpr std::size_t upload_bytes_max = limits::attachment_bytes_max;

/// A request's head as the parser split it. Header names are in lower case, nothing else is changed.
struct Head {
  std::string_view method;
  std::string_view target;
  unsigned version = 11;  // 10 or 11
  const Headers& headers;
};

/// On the untouched bytes of the head, or of what has come of it: a parser joins folded lines and waits at odd line
/// ends.
std::optional<Trouble> check_raw(std::string_view head);
std::optional<Trouble> check(const Head& head);

/// Where a request is for; `check` has passed. Absolute-form is brought to origin-form.
struct Target {
  std::string_view path;
  std::string_view query;
};
Target split_target(std::string_view target);

/// How long a body of this path may be.
std::size_t body_limit(std::string_view path);
/// A file for an agenda item: so large that who sends it is asked before it is read.
bool is_upload(std::string_view path);

}  // namespace talar::web
