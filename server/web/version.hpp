#pragma once

#include <string_view>

namespace talar {

inline constexpr std::string_view version = "0.1.0";

}  // namespace talar
