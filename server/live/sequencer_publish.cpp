// The sequencer's way out: who gets a patch now, who later, and what goes with it.
#include <algorithm>

#include "server/live/sequencer.hpp"

namespace talar::live {

Feed::Step Sequencer::render(Audience audience) {
  const Feed& feed = this->feed(audience);
  if (feed.owed().empty()) return {};
  return feed.render(hall::view(state_, audience, feed.owed()), state_.seq, house_.clock());
}

void Sequencer::publish(Round& round, To whom) {
  std::vector<Publication> publications(house_.fanout.threads());
  AudienceSet ready;
  for (std::size_t i = 0; i < audiences; ++i) {
    Feed& feed = feeds_[i];
    if (whom == To::whoever_is_ready && !feed.ready()) continue;
    ready.set(i);
    auto& step = round.steps[i];
    const Frame patch = feed.show(step ? std::move(*step) : render(static_cast<Audience>(i)), durable_seq_);
    if (!patch) continue;
    house_.metrics.frames_published.fetch_add(1, std::memory_order_relaxed);
    feed.going_out(publications.size(), std::chrono::steady_clock::now());
    for (Publication& publication : publications) publication.patches[i] = patch;
  }
  for (auto entry = later_.begin(); entry != later_.end();) {
    const ConnectionId to = entry->first;
    const auto here = entry++;
    if (!ready.test(static_cast<std::size_t>(audience_of(to)))) continue;
    Personal personal = std::move(later_.extract(here).mapped());
    personal.to = to;
    if (personal.audience) begin_anew(personal);
    publications[to.hub].personal.push_back(std::move(personal));
  }
  for (std::size_t thread = 0; thread < publications.size(); ++thread) {
    if (!publications[thread].empty()) house_.fanout.publish(thread, id_, std::move(publications[thread]));
  }
}

/// Between rounds; during one, its end does it.
void Sequencer::publish_owed() {
  if (under_way_ || given_up_) return;
  Round nothing;
  publish(nothing);
}

void Sequencer::flushed(AudienceSet done) {
  const auto now = std::chrono::steady_clock::now();
  for (std::size_t i = 0; i < audiences; ++i) {
    if (!done.test(i)) continue;
    const auto took = feeds_[i].flushed_by_one_thread(now);
    if (!took) continue;
    house_.metrics.flush.observe(std::chrono::duration<double>(*took).count());
    if (!feeds_[i].owed().empty()) rest(i, std::min<Feed::Clock::duration>(*took / 4, house_.limits.flush_rest));
  }
  if (!later_.empty()) publish_owed();
}

/// Under load: what happens meanwhile comes along with the next patch, and the network threads have time for others.
void Sequencer::rest(std::size_t audience, Feed::Clock::duration time) {
  feeds_[audience].rest();
  rest_timers_[audience].expires_after(time);
  rest_timers_[audience].async_wait([this, audience](const error_code& error) {
    if (error) return;
    feeds_[audience].rested();
    publish_owed();
  });
}

}  // namespace talar::live
