#include <algorithm>

#include "server/hall/agenda.hpp"
#include "server/hall/decide.hpp"
#include "server/hall/groups.hpp"
#include "server/hall/referrals.hpp"
#include "server/hall/refuse.hpp"
#include "server/hall/room.hpp"

namespace talar::hall {
namespace {

/// Whatever has not been followed by another meeting yet.
constexpr States not_frozen{MeetingState::drafted, MeetingState::convened, MeetingState::open,
                            MeetingState::recess,  MeetingState::closed,   MeetingState::not_held};

Refusal too_many_referrals() {
  return with(refuse(RefusalCode::too_many_referrals), "max", limits::referrals);
}

Result<const ReferralView*> referral_in(const State& state, ReferralId id) {
  const auto found = state.referrals.find(id);
  if (found == state.referrals.end()) return refuse(RefusalCode::no_such_referral, "referral");
  return &found->second;
}

ItemAdded onto(const MeetingPlace& place, const Asking& a, ReferralId id, const ReferralView& referral) {
  const auto last = static_cast<std::int64_t>(level_below(place.meeting, {}).size());
  return item_of(place.meeting_id, a.ids().next<ItemId>(), last, id, referral);
}

/// GRP-11: what has just come goes onto the agenda of the earliest draft, if there is one with room.
void onto_the_next_agenda(Events& events, const Asking& a, ReferralId id, const ReferralView& referral) {
  const std::pair<const MeetingId, Meeting>* next = nullptr;
  for (const auto& entry : a.state.meetings) {
    if (entry.second.state != MeetingState::drafted) continue;
    if (!next || entry.second.content.starts_at < next->second.content.starts_at) next = &entry;
  }
  if (next && !full_agenda(next->second)) events.push_back(onto({next->first, next->second}, a, id, referral));
}

}  // namespace

Decision decide_on(const Asking& a, const ReferItem& c) {
  const auto place = item_in(a.state, c.item, not_frozen);
  if (!place) return place.error();
  if (place->item.state == ItemState::withdrawn) {
    return with(refuse(RefusalCode::wrong_item_state), "state", place->item.state);
  }
  const auto group = a.state.groups.find(c.to);
  if (group == a.state.groups.end()) return refuse(RefusalCode::no_such_group, "to");
  if (is_over(group->second, a.now())) return refuse(RefusalCode::group_dissolved, "to");
  for (const auto& [id, other] : a.state.referrals) {
    const bool same = !is_received(other) && other.content.item == c.item && other.content.to == c.to;
    if (same && !other.report) return refuse(RefusalCode::already_referred, "to");
  }
  if (!has_room(a.state.referrals, limits::referrals, referral_to_forget(a.state))) return too_many_referrals();
  IdSource ids = a.ids();
  const auto letter = ids.next<LetterId>();
  const ReferralContent content{
      a.context.hall, c.to, c.item, place->item.content.title, c.task, c.due, is_closed(place->meeting, c.item)};
  return Events{ItemReferred{place->meeting_id, c.item, ids.next<ReferralId>(), content, letter}};
}

Decision decide_on(const Asking& a, const TakeUpReferral& c) {
  const auto referral = referral_in(a.state, c.referral);
  if (!referral) return referral.error();
  const ReferralView& it = **referral;
  if (it.taken_up) return refuse(RefusalCode::already_taken_up, "referral");
  if (!is_waiting(it)) {
    return refuse(is_received(it) ? RefusalCode::already_reported : RefusalCode::not_reported, "referral");
  }
  const auto place = meeting_in(a.state, c.meeting, agenda_is_alive);
  if (!place) return place.error();
  if (auto refusal = full_agenda(place->meeting)) return *refusal;
  return Events{onto(*place, a, c.referral, it)};
}

Decision decide_on(const Asking& a, const SendReport& c) {
  const auto referral = referral_in(a.state, c.referral);
  if (!referral) return referral.error();
  if (!is_received(**referral)) return refuse(RefusalCode::not_referred_here, "referral");
  if ((*referral)->report) return refuse(RefusalCode::already_reported, "referral");
  return Events{ReportSent{c.referral, c.text, a.ids().next<LetterId>()}};
}

Decision decide_on(const Asking& a, const ReceiveReferral& c) {
  if (a.state.referrals.contains(c.referral)) return refuse(RefusalCode::already_referred, "referral");
  if (!has_room(a.state.referrals, limits::referrals, referral_to_forget(a.state))) return too_many_referrals();
  Events events{ReferralReceived{c.referral, c.content, c.from_name}};
  onto_the_next_agenda(events, a, c.referral, {c.content, a.now(), c.from_name, {}, {}, {}});
  return events;
}

Decision decide_on(const Asking& a, const ReceiveReport& c) {
  const auto referral = referral_in(a.state, c.referral);
  if (!referral) return referral.error();
  if (is_received(**referral)) return refuse(RefusalCode::no_such_referral, "referral");
  if ((*referral)->report) return refuse(RefusalCode::already_reported, "referral");
  Events events{ReportReceived{c.referral, c.text}};
  onto_the_next_agenda(events, a, c.referral, **referral);
  return events;
}

Decision decide_on(const Asking& a, const ConfirmLetter& c) {
  if (!a.state.letters.contains(c.letter)) return refuse(RefusalCode::no_such_letter, "letter");
  return Events{LetterConfirmed{c.letter}};
}

}  // namespace talar::hall
