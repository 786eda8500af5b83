// What of the archive everybody may see, as lists that are asked page by page and as places of single things: for the
// open-data API (server/web/oparl.hpp), which then reads the records themselves.
#pragma once

#include "storage/archive.hpp"

namespace talar::storage {

/// A body that meets. modified: of whatever everybody may see of it.
struct OparlHall {
  HallId hall;
  Name name;
  HallKind kind = HallKind::chamber;
  std::optional<HallId> parent;
  std::optional<Date> until;
  std::int64_t term = 1;
  Instant created;
  Instant modified;
};

struct OparlSeat {
  HallId hall;
  Seat seat = Seat::expert;
  bool votes = false;
};

/// Who belongs to a hall, and who is in a record that everybody may see (without a seat, if no hall has them any more).
struct OparlPerson {
  PersonId person;
  Name name;
  std::vector<OparlSeat> seats;
};

/// papers: resolutions ("resolution-…"; voided ones only with modified_since) and items with public files ("item-…").
/// files: attachments by their id and the forms of published records ("record-….html").
enum class OparlKind { meetings, items, papers, files };

/// Both ends are part of it.
struct OparlWindow {
  std::optional<Instant> created_since, created_until, modified_since, modified_until;
};

struct OparlEntry {
  HallId hall;
  MeetingId meeting;
  std::string id;  // empty of a meeting
  Instant created;
  Instant modified;
};

struct OparlPage {
  std::int64_t total = 0;
  std::vector<OparlEntry> entries;
};

struct OparlList {
  OparlKind kind = OparlKind::meetings;
  std::vector<HallId> halls;
  std::vector<std::string> forms;  // of records
  OparlWindow window;
  std::size_t offset = 0;
  std::size_t limit = 0;
};

/// Any thread may ask, as the archive itself.
class OparlArchive {
 public:
  explicit OparlArchive(const Archive& archive) : archive_(archive) {}

  std::vector<OparlHall> halls() const;
  /// In the order of their ids.
  std::vector<OparlPerson> people(const std::vector<HallId>& halls) const;
  /// What came first comes first, so that pages stay as they are when something is added.
  OparlPage page(const OparlList& list) const;
  /// Where one of them is, by its id.
  std::optional<OparlEntry> place(MeetingId meeting) const;
  std::optional<OparlEntry> place(ItemId item) const;
  std::optional<OparlEntry> place(ResolutionId resolution) const;
  std::optional<OparlEntry> place(AttachmentId attachment) const;

 private:
  const Archive& archive_;
};

}  // namespace talar::storage
