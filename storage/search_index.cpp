#include "storage/search_index.hpp"

#include "storage/fold.hpp"

namespace talar::storage {

void search_for(Sql& sql, const SearchKey& key, const std::string& text) {
  std::int64_t id = 0;
  if (!sql.first("SELECT id FROM search_entry WHERE kind = ? AND item = ? AND resolution IS ?",
                 std::tuple{key.kind, key.item, key.resolution}, id)) {
    sql.run("INSERT INTO search_entry (kind, item, resolution) VALUES (?, ?, ?)", key.kind, key.item, key.resolution);
    sql.first("SELECT last_insert_rowid()", std::tuple{}, id);
  }
  sql.run("INSERT OR REPLACE INTO search_index (rowid, joined, parted) VALUES (?, ?, ?)", id, fold(text, Zwnj::joins),
          fold(text, Zwnj::parts));
}

}  // namespace talar::storage
