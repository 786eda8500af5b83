#include "tests/simulation/chamber.hpp"

#include <boost/mp11.hpp>

#include "protocol/codec.hpp"
#include "protocol/words.hpp"
#include "server/hall/permissions.hpp"

namespace talar::simulation {

using hall::Context;

namespace {

constexpr int people = 24;

Seat seat_of(int order) {
  if (order == 1) return Seat::president;
  if (order == 2) return Seat::vice_president;
  if (order <= 8) return Seat::deputy;
  if (order == 9) return Seat::district_mayor;
  if (order == 10) return Seat::council_representative;
  if (order <= 20) return Seat::expert;
  return order <= 22 ? Seat::guest : Seat::secretary;
}

}  // namespace

Chamber::Chamber(std::uint64_t seed) : dice_(seed) {
  const HallFounded founded{"اتاق", {}, HallKind::chamber, "تالار", 1, {}};
  journal_.push_back({1, now_, {}, {}, founded});
  hall::apply(state_, journal_.back());
  EnrolMembers roster;
  for (int order = 1; order <= people; ++order) {
    const std::string name = "عضو " + std::to_string(order);
    roster.members.push_back({{}, name, name, seat_of(order), order <= 20});
  }
  ask({Context::Kind::system, {}}, roster);
}

bool Chamber::ask(Asker asker, const Command& command) {
  Context context{asker.kind, asker.person, now_, dice_.draw(), dice_.percent(80), {}, {"chamber"}};
  if (hall::needs_ballot_key(state_, command) && dice_.percent(95)) context.ballot_key = "key";
  const auto decision = hall::decide(state_, context, command);
  if (!decision) {
    ++refused_[decision.error().code];
    return false;
  }
  for (const Event& event : *decision) {
    journal_.push_back({state_.seq + 1, now_, {asker.person}, {}, event});
    hall::apply(state_, journal_.back());
    hall::check(state_);
    ++happened_[event_type(event)];
  }
  return true;
}

bool Chamber::ask(const Command& command) {
  return ask(asker_for(command), command);
}

void Chamber::pass(Millis span) {
  now_ = now_ + span;
  const auto deadline = hall::next_deadline(state_);
  if (deadline && *deadline <= now_ && dice_.percent(90)) ask({Context::Kind::system, {}}, Tick{});
}

Seal Chamber::seal_of(MeetingId meeting, std::int64_t seq) {
  if (sealer_)
    if (auto seal = sealer_(meeting)) return *std::move(seal);
  return {1, std::string(64, static_cast<char>('a' + dice_.below(6))), std::string(64, '0'), seq};
}

Asker Chamber::asker_for(const Command& command) {
  if (dice_.percent(2)) return {static_cast<Context::Kind>(1 + dice_.below(4)), {}};
  if (dice_.percent(5)) return {Context::Kind::person, person()};
  std::vector<PersonId> allowed;
  for (const auto& [person, enrolled] : state_.members) {
    if (hall::may(hall::role_of(state_, {.kind = Context::Kind::person, .person = person, .now = now_}), command)) {
      allowed.push_back(person);
    }
  }
  if (allowed.empty()) return {Context::Kind::system, {}};
  return {Context::Kind::person, dice_.any(allowed)};
}

std::vector<std::string> Chamber::never_happened() const {
  std::vector<std::string> missing;
  boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, Event>>([&](auto identity) {
    using SomeEvent = typename decltype(identity)::type;
    const std::string type{type_word<SomeEvent>()};
    if (!std::is_same_v<SomeEvent, HallFounded> && !happened_.contains(type)) missing.push_back(type);
  });
  return missing;
}

const hall::Meeting* Chamber::current() const {
  return state_.current ? &state_.meetings.at(*state_.current) : nullptr;
}

/// One in thirty names something that is not there.
template <class Map>
auto Chamber::key_of(const Map& map) -> typename Map::key_type {
  if (map.empty() || dice_.below(30) == 0) return typename Map::key_type{dice_.draw() % 1000};
  return std::next(map.begin(), static_cast<std::ptrdiff_t>(dice_.below(map.size())))->first;
}

PersonId Chamber::person() {
  return key_of(state_.members);
}
MeetingId Chamber::meeting() {
  return dice_.percent(10) ? key_of(state_.past) : key_of(state_.meetings);
}

ItemId Chamber::item() {
  const hall::Meeting* meeting = current();
  if (meeting && meeting->active_item && dice_.percent(40)) return *meeting->active_item;
  if (meeting && dice_.percent(90)) return key_of(meeting->items);
  if (state_.meetings.empty()) return {};
  return key_of(state_.meetings.rbegin()->second.items);
}

RequestId Chamber::request() {
  const hall::Meeting* meeting = current();
  if (!meeting || !meeting->active_item) return {};
  const hall::Item& item = meeting->items.at(*meeting->active_item);
  if (!item.queue.empty() && dice_.percent(80)) return dice_.any(item.queue);
  return key_of(item.requests);
}

VoteId Chamber::vote() {
  const hall::Meeting* meeting = current();
  if (meeting && meeting->open_vote && dice_.percent(90)) return *meeting->open_vote;
  return meeting ? key_of(meeting->votes) : VoteId{};
}

MeetingId Chamber::draft() {
  for (const auto& [id, meeting] : state_.meetings)
    if (meeting.state == MeetingState::drafted && dice_.percent(60)) return id;
  return meeting();
}

TemplateId Chamber::agenda_template() {
  return key_of(state_.templates);
}

AttachmentId Chamber::attachment() {
  const hall::Meeting* meeting = current();
  return meeting ? key_of(meeting->attachments) : AttachmentId{};
}

ResolutionId Chamber::resolution() {
  const hall::Meeting* meeting = current();
  if (!meeting) return {};
  if (meeting->record.resolutions.empty() || dice_.percent(20)) return key_of(state_.tasks);
  return key_of(meeting->record.resolutions);
}

ProposalId Chamber::proposal() {
  return key_of(state_.proposals);
}
HallId Chamber::group() {
  const auto& groups = state_.groups;
  if (groups.empty() || dice_.below(30) == 0) return {"g-0"};
  return std::next(groups.begin(), static_cast<std::ptrdiff_t>(dice_.below(groups.size())))->first;
}
ReferralId Chamber::referral() {
  return key_of(state_.referrals);
}
LetterId Chamber::letter() {
  return key_of(state_.letters);
}

}  // namespace talar::simulation
