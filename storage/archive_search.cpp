#include "storage/archive_query.hpp"
#include "storage/search_query.hpp"

namespace talar::storage {

SearchPage find_hits(Sql& sql, const HallId& hall, std::string_view typed, Sight sight, std::size_t offset,
                     std::size_t limit) {
  SearchPage page;
  const SearchQuery query(typed);
  if (query.empty()) return page;
  Rows rows = sql.query(
      "SELECT e.kind, m.meeting, m.number, coalesce(r.at, m.opened_at, m.starts_at), i.item, r.number, i.title, "
      "CASE e.kind WHEN 'agenda' THEN i.title WHEN 'minutes' THEN t.text ELSE r.text END "
      "FROM search_index x JOIN search_entry e ON e.id = x.rowid JOIN agenda_item i USING (item) "
      "JOIN meeting m USING (meeting) LEFT JOIN minutes_text t ON e.kind = 'minutes' AND t.item = e.item "
      "LEFT JOIN resolution r ON r.resolution = e.resolution "
      "WHERE search_index MATCH ?2 AND m.hall = ?3 AND " TALAR_MEETING_VISIBLE " AND " TALAR_ITEM_VISIBLE
      " ORDER BY x.rank, m.term DESC, m.number DESC, e.id LIMIT ?4 OFFSET ?5",
      sight.everything, query.expression(), hall, limit + 1, offset);
  while (rows.next()) {
    if (page.hits.size() == limit) {
      page.more = true;
      break;
    }
    SearchHit& hit = page.hits.emplace_back();
    std::string text;
    rows.into(hit.kind, hit.meeting, hit.number, hit.at, hit.item, hit.resolution, hit.title, text);
    auto snippet = query.snippet(text);
    hit.text = std::move(snippet.text);
    hit.marks = std::move(snippet.marks);
  }
  return page;
}

}  // namespace talar::storage
