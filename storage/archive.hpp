// What has been: meetings, their records, and search in them, each as the asker's audience may see it.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "protocol/accounts.hpp"
#include "protocol/archive.hpp"
#include "storage/database.hpp"

namespace talar {
struct Recorded;  // events.hpp
}

namespace talar::storage {

class Sql;
struct RegisterTerms;  // archive_register.hpp

/// In which hall somebody asks, and as what.
struct Asker {
  HallId hall;
  Audience audience = Audience::public_;
};

BOOST_DEFINE_ENUM_CLASS(SearchSort, relevance, date)

/// What is searched for: words (SearchQuery), and what else the places must fit. person: presents the item, is
/// responsible for the resolution, or wrote the note. from, to: days of the meeting in Tehran. meeting: its number.
struct SearchTerms {
  std::string words;
  std::optional<HitKind> kind = {};
  std::optional<PersonId> person = {};
  std::optional<Date> from = {};
  std::optional<Date> to = {};
  std::optional<std::int64_t> meeting = {};
  SearchSort sort = SearchSort::relevance;  // which also likes newer meetings a little better
};

/// What a record names without saying more of it: people of the hall whether or not they were at the meeting, numbers
/// of other meetings, the hall itself with the one above it and groups, and what was referred or reported, by the seq
/// of the line that tells of it.
struct Named {
  std::map<PersonId, Name> people;
  std::map<MeetingId, std::int64_t> meetings;
  std::map<HallId, HallRow> halls;
  std::map<std::int64_t, ReferralContent> referrals;
};

/// How far a meeting has come; seq: of its last event, which says whether anything of it has changed.
struct MeetingMark {
  MeetingState state = MeetingState::convened;
  std::int64_t seq = 0;
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
  /// Of a meeting whose record the audience may see.
  std::optional<MeetingMark> mark(const HallId& hall, MeetingId meeting, Audience audience) const;
  std::optional<MeetingRecord> record(const HallId& hall, MeetingId meeting, Audience audience) const;
  Named named_in(const HallId& hall, const MeetingRecord& record) const;
  /// The seal that fits the record as it stands now (seal.hpp): of its newest form, over its last event. Nothing for a
  /// meeting that the hall does not have, or that was never convened.
  std::optional<Seal> sealable(const HallId& hall, MeetingId meeting) const;
  /// What a sealed record's digest is made over, as the archive has it today: for the staff audience.
  std::optional<std::string> sealed_text(const HallId& hall, MeetingId meeting) const;
  /// Of a sealed record, whoever asks: the seal, and whether record and journal still say what was sealed.
  std::optional<SealCheck> check_seal(const HallId& hall, MeetingId meeting) const;
  /// Of a file that is in such a record.
  std::optional<Attachment> attachment(const HallId& hall, AttachmentId attachment, Audience audience) const;
  /// Of places without number the newest few thousand are looked at.
  SearchPage search(const HallId& hall, const SearchTerms& terms, Audience audience, std::size_t offset,
                    std::size_t limit) const;

  /// Resolutions, the newest first, with what became of them by the day of `now` in Tehran. The public see those of
  /// items that are not closed as soon as they are adopted, and of steps that are not for everyone only state and day.
  RegisterPage resolutions(const HallId& hall, const RegisterTerms& terms, Audience audience, Instant now,
                           std::size_t limit) const;
  /// Of a Jalali year, closed items included: for the people of the hall. What stays open is so at the year's end, or
  /// now.
  Figures figures(const HallId& hall, std::int64_t year, Instant now) const;
  /// Like the typed title, in any of these halls: at least half of its words, and of what fits as well the newer.
  SimilarPage similar(const std::vector<Asker>& askers, std::string_view typed, Instant now, std::size_t limit) const;
  /// The hall's events after that seq, in order, until `take` has enough.
  enum class Take { more, enough };
  void events(const HallId& hall, std::int64_t after, const std::function<Take(const Recorded&)>& take) const;
  /// From `since` on, in order; drafts for staff only.
  std::vector<CalendarMeeting> calendar(const Asker& asker, std::optional<PersonId> person, Instant since) const;

 private:
  friend class OparlArchive;
  class Snapshot;
  std::unique_ptr<Sql> borrow() const;
  void give_back(std::unique_ptr<Sql> sql) const;

  const Database& database_;
  mutable std::mutex mutex_;
  mutable std::vector<std::unique_ptr<Sql>> idle_;  // guarded by mutex_
};

}  // namespace talar::storage
