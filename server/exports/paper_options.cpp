// What came of every option of an election, a ranking or points: its place, its count, the comparisons, every ballot.
#include <fmt/format.h>

#include <algorithm>

#include "server/exports/paper_parts.hpp"
#include "server/exports/persian.hpp"
#include "server/exports/vote_words.hpp"

namespace talar::exports {
namespace {

std::string place_word(const Placed& row) {
  if (!row.result.place) return "";
  return row.tied ? digits(*row.result.place) + " مشترک" : digits(*row.result.place);
}

std::string_view counted(const RecordVote& vote, VoteKind kind) {
  if (kind == VoteKind::election) return "رأی";
  const bool borda = vote.rules && vote.rules->ranking == RankingMethod::borda;
  return kind == VoteKind::points || borda ? "امتیاز" : "برتری بر دیگران";
}

Table options(const RecordVote& vote, const std::vector<Placed>& rows) {
  const VoteKind kind = form_of(vote).kind;
  Table table{Table::Kind::options,
              {"جایگاه", kind == VoteKind::election ? "نامزد" : "گزینه", std::string(counted(vote, kind))},
              {}};
  for (const Placed& row : rows) {
    Line title{{isolated(row.option.title.value), row.result.elected ? Tone::strong : Tone::plain, ""}};
    if (row.result.elected) title.push_back({" (انتخاب شد)", Tone::strong, ""});
    if (row.option.withdrawn) title.push_back({" (انصراف داد)", Tone::quiet, ""});
    table.rows.push_back(
        {{{{place_word(row)}}, title, {{row.option.withdrawn ? "" : digits(row.result.count)}}}, "", false});
  }
  return table;
}

/// How many ballots prefer the row's option to the column's: what a Schulze ranking is worked out from.
Table pairs(const VoteResult& result, const std::vector<Placed>& all) {
  std::vector<Placed> rows;
  std::ranges::copy_if(all, std::back_inserter(rows), [](const Placed& row) { return !row.option.withdrawn; });
  const auto number = [](std::size_t at) { return digits(static_cast<std::int64_t>(at) + 1); };
  const auto preferred = [&](std::size_t row, std::size_t column) {
    if (row >= result.pairs->size() || column >= (*result.pairs)[row].size()) return std::string(unknown);
    return digits((*result.pairs)[row][column]);
  };
  Table table{Table::Kind::pairs, {"مقایسهٔ دوبه‌دو"}, {}};
  for (std::size_t at = 0; at < rows.size(); ++at) table.head.push_back(number(at));
  for (std::size_t at = 0; at < rows.size(); ++at) {
    Table::Row row{{{{fmt::format("{}. {}", number(at), isolated(rows[at].option.title.value))}}}, "", false};
    for (const Placed& column : rows)
      row.cells.push_back({{column.at == rows[at].at ? "" : preferred(rows[at].at, column.at)}});
    table.rows.push_back(std::move(row));
  }
  return table;
}

struct Mark {
  std::int64_t mark = 0;
  std::string title;
};

std::string marked(const VoteForm& form, const Marks& marks) {
  std::vector<Mark> rows;
  for (std::size_t at = 0; at < form.options.size() && at < marks.size(); ++at)
    if (marks[at].value > 0) rows.push_back({marks[at].value, isolated(form.options[at].title.value)});
  if (rows.empty()) return "سفید";
  if (form.kind == VoteKind::ranking) std::ranges::stable_sort(rows, {}, &Mark::mark);
  if (form.kind == VoteKind::points) std::ranges::stable_sort(rows, std::ranges::greater(), &Mark::mark);
  std::vector<std::string> says;
  for (const Mark& row : rows) {
    if (form.kind == VoteKind::election) says.push_back(row.title);
    if (form.kind == VoteKind::ranking) says.push_back(fmt::format("{}. {}", digits(row.mark), row.title));
    if (form.kind == VoteKind::points) says.push_back(fmt::format("{}: {}", row.title, digits(row.mark)));
  }
  return joined(says, comma);
}

Terms ballots(const Facts& facts, const RecordVote& vote) {
  Terms terms{Terms::Kind::choices, {}};
  const VoteForm form = form_of(vote);
  for (const RecordPerson& person : facts.record.people)
    for (const RecordBallot& ballot : vote.ballots) {
      if (ballot.person != person.person) continue;
      const std::int64_t weight = ballot.weight.value_or(1);
      terms.rows.push_back({person.short_name.value + (weight > 1 ? fmt::format(" ({} رأی)", digits(weight)) : ""),
                            marked(form, ballot.ballot.marks.value_or(Marks{}))});
    }
  return terms;
}

}  // namespace

Blocks vote_options(const Facts& facts, const RecordVote& vote) {
  const std::vector<Placed> rows = placed(vote);
  Blocks blocks;
  blocks.push_back({options(vote, rows)});
  if (vote.result && vote.result->pairs && !vote.result->pairs->empty()) {
    blocks.push_back({pairs(*vote.result, rows)});
    blocks.push_back({Paragraph{Paragraph::Kind::quiet,
                                {{"هر خانه می‌گوید چند برگه گزینهٔ سطر را بالاتر از گزینهٔ ستون گذاشته است. "
                                  "برتری‌ها "
                                  "از راه "
                                  "قوی‌ترین مسیر سنجیده می‌شود."}},
                                ""}});
  }
  if (!vote.ballots.empty()) {
    const std::string count = digits(static_cast<std::int64_t>(vote.ballots.size()));
    blocks.push_back({Paragraph{Paragraph::Kind::plain, {{count + " برگهٔ رأی با نام:", Tone::strong, ""}}, ""}});
    blocks.push_back({ballots(facts, vote)});
  }
  return blocks;
}

}  // namespace talar::exports
