// The agenda as it went: minutes and result of each item.
#include <fmt/format.h>

#include <algorithm>
#include <ranges>

#include "server/exports/paper_parts.hpp"
#include "server/exports/persian.hpp"

namespace talar::exports {
namespace {

bool undecided(Outcome outcome) {
  return outcome == Outcome::rejected || outcome == Outcome::tied || outcome == Outcome::objected ||
         outcome == Outcome::no_quorum;
}

std::string voted(const RecordItem& item) {
  for (const RecordVote& vote : item.votes | std::views::reverse)
    if (!vote.voided_at) return vote.result && undecided(vote.result->outcome) ? "تصویب نشد" : "انجام شد";
  return "انجام شد";
}

std::string result(const RecordItem& item) {
  if (item.closed) return std::string(unknown);
  std::vector<std::string> numbers;
  for (const RecordResolution& one : item.resolutions)
    if (!one.void_reason) numbers.push_back(digits(one.number));
  if (!numbers.empty()) return "مصوبهٔ " + joined(numbers, conjunction);
  switch (item.state) {
    case ItemState::deferred:
      return "موکول شد";
    case ItemState::withdrawn:
      return "از دستور خارج شد";
    case ItemState::planned:
      return "نوبت نرسید";
    case ItemState::active:
    case ItemState::done:
      return voted(item);
  }
  return {};
}

/// Whole minutes, never 0 for something that took place.
std::string minutes(Millis spent) {
  return spent.ms > 0 ? digits(std::max<std::int64_t>(1, (spent.ms + 30'000) / 60'000)) : std::string(unknown);
}

Line title(const RecordItem& item) {
  if (item.closed || !item.content) return {{"بخش غیرعلنی"}};
  Line line{{item.content->title.value, Tone::plain, has_account(item) ? "#item-" + item.item.text() : ""}};
  if (item.content->confidential) line.push_back({" (غیرعلنی)", Tone::quiet, ""});
  return line;
}

}  // namespace

bool has_account(const RecordItem& item) {
  return item.closed || item.text.find_first_not_of(" \n\t") != std::string::npos || item.reason ||
         !item.speeches.empty() || !item.votes.empty() || !item.resolutions.empty() || !item.attachments.empty() ||
         !item.recusals.empty();
}

Table agenda(const Facts& facts) {
  Table table{Table::Kind::agenda, {"بند", "عنوان", "دقیقه", "نتیجه"}, {}};
  for (const RecordItem& item : facts.record.items)
    table.rows.push_back(
        {.cells = {{{item_number(item.number)}}, title(item), {{minutes(item.spent)}}, {{result(item)}}},
         .id = has_account(item) ? "" : "item-" + item.item.text(),
         .part = item.number.size() > 1});
  return table;
}

}  // namespace talar::exports
