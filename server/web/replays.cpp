#include "server/web/replays.hpp"

#include <fmt/format.h>

#include "protocol/codec.hpp"
#include "protocol/words.hpp"
#include "server/web/ended.hpp"
#include "server/web/film.hpp"
#include "server/web/problems.hpp"
#include "server/web/visitor.hpp"

namespace talar::web {
namespace {

constexpr std::chrono::seconds patience{5};  // of people of the hall, while another replay is made

Film::Shown shown_in(const MeetingRecord& record) {
  Film::Shown shown;
  for (const RecordItem& item : record.items)
    if (!item.closed) shown.items.insert(item.item);
  for (const RecordEntry& entry : record.entries) shown.entries.insert(entry.seq);
  return shown;
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
  const auto mark = archive_.mark(hall, MeetingId{*id}, audience);
  if (!mark) return problem(Trouble::no_such_meeting);
  // Whatever happens to its record later is another one.
  const std::string name = fmt::format("{}/{}/{}/{}", hall.value, meeting, word(audience), mark->seq);
  Response response = respond_json("");
  response.body = shelf_.find(name);
  if (response.body) return response;
  const Making making = turn_to_make(audience);
  if (!making) return problem(Trouble::overloaded, {.retry_after_seconds = 1});
  response.body = shelf_.find(name);
  if (response.body) return response;
  return make(hall, MeetingId{*id}, audience, name).value_or(problem(Trouble::no_such_meeting));
}

ReplayDesk::Making ReplayDesk::turn_to_make(Audience audience) {
  const bool is_of_the_hall = audience == Audience::member || audience == Audience::staff;
  if (!is_of_the_hall) {
    if (waiting_ > 0) return Making();
    return Making(making_, std::try_to_lock);
  }
  ++waiting_;
  Making making(making_, patience);
  --waiting_;
  return making;
}

std::optional<Response> ReplayDesk::make(const HallId& hall, MeetingId meeting, Audience audience,
                                         const std::string& name) {
  const auto record = archive_.record(hall, meeting, audience);
  if (!record) return std::nullopt;
  hall::State state = snapshots_.before(hall, meeting);
  Film film(meeting, audience, shown_in(*record));
  using Take = storage::Archive::Take;
  archive_.events(hall, state.seq, [&](const Recorded& recorded) {
    const Film::At at = film.take(state, recorded);
    if (at == Film::At::before) snapshots_.offer(hall, state);
    return at == Film::At::end || film.size() > limits_.bytes ? Take::enough : Take::more;
  });
  if (film.size() > limits_.bytes) return problem(Trouble::replay_too_long);
  Response response = respond_json(to_json_text(film.cut(state)));
  // What is still going on looks different in a moment.
  if (has_ended(record->summary.state)) shelf_.keep(name, response.body);
  return response;
}

}  // namespace talar::web
