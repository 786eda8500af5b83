// Cells that several sheets have.
#pragma once

#include <optional>

#include "protocol/archive.hpp"
#include "server/exports/sheet.hpp"

namespace talar::exports {

inline Cell text_of(std::string_view text) {
  return std::string(text);
}
template <std::size_t Max, std::size_t Min>
Cell text_of(const std::optional<Text<Max, Min>>& text) {
  return text ? Cell(text->value) : Cell();
}
/// Beyond a meeting's end nobody has left.
inline Cell time_of(const std::optional<Instant>& at) {
  return at ? Cell(ClockTime{*at}) : Cell();
}
Cell jalali_cell(const std::optional<Date>& day);
Cell day_cell(const std::optional<Date>& day);
Cell yes_or_no(bool yes);

std::string_view presence_name(Presence presence);
/// «تصویب شد», «باطل شد»
Cell verdict(const RecordVote& vote);
inline constexpr std::size_t tally_columns = 4;
/// Approve, against, abstain, not cast; empty when nothing was counted.
CellRow tally_cells(const RecordVote& vote);
/// «موافق», or what was marked: «معمار: ۱، افرا: ۲».
Cell ballot_text(const RecordVote& vote, const Ballot& ballot);

void append(CellRow& row, CellRow more);

}  // namespace talar::exports
