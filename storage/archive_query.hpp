// The archive's questions on one connection. Archive (archive.hpp) brings the connection.
#pragma once

#include "storage/archive.hpp"
#include "storage/sql.hpp"

namespace talar::storage {

/// What an asker may see, in the form in which the queries take it.
struct Sight {
  bool everything = false;  // closed items, and records that are not published
  bool excuses = false;
  bool notes = false;   // of items, for whoever presents them
  bool hidden = false;  // lines of the minutes that are left out

  explicit Sight(Audience audience)
      : everything(audience == Audience::member || audience == Audience::staff),
        excuses(audience == Audience::staff),
        notes(audience == Audience::staff),
        hidden(audience == Audience::staff) {}
};

MeetingPage find_meetings(Sql& sql, const HallId& hall, Sight sight, const std::optional<std::string>& after,
                          std::size_t limit);
std::optional<MeetingSummary> find_meeting(Sql& sql, const HallId& hall, MeetingId meeting, Sight sight);
std::optional<MeetingMark> find_mark(Sql& sql, const HallId& hall, MeetingId meeting, Sight sight);
std::optional<MeetingRecord> find_record(Sql& sql, const HallId& hall, MeetingId meeting, Sight sight);
std::optional<Seal> find_sealable(Sql& sql, const HallId& hall, MeetingId meeting);
std::optional<std::string> find_sealed_text(Sql& sql, const HallId& hall, MeetingId meeting);
std::optional<SealCheck> find_seal_check(Sql& sql, const HallId& hall, MeetingId meeting);
std::optional<Attachment> find_attachment(Sql& sql, const HallId& hall, AttachmentId attachment, Sight sight);
SearchPage find_hits(Sql& sql, const HallId& hall, const SearchTerms& terms, Sight sight, std::size_t offset,
                     std::size_t limit);

RegisterPage find_register(Sql& sql, const HallId& hall, const RegisterTerms& terms, Sight sight, Instant now,
                           std::size_t limit);
Figures find_figures(Sql& sql, const HallId& hall, std::int64_t year, Instant now);

SimilarPage find_similar(Sql& sql, const std::vector<Asker>& askers, std::string_view typed, Instant now,
                         std::size_t limit);
std::vector<CalendarMeeting> find_calendar(Sql& sql, const Asker& asker, std::optional<PersonId> person, Instant since);

/// Of `meeting m`, with ?1 = Sight::everything: whether the asker may know of it at all.
#define TALAR_MEETING_VISIBLE "(m.number IS NOT NULL AND (?1 OR m.published OR m.state = 'not_held'))"
/// Of `agenda_item i`: whether the asker may know what it is about.
#define TALAR_ITEM_VISIBLE "(?1 OR NOT i.closed)"
/// Of `attachment a` of such an item.
#define TALAR_FILE_VISIBLE "(?1 OR a.visibility = 'everyone')"

}  // namespace talar::storage
