#include "storage/projection.hpp"

namespace talar::storage {

namespace {

void set_state(const Projection& p, ItemId item, RequestId request, RequestState state) {
  p.sql.run("UPDATE floor_request SET state = ? WHERE item = ? AND request = ?", state, item, request);
}

}  // namespace

void Projection::operator()(const FloorRequested& e) const {
  sql.run(
      "INSERT INTO floor_request (request, item, person, kind, stance, point, note, asked_at, state) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      e.request, e.item, e.person, e.kind, e.stance, e.point, e.note, recorded.at, RequestState::waiting);
}

void Projection::operator()(const RequestWithdrawn& e) const {
  set_state(*this, e.item, e.request, RequestState::withdrawn);
}

void Projection::operator()(const RequestSkipped& e) const {
  set_state(*this, e.item, e.request, RequestState::skipped);
}

void Projection::operator()(const RequestMoved& e) const {
  sql.run("UPDATE floor_request SET moved_reason = ? WHERE item = ? AND request = ?", e.reason, e.item, e.request);
}

void Projection::operator()(const TurnStarted& e) const {
  // The chair's gift to someone who did not ask has no row here, only its speech.
  set_state(*this, e.item, e.request, RequestState::speaking);
  sql.run(
      "INSERT INTO speech (item, seq, request, person, kind, stance, point, reason, started_at, turn_limit) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      e.item, recorded.seq, e.request, e.person, e.kind, e.stance, e.point, e.reason, recorded.at, e.limit);
}

void Projection::operator()(const TurnExtended& e) const {
  sql.run("UPDATE speech SET turn_limit = turn_limit + ? WHERE item = ? AND request = ? AND ended_at IS NULL", e.by,
          e.item, e.request);
}

void Projection::operator()(const TurnEnded& e) const {
  set_state(*this, e.item, e.request, RequestState::spoken);
  sql.run(
      "UPDATE speech SET ended_at = ?, spoken = ?, turn_limit = ? WHERE item = ? AND request = ? AND ended_at IS NULL",
      recorded.at, e.spoken, e.limit, e.item, e.request);
}

}  // namespace talar::storage
