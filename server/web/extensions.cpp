#include "server/web/extensions.hpp"

#include <algorithm>

namespace talar::web {
namespace {

constexpr std::string_view deflate_answer =
    "permessage-deflate; server_no_context_takeover; client_no_context_takeover";
/// Whoever names the server's window is told it again.
constexpr std::string_view deflate_answer_with_window =
    "permessage-deflate; server_no_context_takeover; client_no_context_takeover; server_max_window_bits=15";

/// RFC 9110's tchar.
bool in_token(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

/// Reads a header from its front.
class Cursor {
 public:
  explicit Cursor(std::string_view rest) : rest_(rest) {}

  bool at_end() {
    skip_blanks();
    return rest_.empty();
  }
  bool take(char wanted) {
    if (at_end() || rest_.front() != wanted) return false;
    rest_.remove_prefix(1);
    return true;
  }
  /// Empty when there is none.
  std::string token() {
    skip_blanks();
    const auto end = std::ranges::find_if_not(rest_, in_token);
    const std::string found(rest_.begin(), end);
    rest_.remove_prefix(found.size());
    return found;
  }
  /// A token, or one in quotes: unquoted it is a token too. Empty when it is not.
  std::string value() {
    if (!take('"')) return token();
    std::string unquoted;
    while (!rest_.empty() && rest_.front() != '"') {
      if (rest_.front() == '\\') rest_.remove_prefix(1);
      if (rest_.empty() || !in_token(rest_.front())) return {};
      unquoted += rest_.front();
      rest_.remove_prefix(1);
    }
    return take('"') ? unquoted : std::string();
  }

 private:
  void skip_blanks() { rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t"), rest_.size())); }

  std::string_view rest_;
};

/// 8 to 15, without leading zeros.
bool is_window(std::string_view bits) {
  return bits == "8" || bits == "9" || (bits.size() == 2 && bits[0] == '1' && bits[1] >= '0' && bits[1] <= '5');
}

}  // namespace

std::optional<std::vector<ExtensionOffer>> extension_offers(std::string_view header) {
  Cursor cursor(header);
  std::vector<ExtensionOffer> offers;
  while (!cursor.at_end()) {
    if (cursor.take(',')) continue;  // a list may have empty elements
    ExtensionOffer& offer = offers.emplace_back();
    offer.name = cursor.token();
    if (offer.name.empty()) return std::nullopt;
    while (cursor.take(';')) {
      auto& parameter = offer.parameters.emplace_back();
      parameter.name = cursor.token();
      if (parameter.name.empty()) return std::nullopt;
      if (!cursor.take('=')) continue;
      parameter.value = cursor.value();
      if (parameter.value->empty()) return std::nullopt;
    }
    if (!cursor.at_end() && !cursor.take(',')) return std::nullopt;
  }
  return offers;
}

std::optional<std::string_view> accepted(const ExtensionOffer& offer) {
  if (offer.name != "permessage-deflate") return std::nullopt;
  bool window_named = false;
  for (const auto& [name, value] : offer.parameters) {
    if (std::ranges::count(offer.parameters, name, &ExtensionOffer::Parameter::name) > 1) return std::nullopt;
    if (name == "server_no_context_takeover" || name == "client_no_context_takeover") {
      if (value) return std::nullopt;
    } else if (name == "client_max_window_bits") {
      if (value && !is_window(*value)) return std::nullopt;
    } else if (name == "server_max_window_bits") {
      // What is compressed once for everybody has the full window.
      if (value != "15") return std::nullopt;
      window_named = true;
    } else {
      return std::nullopt;
    }
  }
  return window_named ? deflate_answer_with_window : deflate_answer;
}

}  // namespace talar::web
