// What the simulated hall writes, circulates, corrects, signs and follows up (whim.cpp).
#pragma once

#include "tests/simulation/chamber.hpp"

namespace talar::simulation {

void fill(Chamber& chamber, EditText& command);
void fill(Chamber& chamber, WriteMinutes& command);
void fill(Chamber& chamber, HoldText& command);
void fill(Chamber& chamber, ReleaseText& command);
void fill(Chamber& chamber, EditEntry& command);
void fill(Chamber& chamber, SavePhrase& command);
void fill(Chamber& chamber, RemovePhrase& command);
void fill(Chamber& chamber, AdoptResolution& command);
void fill(Chamber& chamber, EditResolution& command);
void fill(Chamber& chamber, VoidResolution& command);
void fill(Chamber& chamber, PublishMinutes& command);
void fill(Chamber& chamber, CirculateMinutes& command);
void fill(Chamber& chamber, ProposeCorrection& command);
void fill(Chamber& chamber, WithdrawCorrection& command);
void fill(Chamber& chamber, AcceptCorrection& command);
void fill(Chamber& chamber, DeclineCorrection& command);
void fill(Chamber& chamber, ApproveMinutes& command);
void fill(Chamber& chamber, SignMinutes& command);
void fill(Chamber& chamber, SealMinutes& command);
void fill(Chamber& chamber, AppendAddendum& command);
void fill(Chamber& chamber, FollowUp& command);

/// Minutes that the next meeting may approve, if there are any.
std::optional<MeetingId> minutes_to_approve(Chamber& chamber);
/// Of the active item, if it is there for that: the approval, or what must come before it.
std::optional<Command> towards_approval(Chamber& chamber);
/// Those who were there sign, some of them or all; some records are sealed.
void sign_and_seal(Chamber& chamber);

}  // namespace talar::simulation
