// What the commands about votes share: what kind of vote it is, where it stands, and what follows on it.
#pragma once

#include "server/hall/decide.hpp"

namespace talar::hall {

// What a secret vote's live side keeps to as well (BALLOTS.md) -------------------------------------------------------

/// How many ballots have been handed out and cast is told in steps, so that nobody's is seen to come (SEC-7).
inline constexpr std::int64_t turnout_step = 5;
/// Whoever has a ballot when the counting begins may still cast it for so long (SEC-5).
inline constexpr Millis casts_after_closing{20'000};

// Form ---------------------------------------------------------------------------------------------------------------

/// Complete: a motion by device, if nothing else is said.
VoteContent complete(VoteContent content);
/// How it is answered; of a consent not at all, whatever its mode says of the vote that may follow on it.
std::optional<VoteMode> mode_of(const Vote& vote);
bool is_secret(const Vote& vote);
/// VOT-44: not where heads are counted.
bool is_weighted(const VoteForm& form);

// Finding one --------------------------------------------------------------------------------------------------------

Refusal wrong_state(const Vote& vote);
/// Not opened yet: it can still be changed.
Result<VotePlace> prepared_vote(const State& state, VoteId vote);
/// Open, and its time is not up even if the Tick is late (VOT-9).
Result<VotePlace> running_vote(const Asking& a, VoteId vote);
bool is_running(const Vote& vote, Instant now);
bool time_is_up(const Vote& vote, Instant now);

// Why not ------------------------------------------------------------------------------------------------------------

/// It is not answered in this way.
std::optional<Refusal> not_answered(const Vote& vote, VoteMode mode);
/// VOT-5, VOT-7: who has no vote in it, or is not there; `field` names the person, if the command does.
std::optional<Refusal> absent_from(const VotePlace& place, PersonId person, const char* field = nullptr);
/// VOT-42: what no show of these hands can have come to, or has come to already.
std::optional<Refusal> miscounted(const State& state, const Vote& vote, const HandCount& count);
/// VOT-1.
std::optional<Refusal> full_of_votes(const Meeting& meeting);

// What follows -------------------------------------------------------------------------------------------------------

/// The last one of those opened that follow on it.
std::optional<VoteId> last_follower(const Meeting& meeting, VoteId vote);
/// Prepares it, if the meeting has room for another vote.
void follow(Events& events, const Asking& a, const VotePlace& place, VoteContent content, FollowKind kind);
/// What comes of closing it; of a secret vote the counting only.
Events close(const Asking& a, const VotePlace& place, CloseCause cause);
/// What comes of a result: the end of a consent block's parts, a run-off.
Events close_with(const Asking& a, const VotePlace& place, VoteClosed closed);

/// The invariants of a meeting's votes (check.cpp).
void check_votes(const Meeting& meeting);

}  // namespace talar::hall
