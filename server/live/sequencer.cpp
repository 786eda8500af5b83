#include "server/live/sequencer.hpp"

#include <algorithm>
#include <boost/asio/post.hpp>
#include <thread>

#include "protocol/codec.hpp"
#include "server/live/derived_id.hpp"
#include "server/live/time_until.hpp"

namespace talar::live {
namespace {

using SteadyClock = std::chrono::steady_clock;

Refused refused(const Asked& asked, const Refusal& refusal) {
  return {asked.id, refusal.code, refusal.field, refusal.expected, refusal.args};
}

/// The journal names persons only: what has no name came from the kiosk, or from the server under an id of its own.
bool is_same(const CommandMemory::Known& before, const Asked& asked) {
  if (asked.person) return before.actor == Actor{asked.person};
  const auto nameless = is_derived(*asked.id) ? hall::Context::Kind::system : hall::Context::Kind::kiosk;
  return before.actor == Actor{} && asked.kind == nameless;
}

/// The journal's numbers would tell those outside how much happens where they may not look.
Feed feed_for(Audience audience, const Limits& limits) {
  const bool outside = audience == Audience::public_ || audience == Audience::display;
  return Feed(limits, outside ? Feed::Numbering::own : Feed::Numbering::journal);
}

double seconds_since(SteadyClock::time_point since) {
  return std::chrono::duration<double>(SteadyClock::now() - since).count();
}

}  // namespace

Sequencer::Sequencer(House& house, HallId id)
    : house_(house),
      id_(std::move(id)),
      feeds_{feed_for(Audience::public_, house.limits), feed_for(Audience::member, house.limits),
             feed_for(Audience::staff, house.limits), feed_for(Audience::display, house.limits)},
      memory_(house.limits.remembered_commands,
              [this](std::int64_t seq) { return house_.journal.command_of(id_, seq); }),
      askers_(house.limits),
      deadline_timer_(house.context),
      rest_timers_{asio::steady_timer(house.context), asio::steady_timer(house.context),
                   asio::steady_timer(house.context), asio::steady_timer(house.context)} {
  house_.journal.replay(id_, 0, [this](const Recorded& recorded) {
    hall::apply(state_, recorded);
    last_at_ = recorded.at;
    if (recorded.command) memory_.note(*recorded.command, {recorded.actor, recorded.seq});
  });
  durable_seq_ = state_.seq;
  if (durable_seq_ == 0) return;
  for (std::size_t i = 0; i < audiences; ++i)
    feeds_[i].start(hall::view(state_, static_cast<Audience>(i)), durable_seq_);
  begin_soon();
}

// Commands ------------------------------------------------------------------------------------------------------------

void Sequencer::ask(Asked asked) {
  if (given_up_) return;
  if (const auto code = no_room_for(asked)) {
    std::vector<Answer> answers;
    answers.push_back({std::move(asked), Refusal{*code, {}, {}, {}}});
    return answer_alone(std::move(answers));
  }
  waiting_.push_back(std::move(asked));
  begin_soon();
}

std::optional<RefusalCode> Sequencer::no_room_for(const Asked& asked) {
  if (!taking_) return RefusalCode::shutting_down;
  if (waiting_.size() >= house_.limits.commands_waiting) return RefusalCode::too_many_commands;
  if (asked.from && asked.person && !askers_.enter(*asked.person, asked.since)) return RefusalCode::too_many_commands;
  return std::nullopt;
}

Asked Sequencer::next() {
  Asked asked = std::move(waiting_.front());
  waiting_.pop_front();
  if (asked.from && asked.person) askers_.leave(*asked.person);
  return asked;
}

void Sequencer::begin_soon() {
  if (under_way_ || std::exchange(begin_posted_, true)) return;
  // By post: commands that wait before the hall thread's door come into the same round.
  asio::post(house_.context, [this] {
    begin_posted_ = false;
    begin_round();
  });
}

void Sequencer::begin_round() {
  if (under_way_ || given_up_) return;
  Round round;
  try {
    if (taking_ && deadline_passed()) decide(round, Asked{.command = Tick{}});
    for (std::size_t i = 0; i < house_.limits.commands_per_round && !waiting_.empty(); ++i) {
      decide(round, next());
    }
  } catch (const storage::StorageError& error) {
    return house_.failed(error.what());
  }
  if (!round.entries.empty()) return submit(std::move(round));
  answer_alone(std::move(round.answers));
  wait_for_deadline();
  if (!waiting_.empty()) begin_soon();
}

void Sequencer::decide(Round& round, Asked asked) {
  if (const auto before = asked.id ? memory_.find(*asked.id) : std::nullopt) {
    const bool same = is_same(*before, asked);
    Result<std::int64_t> result = before->seq;
    if (!same) result = Refusal{RefusalCode::id_reused, "id", "an id of one's own", {}};
    round.answers.push_back({std::move(asked), std::move(result), same});
    return;
  }
  const Instant at = event_time();
  auto events = judge(asked, at);
  if (!events) {
    round.answers.push_back({std::move(asked), events.error()});
    return;
  }
  record(round, asked, *std::move(events), at);
  round.answers.push_back({std::move(asked), state_.seq});
}

Result<std::vector<Event>> Sequencer::judge(const Asked& asked, Instant at) const {
  if (!asked.founding.empty()) return asked.founding;
  hall::Context context{asked.kind, asked.person, at, house_.draw(), chair_connected(), {}, id_};
  if (asked.person && !asked.proven && takes_passphrase(*asked.person)) {
    context.kind = hall::Context::Kind::observer;
    context.person.reset();
  }
  const bool needs_key = hall::needs_ballot_key(state_, asked.command);
  if (needs_key) context.ballot_key = house_.ballot_keys.next();
  auto events = hall::decide(state_, context, asked.command);
  if (events && needs_key) house_.ballot_keys.used();
  if (events || !events.error().field) return events;
  // The rules name a field of the command; a client counts from the root of its frame (P-29).
  Refusal refusal = events.error();
  refusal.field = "command." + *refusal.field;
  return refusal;
}

void Sequencer::record(Round& round, const Asked& asked, std::vector<Event> events, Instant at) {
  for (Event& event : events) {
    Recorded recorded{state_.seq + 1, at, Actor{asked.person}, asked.id, std::move(event)};
    hall::apply(state_, recorded);
    round.touched.add(hall::touched(state_, recorded.event));
    round.entries.push_back({id_, std::move(recorded)});
  }
  last_at_ = at;
  if (asked.id) memory_.note(*asked.id, {Actor{asked.person}, state_.seq});
}

void Sequencer::submit(Round round) {
  round.submitted = SteadyClock::now();
  under_way_ = std::move(round);
  // The callback runs on the journal thread; after give_up() the round is gone and the post does nothing.
  const bool taken = house_.committer.submit(std::move(under_way_->entries), [this] {
    asio::post(house_.context, [this] {
      if (under_way_) show(std::move(*std::exchange(under_way_, std::nullopt)));
    });
  });
  if (!taken) return;         // the committer has failed and tells the house itself
  std::this_thread::yield();  // where there is one core for all, the disk begins before the rendering does
  for (std::size_t i = 0; i < audiences; ++i) {
    feeds_[i].owe(under_way_->touched);
    if (feeds_[i].ready()) under_way_->steps[i] = render(static_cast<Audience>(i));
  }
}

// Showing -------------------------------------------------------------------------------------------------------------

void Sequencer::show(Round round) {
  house_.metrics.rounds.fetch_add(1, std::memory_order_relaxed);
  house_.metrics.commit.observe(seconds_since(round.submitted));
  durable_seq_ = state_.seq;
  const To whom = tell_persons(round.touched);
  answer(std::move(round.answers));
  publish(round, whom);
  for (const Joining& joining : std::exchange(joining_, {})) admit(joining);
  tell_house();
  begin_soon();
}

void Sequencer::tell_house() {
  if (!under_way_ && !given_up_) house_.durable(*this);
}

void Sequencer::answer(std::vector<Answer> answers) {
  Metrics& metrics = house_.metrics;
  for (Answer& answer : answers) {
    auto& [asked, result, repeated] = answer;
    auto& counter = !result ? metrics.commands_refused : repeated ? metrics.commands_repeated : metrics.commands_done;
    counter.fetch_add(1, std::memory_order_relaxed);
    metrics.command.observe(seconds_since(asked.since));
    if (asked.from) {
      Personal& personal = later_[*asked.from];
      ++personal.answers;
      append_text_frame(personal.frames,
                        result ? encode(Done{*asked.id, *result}) : encode(refused(asked, result.error())));
    }
    if (asked.done) asked.done(std::move(result));
  }
}

void Sequencer::answer_alone(std::vector<Answer> answers) {
  answer(std::move(answers));
  publish_owed();
}

// Time ----------------------------------------------------------------------------------------------------------------

Instant Sequencer::event_time() const {
  return std::max(house_.clock(), last_at_);
}

bool Sequencer::deadline_passed() const {
  const auto deadline = state_.seq > 0 ? hall::next_deadline(state_) : std::nullopt;
  return deadline && *deadline <= event_time();
}

void Sequencer::wait_for_deadline() {
  const auto deadline = state_.seq > 0 ? hall::next_deadline(state_) : std::nullopt;
  if (!deadline || !taking_) return;
  deadline_timer_.expires_after(time_until(*deadline, house_.clock()));
  deadline_timer_.async_wait([this](const error_code& error) {
    if (!error) begin_round();
  });
}

void Sequencer::stop_taking() {
  taking_ = false;
  deadline_timer_.cancel();
  for (Asked& asked : std::exchange(waiting_, {})) ask(std::move(asked));
}

void Sequencer::finish() {
  Round nothing;
  if (!under_way_ && !given_up_) publish(nothing, To::everyone);
}

void Sequencer::give_up() {
  given_up_ = true;
  deadline_timer_.cancel();
  under_way_.reset();
  waiting_.clear();
  joining_.clear();
  later_.clear();
}

}  // namespace talar::live
