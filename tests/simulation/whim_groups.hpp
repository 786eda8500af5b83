// What the simulated hall proposes, founds, asks of its groups and is told by them (whim.cpp).
#pragma once

#include "tests/simulation/chamber.hpp"

namespace talar::simulation {

void fill(Chamber& chamber, Propose& command);
void fill(Chamber& chamber, WithdrawProposal& command);
void fill(Chamber& chamber, AcceptProposal& command);
void fill(Chamber& chamber, MergeProposal& command);
void fill(Chamber& chamber, DeclineProposal& command);
void fill(Chamber& chamber, FoundGroup& command);
void fill(Chamber& chamber, DissolveGroup& command);
void fill(Chamber& chamber, ReferItem& command);
void fill(Chamber& chamber, TakeUpReferral& command);
void fill(Chamber& chamber, SendReport& command);
void fill(Chamber& chamber, ReceiveReferral& command);
void fill(Chamber& chamber, ReceiveReport& command);
void fill(Chamber& chamber, ConfirmLetter& command);

}  // namespace talar::simulation
