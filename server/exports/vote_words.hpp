// A vote in words: how it was held, and why its result is what it is (client-web/src/i18n/votes.ts).
#pragma once

#include <string>

#include "protocol/archive.hpp"

namespace talar::exports {

/// Without a form it is a motion by device, as in the first journals.
VoteForm form_of(const RecordVote& vote);
bool has_options(const VoteForm& form);
bool is_secret(const VoteForm& form);

/// «علنی، با دو سوم آرا», «مخفی، انتخاب ۲ نفر», «تصویب بی‌مخالف».
std::string vote_kind(const RecordVote& vote);

/// The reason of a result, «دو سوم از ۹ رأی = ۶؛ موافق ۶», its verdict, and what one may wonder about.
struct Verdict {
  std::string sum, outcome, note;
};
Verdict verdict(const RecordVote& vote, const VoteResult& result);

/// An option with what came of it. tied: shares its place with another one.
struct Placed {
  std::size_t at = 0;  // on the ballot
  VoteOption option;
  OptionResult result;
  bool tied = false;
};
/// In the order of their result: equal places keep the order of the ballot, who has withdrawn stands last.
std::vector<Placed> placed(const RecordVote& vote);

}  // namespace talar::exports
