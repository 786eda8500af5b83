// Counting a secret vote again from what was published of it, without any server.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "protocol/published.hpp"

namespace talar::ballots {

/// faults: sentences; none when everything is as it must be. receipts: of the ballots that could be read, in their
/// order, as voters know them. result: nothing when it cannot be counted.
struct Recount {
  std::vector<std::string> faults;
  std::vector<std::string> receipts;
  std::optional<VoteResult> result;

  bool good() const { return faults.empty(); }
};

/// Checks the key, every signature and every ballot, that none is there twice and not more than were handed out, the
/// digest and the result. Taken from the publication as it is: who was entitled or present, and the quorum.
Recount recount(const PublishedVote& vote);

/// What the key of a vote is known by, as the displays showed it when the vote opened; nothing for what is no key.
std::optional<std::string> key_digits(const std::string& key);

}  // namespace talar::ballots
