// Sec-WebSocket-Extensions: what a client offers (RFC 6455 9.1) and which of it we take (RFC 7692 7.1). Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace talar::web {

struct ExtensionOffer {
  struct Parameter {
    std::string name;
    std::optional<std::string> value{};  // unquoted
    bool operator==(const Parameter&) const = default;
  };
  std::string name;
  std::vector<Parameter> parameters{};
  bool operator==(const ExtensionOffer&) const = default;
};

/// The offers of one header, in the client's order. Nothing when it is malformed.
std::optional<std::vector<ExtensionOffer>> extension_offers(std::string_view header);
/// The answer to an offer that we take: permessage-deflate in 15 bits without context takeover.
std::optional<std::string_view> accepted(const ExtensionOffer& offer);

}  // namespace talar::web
