// Text within markup.
#pragma once

#include <string>
#include <string_view>

namespace talar::exports {

/// Without control characters and U+FFFE, U+FFFF: no XML may have them, and journals of earlier versions do.
std::string xml_text(std::string_view text);
/// Likewise, for text and for quoted attributes of HTML.
std::string escaped(std::string_view text);

}  // namespace talar::exports
