#include "server/hall/hall.hpp"
#include "server/hall/state.hpp"

namespace talar::hall {

Role role_of(const State& state, const Context& context) {
  switch (context.kind) {
    case Context::Kind::observer:
      return Role::observer;
    case Context::Kind::display:
      return Role::display;
    case Context::Kind::kiosk:
      return Role::kiosk;
    case Context::Kind::system:
      return Role::system;
    case Context::Kind::person:
      break;
  }
  const auto found = state.members.find(*context.person);
  if (found == state.members.end()) return Role::observer;  // ROL-3: a stranger here
  if (state.chair == context.person) return Role::chair;
  switch (found->second.member.seat) {
    case Seat::secretary:
      return Role::staff;
    case Seat::guest:
      return Role::guest;
    case Seat::president:
    case Seat::vice_president:
    case Seat::deputy:
    case Seat::district_mayor:
    case Seat::council_representative:
    case Seat::expert:
      break;
  }
  return Role::member;
}

Audience audience_of(Role role) {
  switch (role) {
    case Role::chair:
    case Role::staff:
    case Role::system:
      return Audience::staff;
    case Role::member:
    case Role::guest:
      return Audience::member;
    case Role::display:
    case Role::kiosk:
      return Audience::display;
    case Role::observer:
      break;
  }
  return Audience::public_;
}

}  // namespace talar::hall
