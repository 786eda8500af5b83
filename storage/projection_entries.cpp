// The lines of the minutes that write themselves: entries.hpp says what the event tells of them, the tables the rest.
#include "protocol/entries.hpp"
#include "storage/projection.hpp"

namespace talar::storage {

namespace {

/// In whose minutes the line of an event stands; nothing: in none.
struct Minutes {
  const Projection& p;

  /// Drafts have lines too, of absences that were told in advance.
  std::optional<MeetingId> operator()(const auto&) const { return meeting_of(p.recorded.event); }
  std::optional<MeetingId> operator()(const MinutesApproved& e) const { return e.in; }
  std::optional<MeetingId> operator()(const MemberRecused& e) const { return unless_draft(e.meeting); }
  std::optional<MeetingId> operator()(const RecusalLifted& e) const { return unless_draft(e.meeting); }
  std::optional<MeetingId> operator()(const ItemReferred& e) const { return unless_draft(e.meeting); }
  std::optional<MeetingId> operator()(const ChairHanded&) const {
    const auto [meeting, state] = current();
    return state == MeetingState::closed || state == MeetingState::not_held ? std::nullopt : meeting;
  }
  std::optional<MeetingId> operator()(const ReportReceived&) const { return current().first; }

  std::optional<MeetingId> unless_draft(MeetingId meeting) const {
    MeetingState state{};
    p.sql.first("SELECT state FROM meeting WHERE meeting = ?", std::tuple{meeting}, state);
    return state == MeetingState::drafted ? std::nullopt : std::optional(meeting);
  }
  /// The one that was convened last.
  std::pair<std::optional<MeetingId>, MeetingState> current() const {
    std::pair<std::optional<MeetingId>, MeetingState> found;
    p.sql.first(
        "SELECT meeting, state FROM meeting WHERE hall = ? AND number IS NOT NULL "
        "ORDER BY term DESC, number DESC LIMIT 1",
        std::tuple{p.hall}, found.first, found.second);
    return found;
  }
};

/// What the event does not tell. False: it writes no line after all.
struct Rest {
  const Projection& p;
  MeetingId meeting;
  EntryView& entry;

  bool operator()(const auto&) const { return true; }

  bool operator()(const RequestMoved& e) const {
    return p.sql.first("SELECT person FROM floor_request WHERE item = ? AND request = ?", std::tuple{e.item, e.request},
                       entry.person);
  }

  bool operator()(const TurnEnded& e) const {
    return p.sql.first("SELECT stance, reason FROM speech WHERE item = ? AND request = ? ORDER BY seq DESC LIMIT 1",
                       std::tuple{e.item, e.request}, entry.stance, entry.reason);
  }

  /// Of an item of this meeting, or of an earlier one's, which this one's minutes can only name.
  bool operator()(const ReportReceived& e) const {
    ItemId item;
    Title title;
    std::optional<MeetingId> of;
    p.sql.first(
        "SELECT r.item, r.title, i.meeting FROM referral r LEFT JOIN agenda_item i USING (item) "
        "WHERE r.hall = ? AND r.referral = ?",
        std::tuple{p.hall, e.referral}, item, title, of);
    if (of == meeting) {
      entry.item = item;
      return true;
    }
    MeetingState state{};
    p.sql.first("SELECT state FROM meeting WHERE meeting = ?", std::tuple{meeting}, state);
    entry.reason = Reason(title);
    return state != MeetingState::closed && state != MeetingState::not_held;
  }
};

}  // namespace

void Projection::write_entry() const {
  auto entry = entry_of(recorded.event);
  if (!entry) return;
  const auto meeting = std::visit(Minutes{*this}, recorded.event);
  if (!meeting || !std::visit(Rest{*this, *meeting, *entry}, recorded.event)) return;
  std::int64_t lines = 0;
  sql.first("SELECT line FROM minutes_entry WHERE meeting = ? ORDER BY seq DESC LIMIT 1", std::tuple{*meeting}, lines);
  if (static_cast<std::size_t>(lines) >= lines_until_full(entry->kind)) return;
  sql.run(
      "INSERT INTO minutes_entry (meeting, seq, line, kind, at, item, person, other, speech, stance, spoken, vote, "
      "resolution, reason, about) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      *meeting, recorded.seq, lines + 1, entry->kind, recorded.at, entry->item, entry->person, entry->other,
      entry->speech, entry->stance, entry->spoken, entry->vote, entry->resolution, entry->reason, entry->meeting);
}

void Projection::operator()(const EntryEdited& e) const {
  sql.run("UPDATE minutes_entry SET hidden = ?, note = ? WHERE meeting = ? AND seq = ?", e.hidden, e.note, e.meeting,
          e.entry);
}

}  // namespace talar::storage
