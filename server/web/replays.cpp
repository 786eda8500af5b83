#include "server/web/replays.hpp"

#include "protocol/codec.hpp"
#include "protocol/words.hpp"
#include "server/web/film.hpp"
#include "server/web/problems.hpp"
#include "server/web/visitor.hpp"

namespace talar::web {
namespace {

std::set<ItemId> closed_items(const MeetingRecord& record) {
  std::set<ItemId> closed;
  for (const RecordItem& item : record.items)
    if (item.closed) closed.insert(item.item);
  return closed;
}

bool has_ended(const MeetingSummary& meeting) {
  return meeting.state == MeetingState::closed || meeting.state == MeetingState::not_held;
}

}  // namespace

Body ReplayShelf::find(const std::string& name) {
  const std::lock_guard lock(mutex_);
  for (auto kept = kept_.begin(); kept != kept_.end(); ++kept) {
    if (kept->name != name) continue;
    kept_.splice(kept_.begin(), kept_, kept);
    return kept->body;
  }
  return nullptr;
}

void ReplayShelf::keep(std::string name, Body body) {
  const std::lock_guard lock(mutex_);
  bytes_ += body->size();
  kept_.push_front({std::move(name), std::move(body)});
  while (bytes_ > bytes_max_) {
    bytes_ -= kept_.back().body->size();
    kept_.pop_back();
  }
}

Response ReplayDesk::replay(const Request& request, const HallId& hall, std::string_view meeting) {
  const auto id = id_value(meeting);
  if (!id) return problem(Trouble::no_such_meeting);
  const Audience audience = visitor_of(request, accounts_, directory_.now()).standing(directory_, hall).audience;
  const auto record = archive_.record(hall, MeetingId{*id}, audience);
  if (!record) return problem(Trouble::no_such_meeting);
  const std::string name = hall.value + "/" + std::string(meeting) + "/" + std::string(word(audience));
  const std::unique_lock making(making_, std::try_to_lock);
  Response response = respond_json("");
  response.body = shelf_.find(name);
  if (response.body) return response;
  if (!making) return problem(Trouble::overloaded, {.retry_after_seconds = 1});
  return make(hall, *record, audience, name);
}

Response ReplayDesk::make(const HallId& hall, const MeetingRecord& record, Audience audience, const std::string& name) {
  const MeetingId meeting = record.summary.meeting;
  hall::State state = snapshots_.before(hall, meeting);
  Film film(meeting, audience, closed_items(record));
  using Take = storage::Archive::Take;
  archive_.events(hall, state.seq, [&](const Recorded& recorded) {
    const Film::At at = film.take(state, recorded);
    if (at == Film::At::before) snapshots_.offer(hall, state);
    return at == Film::At::end || film.size() > limits_.bytes ? Take::enough : Take::more;
  });
  if (film.size() > limits_.bytes) return problem(Trouble::replay_too_long);
  Response response = respond_json(to_json_text(film.cut(state)));
  // What is still going on looks different in a moment.
  if (has_ended(record.summary)) shelf_.keep(name, response.body);
  return response;
}

}  // namespace talar::web
