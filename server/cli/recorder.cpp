#include "server/cli/recorder.hpp"

#include <utility>

#include "server/hall/hall.hpp"
#include "storage/fold.hpp"

namespace talar::cli {

void Recorder::record(const Asker& asker, Event event) {
  Recorded recorded{
      .seq = state_.seq + 1, .at = asker.at, .actor = {asker.person}, .command = {}, .event = std::move(event)};
  hall::apply(state_, recorded);
  if (const auto* enrolled = std::get_if<MembersEnrolled>(&recorded.event))
    for (const Member& member : enrolled->members) people_.emplace(storage::fold(member.name.value), member.person);
  events_.push_back(std::move(recorded));
}

Result<std::vector<Event>> Recorder::ask(const Asker& asker, const Command& command) {
  hall::Context context;
  context.kind = asker.person ? hall::Context::Kind::person : hall::Context::Kind::system;
  context.person = asker.person;
  context.now = asker.at;
  context.seed = seeds_.next<PersonId>().value;
  context.hall = hall_;
  auto decided = hall::decide(state_, context, command);
  if (!decided) return decided;
  for (const Event& event : *decided) record(asker, event);
  return decided;
}

std::optional<PersonId> Recorder::person_called(const std::string& name) const {
  const auto found = people_.find(storage::fold(name));
  if (found == people_.end()) return std::nullopt;
  return found->second;
}

std::vector<Recorded> Recorder::take() {
  return std::exchange(events_, {});
}

}  // namespace talar::cli
