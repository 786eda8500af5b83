// Text within markup.
#pragma once

#include <string>
#include <string_view>

namespace talar::exports {

/// For text and for quoted attributes of HTML. Control characters that no markup may have are left out.
std::string escaped(std::string_view text);

}  // namespace talar::exports
