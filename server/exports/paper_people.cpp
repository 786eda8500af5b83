// Who was there and who was not, with the hours that differ from the meeting's own.
#include <fmt/format.h>

#include <array>

#include "server/exports/paper_parts.hpp"
#include "server/exports/persian.hpp"

namespace talar::exports {
namespace {

enum Where { voting, guests, without_vote, excused, unexcused, absent, where_count };
constexpr std::array<std::string_view, where_count> titles{"حاضر با حق رأی", "مهمان",        "حاضر بدون حق رأی",
                                                           "غایب موجه",      "غایب غیرموجه", "غایب"};

bool was_there(const RecordPerson& person) {
  return person.presence == Presence::present || person.presence == Presence::out;
}

std::optional<Where> where(const RecordPerson& person) {
  if (was_there(person)) return person.votes ? voting : person.seat == Seat::guest ? guests : without_vote;
  if (person.presence == Presence::excused) return excused;
  if (person.presence == Presence::unexcused) return unexcused;
  return person.votes ? std::optional(absent) : std::nullopt;
}

std::string hours(const std::string& from, const std::string& until) {
  return joined({from.empty() ? "" : "از " + from, until.empty() ? "" : "تا " + until}, " ");
}

/// Only the end that differs from the meeting's own is named.
std::string stay(const AttendanceSpan& span, const MeetingSummary& meeting) {
  const bool late = meeting.opened_at && span.from > *meeting.opened_at;
  const bool early = span.until && (!meeting.ended_at || *span.until < *meeting.ended_at);
  return hours(late ? hour(span.from) : "", early ? hour(*span.until) : "");
}

std::string told(const RecordPerson& person, const MeetingSummary& meeting) {
  std::vector<std::string> notes;
  if (was_there(person))
    for (const AttendanceSpan& span : person.attendance) notes.push_back(stay(span, meeting));
  else if (person.excuse && person.presence != Presence::absent)
    notes.push_back(person.excuse->value);
  const std::string note = joined(notes, comma);
  return note.empty() ? isolated(person.name.value) : fmt::format("{} ({})", isolated(person.name.value), note);
}

Terms::Row row(std::string_view title, const std::vector<std::string>& names) {
  return {fmt::format("{} ({})", title, digits(static_cast<std::int64_t>(names.size()))), joined(names, semicolon)};
}

}  // namespace

bool is_listed(const RecordPerson& person) {
  return where(person).has_value();
}

Terms people(const Facts& facts) {
  const MeetingRecord& record = facts.record;
  std::array<std::vector<std::string>, where_count> lists;
  for (const RecordPerson& person : record.people)
    if (const auto place = where(person)) lists[*place].push_back(told(person, record.summary));

  Terms terms{Terms::Kind::people, {}};
  for (std::size_t place = 0; place < lists.size(); ++place)
    if (!lists[place].empty()) terms.rows.push_back(row(titles[place], lists[place]));
  std::vector<std::string> stood_in;
  for (const RecordSubstitution& one : record.substitutions)
    stood_in.push_back(fmt::format("{} به جای {} ({})", facts.name(one.substitute), facts.name(one.absent),
                                   hours(hour(one.from), one.until ? hour(*one.until) : "")));
  if (!stood_in.empty()) terms.rows.push_back(row("جانشین", stood_in));
  return terms;
}

}  // namespace talar::exports
