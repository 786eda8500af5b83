// A chamber's roster as its secretariat keeps it in a spreadsheet: ردیف، عنوان، حوزه، جایگاه، حق رأی. Read with every
// row's faults, so that a person can put them right before anyone is enrolled.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "protocol/accounts.hpp"

namespace talar::web {

/// `members`: who is in the hall already. A good row is one that EnrolMembers would take; `most` new people are taken,
/// as many as one EnrolMembers can enrol unless the caller enrols in batches.
RosterPreview read_roster(std::string_view csv, const std::vector<Member>& members,
                          std::size_t most = limits::enrol_batch);
/// What there is to enrol: the good rows' members, without the known ones.
std::vector<NewMember> enrollable(const RosterPreview& preview);

/// «رئیس», "president", "vice_president"; nothing for any other word.
std::optional<Seat> parse_seat(std::string_view text);
/// Arabic ye and kaf in Persian form, blanks tidied; `second` says whether a letter was changed.
std::pair<std::string, bool> respell(std::string_view text);

}  // namespace talar::web
