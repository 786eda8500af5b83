// Forms of secret votes.
#pragma once

#include <string>

#include "protocol/voting.hpp"

namespace talar::ballots {

inline VoteForm motion() {
  VoteForm form;
  form.mode = VoteMode::secret;
  return form;
}

inline VoteForm with_options(VoteKind kind, std::size_t options) {
  VoteForm form{kind, VoteMode::secret, {}, {}, {}, {}};
  for (std::size_t i = 0; i < options; ++i) form.options.push_back({"گزینه " + std::to_string(i + 1), {}, false});
  if (kind == VoteKind::election) form.seats = 1;
  if (kind == VoteKind::points) form.points = 10;
  return form;
}

}  // namespace talar::ballots
