#include "server/live/outbox.hpp"

#include <algorithm>

namespace talar::live {

bool Outbox::push_state(const Bytes& frame, Clock::time_point now) {
  if (sealed_ || owes_fresh_) return true;
  // Behind a fresh state that is still going out, patches are not late yet: there only their bytes count.
  const bool stalled = !empty() && entries_[first_].kind != Kind::fresh && now - moved_at_ > limits_.outbox_stall;
  const bool full = !empty() && state_bytes_ + frame->size() > limits_.outbox_bytes;
  if (stalled || full) {
    shed();
    owes_fresh_ = true;
    return false;
  }
  push(frame, Kind::state, now);
  return true;
}

bool Outbox::push_keep(const Bytes& frame, Clock::time_point now) {
  if (sealed_) return true;
  if (keep_bytes_ + frame->size() > keep_max_) return false;
  push(frame, Kind::keep, now);
  return true;
}

void Outbox::push_fresh(const Bytes& frame, Clock::time_point now) {
  if (sealed_) return;
  shed();
  owes_fresh_ = false;
  push(frame, Kind::fresh, now);
}

void Outbox::seal(const Bytes& last, Clock::time_point now) {
  if (sealed_) return;
  push(last, Kind::keep, now);
  sealed_ = true;
}

void Outbox::push(const Bytes& frame, Kind kind, Clock::time_point now) {
  if (empty()) moved_at_ = now;
  if (std::size_t* const count = count_of(kind)) *count += frame->size();
  entries_.push_back({frame, kind});
}

void Outbox::shed() {
  // What has begun to go out must be finished, and under TLS also what was only tried: a retried SSL_write must
  // repeat the same bytes.
  std::size_t begun = sent_ + held_;
  std::size_t kept = first_;
  for (; kept < entries_.size() && begun > 0; ++kept) begun -= std::min(begun, entries_[kept].frame->size());
  for (std::size_t i = kept; i < entries_.size(); ++i) {
    Entry& entry = entries_[i];
    if (entry.kind == Kind::keep) {
      std::swap(entries_[kept++], entry);
    } else if (std::size_t* const count = count_of(entry.kind)) {
      *count -= entry.frame->size();
    }
  }
  entries_.resize(kept);
}

std::size_t Outbox::gather(std::span<std::string_view, pieces_max> pieces) const {
  std::size_t count = 0;
  for (std::size_t i = first_; i < entries_.size() && count < pieces.size(); ++i) pieces[count++] = *entries_[i].frame;
  pieces.front().remove_prefix(sent_);
  return count;
}

std::optional<Outbox::Flushed> Outbox::note(const Moved& moved, Clock::time_point now) {
  if (moved.bytes > 0) moved_at_ = now;
  taken(moved.bytes);
  held_ = moved.held;
  wait_ = moved.wait;
  if (empty()) return Flushed::idle;
  if (moved.outcome == Moved::Outcome::done) return std::nullopt;
  return moved.outcome == Moved::Outcome::again ? Flushed::waiting : Flushed::failed;
}

void Outbox::taken(std::size_t bytes) {
  sent_ += bytes;
  while (!empty() && sent_ >= entries_[first_].frame->size()) {
    Entry& out = entries_[first_++];
    sent_ -= out.frame->size();
    if (std::size_t* const count = count_of(out.kind)) *count -= out.frame->size();
    out.frame.reset();
  }
  if (empty()) {
    entries_ = {};  // an idle socket keeps no memory
    first_ = 0;
  } else if (first_ > pieces_max) {
    entries_.erase(entries_.begin(), entries_.begin() + static_cast<std::ptrdiff_t>(first_));
    first_ = 0;
  }
}

std::size_t* Outbox::count_of(Kind kind) {
  switch (kind) {
    case Kind::state:
      return &state_bytes_;
    case Kind::keep:
      return &keep_bytes_;
    case Kind::fresh:
      return nullptr;  // shared by many, one per connection at most
  }
  return nullptr;
}

}  // namespace talar::live
