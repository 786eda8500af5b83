// The register of resolutions and a year's figures as spreadsheets.
#pragma once

#include <string>
#include <vector>

#include "protocol/record.hpp"

namespace talar::exports {

/// `hall`: its name. One sheet of resolutions, one of what was done about them.
std::string register_xlsx(const Name& hall, const std::vector<RegisterRow>& rows);
/// Resolutions, each with the last step that was taken.
std::string register_csv(const std::vector<RegisterRow>& rows);
/// Meetings, people, kinds of seats, months.
std::string figures_xlsx(const Name& hall, const Figures& figures);

}  // namespace talar::exports
