// given(what has happened).when(who, asks what).then(what happens, or why not). Every event passes through apply() and
// check().
#pragma once

#include <gtest/gtest.h>

#include "server/hall/hall.hpp"
#include "server/hall/state.hpp"

namespace talar::hall {

// The cast ----------------------------------------------------------------------------------------------------------

inline constexpr PersonId mayor{1};    // president
inline constexpr PersonId vice{2};     // vice president
inline constexpr PersonId ann{3};      // deputy
inline constexpr PersonId ben{4};      // deputy
inline constexpr PersonId cyrus{5};    // expert
inline constexpr PersonId dana{6};     // expert without the right to vote
inline constexpr PersonId guest{7};    // guest
inline constexpr PersonId clerk{8};    // secretary
inline constexpr PersonId nobody{99};  // of another hall

// The scenery: a meeting with three items, the second in two parts, the third confidential.
inline constexpr MeetingId meeting{100};
inline constexpr MeetingId next_meeting{101};
inline constexpr ItemId report{201};
inline constexpr ItemId plan{202};
inline constexpr ItemId roads{203};
inline constexpr ItemId rivers{204};
inline constexpr ItemId payroll{205};
inline constexpr VoteId ballot{301};
inline constexpr RequestId first{401};
inline constexpr RequestId second{402};
inline constexpr RequestId third{403};
inline constexpr ResolutionId decree{501};

/// The n-th id that a command makes: tests know the seed.
template <class SomeId>
SomeId fresh(int n = 1) {
  IdSource ids(1);
  for (int i = 1; i < n; ++i) ids.next<SomeId>();
  return ids.next<SomeId>();
}

inline constexpr const char* ballot_key = "bWVoci1lLXJhJ3k=";
inline constexpr const char* digest = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

inline constexpr Instant nine_o_clock{1'703'741'400'000};  // 2023-12-28T05:30:00Z, 09:00 in Rasht

constexpr Millis seconds(std::int64_t count) {
  return {count * 1000};
}
constexpr Millis minutes(std::int64_t count) {
  return {count * 60'000};
}

/// Who asks: a person, or one of those who are none.
struct Asker {
  Asker(PersonId id) : kind(Context::Kind::person), person(id) {}
  Asker(Context::Kind some_kind) : kind(some_kind) {}

  Context::Kind kind;
  std::optional<PersonId> person;
};
inline constexpr auto observer = Context::Kind::observer;
inline constexpr auto display = Context::Kind::display;
inline constexpr auto kiosk = Context::Kind::kiosk;
inline constexpr auto server = Context::Kind::system;

/// Field by field.
bool equal(const Event& a, const Event& b);
std::string told(const Event& event);

// The play ----------------------------------------------------------------------------------------------------------

using Story = std::vector<Event>;
Story operator+(Story story, const Story& more);

using Args = std::map<std::string, std::string>;

/// What came of a command. Every test asks for exactly one thing.
class Answer {
 public:
  explicit Answer(Result<std::vector<Event>> decision) : decision_(std::move(decision)) {}

  void then(const Story& expected) const;
  void then(RefusalCode code) const;
  void then(RefusalCode code, const std::string& field) const;
  void then(RefusalCode code, const Args& args) const;

 private:
  Result<std::vector<Event>> decision_;
};

/// A hall at some moment.
class Scene {
 public:
  /// Time stands still until the test moves it.
  Scene& after(Millis span);
  Scene& chair_connected();
  /// Otherwise one is always ready.
  Scene& without_ballot_key();
  /// By the secretariat's hand, as far as it matters whose.
  Scene& happens(const Story& story);
  /// The command must be accepted; its events are applied.
  Scene& does(Asker asker, const Command& command);

  Answer when(Asker asker, const Command& command) const;

  const State& state() const { return state_; }
  Instant now() const { return now_; }
  const Meeting& current() const { return state_.meetings.at(*state_.current); }
  View seen_by(Audience audience) const { return view(state_, audience); }
  const MeetingView meeting_seen_by(Audience audience) const { return seen_by(audience).meetings.at(*state_.current); }
  const std::vector<Recorded>& journal() const { return journal_; }

 private:
  Context context(Asker asker) const;
  void record(const Event& event, std::optional<PersonId> actor);

  State state_;
  Instant now_ = nine_o_clock;
  bool chair_connected_ = false;
  bool has_ballot_key_ = true;
  std::vector<Recorded> journal_;
};

Scene given(const Story& story);
template <class... Events>
Scene given(const Story& story, const Events&... more) {
  return given(story + Story{more...});
}

// Stories, each the last one and a little more ------------------------------------------------------------------------

Charter charter();
CharterAmended amended(const FloorRules& rules);
CharterAmended amended(const VotingRules& rules);
Member member(PersonId person);
ItemContent content(const char* title);

Story founded();                                         // the hall without anybody
Story enrolled();                                        // with its whole cast
Story drafted();                                         // a meeting with its agenda
Story convened();                                        // number 1
Story open_meeting();                                    // everybody but ben has come
Story discussing(ItemId item = report);                  // and an item is active
Story queueing(ItemId item = report);                    // ann, cyrus and the guest wait to speak
Story speaking(ItemId item = report);                    // ann speaks, the others wait on
Story voting(ItemId item = report, VoteRule rule = {});  // and a vote is open, entitled: mayor, vice, ann, cyrus

Story voting(const VoteForm& form, const VotingRules& rules = {}, const VoteRule& rule = {});  // of another kind
Story prepared(const VoteForm& form);                                                          // on the report
/// Entitled as above; a secret one has its key.
VoteOpened opened(const VoteForm& form = {}, const VotingRules& rules = {});
VoteOpened opened_to(const std::vector<PersonId>& voters, ItemId item = report);

Story closed_meeting();

VoteContent question(VoteRule rule = {}, std::optional<std::int64_t> limit_in_seconds = {});
VoteContent question(const VoteForm& form, std::optional<std::int64_t> limit_in_seconds = {});
VoteForm of(VoteKind kind, VoteMode mode = VoteMode::device);
VoteForm election(std::int64_t seats = 1, VoteMode mode = VoteMode::device);  // ann, ben and cyrus stand
VoteForm ranking(VoteMode mode = VoteMode::device);                           // of three options
/// Of a result at whose closing the meeting had its quorum, with everybody there but ben.
VoteResult at_quorum(VoteResult result);
ResolutionContent resolution_of(const char* text);

}  // namespace talar::hall
