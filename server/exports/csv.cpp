#include "server/exports/record_sheets.hpp"

namespace talar::exports {

std::string csv(const Source& source) {
  return csv_text(record_sheet(source));
}

}  // namespace talar::exports
