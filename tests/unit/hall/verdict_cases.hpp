// The worked cases of verdict_cases.csv.
#pragma once

#include <gtest/gtest.h>

#include <ostream>

#include "server/hall/count.hpp"

namespace talar::hall {

struct WorkedCase {
  std::size_t line = 0;
  std::string rule;
  std::string name;
  VoteContent content;
  bool by_hand = false;
  bool objected = false;
  VotingRules rules;
  std::vector<Counted> ballots;
  Heads heads;
  std::optional<Quorum> quorum;
  std::optional<Choice> chair;
  VoteResult expected;
  std::string runoff;
};
std::ostream& operator<<(std::ostream& out, const WorkedCase& worked);

std::vector<WorkedCase> worked_cases();
std::vector<WorkedCase> worked_cases(const std::string& rule);

/// "line_57".
std::string line_of(const testing::TestParamInfo<WorkedCase>& info);

}  // namespace talar::hall
