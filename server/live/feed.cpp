#include "server/live/feed.hpp"

#include "protocol/codec.hpp"

namespace talar::live {
namespace {

/// Whether something that this audience has seen is closed to it now (CNF).
bool closes_something(const View& before, const View& after) {
  for (const auto& [id, item] : after.items) {
    if (!item.closed) continue;
    const auto seen = before.items.find(id);
    if (seen != before.items.end() && !seen->second.closed) return true;
  }
  return false;
}

}  // namespace

void Feed::start(View view, std::int64_t seq) {
  view_ = std::move(view);
  seq_ = seq;
  ring_.start(seq);
  state_.reset();
}

Feed::Step Feed::render(View next, std::int64_t seq, Instant now) const {
  const auto patch = diff(view_, next);
  return {std::move(next), patch ? text_frame(encode_patch(seq, now, *patch)) : nullptr};
}

Frame Feed::show(Step step, std::int64_t seq) {
  // Old patches still tell what is closed from here on: whoever resumes gets a whole state instead.
  const bool forget = closes_something(view_, step.view);
  view_ = std::move(step.view);
  seq_ = seq;
  if (forget) {
    ring_.start(seq);
  } else {
    ring_.push(seq, step.patch);
  }
  state_.reset();
  return step.patch;
}

Frame Feed::state(Instant now) {
  // `now` is inside of the frame, hence the short life.
  if (!state_ || now - state_at_ > limits_.state_shared_for) {
    state_ = text_frame(encode_state(seq_, now, view_));
    state_at_ = now;
  }
  return state_;
}

Feed::CatchUp Feed::catch_up(std::optional<std::int64_t> seq, Instant now) {
  const auto missed = seq ? ring_.after(*seq) : std::nullopt;
  if (!missed) return {state(now), false};
  if (missed->empty()) return {nullptr, true};
  Frame patches = concat(*missed);
  const bool shorter = patches->size() <= limits_.resume_bytes || patches->size() < state(now)->size();
  return shorter ? CatchUp{std::move(patches), true} : CatchUp{state(now), false};
}

}  // namespace talar::live
