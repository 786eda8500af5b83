#include "server/web/forms.hpp"

#include <fstream>
#include <iterator>
#include <sstream>

#include "server/ballots/recount.hpp"
#include "server/web/icalendar.hpp"
#include "server/web/text.hpp"
#include "storage/dump.hpp"

namespace talar::web {
namespace {

using exports::Format;

std::string written(const exports::Source& source, Format format) {
  switch (format) {
    case Format::docx:
      return exports::docx(source);
    case Format::xlsx:
      return exports::xlsx(source);
    case Format::csv:
      return exports::csv(source);
    case Format::akn:
      return exports::akoma_ntoso(source);
    case Format::popolo:
      return exports::popolo(source);
    case Format::oparl:
      return exports::oparl(source);
    case Format::html:
    case Format::pdf:
    case Format::ics:
    case Format::jsonl:
      break;
  }
  return exports::html(source);
}

}  // namespace

std::optional<std::string> font_in(const std::filesystem::path& client) {
  namespace fs = std::filesystem;
  std::error_code missing;
  for (const auto& entry : fs::directory_iterator(client / "assets", missing)) {
    const std::string name = lower(entry.path().filename().string());
    if (!name.starts_with("vazirmatn") || !name.ends_with(".woff2")) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
  }
  return std::nullopt;
}

exports::Source Forms::source(const HallId& hall, MeetingRecord record, std::string url) const {
  storage::Named named = archive_.named_in(hall, record);
  exports::Source source{.hall = hall,
                         .record = std::move(record),
                         .halls = std::move(named.halls),
                         .url = std::move(url),
                         .font = font_,
                         .names = std::move(named.people),
                         .meetings = std::move(named.meetings),
                         .referrals = std::move(named.referrals)};
  for (const RecordItem& item : source.record.items)
    for (const RecordVote& vote : item.votes)
      if (const auto number = vote.key ? ballots::key_digits(*vote.key) : std::nullopt)
        source.keys.emplace(vote.vote, *number);
  return source;
}

std::variant<Body, NoPdf> Forms::write(const exports::Source& source, const storage::Asker& asker, Format format) {
  if (format == Format::pdf) return press_.print(exports::html(source));
  if (format == Format::ics) return std::make_shared<const std::string>(calendar(source, asker));
  if (format == Format::jsonl) return std::make_shared<const std::string>(events(source));
  return std::make_shared<const std::string>(written(source, format));
}

std::string Forms::calendar(const exports::Source& source, const storage::Asker& asker) const {
  const MeetingSummary& summary = source.record.summary;
  auto meetings = archive_.calendar(asker, {}, summary.content.starts_at);
  std::erase_if(meetings, [&](const storage::CalendarMeeting& one) { return one.meeting != summary.meeting; });
  return icalendar(source.record.hall.value, meetings);
}

std::string Forms::events(const exports::Source& source) const {
  std::ostringstream lines;
  storage::dump_meeting(database_, source.hall, source.record.summary.meeting, lines);
  return std::move(lines).str();
}

}  // namespace talar::web
