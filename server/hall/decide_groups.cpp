#include <algorithm>

#include "protocol/tehran.hpp"
#include "server/hall/decide.hpp"
#include "server/hall/groups.hpp"
#include "server/hall/refuse.hpp"
#include "server/hall/room.hpp"

namespace talar::hall {
namespace {

/// A member of the chamber as a member of the group. Whoever neither takes its minutes nor is its guest has a vote
/// there.
Member founder(const Member& here, Seat seat) {
  Member member = here;
  member.seat = seat;
  member.votes = seat != Seat::guest && seat != Seat::secretary;
  return member;
}

/// GRP-3: who they are, or why they cannot found a group together.
Result<std::vector<Member>> founders(const State& state, const FoundGroup& c) {
  std::vector<Member> all;
  for (const GroupMember& chosen : c.members) {
    const std::string field = "members." + std::to_string(all.size());
    const auto found = state.members.find(chosen.person);
    if (found == state.members.end()) return refuse(RefusalCode::no_such_person, field + ".person");
    for (const Member& other : all) {
      if (other.person == chosen.person) return refuse(RefusalCode::already_member, field + ".person");
      const bool presides = chosen.seat == Seat::president || chosen.seat == Seat::vice_president;
      if (presides && other.seat == chosen.seat) return refuse(RefusalCode::seat_taken, field + ".seat");
    }
    all.push_back(founder(found->second.member, chosen.seat));
  }
  if (std::ranges::count(all, Seat::president, &Member::seat) == 0) {
    return refuse(RefusalCode::last_president, "members", "a president");
  }
  return all;
}

}  // namespace

Decision decide_on(const Asking& a, const FoundGroup& c) {
  if (a.state.kind != HallKind::chamber) return with(refuse(RefusalCode::not_allowed), "role", a.role);
  if (!has_room(a.state.groups, limits::groups, group_to_forget(a.state))) {
    return with(refuse(RefusalCode::too_many_groups), "max", limits::groups);
  }
  for (const auto& [id, group] : a.state.groups)
    if (!is_over(group, a.now()) && group.name == c.name) return refuse(RefusalCode::already_member, "name");
  if (c.until && *c.until < tehran::day_of(a.now())) {
    return refuse(RefusalCode::out_of_bounds, "until", "today or a later day");
  }
  auto members = founders(a.state, c);
  if (!members) return members.error();
  IdSource ids = a.ids();
  const auto letter = ids.next<LetterId>();
  const HallId group{"g-" + ids.next<Id<struct GroupTag>>().text()};
  return Events{GroupFounded{group, c.name, c.until, *std::move(members), letter}};
}

Decision decide_on(const Asking& a, const DissolveGroup& c) {
  const auto found = a.state.groups.find(c.group);
  if (found == a.state.groups.end()) return refuse(RefusalCode::no_such_group, "group");
  if (found->second.dissolved_at) return refuse(RefusalCode::group_dissolved, "group");
  return Events{GroupDissolved{c.group}};
}

}  // namespace talar::hall
