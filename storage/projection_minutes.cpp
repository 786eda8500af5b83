#include "storage/projection.hpp"
#include "storage/search_index.hpp"

namespace talar::storage {

namespace {

void set_content(const Projection& p, ItemId item, ResolutionId resolution, const ResolutionContent& content) {
  p.sql.run("UPDATE resolution SET text = ?, vote = ?, due = ? WHERE resolution = ?", content.text, content.vote,
            content.due, resolution);
  p.sql.run("DELETE FROM resolution_responsible WHERE resolution = ?", resolution);
  std::int64_t ordinal = 0;
  for (const PersonId person : content.responsible)
    p.sql.run("INSERT INTO resolution_responsible (resolution, ordinal, person) VALUES (?, ?, ?)", resolution,
              ordinal++, person);
  search_for(p.sql, {HitKind::resolution, item, resolution}, content.text);
}

}  // namespace

void Projection::operator()(const MinutesWritten& e) const {
  sql.run(
      "INSERT INTO minutes_text (item, text, version, at, person) VALUES (?, ?, ?, ?, ?) "
      "ON CONFLICT DO UPDATE SET text = excluded.text, version = excluded.version, at = excluded.at, "
      "person = excluded.person",
      e.item, e.text, e.version, recorded.at, recorded.actor.person);
  search_for(sql, {HitKind::minutes, e.item, std::nullopt}, e.text);
}

void Projection::operator()(const ResolutionAdopted& e) const {
  sql.run("INSERT INTO resolution (resolution, item, number, at, text) VALUES (?, ?, ?, ?, '')", e.resolution, e.item,
          e.number, recorded.at);
  set_content(*this, e.item, e.resolution, e.content);
}

void Projection::operator()(const ResolutionEdited& e) const {
  ItemId item;
  if (sql.first("SELECT item FROM resolution WHERE resolution = ?", std::tuple{e.resolution}, item))
    set_content(*this, item, e.resolution, e.content);
}

}  // namespace talar::storage
