#include "storage/archive_writer.hpp"

#include "storage/projection.hpp"
#include "storage/schema.hpp"
#include "storage/sql.hpp"

namespace talar::storage {

void ArchiveWriter::write(const HallId& hall, const Recorded& recorded, const Chain& chain) {
  const Projection projection{sql_, texts_, hall, recorded};
  std::visit(projection, recorded.event);
  projection.write_entry();
  halls_.insert_or_assign(hall, Head{recorded.seq, chain});
  if (const auto meeting = meeting_of(recorded.event)) meetings_.insert_or_assign(*meeting, recorded.seq);
}

void ArchiveWriter::finish() {
  texts_.finish();
  for (const auto& [hall, head] : halls_)
    sql_.run("UPDATE hall SET seq = ?, chain = ? WHERE hall = ?", head.seq, head.chain, hall);
  for (const auto& [meeting, seq] : meetings_) sql_.run("UPDATE meeting SET seq = ? WHERE meeting = ?", seq, meeting);
  halls_.clear();
  meetings_.clear();
}

void ArchiveWriter::clear() {
  for (const auto table : archive_tables()) sql_.script("DELETE FROM " + std::string(table));
}

}  // namespace talar::storage
