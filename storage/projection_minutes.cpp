#include "protocol/codec.hpp"
#include "storage/projection.hpp"
#include "storage/search_index.hpp"

namespace talar::storage {

namespace {

/// From this event on it is due on the day that now stands there.
void note_due_day(const Projection& p, ResolutionId resolution) {
  p.sql.run(
      "INSERT INTO resolution_due (resolution, seq, at, due) SELECT resolution, ?2, ?3, due_now FROM resolution r "
      "WHERE resolution = ?1 AND due_now IS NOT "
      "(SELECT d.due FROM resolution_due d WHERE d.resolution = ?1 ORDER BY d.seq DESC LIMIT 1)",
      resolution, p.recorded.seq, p.recorded.at);
}

void set_content(const Projection& p, ItemId item, ResolutionId resolution, const ResolutionContent& content) {
  // What a step has set since then stands, unless the words name another day.
  p.sql.run(
      "UPDATE resolution SET text = ?1, vote = ?2, due_now = CASE WHEN due IS ?3 THEN due_now ELSE ?3 END, due = ?3, "
      "working_group = ?4 WHERE resolution = ?5",
      content.text, content.vote, content.due, content.group, resolution);
  note_due_day(p, resolution);
  p.sql.run("DELETE FROM resolution_responsible WHERE resolution = ?", resolution);
  std::int64_t ordinal = 0;
  for (const PersonId person : content.responsible)
    p.sql.run("INSERT INTO resolution_responsible (resolution, ordinal, person) VALUES (?, ?, ?)", resolution,
              ordinal++, person);
  search_for(p.sql, {.kind = HitKind::resolution, .item = item, .resolution = resolution}, content.text);
}

}  // namespace

void Projection::operator()(const TextEdited& e) const {
  texts.write(recorded, e);
}

void Projection::operator()(const MinutesWritten& e) const {
  texts.write(recorded, e);
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

void Projection::operator()(const ResolutionVoided& e) const {
  sql.run("UPDATE resolution SET void_reason = ? WHERE resolution = ?", e.reason, e.resolution);
}

void Projection::operator()(const ResolutionFollowedUp& e) const {
  const FollowUpContent& step = e.content;
  sql.run("INSERT INTO resolution_step (resolution, seq, at, person, content) VALUES (?, ?, ?, ?, ?)", e.resolution,
          recorded.seq, recorded.at, recorded.actor.person, to_json_text(step));
  ItemId item;
  if (step.note && sql.first("SELECT item FROM resolution WHERE resolution = ?", std::tuple{e.resolution}, item)) {
    search_for(sql, {.kind = HitKind::follow_up, .item = item, .resolution = e.resolution, .step = recorded.seq},
               *step.note);
  }
  const bool finished = step.state == FollowUpState::done || step.state == FollowUpState::dropped;
  sql.run(
      "UPDATE resolution SET finished_at = CASE WHEN ?1 THEN coalesce(finished_at, ?3) END, "
      "state = ?2, due_now = coalesce(?4, due_now) WHERE resolution = ?5",
      finished, step.state, recorded.at, step.due, e.resolution);
  note_due_day(*this, e.resolution);
}

}  // namespace talar::storage
