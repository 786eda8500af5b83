#include "protocol/entries.hpp"

namespace talar {
namespace {

EntryView line(EntryKind kind, std::optional<ItemId> item = {}, std::optional<PersonId> person = {}) {
  EntryView entry;
  entry.kind = kind;
  entry.item = item;
  entry.person = person;
  return entry;
}

EntryKind kind_of(ItemState outcome) {
  switch (outcome) {
    case ItemState::deferred:
      return EntryKind::item_deferred;
    case ItemState::withdrawn:
      return EntryKind::item_withdrawn;
    case ItemState::done:
    case ItemState::planned:
    case ItemState::active:
      break;
  }
  return EntryKind::item_done;
}

/// One overload for each event that writes a line.
struct Writer {
  EntryView operator()(const MeetingOpened& e) const {
    EntryView entry = line(EntryKind::meeting_opened, {}, e.chair);
    entry.reason = e.override_reason;
    return entry;
  }
  EntryView operator()(const RecessCalled&) const { return line(EntryKind::recess_called); }
  EntryView operator()(const MeetingResumed&) const { return line(EntryKind::meeting_resumed); }
  EntryView operator()(const MeetingClosed&) const { return line(EntryKind::meeting_closed); }
  EntryView operator()(const ChairHanded& e) const { return line(EntryKind::chair_handed, {}, e.to); }

  EntryView operator()(const MemberArrived& e) const { return line(EntryKind::arrived, {}, e.person); }
  EntryView operator()(const MemberDeparted& e) const { return line(EntryKind::departed, {}, e.person); }
  EntryView operator()(const AbsenceRecorded& e) const {
    const bool excused = e.kind == AbsenceKind::excused;
    return with_reason(line(excused ? EntryKind::absence_excused : EntryKind::absence_unexcused, {}, e.person), e);
  }
  EntryView operator()(const SubstituteNamed& e) const { return substitution(EntryKind::substitute_named, e); }
  EntryView operator()(const SubstitutionEnded& e) const { return substitution(EntryKind::substitution_ended, e); }
  EntryView operator()(const MemberRecused& e) const {
    return with_reason(line(EntryKind::recused, e.item, e.person), e);
  }
  EntryView operator()(const RecusalLifted& e) const { return line(EntryKind::recusal_lifted, e.item, e.person); }
  EntryView operator()(const ClosedPartBegun& e) const { return with_reason(line(EntryKind::closed_part_begun), e); }
  EntryView operator()(const ClosedPartEnded&) const { return line(EntryKind::closed_part_ended); }

  EntryView operator()(const ItemActivated& e) const { return line(EntryKind::item_started, e.item); }
  EntryView operator()(const ItemEnded& e) const {
    return with_vote(with_reason(line(kind_of(e.outcome), e.item), e), e);
  }
  EntryView operator()(const ItemTakenOut& e) const { return line(EntryKind::item_taken_out, e.item, e.by); }
  EntryView operator()(const ItemReferred& e) const { return line(EntryKind::item_referred, e.item); }
  EntryView operator()(const ReportReceived&) const { return line(EntryKind::report_received); }

  EntryView operator()(const RequestMoved& e) const { return with_reason(line(EntryKind::queue_changed, e.item), e); }
  EntryView operator()(const TimeYielded& e) const {
    EntryView entry = line(EntryKind::time_yielded, e.item, e.person);
    entry.other = e.to;
    entry.spoken = e.by;
    return entry;
  }
  EntryView operator()(const TurnEnded& e) const {
    EntryView entry = line(EntryKind::turn, e.item, e.person);
    entry.speech = e.kind;
    entry.spoken = e.spoken;
    return entry;
  }

  EntryView operator()(const VoteClosed& e) const { return with_vote(line(EntryKind::vote, e.item), e); }
  EntryView operator()(const VoteVoided& e) const {
    return with_vote(with_reason(line(EntryKind::vote_voided, e.item), e), e);
  }
  EntryView operator()(const CountCorrected& e) const {
    return with_vote(with_reason(line(EntryKind::count_corrected, e.item), e), e);
  }
  EntryView operator()(const ResolutionAdopted& e) const {
    EntryView entry = line(EntryKind::resolution, e.item);
    entry.resolution = e.resolution;
    return entry;
  }
  EntryView operator()(const MinutesApproved& e) const {
    EntryView entry = with_vote(line(EntryKind::minutes_approved, e.item), e);
    entry.meeting = e.meeting;
    return entry;
  }

  std::nullopt_t operator()(const auto&) const { return std::nullopt; }

 private:
  static EntryView with_reason(EntryView entry, const auto& e) {
    entry.reason = e.reason;
    return entry;
  }
  static EntryView with_vote(EntryView entry, const auto& e) {
    entry.vote = e.vote;
    return entry;
  }
  static EntryView substitution(EntryKind kind, const auto& e) {
    EntryView entry = line(kind, {}, e.absent);
    entry.other = e.substitute;
    return entry;
  }
};

}  // namespace

std::size_t lines_until_full(EntryKind kind) {
  switch (kind) {
    case EntryKind::arrived:
    case EntryKind::departed:
    case EntryKind::recused:
    case EntryKind::recusal_lifted:
    case EntryKind::time_yielded:
    case EntryKind::turn:
      return limits::ordinary_entries;
    default:
      return limits::entries_per_meeting;
  }
}

std::optional<EntryView> entry_of(const Event& event) {
  return std::visit([](const auto& e) -> std::optional<EntryView> { return Writer()(e); }, event);
}

}  // namespace talar
