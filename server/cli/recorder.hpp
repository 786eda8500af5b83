// A hall whose commands are given here, beside no server: through its rules, and onto its record.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "protocol/commands.hpp"
#include "protocol/events.hpp"
#include "protocol/refusal.hpp"
#include "server/hall/state.hpp"

namespace talar::cli {

/// Who asks, and when. Nobody: the server itself.
struct Asker {
  std::optional<PersonId> person;
  Instant at;
};

class Recorder {
 public:
  Recorder(HallId hall, std::uint64_t seed) : hall_(std::move(hall)), seeds_(seed) {}

  const hall::State& state() const { return state_; }

  void record(const Asker& asker, Event event);
  /// Decides, applies, and gives the events of this step.
  Result<std::vector<Event>> ask(const Asker& asker, const Command& command);
  /// However the name is spelled.
  std::optional<PersonId> person_called(const std::string& name) const;
  /// What has been recorded since this was asked the last time.
  std::vector<Recorded> take();

 private:
  HallId hall_;
  IdSource seeds_;
  hall::State state_;
  std::map<std::string, PersonId> people_;  // by folded name
  std::vector<Recorded> events_;
};

}  // namespace talar::cli
