// What the box knows of a vote under way.
#pragma once

#include "protocol/ballot_paper.hpp"
#include "server/ballots/box.hpp"

namespace talar::ballots {

struct Box::Vote {
  VoteUnderWay opened;
  std::optional<VerifyingKey> verifying;
  // Guarded by the box's mutex:
  std::shared_ptr<const SigningKey> signing;
  std::int64_t cast = 0;
  std::optional<std::int64_t> expected;
  bool sealed = false;
};

/// What the voter wrote, without the random bytes before it.
inline std::string_view paper_of(std::string_view message) {
  return message.substr(ballot_prefix_bytes);
}

}  // namespace talar::ballots
