// A hall whose people do things at random, from one seed. Time moves because the simulation moves it.
#pragma once

#include <functional>
#include <map>
#include <random>
#include <set>

#include "server/hall/hall.hpp"
#include "server/hall/state.hpp"

namespace talar::simulation {

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : random_(seed) {}

  std::uint64_t draw() { return random_(); }
  /// From 0 to below `end`.
  std::size_t below(std::size_t end) { return random_() % end; }
  bool percent(unsigned chance) { return random_() % 100 < chance; }
  template <class List>
  auto any(const List& list) {
    return list[below(list.size())];
  }

 private:
  std::mt19937_64 random_;
};

struct Asker {
  hall::Context::Kind kind = hall::Context::Kind::observer;
  std::optional<PersonId> person;
};

class Chamber {
 public:
  explicit Chamber(std::uint64_t seed);

  /// One command by one asker: refused, or its events happen, with every invariant checked after each.
  bool ask(Asker asker, const Command& command);
  /// Somebody who may give the command, mostly; a deadline that has passed comes first.
  bool ask(const Command& command);
  /// Lets time pass, and the clocks run out that do.
  void pass(Millis span);

  /// What seals are made of; without it they are made up.
  using Sealer = std::function<std::optional<Seal>(MeetingId)>;
  void seal_by(Sealer sealer) { sealer_ = std::move(sealer); }
  Seal seal_of(MeetingId meeting, std::int64_t seq);

  Dice& dice() { return dice_; }
  const hall::State& state() const { return state_; }
  const std::vector<Recorded>& journal() const { return journal_; }
  /// How often each event happened and each refusal was given.
  const std::map<std::string_view, int>& happened() const { return happened_; }
  const std::map<RefusalCode, int>& refused() const { return refused_; }
  /// Of all events but its founding.
  std::vector<std::string> never_happened() const;

  // What a command may name: mostly something that is there.
  const hall::Meeting* current() const;
  PersonId person();
  MeetingId meeting();
  ItemId item();
  RequestId request();
  VoteId vote();
  ResolutionId resolution();
  MeetingId draft();
  TemplateId agenda_template();
  AttachmentId attachment();
  ProposalId proposal();
  HallId group();
  ReferralId referral();
  LetterId letter();

 private:
  Asker asker_for(const Command& command);
  template <class Map>
  auto key_of(const Map& map) -> typename Map::key_type;

  Dice dice_;
  Sealer sealer_;
  Instant now_{1'703'741'400'000};
  hall::State state_;
  std::vector<Recorded> journal_;
  std::map<std::string_view, int> happened_;
  std::map<RefusalCode, int> refused_;
};

/// Anything anybody may think of, the usual more often than the rare.
Command whim(Chamber& chamber);
ItemContent item_content(Chamber& chamber, bool confidential);
/// One week: an agenda, a meeting with `steps` things asked in it, its minutes.
void live_a_week(Chamber& chamber, int steps);

// floor.cpp
RequestFloor asking(Dice& dice);
FloorRules floor_rules(Dice& dice);
/// Of the active item, if it has one.
PersonId presenter(Chamber& chamber);
/// Mostly somebody who waits for the floor.
PersonId waiting_person(Chamber& chamber);

template <class Enum>
Enum word_below(Dice& dice, std::size_t count) {
  return static_cast<Enum>(dice.below(count));
}
inline std::optional<Reason> perhaps_reason(Dice& dice) {
  return dice.percent(30) ? std::optional<Reason>("دلیل") : std::nullopt;
}

/// Stands in every text of a closed item and nowhere else.
inline constexpr const char* secret = "محرمانه";

}  // namespace talar::simulation
