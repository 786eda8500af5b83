#include "server/live/teller.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <boost/asio/post.hpp>

#include "protocol/words.hpp"
#include "server/hall/votes.hpp"
#include "server/live/derived_id.hpp"
#include "server/live/time_until.hpp"

namespace talar::live {
namespace {

constexpr std::string_view count_family = "count";

/// Of the meeting at hand; no other has votes under way.
const hall::Vote* find_vote(const hall::State& state, VoteId id) {
  if (!state.current) return nullptr;
  const auto& votes = state.meetings.at(*state.current).votes;
  const auto found = votes.find(id);
  return found == votes.end() ? nullptr : &found->second;
}

bool is_under_way(const hall::Vote& vote) {
  return vote.key && (vote.state == VoteState::open || vote.state == VoteState::counting);
}

/// Voided after it was counted, its ballots stay.
bool was_thrown_away(const hall::Vote& vote) {
  return vote.key && vote.state == VoteState::voided && !vote.result;
}

ballots::VoteUnderWay as_opened(VoteId id, const hall::Vote& vote) {
  return {id, *vote.key, *vote.content.form};
}

/// What the hall may be told: steps, because one ballot more would be the last voter's; all of them are everybody's.
std::int64_t told(std::int64_t cast, const hall::Vote& vote) {
  return std::cmp_equal(cast, vote.electorate.size()) ? cast : cast - cast % hall::turnout_step;
}

}  // namespace

void Teller::start(const std::vector<Sequencer*>& halls) {
  std::vector<ballots::VoteUnderWay> under_way;
  std::vector<VoteId> voided;
  for (const Sequencer* const hall : halls) {
    const hall::State& state = hall->state();
    if (!state.current) continue;
    for (const auto& [id, vote] : state.meetings.at(*state.current).votes) {
      if (is_under_way(vote)) {
        under_way.push_back(as_opened(id, vote));
        votes_[id] = {hall->id()};
      } else if (was_thrown_away(vote)) {
        voided.push_back(id);
      }
    }
  }
  around_.box.start(under_way);
  for (const VoteId id : voided) around_.box.discard(id);
}

void Teller::look(const Sequencer& hall) {
  clear_away(hall);
  const hall::State& state = hall.state();
  const auto open = state.current ? state.meetings.at(*state.current).open_vote : std::nullopt;
  const hall::Vote* const vote = open ? find_vote(state, *open) : nullptr;
  if (!vote || !is_under_way(*vote)) return;
  const auto [watched, is_new] = votes_.try_emplace(*open, Watched{hall.id()});
  if (is_new) around_.box.open(as_opened(*open, *vote));
  if (vote->state == VoteState::counting && !watched->second.sealing)
    around_.box.expect(*open, static_cast<std::int64_t>(vote->issued.size()));
  tend(*open, watched->second);
  wait();
}

void Teller::clear_away(const Sequencer& hall) {
  std::erase_if(votes_, [&](const auto& entry) {
    const auto& [id, watched] = entry;
    if (watched.hall != hall.id()) return false;
    const hall::Vote* const vote = find_vote(hall.state(), id);
    if (vote && is_under_way(*vote)) return false;
    vote&& was_thrown_away(*vote) ? around_.box.discard(id) : around_.box.finish(id);
    return true;
  });
}

void Teller::turnout(VoteId id) {
  if (const auto watched = votes_.find(id); watched != votes_.end()) tend(id, watched->second);
}

void Teller::time_moved() {
  for (auto& [id, watched] : votes_) tend(id, watched);
  wait();
}

void Teller::tend(VoteId id, Watched& watched) {
  const Sequencer* const hall = around_.find(watched.hall);
  const hall::Vote* const vote = find_vote(hall->state(), id);
  const auto cast = around_.box.counted(id);
  if (!vote || !cast || watched.sealing) return;
  note_turnout(id, *vote, watched);
  if (vote->state != VoteState::counting) return;
  const bool all_are_in = std::cmp_equal(*cast, vote->issued.size());
  if (all_are_in || *vote->casts_until <= around_.clock()) seal(id, watched);
}

const std::optional<std::string>& Teller::next_key() {
  if (!next_key_) next_key_ = around_.box.take_key();
  return next_key_;
}

void Teller::note_turnout(VoteId id, const hall::Vote& vote, Watched& watched) {
  const std::int64_t cast = told(*around_.box.counted(id), vote);
  if (cast <= std::max(vote.cast_noted, watched.noted)) return;
  watched.noted = cast;
  // If it is refused, for instance because too much is going on, the next step tells it.
  around_.find(watched.hall)->ask({.command = NoteTurnout{id, cast}});
}

void Teller::seal(VoteId id, Watched& watched) {
  watched.sealing = true;
  around_.box.seal(id, [this, id](ballots::SealedBallots sealed) {
    asio::post(around_.context, [this, id, sealed = std::move(sealed)]() mutable { count(id, std::move(sealed)); });
  });
}

void Teller::count(VoteId id, ballots::SealedBallots sealed) {
  const auto watched = votes_.find(id);
  if (watched == votes_.end()) return;  // voided meanwhile
  const auto done = [this, id](const Result<std::int64_t>& result) {
    if (result || result.error().code == RefusalCode::shutting_down) return;
    spdlog::error("the ballots of vote {} cannot be counted: {}", id.text(), word(result.error().code));
    const auto refused = votes_.find(id);
    if (refused == votes_.end()) return;
    refused->second.sealing = false;
    wait();
  };
  around_.find(watched->second.hall)
      ->ask({.id = derived_id(count_family, id.value),
             .command = CountBallots{id, std::move(sealed.ballots), sealed.digest},
             .done = done});
}

void Teller::wait() {
  std::optional<Instant> next;
  for (const auto& [id, watched] : votes_) {
    const hall::Vote* const vote = find_vote(around_.find(watched.hall)->state(), id);
    if (!vote || watched.sealing || vote->state != VoteState::counting) continue;
    if (!next || *vote->casts_until < *next) next = vote->casts_until;
  }
  if (!next) return;
  timer_.expires_after(time_until(*next, around_.clock()));
  timer_.async_wait([this](const error_code& error) {
    if (!error) time_moved();
  });
}

}  // namespace talar::live
