#include <algorithm>

#include "protocol/tehran.hpp"
#include "protocol/text_changes.hpp"
#include "storage/archive_query.hpp"
#include "storage/search_index.hpp"
#include "storage/search_query.hpp"

namespace talar::storage {

namespace {

constexpr std::int64_t places_max = 4'000;  // that are ranked: of what stands everywhere, the newest
constexpr double year_ms = 365.25 * 86'400'000;
constexpr double ageless = 0.7;  // of a place's weight; the rest fades, to half of it in a year

struct Place {
  std::int64_t row = 0;
  double rank = 0;  // the less, the better
  Instant at;       // of the meeting
};

/// Every place that fits, the newest item first.
///
/// The index is walked by row number, which says the item, and what an item must fit was settled before, once for
/// each. So a row that does not fit costs next to nothing, and none is ranked that is not wanted.
std::vector<Place> find_places(Sql& sql, const HallId& hall, const SearchTerms& terms, const std::string& expression,
                               Sight sight) {
  std::optional<Instant> from, before;
  if (terms.from) from = tehran::start_of(*terms.from);
  if (terms.to) before = tehran::start_of(*terms.to) + tehran::one_day;
  Rows rows = sql.query(
      "WITH fitting AS MATERIALIZED ("
      "  SELECT s.id, coalesce(m.opened_at, m.starts_at) AS at, i.presenter IS ?5 AS presented"
      "  FROM meeting m JOIN agenda_item i USING (meeting) JOIN search_item s USING (item)"
      "  WHERE m.hall = ?3 AND " TALAR_MEETING_VISIBLE " AND " TALAR_ITEM_VISIBLE
      "  AND (?6 IS NULL OR at >= ?6) AND (?7 IS NULL OR at < ?7) AND (?8 IS NULL OR m.number = ?8) "
      "  UNION ALL SELECT s.id, coalesce(m.opened_at, m.starts_at) AS at, 0 FROM meeting m JOIN search_item s USING "
      "(meeting) WHERE m.hall = ?3 AND " TALAR_MEETING_VISIBLE
      "  AND (?6 IS NULL OR at >= ?6) AND (?7 IS NULL OR at < ?7) AND (?8 IS NULL OR m.number = ?8)) "
      "SELECT x.rowid, bm25(search_index), f.at FROM search_index x CROSS JOIN fitting f ON f.id = x.rowid >> 17 "
      "WHERE search_index MATCH ?2 AND CASE WHEN x.rowid & 65536 THEN EXISTS ("
      "  SELECT 1 FROM search_entry e LEFT JOIN vote v ON v.vote = e.vote"
      "  LEFT JOIN resolution r ON r.resolution = e.resolution"
      "  LEFT JOIN resolution_step n ON n.resolution = e.resolution AND n.seq = e.step"
      "  LEFT JOIN record_addendum d ON d.meeting = e.meeting AND d.seq = e.step"
      "  WHERE e.id = x.rowid AND (?4 IS NULL OR e.kind = ?4) AND r.void_reason IS NULL"
      "  AND (e.referral IS NULL OR ?1)"
      "  AND (e.vote IS NULL OR v.state IN ('closed', 'voided'))"
      "  AND (n.seq IS NULL OR ?1 OR n.content ->> 'visibility' = 'everyone')"
      "  AND (?5 IS NULL OR f.presented OR n.person = ?5 OR d.person = ?5 OR EXISTS (SELECT 1 FROM"
      "    resolution_responsible p WHERE p.resolution = e.resolution AND p.person = ?5)))"
      "ELSE (?4 IS NULL OR ?4 = iif(x.rowid & 131071, 'minutes', 'agenda')) AND (?5 IS NULL OR f.presented) END "
      "ORDER BY x.rowid DESC LIMIT ?9",
      sight.everything, expression, hall, terms.kind, terms.person, from, before, terms.meeting, places_max);
  std::vector<Place> places;
  while (rows.next()) {
    Place& place = places.emplace_back();
    rows.into(place.row, place.rank, place.at);
  }
  return places;
}

void rank(std::vector<Place>& places) {
  Instant newest;
  for (const Place& place : places) newest = std::max(newest, place.at);
  for (Place& place : places)
    place.rank *= ageless + (1 - ageless) / (1 + static_cast<double>((newest - place.at).ms) / year_ms);
}

bool more_relevant(const Place& a, const Place& b) {
  return std::tie(a.rank, b.row) < std::tie(b.rank, a.row);
}
/// Of one meeting in the order of its agenda.
bool newer(const Place& a, const Place& b) {
  return std::tie(b.at, a.row) < std::tie(a.at, b.row);
}

SearchHit hit_at(Sql& sql, std::int64_t row, const SearchQuery& query) {
  const std::int64_t place = row & ((std::int64_t{1} << search_place_bits) - 1);
  const bool is_line = place > search_title && place < search_entries_from;
  SearchHit hit;
  std::string text;
  Rows rows = sql.query(
      "SELECT coalesce(e.kind, iif(?2, 'minutes', 'agenda')), m.meeting, m.number, "
      "coalesce(v.closed_at, n.at, r.at, d.at, f.reported_at, m.opened_at, m.starts_at), i.item, r.number, "
      "coalesce(i.title, m.title, ''), "
      "CASE WHEN ?2 THEN t.text ELSE coalesce(v.question, n.content ->> 'note', r.text, d.text, f.report, i.title) END "
      "FROM search_item s LEFT JOIN agenda_item i ON i.item = s.item "
      "JOIN meeting m ON m.meeting = coalesce(i.meeting, s.meeting) "
      "LEFT JOIN search_entry e ON e.id = ?1 LEFT JOIN resolution r ON r.resolution = e.resolution "
      "LEFT JOIN resolution_step n ON n.resolution = e.resolution AND n.seq = e.step "
      "LEFT JOIN record_addendum d ON d.meeting = e.meeting AND d.seq = e.step "
      "LEFT JOIN referral f ON f.hall = m.hall AND f.referral = e.referral "
      "LEFT JOIN vote v ON v.vote = e.vote LEFT JOIN minutes_text t ON t.item = s.item WHERE s.id = ?1 >> 17",
      row, is_line);
  if (!rows.next()) return hit;
  rows.into(hit.kind, hit.meeting, hit.number, hit.at, hit.item, hit.resolution, hit.title, text);
  if (is_line) {
    hit.line = place;
    text = std::string(lines_of(text).at(static_cast<std::size_t>(place - 1)));
  }
  auto snippet = query.snippet(text);
  hit.text = std::move(snippet.text);
  hit.marks = std::move(snippet.marks);
  return hit;
}

}  // namespace

SearchPage find_hits(Sql& sql, const HallId& hall, const SearchTerms& terms, Sight sight, std::size_t offset,
                     std::size_t limit) {
  SearchPage page;
  const SearchQuery query(terms.words);
  if (query.empty()) return page;
  auto places = find_places(sql, hall, terms, query.expression(), sight);
  const std::size_t first = std::min(offset, places.size());
  const std::size_t last = std::min(first + limit, places.size());
  const auto end = places.begin() + static_cast<std::ptrdiff_t>(last);
  if (terms.sort == SearchSort::relevance) {
    rank(places);
    std::partial_sort(places.begin(), end, places.end(), more_relevant);
  } else {
    std::partial_sort(places.begin(), end, places.end(), newer);
  }
  for (std::size_t i = first; i < last; ++i) page.hits.push_back(hit_at(sql, places[i].row, query));
  page.more = last < places.size();
  return page;
}

}  // namespace talar::storage
