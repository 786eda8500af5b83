#include "server/exports/names.hpp"
#include "server/exports/record_sheets.hpp"

namespace talar::exports {

std::string xlsx(const Source& source) {
  return workbook(meeting_title(source.record), record_sheets(source));
}

}  // namespace talar::exports
