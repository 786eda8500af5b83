// The parts of the record on paper, each in a file of its name, and what they share.
#pragma once

#include "server/exports/paper.hpp"

namespace talar::exports {

/// «، » between the words of one, «؛ » between several, «و» before the last number.
inline constexpr std::string_view comma = "، ", semicolon = "؛ ", conjunction = " و ", dot = " · ";
inline constexpr std::string_view unknown = "—";

/// Those that say something, with `between` between them.
std::string joined(const std::vector<std::string>& parts, std::string_view between);
/// A name keeps its own direction within a line of the other one (U+2068 FIRST STRONG ISOLATE … U+2069).
std::string isolated(std::string_view name);

/// What the parts ask of the record.
class Facts {
 public:
  explicit Facts(const Source& given) : source(given), record(given.record) {}

  const RecordPerson* person(const std::optional<PersonId>& id) const;
  /// Whoever it is and wherever they are now: never nothing, never an id.
  std::string plain_name(PersonId id) const;
  std::string name(const std::optional<PersonId>& id) const;
  std::string short_name(const std::optional<PersonId>& id) const;
  const RecordItem* item(const std::optional<ItemId>& id) const;
  const RecordVote* vote(const std::optional<VoteId>& id) const;
  const RecordResolution* resolution(const std::optional<ResolutionId>& id) const;
  std::string group(const HallId& hall) const;
  /// What the line with this seq tells of.
  const ReferralContent* referral(std::int64_t seq) const;
  Instant held_at() const;
  bool approved() const { return record.life.state >= RecordState::approved; }

  /// Of this hall's pages on the server; empty when nobody knows where that is.
  std::string page(std::string_view below) const;
  std::string file(AttachmentId attachment) const;

  const Source& source;
  const MeetingRecord& record;
};

using Lines = std::vector<const RecordEntry*>;

/// The lines that are not hidden, in their order. opening, ending: those of no item, and of items that this record does
/// not have.
struct Course {
  Lines opening, ending;
  std::map<ItemId, Lines> of;
};
/// A line without an item is told with the one that was running.
Course course_of(const MeetingRecord& record);

/// Nobody missed a guest who did not come.
bool is_listed(const RecordPerson& person);

Terms meeting_facts(const Facts& facts);
Terms people(const Facts& facts);
Table agenda(const Facts& facts);
/// Something to tell of the item beside its row in the agenda.
bool has_account(const RecordItem& item);
/// Between opening and end: what happened item by item, and what belongs to none.
Blocks account(const Facts& facts);
Group item_account(const Facts& facts, const RecordItem& item, const Lines& lines);
/// «ساعت ۹:۱۲، …» with the secretariat's note.
Paragraph entry_line(const Facts& facts, const RecordEntry& line);
Group vote_account(const Facts& facts, const RecordVote& vote, const RecordItem& item);
/// Tables of what came of every option, and each ballot by name.
Blocks vote_options(const Facts& facts, const RecordVote& vote);
Decision decision(const Facts& facts, const RecordResolution& resolution);
Blocks speaking_times(const Facts& facts);
Blocks addenda(const Facts& facts);
Group signatures(const Facts& facts);
std::vector<Line> foot(const Facts& facts);

}  // namespace talar::exports
