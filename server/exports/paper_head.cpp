// What every record states before anything else: kind, day, hours, place, chair, quorum, secretary.
#include <fmt/format.h>

#include "server/exports/paper_parts.hpp"
#include "server/exports/persian.hpp"

namespace talar::exports {
namespace {

std::string hour_or_unknown(const std::optional<Instant>& at) {
  return at ? hour(*at) : std::string(unknown);
}

std::string kind_of_meeting(const MeetingRecord& record) {
  std::vector<std::string> closed;
  for (const RecordItem& item : record.items)
    if (item.closed || (item.content && item.content->confidential)) closed.push_back(item_number(item.number));
  return closed.empty() ? "علنی" : fmt::format("علنی (جز بند {})", joined(closed, conjunction));
}

std::string quorum(const MeetingRecord& record) {
  if (!record.quorum) return std::string(unknown);
  return fmt::format("{} از {} دارندهٔ حق رأی؛ حاضر در آغاز: {}", digits(record.quorum->needed),
                     digits(record.quorum->members), digits(record.quorum->present));
}

std::string secretary(const MeetingRecord& record) {
  for (const RecordPerson& person : record.people)
    if (person.seat == Seat::secretary && person.presence == Presence::present) return person.name.value;
  return std::string(unknown);
}

std::string closed_part(const RecordClosedPart& part) {
  return joined({"از " + hour(part.from), part.until ? "تا " + hour(*part.until) : "",
                 part.reason ? fmt::format("({})", part.reason->value) : ""},
                " ");
}

}  // namespace

Terms meeting_facts(const Facts& facts) {
  const MeetingRecord& record = facts.record;
  const MeetingSummary& summary = record.summary;
  const RecordPerson* const chair = facts.person(record.chair);
  Terms terms{Terms::Kind::facts, {}};
  terms.rows = {{"نوع جلسه", kind_of_meeting(record)},
                {"روز و تاریخ", jalali_day(facts.held_at())},
                {"آغاز رسمی", hour_or_unknown(summary.opened_at)},
                {"پایان", hour_or_unknown(summary.ended_at)},
                {"محل", summary.content.place.value},
                {"رئیس جلسه", chair ? chair->name.value : std::string(unknown)},
                {"حد نصاب", quorum(record)},
                {"منشی", secretary(record)}};
  if (record.override_reason) terms.rows.push_back({"آغاز بدون حد نصاب", record.override_reason->value, true});
  if (summary.state == MeetingState::not_held)
    terms.rows.push_back({"دلیل تشکیل نشدن",
                          record.not_held_reason ? record.not_held_reason->value : "تا پایان مهلت، حد نصاب کامل نشد.",
                          true});
  for (const RecordClosedPart& part : record.closed_parts)
    terms.rows.push_back({"بخش غیرعلنی", closed_part(part), true});
  return terms;
}

}  // namespace talar::exports
