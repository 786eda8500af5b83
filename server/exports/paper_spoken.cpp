// Who spoke how long: by person, by kind of seat and, where there are any, by group. Presentations stand apart.
#include <algorithm>

#include "server/exports/paper_parts.hpp"
#include "server/exports/persian.hpp"
#include "server/exports/persian_words.hpp"

namespace talar::exports {
namespace {

struct Row {
  std::string name;
  std::int64_t turns = 0;
  Millis spoken, presented;
};

std::string length(Millis time) {
  return time.ms > 0 ? duration(time) : std::string(unknown);
}

/// Nobody who neither spoke nor presented; most first.
template <class NameOf>
Table spoken_by(const Facts& facts, std::string_view title, NameOf name_of) {
  std::vector<Row> rows;
  for (const RecordPerson& person : facts.record.people) {
    if (person.turns == 0 && person.presented.ms == 0) continue;
    const std::string name = name_of(person);
    auto row = std::ranges::find(rows, name, &Row::name);
    if (row == rows.end()) row = rows.insert(row, {name, 0, {}, {}});
    row->turns += person.turns;
    row->spoken = row->spoken + person.spoken;
    row->presented = row->presented + person.presented;
  }
  std::ranges::stable_sort(rows, std::ranges::greater(),
                           [](const Row& row) { return std::pair(row.spoken, row.presented); });
  Table table{Table::Kind::spoken, {std::string(title), "نوبت", "زمان سخن", "ارائه"}, {}};
  for (const Row& row : rows)
    table.rows.push_back(
        {{{{isolated(row.name)}}, {{digits(row.turns)}}, {{length(row.spoken)}}, {{length(row.presented)}}},
         "",
         false});
  return table;
}

}  // namespace

Blocks speaking_times(const Facts& facts) {
  const auto& people = facts.record.people;
  std::vector<Table> tables{
      spoken_by(facts, "نام", [](const RecordPerson& person) { return person.name.value; }),
      spoken_by(facts, "جایگاه", [](const RecordPerson& person) { return std::string(persian(person.seat)); })};
  if (std::ranges::any_of(people, [](const RecordPerson& person) { return person.group.has_value(); }))
    tables.push_back(spoken_by(facts, "گروه", [](const RecordPerson& person) {
      return person.group ? person.group->value : std::string("بدون گروه");
    }));
  Blocks blocks;
  if (tables.front().rows.empty()) return blocks;
  blocks.push_back({Heading{2, {{"آمار سخن"}}}});
  for (Table& table : tables) blocks.push_back({std::move(table)});
  return blocks;
}

}  // namespace talar::exports
