// Addresses that a link may lead to.
#pragma once

#include <string_view>

namespace talar::hall {

/// An http or https URL with a host, as RFC 3986 has them, without a user's name in it; behind the host also the
/// letters of RFC 3987, as browsers copy them.
bool is_web_url(std::string_view url);

}  // namespace talar::hall
