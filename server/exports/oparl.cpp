#include <algorithm>
#include <nlohmann/json.hpp>

#include "server/exports/oparl_objects.hpp"

namespace talar::exports {
namespace {

/// The last thing that the record says of itself.
Instant last_change(const MeetingRecord& record) {
  const RecordLife& life = record.life;
  Instant last = record.summary.opened_at.value_or(record.summary.content.starts_at);
  for (const auto& at : {record.summary.ended_at, life.circulated_at, life.approved_at, life.sealed_at})
    last = std::max(last, at.value_or(last));
  for (const RecordAddendum& addendum : life.addenda) last = std::max(last, addendum.at);
  return last;
}

}  // namespace

/// A Meeting object with everything in it; papers, which OParl keeps beside meetings, under a name of our own.
std::string oparl(const Source& source) {
  const OparlRecord record(source, {.body = {}, .modified = last_change(source.record)});
  OparlJson meeting = record.meeting();
  OparlJson papers = OparlJson::array();
  for (const RecordItem& item : source.record.items) {
    for (const RecordResolution& resolution : item.resolutions)
      if (!resolution.void_reason) papers.push_back(record.paper(item, resolution));
    if (!item.attachments.empty() && !source.url.empty()) papers.push_back(record.paper(item));
  }
  meeting["talar:paper"] = std::move(papers);
  return meeting.dump(2) + "\n";
}

}  // namespace talar::exports
