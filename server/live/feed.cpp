#include "server/live/feed.hpp"

#include "protocol/codec.hpp"

namespace talar::live {
namespace {

/// Whether something that this audience has seen is closed to it now, or to others in a closed part (CNF).
bool closes_something(const View& before, const View& after) {
  for (const auto& [id, meeting] : after.meetings) {
    const auto seen = before.meetings.find(id);
    if (meeting.closed_since && (seen == before.meetings.end() || !seen->second.closed_since)) return true;
  }
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
  seq_ = next(seq);
  owed_ = {};
  ring_.start(seq_);
  state_ = {};
  caught_up_from_ = {};
}

Feed::Step Feed::render(View parts, std::int64_t seq, Instant now) const {
  const auto patch = diff(view_, parts, owed_);
  return {std::move(parts), patch ? shared_text_frame(encode_patch(next(seq), now, *patch)) : Frame{}};
}

Frame Feed::show(Step step, std::int64_t seq) {
  if (step.patch || numbering_ == Numbering::journal) seq_ = next(seq);
  caught_up_from_ = {};
  if (step.patch) {
    // Old patches still tell what is closed from here on: whoever resumes gets a whole state instead.
    if (closes_something(view_, step.parts)) {
      ring_.start(seq_);
    } else {
      ring_.push(seq_, step.patch);
    }
    take_over(view_, std::move(step.parts), owed_);
    state_ = {};
  } else {
    ring_.push(seq_, {});
  }
  owed_ = {};
  return std::move(step.patch);
}

void Feed::going_out(std::size_t threads, Clock::time_point now) {
  going_out_ += threads;
  since_ = now;
}

std::optional<Feed::Clock::duration> Feed::flushed_by_one_thread(Clock::time_point now) {
  if (--going_out_ > 0) return std::nullopt;
  return now - since_;
}

const Frame& Feed::state(Instant now) {
  if (!state_) state_ = shared_text_frame(encode_state(seq_, now, view_));
  return state_;
}

Feed::CatchUp Feed::catch_up(std::optional<std::int64_t> seq, Instant now) {
  if (!seq) return {state(now), false};
  if (seq != caught_up_from_) {
    caught_up_ = missed_since(*seq, now);
    caught_up_from_ = seq;
  }
  return caught_up_;
}

Feed::CatchUp Feed::missed_since(std::int64_t seq, Instant now) {
  const auto missed = ring_.after(seq);
  if (!missed) return {state(now), false};
  if (missed->empty()) return {{}, true};
  Frame patches = concat(*missed);
  const std::size_t size = patches.plain->size();
  const bool shorter = size <= limits_.resume_bytes || size < state(now).plain->size();
  return shorter ? CatchUp{std::move(patches), true} : CatchUp{state(now), false};
}

}  // namespace talar::live
