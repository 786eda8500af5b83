#include "server/hall/hall.hpp"
#include "server/hall/record_life.hpp"
#include "server/hall/sight.hpp"
#include "server/hall/tasks.hpp"

namespace talar::hall {

View view(const State& state, Audience audience) {
  return view(state, audience, Parts::whole());
}

View view(const State& state, Audience audience, const Parts& parts) {
  const Sight sight(audience);
  const Meeting* current = state.current ? &state.meetings.at(*state.current) : nullptr;
  View view;
  if (parts.everything || parts.hall) {
    view.hall = {state.name, state.name_en, state.kind,   state.chair,
                 state.term, state.charter, state.parent, state.until};
  }
  if (current && sight.is_shut_out(*current)) {  // CNF-10
    view.hall.chair.reset();
    if (parts.everything || parts.current) view.current = state.current;
    view.meetings = view_notice(*state.current, *current, parts);
    return view;
  }
  view.people = view_people(state, current, sight, parts);
  if (parts.everything || parts.current) view.current = state.current;
  view.meetings = view_meetings(state, sight, parts);
  for (const auto& [id, meeting] : state.meetings) {
    if (!sight.sees(meeting)) continue;
    view_items(view.items, id, meeting, sight, parts);
    view_votes(view.votes, meeting, sight, parts);
    view_attachments(view.attachments, meeting, sight, parts);
  }
  if (current) {
    view.floor = view_floor(state, *current, sight, parts);
    view.resolutions = view_resolutions(*current, sight, parts);
    view.minutes = view_minutes(state, *current, sight, parts);
  }
  if (parts.everything || parts.message) view.message = state.message;
  if (sight.is_desk()) {
    each_entry(state.templates, parts.only(parts.templates),
               [&](TemplateId id, const AgendaTemplate& content) { view.templates.emplace(id, content); });
    each_entry(state.phrases, parts.only(parts.phrases),
               [&](PhraseId id, const Phrase& phrase) { view.phrases.emplace(id, phrase); });
  }
  view.proposals = view_proposals(state, sight, parts);
  view.groups = view_groups(state, parts);
  view.referrals = view_referrals(state, sight, parts);
  if (sight.is_inside()) view.records = view_records(state, parts.only(parts.records));
  return view;
}

std::optional<Me> me(const State& state, PersonId person) {
  const auto found = state.members.find(person);
  if (found == state.members.end()) return std::nullopt;
  const Member& member = found->second.member;
  Context context;
  context.kind = Context::Kind::person;
  context.person = person;
  Me me{person, member.name, role_of(state, context), member.seat, member.votes, {}, {}, {}};
  for (const auto& [id, proposal] : state.proposals)
    if (proposal.person == person) me.proposals.emplace(id, proposal);
  me.tasks = tasks_of(state, person);
  if (!state.current) return me;
  for (const auto& [id, vote] : state.meetings.at(*state.current).votes) {
    const auto ballot = vote.ballots.find(person);
    if (ballot != vote.ballots.end()) me.ballots.emplace(id, ballot->second);
    const auto issued = vote.issued.find(person);
    if (issued != vote.issued.end()) me.collected.emplace(id, issued->second);
  }
  return me;
}

}  // namespace talar::hall
