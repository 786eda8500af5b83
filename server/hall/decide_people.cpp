#include <algorithm>

#include "server/hall/decide.hpp"
#include "server/hall/presence.hpp"
#include "server/hall/refuse.hpp"
#include "server/hall/text.hpp"
#include "server/hall/verdict.hpp"

namespace talar::hall {
namespace {

Member tidy(Member member) {
  member.name = trimmed(member.name);
  member.short_name = trimmed(member.short_name);
  if (member.group) member.group = trimmed(*member.group);
  return member;
}

/// Why these two do not fit into one hall.
std::optional<Refusal> clash(const Member& other, const Member& member, const std::string& field) {
  if (other.person == member.person) return std::nullopt;
  if (other.name == member.name) return refuse(RefusalCode::already_member, field + ".name");  // PPL-2
  if (may_preside(member) && other.seat == member.seat)
    return refuse(RefusalCode::seat_taken, field + ".seat");  // PPL-4
  return std::nullopt;
}

/// Why this member does not fit beside the others and those who join with them.
std::optional<Refusal> misfit(const State& state, const std::vector<Member>& joining, const Member& member,
                              const std::string& field) {
  if (member.name.empty()) return refuse(RefusalCode::bad_text, field + ".name", "a name");
  if (member.short_name.empty()) return refuse(RefusalCode::bad_text, field + ".short_name", "a short name");
  if (member.group && member.group->empty()) return refuse(RefusalCode::bad_text, field + ".group", "a group, or none");
  if (member.votes && member.seat == Seat::guest) {  // PPL-5
    return refuse(RefusalCode::not_entitled, field + ".votes", "false for a guest");
  }
  for (const auto& [person, enrolled] : state.members)
    if (auto refusal = clash(enrolled.member, member, field)) return refusal;
  for (const Member& other : joining)
    if (auto refusal = clash(other, member, field)) return refusal;
  return std::nullopt;
}

/// PPL-6: a hall is never left without somebody in its chair.
std::optional<Refusal> leaves_the_chair(const State& state, PersonId person) {
  if (state.chair != person) return std::nullopt;
  const auto could_follow = [&](const auto& entry) {
    return entry.first != person && may_preside(entry.second.member);
  };
  return refuse(std::ranges::any_of(state.members, could_follow) ? RefusalCode::still_in_use
                                                                 : RefusalCode::last_president);
}

bool presents(const Meeting& meeting, PersonId person) {
  return std::ranges::any_of(meeting.items, [&](const auto& i) { return i.second.content.presenter == person; });
}

bool in_a_substitution(const Meeting& meeting, PersonId person) {
  return substitute_of(meeting, person) || represented_by(meeting, person);
}

/// PRS-12: with one vote more or less both would vote, or nobody.
std::optional<Refusal> upsets_a_substitution(const State& state, const Member& member) {
  if (!state.current || state.members.at(member.person).member.votes == member.votes) return std::nullopt;
  const Meeting& meeting = state.meetings.at(*state.current);
  if (meeting.ended_at || !in_a_substitution(meeting, member.person)) return std::nullopt;
  return refuse(RefusalCode::still_in_use, "member.votes");
}

/// Whether the current meeting's record names the person.
bool took_part(const Meeting& meeting, PersonId person) {
  const auto attendance = meeting.attendance.find(person);
  if (attendance != meeting.attendance.end() && attendance->second.arrived_at) return true;
  const auto wrote = [&](const auto& i) { return i.second.by == person; };
  const auto is_named = [&](const auto& e) { return e.second.person == person || e.second.other == person; };
  const auto is_out = [&](const auto& i) { return meeting.number && i.second.recused.contains(person); };
  const auto answers_for = [&](const auto& r) { return std::ranges::count(r.second.content.responsible, person) > 0; };
  if (in_a_substitution(meeting, person)) return true;
  return std::ranges::any_of(meeting.record.texts, wrote) || std::ranges::any_of(meeting.record.entries, is_named) ||
         std::ranges::any_of(meeting.items, is_out) || std::ranges::any_of(meeting.record.resolutions, answers_for);
}

bool has_doubles(auto words) {
  std::ranges::sort(words);
  return std::ranges::adjacent_find(words) != words.end();
}

/// FLR-32.
std::optional<Refusal> unsound(const FloorRules& rules) {
  const auto wrong = [](const char* field, const char* expected) {
    return refuse(RefusalCode::out_of_bounds, std::string("charter.floor.") + field, expected);
  };
  if (has_doubles(rules.kinds)) return wrong("kinds", "each kind once");
  if (std::ranges::count(rules.kinds, SpeechKind::presentation) > 0) return wrong("kinds", "no presentation");
  if (std::ranges::count(rules.kinds, SpeechKind::speech) == 0) return wrong("kinds", "speech among them");
  if (has_doubles(rules.points_of_order)) return wrong("points_of_order", "each point once");
  if (std::ranges::count(rules.kinds, SpeechKind::point_of_order) > 0 && rules.points_of_order.empty()) {
    return wrong("points_of_order", "at least one, for they are offered");
  }
  if (has_doubles(rules.interrupting)) return wrong("interrupting", "each kind once");
  return std::nullopt;
}

/// VOT-44.
std::optional<Refusal> unsound(const VotingRules& rules) {
  std::vector<Seat> seats;
  for (const SeatWeight& weight : rules.weights) seats.push_back(weight.seat);
  if (!has_doubles(seats)) return std::nullopt;
  return refuse(RefusalCode::out_of_bounds, "charter.voting.weights", "each seat once");
}

}  // namespace

Decision decide_on(const Asking& a, const EnrolMembers& c) {
  if (c.members.empty()) return refuse(RefusalCode::out_of_bounds, "members", "at least one member");
  if (a.state.members.size() + c.members.size() > limits::members) {
    return with(refuse(RefusalCode::too_many_members, "members"), "max", limits::members);
  }
  IdSource ids = a.ids();
  MembersEnrolled enrolled;
  for (const NewMember& candidate : c.members) {
    const std::string field = "members." + std::to_string(enrolled.members.size());
    const PersonId person = candidate.person ? *candidate.person : ids.next<PersonId>();
    const bool joins = std::ranges::count(enrolled.members, person, &Member::person) > 0;
    if (joins || a.state.members.contains(person)) return refuse(RefusalCode::already_member, field + ".person");
    const Member member =
        tidy({person, candidate.name, candidate.short_name, candidate.seat, candidate.votes, candidate.group});
    if (auto refusal = misfit(a.state, enrolled.members, member, field)) return *refusal;
    enrolled.members.push_back(member);
  }
  return Events{std::move(enrolled)};
}

Decision decide_on(const Asking& a, const EditMember& c) {
  if (!a.state.members.contains(c.member.person)) return refuse(RefusalCode::no_such_person, "member.person");
  const Member member = tidy(c.member);
  if (auto refusal = misfit(a.state, {}, member, "member")) return *refusal;
  if (!may_preside(member)) {
    if (auto refusal = leaves_the_chair(a.state, member.person)) return *refusal;
  }
  if (auto refusal = upsets_a_substitution(a.state, member)) return *refusal;
  return Events{MemberEdited{member}};
}

Decision decide_on(const Asking& a, const RemoveMember& c) {
  if (!a.state.members.contains(c.person)) return refuse(RefusalCode::no_such_person, "person");
  if (auto refusal = leaves_the_chair(a.state, c.person)) return *refusal;
  for (const auto& [id, meeting] : a.state.meetings) {
    if (presents(meeting, c.person) || took_part(meeting, c.person)) return refuse(RefusalCode::still_in_use, "person");
  }
  return Events{MemberRemoved{c.person}};
}

Decision decide_on(const Asking&, const AmendCharter& c) {
  if (!reachable(c.charter.quorum)) return refuse(RefusalCode::bad_fraction, "charter.quorum");
  if (!well_formed(c.charter.vote_rule.majority)) {
    return refuse(RefusalCode::bad_fraction, "charter.vote_rule.majority.fraction");
  }
  if (c.charter.floor) {
    if (auto refusal = unsound(*c.charter.floor)) return *refusal;
  }
  if (c.charter.voting) {
    if (auto refusal = unsound(*c.charter.voting)) return *refusal;
  }
  return Events{CharterAmended{c.charter}};
}

Decision decide_on(const Asking& a, const BeginTerm&) {
  if (a.state.current) {
    const Meeting& meeting = a.state.meetings.at(*a.state.current);
    if (!meeting.ended_at) return with(refuse(RefusalCode::wrong_meeting_state), "state", meeting.state);
  }
  constexpr std::int64_t last = decltype(TermBegun::term)::max;
  if (a.state.term == last) return refuse(RefusalCode::out_of_bounds, "term", "at most " + std::to_string(last));
  return Events{TermBegun{a.state.term + 1}};
}

Decision decide_on(const Asking& a, const HandChair& c) {
  const auto found = a.state.members.find(c.to);
  if (found == a.state.members.end()) return refuse(RefusalCode::no_such_person, "to");
  if (a.state.chair == c.to) return refuse(RefusalCode::already_chair, "to");
  if (!may_preside(found->second.member)) return refuse(RefusalCode::not_vice_or_president, "to");
  if (a.role == Role::staff && a.context.chair_connected) return refuse(RefusalCode::chair_is_connected);  // CHR-3
  return Events{ChairHanded{c.to}};
}

Decision decide_on(const Asking& a, const TakeChair&) {
  if (a.state.members.at(a.person()).member.seat != Seat::president) return refuse(RefusalCode::not_president);
  if (a.role == Role::chair) return refuse(RefusalCode::already_chair);
  return Events{ChairHanded{a.person()}};
}

}  // namespace talar::hall
