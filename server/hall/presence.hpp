// Who is in the hall or has somebody there in their place, and whether that is enough.
#pragma once

#include "server/hall/state.hpp"

namespace talar::hall {

Presence presence_of(const Meeting& meeting, PersonId person);
bool is_present(const Meeting& meeting, PersonId person);

/// Who stands in for this person.
std::optional<PersonId> substitute_of(const Meeting& meeting, PersonId absent);
/// For whom this person stands in.
std::optional<PersonId> represented_by(const Meeting& meeting, PersonId substitute);
/// Whose seat this person votes with: their own, or that of the one for whom they stand in.
PersonId holder_of(const Meeting& meeting, PersonId voter);

/// MTG-5: those of them who are present, against what the charter asks for.
Quorum quorum(const State& state, const Meeting& meeting);
/// The current meeting waits to be opened, and could be.
bool could_open(const State& state);

}  // namespace talar::hall
