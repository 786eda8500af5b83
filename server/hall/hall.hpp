// The rules of the hall, pure: no clock, no randomness, no thread, no log, no JSON text. RULES.md numbers them.
#pragma once

#include <optional>
#include <vector>

#include "protocol/commands.hpp"
#include "protocol/events.hpp"
#include "protocol/parts.hpp"
#include "protocol/refusal.hpp"

namespace talar::hall {

struct State;  // state.hpp

/// Who asks, when, and with which fresh ids. Everything the rules cannot know by themselves is a fact in here.
struct Context {
  enum class Kind { person, observer, display, kiosk, system };
  Kind kind = Kind::observer;
  std::optional<PersonId> person;  // exactly when kind is `person`
  Instant now;
  std::uint64_t seed = 0;        // for fresh ids; drawn at random by the caller, once per command
  bool chair_connected = false;  // a device of the presiding person is connected right now
  std::optional<std::string> ballot_key = {};  // never used before: a secret vote that opens gets it (VoteOpened.key)
  HallId hall = {};              // the one that is asked: what it writes to other halls is signed with it
};

/// The role of the asking person: chair before staff before member before guest.
Role role_of(const State& state, const Context& context);
/// The audience whose view a role sees.
Audience audience_of(Role role);

/// Refuses by name, or says what would happen. Never both; an accepted command has at least one event.
Result<std::vector<Event>> decide(const State& state, const Context& context, const Command& command);
/// Trusts and asserts: `recorded.seq` is the next one.
void apply(State& state, const Recorded& recorded);
/// Everything this audience may see, nothing else.
View view(const State& state, Audience audience);
/// These parts of it; everything else is left as in View{}.
View view(const State& state, Audience audience, const Parts& parts);
/// What an event may have changed in the view of any audience and in what single persons are told. `after` is the state
/// right after it: what was before shows in it or does not matter, for apply() goes on in place.
Parts touched(const State& after, const Event& event);
/// One person's own part; nothing for a person who is not of this hall.
std::optional<Me> me(const State& state, PersonId person);
/// Whether this command, if it is accepted, opens a secret vote: its context needs a key (SEC-2).
bool needs_ballot_key(const State& state, const Command& command);
/// When the server must ask with a Tick although nobody acts; nothing when no clock is running.
std::optional<Instant> next_deadline(const State& state);
/// The invariants of the state; aborts with the rule's number when one is broken. Tests and debug builds call it after
/// every event.
void check(const State& state);

}  // namespace talar::hall
