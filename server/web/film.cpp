#include "server/web/film.hpp"

#include "protocol/codec.hpp"
#include "server/hall/hall.hpp"

namespace talar::web {
namespace {

constexpr Millis step_lasts{1'000};

bool convenes(const Event& event, MeetingId meeting) {
  const auto* convened = std::get_if<MeetingConvened>(&event);
  return convened && convened->meeting == meeting;
}

bool ends(const Event& event, MeetingId meeting) {
  return (std::holds_alternative<MeetingClosed>(event) || std::holds_alternative<MeetingNotHeld>(event)) &&
         meeting_of(event) == meeting;
}

}  // namespace

Film::At Film::take(hall::State& state, const Recorded& recorded) {
  if (at_ == At::meeting && recorded.at >= second_ + step_lasts) step(state);
  hall::apply(state, recorded);
  if (convenes(recorded.event, replay_.meeting)) {
    begin(state, recorded.at);
    return at_;
  }
  if (at_ != At::meeting) return at_;
  conceal(state);
  if (owed_.empty()) second_ = recorded.at;
  owed_.add(hall::touched(state, recorded.event));
  replay_.until = recorded.at;
  if (ends(recorded.event, replay_.meeting)) at_ = At::end;
  return at_;
}

Replay Film::cut(const hall::State& state) {
  if (at_ != At::before) step(state);
  return std::move(replay_);
}

void Film::begin(hall::State& state, Instant at) {
  conceal(state);
  at_ = At::meeting;
  replay_.from = replay_.until = second_ = at;
  view_ = replay_.view = look(state, Parts::whole());
  size_ = to_json_text(replay_.view).size();
}

void Film::step(const hall::State& state) {
  if (owed_.empty()) return;
  View parts = look(state, owed_);
  if (auto patch = diff(view_, parts, owed_)) {
    size_ += patch->size();
    replay_.steps.push_back({replay_.until, {std::move(*patch)}});
    take_over(view_, std::move(parts), owed_);
  }
  owed_ = {};
}

void Film::conceal(hall::State& state) const {
  for (auto& [id, item] : state.meetings.at(replay_.meeting).items)
    if (!shown_.items.contains(id)) item.content.confidential = true;
}

/// Without what is kept for other meetings.
View Film::look(const hall::State& state, const Parts& parts) const {
  View view = hall::view(state, audience_, parts);
  view.templates.clear();
  view.proposals.clear();
  view.phrases.clear();
  if (view.minutes && audience_ != Audience::staff)
    std::erase_if(view.minutes->entries, [&](const auto& entry) { return !shown_.entries.contains(entry.first); });
  return view;
}

}  // namespace talar::web
