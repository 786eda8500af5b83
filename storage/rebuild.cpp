#include "storage/rebuild.hpp"

#include "storage/archive_writer.hpp"
#include "storage/event_table.hpp"

namespace talar::storage {

std::int64_t refill(Sql& sql) {
  ArchiveWriter archive(sql);
  archive.clear();
  std::int64_t events = 0;
  {
    Rows rows = sql.query(events_of_all);
    EventRow row;
    Chain chain;
    for (; next_event(rows, row, chain); ++events) archive.write(row.hall, from_row(row), chain);
  }
  archive.finish();
  return events;
}

std::int64_t rebuild(const Database& database) {
  const auto sql = database.connect();
  Transaction transaction(*sql, Transaction::Kind::write);
  const std::int64_t events = refill(*sql);
  transaction.commit();
  return events;
}

}  // namespace talar::storage
