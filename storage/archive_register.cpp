#include "storage/archive_register.hpp"

#include <map>
#include <tuple>

#include "protocol/tehran.hpp"
#include "storage/archive_names.hpp"
#include "storage/json_column.hpp"
#include "storage/page_cursor.hpp"
#include "storage/search_query.hpp"

namespace talar::storage {

namespace {

/// What decides whether a resolution is on a page.
struct Line {
  ResolutionId resolution;
  std::int64_t term = 0;
  std::int64_t number = 0;
  FollowUpState state = FollowUpState::adopted;
  std::optional<Date> due;
};

class RegisterReader {
 public:
  RegisterReader(Sql& sql, const HallId& hall, const RegisterTerms& terms, Sight sight, Instant now)
      : sql_(sql),
        hall_(hall),
        terms_(terms),
        sight_(sight),
        today_(tehran::day_of(now)),
        soon_(tehran::day_of(now + Millis{limits::due_soon_days * tehran::one_day.ms})) {}

  RegisterPage read(std::size_t limit);

 private:
  std::vector<Line> lines();
  bool fits(const Line& line) const;
  void count(const Line& line, RegisterCounts& counts) const;
  RegisterRow row(const Line& line);
  void read_steps(RegisterRow& row);
  void read_names(RegisterPage& page);

  bool is_open(const Line& line) const {
    return line.state != FollowUpState::done && line.state != FollowUpState::dropped;
  }
  bool is_overdue(const Line& line) const { return is_open(line) && line.due && *line.due < today_; }
  bool is_due_soon(const Line& line) const {
    return is_open(line) && line.due && *line.due >= today_ && *line.due <= soon_;
  }

  Sql& sql_;
  const HallId& hall_;
  const RegisterTerms& terms_;
  const Sight sight_;
  const Date today_;
  const Date soon_;
};

/// Of ?1 Sight, ?2 hall: what the asker may know of. The public need not wait for the minutes. What was recorded by
/// mistake was never resolved.
#define TALAR_RESOLUTIONS "meeting m JOIN agenda_item i USING (meeting) JOIN resolution r USING (item) "
#define TALAR_RESOLUTION_VISIBLE "m.hall = ?2 AND r.void_reason IS NULL AND " TALAR_ITEM_VISIBLE " "

std::vector<Line> RegisterReader::lines() {
  std::optional<std::string> words;
  if (const SearchQuery query(terms_.words); !query.empty()) words = query.expression();
  Rows rows = sql_.query(
      "WITH found AS MATERIALIZED (SELECT rowid AS id FROM search_index "
      "  WHERE ?7 IS NOT NULL AND search_index MATCH coalesce(?7, 'x') AND (rowid & 65536 OR rowid & 131071 = 0)) "
      "SELECT r.resolution, m.term, r.number, r.state, r.due_now FROM " TALAR_RESOLUTIONS
      "WHERE " TALAR_RESOLUTION_VISIBLE
      "AND (?3 IS NULL OR r.working_group = ?3) AND (?4 IS NULL OR r.due_now >= ?4) AND (?5 IS NULL OR r.due_now <= "
      "?5) "
      "AND (?6 IS NULL OR EXISTS (SELECT 1 FROM resolution_responsible p "
      "  WHERE p.resolution = r.resolution AND p.person = ?6)) "
      "AND (?7 IS NULL OR EXISTS (SELECT 1 FROM search_entry e WHERE e.resolution = r.resolution AND e.step IS NULL "
      "  AND e.id IN (SELECT id FROM found)) "
      "  OR EXISTS (SELECT 1 FROM search_item s WHERE s.item = i.item AND s.id << 17 IN (SELECT id FROM found))) "
      "ORDER BY m.term DESC, r.number DESC",
      sight_.everything, hall_, terms_.group, terms_.from, terms_.to, terms_.person, words);
  std::vector<Line> lines;
  while (rows.next()) {
    Line& line = lines.emplace_back();
    rows.into(line.resolution, line.term, line.number, line.state, line.due);
  }
  return lines;
}

bool RegisterReader::fits(const Line& line) const {
  if (!terms_.state) return true;
  switch (*terms_.state) {
    case RegisterState::open:
      return is_open(line);
    case RegisterState::overdue:
      return is_overdue(line);
    case RegisterState::due_soon:
      return is_due_soon(line);
    default:
      return word(line.state) == word(*terms_.state);
  }
}

void RegisterReader::count(const Line& line, RegisterCounts& counts) const {
  ++counts.all;
  counts.adopted += line.state == FollowUpState::adopted;
  counts.notified += line.state == FollowUpState::notified;
  counts.under_way += line.state == FollowUpState::under_way;
  counts.done += line.state == FollowUpState::done;
  counts.dropped += line.state == FollowUpState::dropped;
  counts.overdue += is_overdue(line);
  counts.due_soon += is_due_soon(line);
}

RegisterRow RegisterReader::row(const Line& line) {
  RegisterRow row;
  row.resolution = line.resolution;
  row.number = line.number;
  row.term = line.term;
  row.state = line.state;
  row.due = line.due;
  row.overdue = is_overdue(line);
  sql_.first(
      "SELECT m.meeting, m.number, i.item, i.title, r.at, r.text, r.vote, r.working_group, "
      "coalesce(g.name, h.name) FROM resolution r JOIN agenda_item i USING (item) JOIN meeting m USING (meeting) "
      "LEFT JOIN working_group g USING (working_group) LEFT JOIN hall h ON h.hall = r.working_group "
      "WHERE r.resolution = ?",
      std::tuple{line.resolution}, row.meeting, row.meeting_number, row.item, row.item_title, row.at, row.text,
      row.vote, row.group, row.group_name);
  Rows people =
      sql_.query("SELECT person FROM resolution_responsible WHERE resolution = ? ORDER BY ordinal", line.resolution);
  while (people.next()) {
    RegisterPerson& person = row.responsible.emplace_back();
    people.into(person.person);
    person.name = name_of(sql_, hall_, row.meeting, person.person).value_or(Name());
  }
  read_steps(row);
  return row;
}

void RegisterReader::read_steps(RegisterRow& row) {
  Rows rows =
      sql_.query("SELECT at, person, content FROM resolution_step WHERE resolution = ? ORDER BY seq", row.resolution);
  while (rows.next()) {
    RegisterStep& step = row.steps.emplace_back();
    std::optional<std::string> content;
    rows.into(step.at, step.by, content);
    step.content = from_json<FollowUpContent>(content).value();
    if (sight_.everything || step.content.visibility == Visibility::everyone) {
      if (step.by) step.by_name = name_of(sql_, hall_, std::nullopt, *step.by);
      continue;
    }
    step.by.reset();
    step.content.note.reset();
    step.content.evidence.reset();
    step.content.letter.reset();
  }
}

void RegisterReader::read_names(RegisterPage& page) {
  Rows people = sql_.query(
      "WITH named AS (SELECT DISTINCT p.person FROM resolution_responsible p WHERE p.resolution IN "
      "  (SELECT r.resolution FROM " TALAR_RESOLUTIONS "WHERE " TALAR_RESOLUTION_VISIBLE
      ")) "
      "SELECT n.person FROM named n LEFT JOIN member m ON m.hall = ?2 AND m.person = n.person "
      "ORDER BY m.ordinal IS NULL, m.ordinal, n.person",
      sight_.everything, hall_);
  while (people.next()) {
    RegisterPerson& person = page.people.emplace_back();
    people.into(person.person);
    person.name = name_of(sql_, hall_, std::nullopt, person.person).value_or(Name());
  }
  Rows groups =
      sql_.query("SELECT DISTINCT r.working_group, coalesce(g.name, h.name) FROM " TALAR_RESOLUTIONS
                 "LEFT JOIN working_group g USING (working_group) LEFT JOIN hall h ON h.hall = r.working_group "
                 "WHERE coalesce(g.name, h.name) IS NOT NULL AND " TALAR_RESOLUTION_VISIBLE,
                 sight_.everything, hall_);
  HallId group;
  Name name;
  while (groups.next()) {
    groups.into(group, name);
    page.groups.emplace(group, name);
  }
}

RegisterPage RegisterReader::read(std::size_t limit) {
  RegisterPage page;
  const PageCursor cursor = cursor_of(terms_.after);
  const Line* last = nullptr;
  const auto all = lines();
  for (const Line& line : all) {
    count(line, page.counts);
    if (!fits(line) || !cursor.is_before(line.term, line.number) || page.next) continue;
    if (page.rows.size() == limit) {
      page.next = PageCursor{last->term, last->number}.text();
      continue;
    }
    page.rows.push_back(row(line));
    last = &line;
  }
  read_names(page);
  return page;
}

}  // namespace

RegisterPage find_register(Sql& sql, const HallId& hall, const RegisterTerms& terms, Sight sight, Instant now,
                           std::size_t limit) {
  return RegisterReader(sql, hall, terms, sight, now).read(limit);
}

}  // namespace talar::storage
