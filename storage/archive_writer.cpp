#include "storage/archive_writer.hpp"

#include "storage/projection.hpp"
#include "storage/schema.hpp"
#include "storage/sql.hpp"

namespace talar::storage {

void ArchiveWriter::write(const HallId& hall, const Recorded& recorded, const Chain& chain) {
  std::visit(Projection{sql_, hall, recorded}, recorded.event);
  sql_.run("UPDATE hall SET seq = ?, chain = ? WHERE hall = ?", recorded.seq, chain, hall);
}

void ArchiveWriter::clear() {
  for (const auto table : archive_tables()) sql_.script("DELETE FROM " + std::string(table));
}

}  // namespace talar::storage
