// What the simulated hall does while it sits: coming and going, stepping aside, asking for the floor (whim.cpp).
#pragma once

#include "tests/simulation/chamber.hpp"

namespace talar::simulation {

void fill(Chamber& chamber, RecordArrival& command);
void fill(Chamber& chamber, RecordDeparture& command);
void fill(Chamber& chamber, RecordAbsence& command);
void fill(Chamber& chamber, NameSubstitute& command);
void fill(Chamber& chamber, EndSubstitution& command);
void fill(Chamber& chamber, DeclareInterest& command);
void fill(Chamber& chamber, RecordRecusal& command);
void fill(Chamber& chamber, LiftRecusal& command);
void fill(Chamber& chamber, BeginClosedPart& command);
void fill(Chamber& chamber, RequestFloor& command);
void fill(Chamber& chamber, WithdrawRequest& command);
void fill(Chamber& chamber, GiveFloor& command);
void fill(Chamber& chamber, GiveFloorTo& command);
void fill(Chamber& chamber, YieldTime& command);
void fill(Chamber& chamber, SkipRequest& command);
void fill(Chamber& chamber, MoveRequest& command);

}  // namespace talar::simulation
