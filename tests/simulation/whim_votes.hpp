// What the simulated hall votes on, how it answers, and what becomes of it (whim.cpp).
#pragma once

#include "tests/simulation/chamber.hpp"

namespace talar::simulation {

VotingRules voting_rules(Dice& dice);
VoteContent vote_content(Chamber& chamber);

/// Of the open vote: what somebody answers, and the next step to its end. The box of a secret vote is simulated too.
Command answer(Chamber& chamber);
Command bring_to_its_end(Chamber& chamber);

void fill(Chamber& chamber, PrepareVote& command);
void fill(Chamber& chamber, EditVote& command);
void fill(Chamber& chamber, DiscardVote& command);
void fill(Chamber& chamber, WithdrawCandidate& command);
void fill(Chamber& chamber, OpenVote& command);
void fill(Chamber& chamber, CastVote& command);
void fill(Chamber& chamber, RaiseObjection& command);
void fill(Chamber& chamber, RecordAnswer& command);
void fill(Chamber& chamber, RecordCount& command);
void fill(Chamber& chamber, CorrectCount& command);
void fill(Chamber& chamber, WarnVoters& command);
void fill(Chamber& chamber, ExtendVote& command);
void fill(Chamber& chamber, CloseVote& command);
void fill(Chamber& chamber, VoidVote& command);
void fill(Chamber& chamber, RepeatVote& command);
void fill(Chamber& chamber, ShowResult& command);
void fill(Chamber& chamber, CollectBallot& command);
void fill(Chamber& chamber, NoteTurnout& command);
void fill(Chamber& chamber, CountBallots& command);

}  // namespace talar::simulation
