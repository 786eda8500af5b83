#include "storage/archive_names.hpp"

#include <set>

#include "storage/archive_snapshot.hpp"

namespace talar::storage {

namespace {

/// Whoever is of the hall, and whoever ever was at one of its meetings.
std::map<PersonId, Name> find_people(Sql& sql, const HallId& hall) {
  std::map<PersonId, Name> people;
  const auto add = [&](Query query) {
    Rows rows = sql.query(query, hall);
    PersonId person;
    for (Name name; rows.next();) {
      rows.into(person, name);
      people.emplace(person, name);
    }
  };
  add("SELECT person, name FROM member WHERE hall = ?");
  add("SELECT a.person, a.name FROM meeting m JOIN attendee a USING (meeting) WHERE m.hall = ? "
      "ORDER BY m.starts_at DESC");
  return people;
}

std::map<MeetingId, std::int64_t> find_numbers(Sql& sql, const MeetingRecord& record) {
  std::map<MeetingId, std::int64_t> numbers;
  for (const auto& [seq, entry] : record.entries) {
    std::int64_t number = 0;
    if (entry.meeting && sql.first("SELECT number FROM meeting WHERE meeting = ? AND number IS NOT NULL",
                                   std::tuple{*entry.meeting}, number))
      numbers.emplace(*entry.meeting, number);
  }
  return numbers;
}

/// What was referred, and what an answer is to, stands in the hall's own copy of the referral that the event names.
std::map<std::int64_t, ReferralContent> find_referrals(Sql& sql, const HallId& hall, const MeetingRecord& record) {
  std::map<std::int64_t, ReferralContent> referrals;
  for (const auto& [seq, entry] : record.entries) {
    if (entry.kind != EntryKind::item_referred && entry.kind != EntryKind::report_received) continue;
    ReferralContent found;
    if (sql.first(
            "SELECT r.from_hall, r.to_hall, r.item, r.title, r.task, r.due FROM event e "
            "JOIN referral r ON r.hall = e.hall AND r.referral = e.body ->> 'referral' WHERE e.hall = ? AND e.seq = ?",
            std::tuple{hall, seq}, found.from, found.to, found.item, found.title, found.task, found.due))
      referrals.emplace(seq, std::move(found));
  }
  return referrals;
}

/// A group is called what its chamber calls it, and is no hall yet until it has heard of it.
void find_hall(Sql& sql, const HallId& hall, std::map<HallId, HallRow>& halls) {
  HallRow found;
  found.hall = hall;
  found.kind = HallKind::working_group;
  if (sql.first(
          "SELECT coalesce(g.name, h.name), coalesce(h.kind, ?2), coalesce(h.parent, g.hall) FROM (SELECT ?1 AS id) "
          "LEFT JOIN hall h ON h.hall = id LEFT JOIN working_group g ON g.working_group = id "
          "WHERE coalesce(g.name, h.name) IS NOT NULL",
          std::tuple{hall, found.kind}, found.name, found.kind, found.parent))
    halls.emplace(hall, std::move(found));
}

}  // namespace

std::optional<Name> name_of(Sql& sql, const HallId& hall, const std::optional<MeetingId>& meeting, PersonId person) {
  std::optional<Name> name;
  sql.first(
      "SELECT coalesce((SELECT name FROM attendee WHERE meeting = ?2 AND person = ?3), "
      "(SELECT name FROM member WHERE hall = ?1 AND person = ?3), "
      "(SELECT a.name FROM attendee a JOIN meeting m USING (meeting) WHERE a.person = ?3 AND m.hall = ?1 "
      "ORDER BY m.starts_at DESC LIMIT 1))",
      std::tuple{hall, meeting, person}, name);
  return name;
}

Named find_named(Sql& sql, const HallId& hall, const MeetingRecord& record) {
  Named named{find_people(sql, hall), find_numbers(sql, record), {}, find_referrals(sql, hall, record)};
  std::set<HallId> halls{hall};
  for (const RecordItem& item : record.items)
    for (const RecordResolution& resolution : item.resolutions)
      if (resolution.content.group) halls.insert(*resolution.content.group);
  for (const auto& [seq, referral] : named.referrals) halls.insert(referral.to);
  for (const HallId& each : halls) find_hall(sql, each, named.halls);
  if (const auto own = named.halls.find(hall); own != named.halls.end() && own->second.parent) {
    const HallId above = *own->second.parent;
    find_hall(sql, above, named.halls);
  }
  return named;
}

Named Archive::named_in(const HallId& hall, const MeetingRecord& record) const {
  Snapshot snapshot(*this);
  return find_named(snapshot.sql(), hall, record);
}

}  // namespace talar::storage
