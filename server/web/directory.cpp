#include "server/web/directory.hpp"

#include <algorithm>
#include <chrono>
#include <future>
#include <memory>

#include "server/hall/state.hpp"
#include "server/live/sequencer.hpp"
#include "server/web/published.hpp"

namespace talar::web {
namespace {

constexpr std::chrono::seconds patience{5};

}  // namespace

template <class Look>
auto Directory::ask(const HallId& hall, Look look) const {
  using Answer = std::invoke_result_t<Look, const live::Sequencer&>;
  // Shared: the answer may come after nobody waits for it any more.
  auto promise = std::make_shared<std::promise<Answer>>();
  auto answer = promise->get_future();
  halls_.with(hall, [promise, look](const live::Sequencer* sequencer) {
    promise->set_value(sequencer ? look(*sequencer) : Answer{});
  });
  if (answer.wait_for(patience) != std::future_status::ready) throw HallSilent("the hall thread does not answer");
  return answer.get();
}

bool Standing::needs_passphrase() const {
  return member && live::takes_passphrase(role, member->seat);
}

hall::Context::Kind kind_of(const Holder& holder) {
  switch (holder.kind) {
    case DeviceKind::display:
      return hall::Context::Kind::display;
    case DeviceKind::kiosk:
      return hall::Context::Kind::kiosk;
    case DeviceKind::personal:
      break;
  }
  return hall::Context::Kind::person;
}

Standing Directory::standing(const HallId& hall, const Holder& holder) const {
  return ask(hall, [holder](const live::Sequencer& sequencer) {
    const hall::State& state = sequencer.state();
    hall::Context context;
    context.kind = kind_of(holder);
    context.person = holder.person;
    Standing standing{.role = hall::role_of(state, context), .audience = {}, .member = {}};
    standing.audience = hall::audience_of(standing.role);
    if (!holder.person) return standing;
    if (const auto found = state.members.find(*holder.person); found != state.members.end())
      standing.member = found->second.member;
    return standing;
  });
}

std::vector<Member> Directory::members(const HallId& hall) const {
  return ask(hall, [](const live::Sequencer& sequencer) {
    std::vector<hall::Enrolled> enrolled;
    for (const auto& [person, entry] : sequencer.state().members) enrolled.push_back(entry);
    std::ranges::sort(enrolled, {}, &hall::Enrolled::order);
    std::vector<Member> members;
    for (auto& entry : enrolled) members.push_back(std::move(entry.member));
    return members;
  });
}

std::vector<DeviceId> Directory::connected(const HallId& hall) const {
  return ask(hall, [](const live::Sequencer& sequencer) { return sequencer.connected_devices(); });
}

std::vector<HallId> Directory::family(const HallId& hall) const {
  return ask(hall, [hall](const live::Sequencer& sequencer) {
    std::vector<HallId> family{hall};
    for (const auto& [group, content] : sequencer.state().groups) family.push_back(group);
    if (sequencer.state().parent) family.push_back(*sequencer.state().parent);
    return family;
  });
}

std::optional<Attachment> Directory::attachment(const HallId& hall, AttachmentId attachment, Audience audience) const {
  return ask(hall, [attachment, audience](const live::Sequencer& sequencer) {
    const auto& seen = sequencer.view(audience).attachments;
    const auto found = seen.find(attachment);
    return found == seen.end() ? std::nullopt : std::optional(found->second);
  });
}

std::optional<PublishedVote> Directory::published(const HallId& hall, VoteId vote, Audience audience) const {
  return ask(hall, [hall, vote, audience](const live::Sequencer& sequencer) {
    return web::published(hall, vote, sequencer.view(audience));
  });
}

Result<std::int64_t> Directory::execute(const HallId& hall, Command command, std::optional<PersonId> person) const {
  const auto promise = std::make_shared<std::promise<Result<std::int64_t>>>();
  auto answer = promise->get_future();
  const auto kind = person ? hall::Context::Kind::person : hall::Context::Kind::system;
  halls_.execute(hall, kind, person, std::move(command),
                 [promise](Result<std::int64_t> done) { promise->set_value(std::move(done)); });
  if (answer.wait_for(patience) != std::future_status::ready) throw HallSilent("the hall thread does not answer");
  return answer.get();
}

}  // namespace talar::web
