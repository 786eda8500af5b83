// Addresses that a link may lead to.
#pragma once

#include <string>

#include "protocol/refusal.hpp"
#include "protocol/terms.hpp"

namespace talar::hall {

/// An http or https URL with a host, as RFC 3986 has them, without a user's name in it; behind the host also the
/// letters of RFC 3987, as browsers copy them.
bool is_web_url(std::string_view url);
/// AGD-26: the first that leads somewhere else. `field` is where the links stand, with a dot behind it.
std::optional<Refusal> bad_url_in(const List<Link, limits::links>& links, const std::string& field);

}  // namespace talar::hall
