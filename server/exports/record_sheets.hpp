// One meeting's record as tables.
#pragma once

#include "server/exports/exports.hpp"
#include "server/exports/sheet.hpp"

namespace talar::exports {

/// The meeting, attendance, votes, options of votes, who chose what, resolutions.
std::vector<Sheet> record_sheets(const Source& source);
/// Attendance, votes and resolutions one below the other; what a line is stands in its first column. Cells that a line
/// of its kind has no use for are empty.
Sheet record_sheet(const Source& source);

}  // namespace talar::exports
