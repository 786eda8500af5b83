#include <fmt/format.h>

#include "protocol/words.hpp"
#include "server/exports/exports.hpp"

namespace talar::exports {

std::string_view media_type(Format format) {
  switch (format) {
    case Format::html:
      return "text/html; charset=utf-8";
    case Format::pdf:
      return "application/pdf";
    case Format::docx:
      return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    case Format::xlsx:
      return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    case Format::csv:
      return "text/csv; charset=utf-8";
    case Format::akn:
      return "application/akn+xml";
    case Format::popolo:
      return "application/json";
    case Format::oparl:
      return "application/json";
    case Format::ics:
      return "text/calendar; charset=utf-8";
    case Format::jsonl:
      return "application/jsonl";
  }
  return {};
}

std::string file_name(const HallId& hall, const MeetingSummary& meeting, Format format) {
  std::string_view suffix = word(format);
  if (format == Format::akn) suffix = "xml";
  if (format == Format::popolo) suffix = "popolo.json";
  if (format == Format::oparl) suffix = "oparl.json";
  return fmt::format("{}-{}-{}.{}", hall.value, meeting.term, meeting.number, suffix);
}

}  // namespace talar::exports
