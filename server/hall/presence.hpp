// Who is in the hall, and whether that is enough.
#pragma once

#include "server/hall/state.hpp"

namespace talar::hall {

Presence presence_of(const Meeting& meeting, PersonId person);
bool is_present(const Meeting& meeting, PersonId person);

/// MTG-5: those of them who are present, against what the charter asks for.
Quorum quorum(const State& state, const Meeting& meeting);

}  // namespace talar::hall
