// How the record looks: on paper an A4 sheet with 2.5 cm to bind at its right, on a screen the same sheet, by night a
// dark one.
#pragma once

#include <string_view>

namespace talar::exports {

extern const std::string_view html_style;

}  // namespace talar::exports
