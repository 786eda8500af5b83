// A QR code as inline SVG.
#pragma once

#include <string>

namespace talar::exports {

/// Black on a white field with the quiet margin that the standard asks for. `label` is what it is called.
std::string qr_svg(const std::string& text, const std::string& label);

}  // namespace talar::exports
