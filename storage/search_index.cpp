#include "storage/search_index.hpp"

#include "protocol/text_changes.hpp"
#include "storage/fold.hpp"

namespace talar::storage {

namespace {

struct Indexed {
  std::string joined;
  std::string parted;
  bool operator==(const Indexed&) const = default;
};

Indexed folded(std::string_view text) {
  return {fold(text, Zwnj::joins), fold(text, Zwnj::parts)};
}

/// The first of the row numbers of an item, or of a meeting.
std::int64_t base_of(Sql& sql, const std::optional<ItemId>& item, const std::optional<MeetingId>& meeting = {}) {
  std::int64_t id = 0;
  const bool known = item ? sql.first("SELECT id FROM search_item WHERE item = ?", std::tuple{item}, id)
                          : sql.first("SELECT id FROM search_item WHERE meeting = ?", std::tuple{meeting}, id);
  if (!known) {
    sql.run("INSERT INTO search_item (item, meeting) VALUES (?, ?)", item, meeting);
    sql.first("SELECT last_insert_rowid()", std::tuple{}, id);
  }
  return id << search_place_bits;
}

std::int64_t entry_of(Sql& sql, const SearchKey& key) {
  std::int64_t row = 0;
  if (sql.first(
          "SELECT id FROM search_entry WHERE item IS ? AND meeting IS ? AND kind = ? AND resolution IS ? AND vote IS ? "
          "AND step IS ? AND referral IS ?",
          std::tuple{key.item, key.meeting, key.kind, key.resolution, key.vote, key.step, key.referral}, row))
    return row;
  const std::int64_t base = base_of(sql, key.item, key.meeting);
  sql.first("SELECT coalesce(max(id) + 1, ?) FROM search_entry WHERE item IS ? AND meeting IS ?",
            std::tuple{base + search_entries_from, key.item, key.meeting}, row);
  sql.run(
      "INSERT INTO search_entry (id, kind, item, meeting, resolution, vote, step, referral) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      row, key.kind, key.item, key.meeting, key.resolution, key.vote, key.step, key.referral);
  return row;
}

void write(Sql& sql, std::int64_t row, const Indexed& words) {
  sql.run("INSERT OR REPLACE INTO search_index (rowid, joined, parted) VALUES (?, ?, ?)", row, words.joined,
          words.parted);
}

}  // namespace

void search_for(Sql& sql, const SearchKey& key, const std::string& text) {
  const std::int64_t row = key.kind == HitKind::agenda ? base_of(sql, key.item) + search_title : entry_of(sql, key);
  const Indexed words = folded(text);
  std::int64_t same = 0;
  if (sql.first("SELECT 1 FROM search_index WHERE rowid = ? AND joined = ? AND parted = ?",
                std::tuple{row, words.joined, words.parted}, same))
    return;  // another presenter, another due day: the words are as they were
  write(sql, row, words);
}

void search_for_lines(Sql& sql, ItemId item, const std::string& text) {
  const std::int64_t base = base_of(sql, item);
  std::vector<Indexed> before;
  {
    Rows rows = sql.query("SELECT joined, parted FROM search_index WHERE rowid > ? AND rowid < ? ORDER BY rowid", base,
                          base + search_entries_from);
    while (rows.next()) {
      Indexed& line = before.emplace_back();
      rows.into(line.joined, line.parted);
    }
  }
  const auto lines = lines_of(text);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Indexed line = folded(lines[i]);
    if (i >= before.size() || before[i] != line) write(sql, base + 1 + static_cast<std::int64_t>(i), line);
  }
  if (before.size() > lines.size())
    sql.run("DELETE FROM search_index WHERE rowid > ? AND rowid < ?", base + static_cast<std::int64_t>(lines.size()),
            base + search_entries_from);
}

}  // namespace talar::storage
