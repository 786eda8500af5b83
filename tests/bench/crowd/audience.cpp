#include "audience.hpp"

#include <utility>

#include "fault.hpp"

namespace crowd {

Audience::Audience(Bench& bench, const Dialect& dialect, std::size_t size)
    : bench_(bench), dialect_(dialect), at_(ring) {
  requests_.push_back(dialect.subscription({bench.compression, nullptr}));
  standings_.resize(size);
  at(0) = static_cast<std::uint32_t>(size);
  for (std::size_t i = 0; i < size; ++i) peers_.emplace_back(bench.loop, static_cast<Owner&>(*this), i);
  for (const std::size_t i : {std::size_t{0}, size / 3, size * 2 / 3, size - 1}) folded_[i] = {};
}

Audience::Audience(Bench& bench, const Dialect& dialect, std::vector<Device> people)
    : Audience(bench, dialect, people.size()) {
  people_ = std::move(people);
  requests_.clear();
  for (const Device& device : people_) requests_.push_back(dialect_.subscription({bench.compression, &device}));
}

void Audience::join(Return how, std::size_t at_once) {
  return_ = how;
  std::size_t next = 0;
  bench_.loop.until("all devices have joined", [&] {
    for (; next < size() && joining_ < at_once; ++next) {
      if (standings_[next].ready) continue;
      ++joining_;
      peers_[next].connect(bench_.endpoint, requests_[people_.empty() ? 0 : next]);
    }
    return ready_ == size();
  });
}

void Audience::drop() {
  for (Peer& peer : peers_) peer.drop();
  for (Standing& standing : standings_) standing.ready = false;
  ready_ = 0;
}

void Audience::stall(std::size_t count, int receive_buffer) {
  for (std::size_t i = 0; i < count; ++i) {
    standings_[i].stalled = true;
    --at(standings_[i].event);
    peers_[i].stall(receive_buffer);
  }
  advance();
}

void Audience::wake() {
  for (std::size_t i = 0; i < size(); ++i) {
    if (!standings_[i].stalled) continue;
    standings_[i].stalled = false;
    ++at(standings_[i].event);
    slowest_ = std::min(slowest_, standings_[i].event);
    peers_[i].wake();
  }
}

std::uint64_t Audience::bytes_in() const {
  std::uint64_t sum = 0;
  for (const Peer& peer : peers_) sum += peer.bytes_in();
  return sum;
}

void Audience::opened(Peer& peer) {
  resumed_tls_ += peer.resumed_tls();
  Standing& standing = standings_[peer.index];
  const Resume resume{epoch_, return_ == Return::resuming ? standing.seq : -1};
  if (const std::string greeting = dialect_.greeting(&resume); !greeting.empty()) peer.say(greeting);
  if (!dialect_.waits_for_state()) set_ready(standing);
}

void Audience::said(Peer& peer, std::string_view text) {
  Standing& standing = standings_[peer.index];
  const Heard heard = dialect_.hear(text);
  switch (heard.kind) {
    case Heard::Kind::event:
      if (heard.seq >= 0) {
        stream_.patch(standing.fresh ? -1 : standing.seq, heard.seq, text);
        fold(peer.index, "patch", text);
        standing.seq = heard.seq;
        standing.fresh = false;
      }
      return move(standing, heard.event);
    case Heard::Kind::ready:
      if (heard.seq >= 0) {
        if (heard.seq < standing.seq && return_ == Return::resuming) fail("a state is older than what was known");
        ++states_;
        state_bytes_ = text.size();
        fold(peer.index, "view", text);
        standing.seq = heard.seq;
        standing.fresh = true;
      }
      move(standing, heard.event);
      return set_ready(standing);
    default:
      break;
  }
  if (!heard.answer.empty()) peer.say(heard.answer);
  if (type_of(text) == "welcome") {
    if (epoch_.empty()) epoch_ = Json::parse(text)["epoch"].scalar;
    // Whoever has missed nothing is told nothing more; who has, hears patches before anything else can happen.
    if (return_ == Return::resuming && standing.seq >= 0) set_ready(standing);
  }
  if (personal) personal(peer.index, text);
}

void Audience::lost(Peer& peer, const std::string& why) {
  fail("device " + std::to_string(peer.index) + " was lost: " + why);
}

void Audience::fold(std::size_t index, const char* part, std::string_view text) {
  const auto found = folded_.find(index);
  if (found == folded_.end()) return;
  const Json frame = Json::parse(text);
  if (*part == 'v')
    found->second = frame[part];
  else
    found->second.merge(frame[part]);
}

void Audience::set_ready(Standing& standing) {
  if (std::exchange(standing.ready, true)) return;
  ++ready_;
  --joining_;
}

void Audience::move(Standing& standing, std::int64_t to) {
  if (to <= standing.event) {
    if (to >= 0 && to < standing.event) fail("order: an older event came after a newer one");
    return;
  }
  const std::int64_t from = std::exchange(standing.event, to);
  if (arrived) arrived(from, to);
  newest_ = std::max(newest_, to);
  if (standing.stalled) return;
  ++at(to);
  if (--at(from) == 0 && from == slowest_) advance();
}

void Audience::advance() {
  while (slowest_ < newest_ && at(slowest_) == 0) {
    ++slowest_;
    if (everybody) everybody(slowest_);
  }
}

bool Audience::abreast() const {
  for (const Standing& standing : standings_)
    if (standing.seq < stream_.last_seq()) return false;
  return true;
}

void Audience::verify() {
  if (!dialect_.waits_for_state() || stream_.told() == 0) return;
  Audience witness =
      people_.empty() ? Audience(bench_, dialect_, 1) : Audience(bench_, dialect_, std::vector{people_.front()});
  witness.join();
  // A last patch may still be on its way, to the witness as well: what counts is that all come to the same end.
  std::string where = "a device does not know the last patch";
  for (const std::int64_t end = now_us() + 15'000'000; !where.empty() && now_us() < end; bench_.loop.turn(20)) {
    if (!abreast()) continue;
    for (const auto& [index, view] : folded_)
      if (where = difference(view, witness.view(0)); !where.empty()) break;
  }
  if (!where.empty()) fail("a device folded another view than the server's: " + where);
}

}  // namespace crowd
