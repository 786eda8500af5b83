// Finding what a command names, or the refusal that says why it cannot be meant.
#pragma once

#include <initializer_list>

#include "protocol/refusal.hpp"
#include "server/hall/state.hpp"

namespace talar::hall {

struct MeetingPlace {
  MeetingId meeting_id;
  const Meeting& meeting;
};
struct ItemPlace {
  MeetingId meeting_id;
  const Meeting& meeting;
  ItemId item_id;
  const Item& item;
};
struct VotePlace {
  MeetingId meeting_id;
  const Meeting& meeting;
  VoteId vote_id;
  const Vote& vote;
};

/// CHR-2.
bool may_preside(const Member& member);
/// VOT-5.
bool is_entitled(const Vote& vote, PersonId person);
/// Interrupted or not.
bool has_turn(const Meeting& meeting, PersonId person);

/// The meeting must be in one of these states.
using States = std::initializer_list<MeetingState>;
/// Its agenda may change.
inline constexpr States agenda_is_alive{MeetingState::drafted, MeetingState::convened, MeetingState::open,
                                        MeetingState::recess};

Result<MeetingPlace> current_in(const State& state, States states);
/// `field` is where the command names it, here and below.
Result<MeetingPlace> meeting_in(const State& state, MeetingId meeting, States states, const char* field = "meeting");
Result<ItemPlace> item_in(const State& state, ItemId item, States states, const char* field = "item");
Result<VotePlace> vote_in(const State& state, VoteId vote, States states);
/// MTG-1: why no draft can be added.
std::optional<Refusal> no_room_for_a_draft(const State& state);
/// AGD-4: why nothing more can come onto its agenda.
std::optional<Refusal> full_agenda(const Meeting& meeting);
/// The floor belongs to the active item of an open meeting.
Result<ItemPlace> floor_of(const State& state);

}  // namespace talar::hall
