#include "storage/archive.hpp"

#include "storage/archive_query.hpp"
#include "storage/archive_snapshot.hpp"
#include "storage/event_table.hpp"

namespace talar::storage {

Archive::Archive(const Database& database) : database_(database) {}
Archive::~Archive() = default;

std::unique_ptr<Sql> Archive::borrow() const {
  {
    const std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
      auto sql = std::move(idle_.back());
      idle_.pop_back();
      return sql;
    }
  }
  return database_.connect_to_read();
}

void Archive::give_back(std::unique_ptr<Sql> sql) const {
  // One per thread that has ever asked at the same time as others: no more than there are network threads.
  const std::lock_guard lock(mutex_);
  idle_.push_back(std::move(sql));
}

std::vector<HallRow> Archive::halls() const {
  Snapshot snapshot(*this);
  std::vector<HallRow> halls;
  Rows rows = snapshot.sql().query("SELECT hall, name, name_en, kind, parent, until FROM hall ORDER BY kind, hall");
  while (rows.next()) {
    HallRow& hall = halls.emplace_back();
    rows.into(hall.hall, hall.name, hall.name_en, hall.kind, hall.parent, hall.until);
  }
  return halls;
}

MeetingPage Archive::meetings(const HallId& hall, Audience audience, const std::optional<std::string>& after,
                              std::size_t limit) const {
  Snapshot snapshot(*this);
  return find_meetings(snapshot.sql(), hall, Sight(audience), after, limit);
}

std::optional<MeetingMark> Archive::mark(const HallId& hall, MeetingId meeting, Audience audience) const {
  Snapshot snapshot(*this);
  return find_mark(snapshot.sql(), hall, meeting, Sight(audience));
}

std::optional<MeetingRecord> Archive::record(const HallId& hall, MeetingId meeting, Audience audience) const {
  Snapshot snapshot(*this);
  return find_record(snapshot.sql(), hall, meeting, Sight(audience));
}

std::optional<Seal> Archive::sealable(const HallId& hall, MeetingId meeting) const {
  Snapshot snapshot(*this);
  return find_sealable(snapshot.sql(), hall, meeting);
}

std::optional<std::string> Archive::sealed_text(const HallId& hall, MeetingId meeting) const {
  Snapshot snapshot(*this);
  return find_sealed_text(snapshot.sql(), hall, meeting);
}

std::optional<SealCheck> Archive::check_seal(const HallId& hall, MeetingId meeting) const {
  Snapshot snapshot(*this);
  return find_seal_check(snapshot.sql(), hall, meeting);
}

std::optional<Attachment> Archive::attachment(const HallId& hall, AttachmentId attachment, Audience audience) const {
  Snapshot snapshot(*this);
  return find_attachment(snapshot.sql(), hall, attachment, Sight(audience));
}

std::optional<MeetingId> Archive::meeting_of(const HallId& hall, VoteId vote) const {
  Snapshot snapshot(*this);
  MeetingId meeting;
  const bool found = snapshot.sql().first(
      "SELECT m.meeting FROM vote v JOIN agenda_item i USING (item) JOIN meeting m USING (meeting) "
      "WHERE m.hall = ? AND v.vote = ?",
      std::tuple{hall, vote}, meeting);
  return found ? std::optional(meeting) : std::nullopt;
}

SearchPage Archive::search(const HallId& hall, const SearchTerms& terms, Audience audience, std::size_t offset,
                           std::size_t limit) const {
  Snapshot snapshot(*this);
  return find_hits(snapshot.sql(), hall, terms, Sight(audience), offset, limit);
}

RegisterPage Archive::resolutions(const HallId& hall, const RegisterTerms& terms, Audience audience, Instant now,
                                  std::size_t limit) const {
  Snapshot snapshot(*this);
  return find_register(snapshot.sql(), hall, terms, Sight(audience), now, limit);
}

Figures Archive::figures(const HallId& hall, std::int64_t year, Instant now) const {
  Snapshot snapshot(*this);
  return find_figures(snapshot.sql(), hall, year, now);
}

void Archive::events(const HallId& hall, std::int64_t after, const std::function<Take(const Recorded&)>& take) const {
  constexpr std::int64_t at_once = 5'000;  // the log cannot be moved past a reader
  for (std::int64_t taken = at_once; taken == at_once;) {
    Snapshot snapshot(*this);
    Rows rows = snapshot.sql().query(events_of_hall, hall, after);
    EventRow row;
    Chain chain;
    for (taken = 0; taken < at_once && next_event(rows, row, chain); ++taken) {
      after = row.seq;
      if (take(from_row(row)) == Take::enough) return;
    }
  }
}

SimilarPage Archive::similar(const std::vector<Asker>& askers, std::string_view typed, Instant now,
                             std::size_t limit) const {
  Snapshot snapshot(*this);
  return find_similar(snapshot.sql(), askers, typed, now, limit);
}

std::vector<CalendarMeeting> Archive::calendar(const Asker& asker, std::optional<PersonId> person,
                                               Instant since) const {
  Snapshot snapshot(*this);
  return find_calendar(snapshot.sql(), asker, person, since);
}

}  // namespace talar::storage
