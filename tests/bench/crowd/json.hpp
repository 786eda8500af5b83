// A small JSON tree: enough to fold RFC 7396 patches and to compare two views. Texts keep their escapes, numbers their
// digits, as one and the same server wrote both.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace crowd {

struct Json {
  enum class Kind { null, word, text, list, object };  // word: true, false, a number

  Kind kind = Kind::null;
  std::string scalar;
  std::vector<Json> items;
  std::map<std::string, Json, std::less<>> members;

  /// Throws Fault with the position.
  static Json parse(std::string_view text);

  /// Null when there is no such member.
  const Json& operator[](std::string_view key) const;
  explicit operator bool() const { return kind != Kind::null; }
  bool is(std::string_view value) const { return scalar == value && (kind == Kind::word || kind == Kind::text); }
  long number() const { return scalar.empty() ? 0 : std::stol(scalar); }

  /// RFC 7396.
  void merge(const Json& patch);
  bool operator==(const Json&) const = default;
};

/// Where two trees first differ, as a path; empty when they are equal.
std::string difference(const Json& one, const Json& other);

/// `text` as a JSON text with its quotes; only what this program itself writes.
std::string quoted(std::string_view text);

}  // namespace crowd
