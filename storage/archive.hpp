// What has been: meetings, their records, and search in them, each as the asker's audience may see it.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "protocol/accounts.hpp"
#include "protocol/archive.hpp"
#include "storage/database.hpp"

namespace talar::storage {

class Sql;

/// In which hall somebody asks, and as what.
struct Asker {
  HallId hall;
  Audience audience = Audience::public_;
};

/// A meeting as calendars show it.
struct CalendarMeeting {
  MeetingId meeting;
  HallId hall;
  Name hall_name;
  std::optional<std::int64_t> number;  // none: a draft
  MeetingState state = MeetingState::drafted;
  MeetingContent content;
  std::int64_t revision = 0;  // how often any of this has changed
  Instant changed_at;
  std::vector<std::optional<Title>> presents;  // what the person it is asked for presents; closed items without title
};

/// Public and display see meetings whose minutes are published, and those not held; of a closed item (confidential, or
/// below a confidential one) they see that it exists. Members and staff see every meeting from its convening on; the
/// reasons of excused absences are for staff.
///
/// Any thread may ask: each question borrows a connection from a small pool and reads one snapshot.
class Archive {
 public:
  explicit Archive(const Database& database);
  ~Archive();

  std::vector<HallRow> halls() const;
  /// Newest first. `after` is the `next` of the page before; an unreadable one starts from the top.
  MeetingPage meetings(const HallId& hall, Audience audience, const std::optional<std::string>& after,
                       std::size_t limit) const;
  /// In which meeting of the hall this vote was taken.
  std::optional<MeetingId> meeting_of(const HallId& hall, VoteId vote) const;
  std::optional<MeetingRecord> record(const HallId& hall, MeetingId meeting, Audience audience) const;
  /// The seal that fits the record as it stands now (seal.hpp): of its newest form, over its last event. Nothing for a
  /// meeting that the hall does not have, or that was never convened.
  std::optional<Seal> sealable(const HallId& hall, MeetingId meeting) const;
  /// Of a sealed record, whoever asks: the seal, and whether record and journal still say what was sealed.
  std::optional<SealCheck> check_seal(const HallId& hall, MeetingId meeting) const;
  /// Of a file that is in such a record.
  std::optional<Attachment> attachment(const HallId& hall, AttachmentId attachment, Audience audience) const;
  /// Every word must occur, the last one at least as a beginning. The query is words, never syntax.
  SearchPage search(const HallId& hall, std::string_view query, Audience audience, std::size_t offset,
                    std::size_t limit) const;

  /// Like the typed title, in any of these halls: at least half of its words, and of what fits as well the newer.
  SimilarPage similar(const std::vector<Asker>& askers, std::string_view typed, Instant now, std::size_t limit) const;
  /// From `since` on, in order; drafts for staff only.
  std::vector<CalendarMeeting> calendar(const Asker& asker, std::optional<PersonId> person, Instant since) const;

 private:
  class Snapshot;
  std::unique_ptr<Sql> borrow() const;
  void give_back(std::unique_ptr<Sql> sql) const;

  const Database& database_;
  mutable std::mutex mutex_;
  mutable std::vector<std::unique_ptr<Sql>> idle_;  // guarded by mutex_
};

}  // namespace talar::storage
