// A secret ballot in bytes: canonical, and equally long whatever it says.
//
//    0   6  "TALAR1"
//    6   8  the vote's id, big-endian
//   14  20  of a motion 1 (approve), 2 (against) or 3 (abstain), then zeros; else one byte for each option, then zeros
//   34  16  random: no two ballots are alike
//
// What is signed is the prepared message of RFC 9474, section 4.1: 32 random bytes, then the ballot. Its SHA-256 is the
// ballot's hash, by which it is known from then on. ballot_vectors.json holds examples.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "protocol/voting.hpp"

namespace talar {

inline constexpr std::size_t ballot_bytes = 50;
inline constexpr std::size_t ballot_prefix_bytes = 32;
inline constexpr std::size_t ballot_message_bytes = ballot_prefix_bytes + ballot_bytes;

using BallotNonce = std::array<std::uint8_t, 16>;

/// `ballot` fits the form.
std::string write_ballot(VoteId vote, const VoteForm& form, const Ballot& ballot, const BallotNonce& nonce);
/// Which vote a ballot says it is of; nothing when it is no ballot.
std::optional<VoteId> vote_of_ballot(std::string_view bytes);
/// Nothing when this is not how write_ballot() would have written anything of this form. Whether the marks are ones
/// that the form allows is for the rules.
std::optional<Ballot> read_ballot(std::string_view bytes, const VoteForm& form);

}  // namespace talar
