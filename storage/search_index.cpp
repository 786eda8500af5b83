#include "storage/search_index.hpp"

#include "storage/fold.hpp"

namespace talar::storage {

void search_for(Sql& sql, const SearchKey& key, const std::string& text) {
  const std::string joined = fold(text, Zwnj::joins);
  const std::string parted = fold(text, Zwnj::parts);
  std::int64_t id = 0;
  std::int64_t same = 0;
  if (!sql.first("SELECT id FROM search_entry WHERE kind = ? AND item = ? AND resolution IS ?",
                 std::tuple{key.kind, key.item, key.resolution}, id)) {
    sql.run("INSERT INTO search_entry (kind, item, resolution) VALUES (?, ?, ?)", key.kind, key.item, key.resolution);
    sql.first("SELECT last_insert_rowid()", std::tuple{}, id);
  } else if (sql.first("SELECT 1 FROM search_index WHERE rowid = ? AND joined = ? AND parted = ?",
                       std::tuple{id, joined, parted}, same)) {
    return;  // another presenter, other minutes: the words are as they were
  }
  sql.run("INSERT OR REPLACE INTO search_index (rowid, joined, parted) VALUES (?, ?, ?)", id, joined, parted);
}

}  // namespace talar::storage
