#include "server/exports/sheet_cells.hpp"

#include <algorithm>
#include <iterator>

#include "server/exports/persian.hpp"
#include "server/exports/persian_words.hpp"

namespace talar::exports {

Cell jalali_cell(const std::optional<Date>& day) {
  return day ? Cell(jalali_date(*day)) : Cell();
}

Cell day_cell(const std::optional<Date>& day) {
  return day ? Cell(*day) : Cell();
}

Cell yes_or_no(bool yes) {
  return text_of(yes ? "بله" : "خیر");
}

std::string_view presence_name(Presence presence) {
  switch (presence) {
    case Presence::absent:
      return "غایب";
    case Presence::excused:
      return "غایب موجه";
    case Presence::unexcused:
      return "غایب غیرموجه";
    case Presence::present:
    case Presence::out:
      return "حاضر";
  }
  return {};
}

Cell verdict(const RecordVote& vote) {
  if (vote.voided_at) return text_of("باطل شد");
  return vote.result ? text_of(persian(vote.result->outcome)) : Cell();
}

CellRow tally_cells(const RecordVote& vote) {
  if (!vote.result) return CellRow(tally_columns);
  const Tally& tally = vote.result->tally;
  return {tally.approve, tally.against, tally.abstain, tally.not_cast};
}

Cell ballot_text(const RecordVote& vote, const Ballot& ballot) {
  if (!ballot.marks || !vote.content.form) return text_of(persian(ballot.choice));
  const auto& options = vote.content.form->options;
  std::string text;
  for (std::size_t i = 0; i < ballot.marks->size() && i < options.size(); ++i) {
    const std::int64_t mark = (*ballot.marks)[i];
    if (mark == 0) continue;
    if (!text.empty()) text += "، ";
    text += options[i].title.value;
    if (vote.content.form->kind != VoteKind::election) text += ": " + digits(mark);
  }
  return text.empty() ? text_of(persian(Choice::abstain)) : Cell(std::move(text));
}

void append(CellRow& row, CellRow more) {
  std::ranges::move(more, std::back_inserter(row));
}

}  // namespace talar::exports
