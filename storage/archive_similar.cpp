#include <set>

#include "protocol/tehran.hpp"
#include "storage/archive_names.hpp"
#include "storage/fold.hpp"
#include "storage/similar_query.hpp"

namespace talar::storage {

namespace {

constexpr std::size_t candidates_max = 200;

/// For json_each(): a hall's name is letters, digits and hyphens.
std::string json_of(const std::vector<Asker>& askers) {
  std::string json;
  for (const Asker& asker : askers) {
    const Sight sight(asker.audience);
    json += (json.empty() ? "[" : ",") + std::string(R"({"hall":")") + asker.hall.value + R"(","everything":)" +
            (sight.everything ? "1" : "0") + R"(,"drafts":)" + (sight.excuses ? "1}" : "0}");
  }
  return json.empty() ? "[]" : json + "]";
}

std::vector<Name> responsible(Sql& sql, ResolutionId resolution, const SimilarHit& hit) {
  Rows rows = sql.query("SELECT person FROM resolution_responsible WHERE resolution = ? ORDER BY ordinal", resolution);
  std::vector<Name> names;
  for (PersonId person; rows.next();) {
    rows.into(person);
    if (auto name = name_of(sql, hit.hall, hit.meeting, person)) names.push_back(*std::move(name));
  }
  return names;
}

/// Somebody is still to carry it out.
bool is_running(const SimilarHit& hit, Instant now) {
  return !hit.responsible.empty() && (!hit.due || *hit.due >= tehran::day_of(now));
}

}  // namespace

SimilarPage find_similar(Sql& sql, const std::vector<Asker>& askers, std::string_view typed, Instant now,
                         std::size_t limit) {
  SimilarPage page;
  const SimilarQuery query(typed);
  if (query.empty()) return page;
  // Of what fits as well, something a year old counts two thirds and something very old half.
  Rows rows = sql.query(
      "WITH asked AS MATERIALIZED (SELECT value ->> 'hall' AS hall, value ->> 'everything' AS everything, "
      "value ->> 'drafts' AS drafts FROM json_each(?1)) "
      "SELECT m.hall, h.name, m.meeting, m.number, coalesce(r.at, m.opened_at, m.starts_at) AS at, i.item, i.title, "
      "i.state, r.number, r.text, r.due, r.resolution "
      "FROM search_index x JOIN search_item s ON s.id = x.rowid >> 17 JOIN agenda_item i USING (item) "
      "JOIN meeting m ON m.meeting = i.meeting JOIN asked a ON a.hall = m.hall JOIN hall h ON h.hall = m.hall "
      "LEFT JOIN search_entry e ON e.id = x.rowid LEFT JOIN resolution r ON r.resolution = e.resolution "
      "WHERE search_index MATCH ?2 AND (x.rowid & 131071 = 0 OR e.kind = 'resolution' AND r.void_reason IS NULL) "
      "AND (a.everything OR NOT i.closed) AND "
      "CASE WHEN m.number IS NULL THEN a.drafts ELSE a.everything OR m.published OR m.state = 'not_held' END "
      "ORDER BY x.rank * (0.5 + 0.5 / (1.0 + max(0, ?3 - coalesce(r.at, m.opened_at, m.starts_at)) / 15768000000.0)), "
      "x.rowid LIMIT ?4",
      json_of(askers), query.expression(), now, candidates_max);
  std::set<std::pair<std::optional<std::int64_t>, std::string>> seen;  // the same title comes back week by week
  while (page.hits.size() < limit && rows.next()) {
    SimilarHit hit;
    std::optional<ResolutionId> resolution;
    rows.into(hit.hall, hit.hall_name, hit.meeting, hit.number, hit.at, hit.item, hit.title, hit.state, hit.resolution,
              hit.text, hit.due, resolution);
    const std::string& text = hit.text ? *hit.text : hit.title.value;
    if (!query.fits(text) || !seen.emplace(hit.resolution, fold(text)).second) continue;
    if (resolution) {
      hit.responsible = responsible(sql, *resolution, hit);
      hit.kind = is_running(hit, now) ? SimilarKind::action : SimilarKind::resolution;
    }
    page.hits.push_back(std::move(hit));
  }
  return page;
}

}  // namespace talar::storage
