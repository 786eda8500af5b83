#include "storage/archive_writer.hpp"

#include "storage/projection.hpp"
#include "storage/schema.hpp"
#include "storage/sql.hpp"

namespace talar::storage {
namespace {

/// What is only talked about inside changes nothing that others will see.
bool stays_inside(const Event& event) {
  return std::holds_alternative<CorrectionProposed>(event) || std::holds_alternative<CorrectionWithdrawn>(event) ||
         std::holds_alternative<CorrectionAccepted>(event) || std::holds_alternative<CorrectionDeclined>(event);
}

}  // namespace

void ArchiveWriter::write(const HallId& hall, const Recorded& recorded, const Chain& chain) {
  const Projection projection{sql_, texts_, hall, recorded};
  std::visit(projection, recorded.event);
  projection.write_entry();
  halls_.insert_or_assign(hall, Head{recorded.seq, chain});
  if (const auto meeting = meeting_of(recorded.event)) {
    Progress& progress = meetings_[*meeting];
    progress.seq = recorded.seq;
    if (!stays_inside(recorded.event)) progress.shown_at = recorded.at;
  }
}

void ArchiveWriter::finish() {
  texts_.finish();
  for (const auto& [hall, head] : halls_)
    sql_.run("UPDATE hall SET seq = ?, chain = ? WHERE hall = ?", head.seq, head.chain, hall);
  for (const auto& [meeting, progress] : meetings_)
    sql_.run("UPDATE meeting SET seq = ?, shown_at = coalesce(?, shown_at) WHERE meeting = ?", progress.seq,
             progress.shown_at, meeting);
  halls_.clear();
  meetings_.clear();
}

void ArchiveWriter::clear() {
  for (const auto table : archive_tables()) sql_.script("DELETE FROM " + std::string(table));
}

}  // namespace talar::storage
