#include "server/web/roster.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include "server/live/utf8.hpp"
#include "server/web/csv.hpp"
#include "server/web/text.hpp"
#include "storage/fold.hpp"

namespace talar::web {
namespace {

enum class Column { number, name, field, seat, votes, short_name };

/// One key for all spellings: «قائم مقام», «قائم‌مقام», "Vice-President" and "vice_president".
std::string key_of(std::string_view text) {
  std::string key = lower(storage::fold(text));
  std::erase_if(key, [](char c) { return c == ' ' || c == '_' || c == '-' || c == '\t'; });
  return key;
}

template <class Value>
using Words = std::map<std::string, Value>;

template <class Value>
Words<Value> words_of(std::initializer_list<std::pair<Value, std::initializer_list<const char*>>> rows) {
  Words<Value> words;
  for (const auto& [value, spellings] : rows)
    for (const char* spelling : spellings) words.emplace(key_of(spelling), value);
  return words;
}

template <class Value>
std::optional<Value> look_up(const Words<Value>& words, std::string_view text) {
  const auto found = words.find(key_of(text));
  return found == words.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Column> parse_column(std::string_view text) {
  static const auto words = words_of<Column>({
      {Column::number, {"ردیف", "شماره", "row", "no", "no.", "number", "#"}},
      {Column::name, {"عنوان", "نام", "نام و عنوان", "نام و نام خانوادگی", "عضو", "name", "title", "member"}},
      {Column::field, {"حوزه", "حوزهٔ کاری", "زمینه", "field", "area"}},
      {Column::seat, {"جایگاه", "سمت", "نقش", "seat", "role", "position"}},
      {Column::votes, {"حق رأی", "رأی", "votes", "vote", "voting", "right to vote"}},
      {Column::short_name, {"نام کوتاه", "عنوان کوتاه", "short name", "short"}},
  });
  return look_up(words, text);
}

std::optional<bool> parse_votes(std::string_view text) {
  static const auto words = words_of<bool>({
      {true, {"دارد", "بله", "بلی", "آری", "با حق رأی", "yes", "true", "1", "y", "✓", "+"}},
      {false, {"ندارد", "خیر", "نه", "بدون حق رأی", "no", "false", "0", "n", "✗"}},
  });
  return look_up(words, text);
}

bool votes_by_default(Seat seat) {
  return seat != Seat::guest && seat != Seat::secretary;
}

/// Code points; nothing when it is not UTF-8 or holds control characters.
std::optional<std::size_t> count_chars(std::string_view text) {
  live::Utf8 utf8;
  if (!utf8.feed(text) || !utf8.complete()) return std::nullopt;
  std::size_t chars = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F) return std::nullopt;
    chars += (byte & 0xC0) != 0x80;
  }
  return chars;
}

/// What can be shown of a cell that is not text.
std::string readable(const std::string& cell) {
  if (live::Utf8 utf8; utf8.feed(cell) && utf8.complete()) return cell;
  std::string shown;
  for (const char c : cell) shown += static_cast<unsigned char>(c) < 0x80 ? std::string(1, c) : "\uFFFD";
  return shown;
}

/// At most `max` code points, cut between words.
std::string shortened(const std::string& text, std::size_t max) {
  std::size_t chars = 0, end = 0;
  for (; end < text.size(); ++end)
    if ((static_cast<unsigned char>(text[end]) & 0xC0) != 0x80 && chars++ == max) break;
  if (end == text.size()) return text;
  const std::size_t blank = text.rfind(' ', end);
  return text.substr(0, blank == std::string::npos || blank == 0 ? end : blank);
}

class Roster {
 public:
  Roster(const std::vector<Member>& members, std::size_t most) : most_(most) {
    for (const Member& member : members) {
      in_hall_.insert(key_of(member.name.value));
      seats_.insert(member.seat);
    }
  }

  RosterPreview read(std::string_view csv) {
    const auto rows = parse_csv(csv);
    if (rows.empty()) {
      add(refused(as_read({.line = 1, .cells = {}}), RefusalCode::missing_field, "name"));
    } else if (read_header(rows.front())) {
      for (std::size_t i = 1; i < rows.size(); ++i) add(read_row(rows[i]));
    }
    return std::move(preview_);
  }

 private:
  static RosterRow refused(RosterRow row, RefusalCode problem, const char* field) {
    row.problem = problem;
    row.field = field;
    return row;
  }

  void add(RosterRow row) {
    ++(row.problem ? preview_.bad : preview_.good);
    preview_.rows.push_back(std::move(row));
  }

  bool read_header(const CsvRow& header) {
    for (std::size_t i = 0; i < header.cells.size(); ++i)
      if (const auto column = parse_column(respell(readable(header.cells[i])).first)) columns_.emplace(*column, i);
    for (const auto& [column, field] : {std::pair{Column::name, "name"}, std::pair{Column::seat, "seat"}}) {
      if (columns_.contains(column)) continue;
      add(refused(as_read(header), RefusalCode::missing_field, field));
      return false;
    }
    return true;
  }

  static RosterRow as_read(const CsvRow& csv) {
    RosterRow row;
    row.line = csv.line;
    for (const std::string& cell : csv.cells) row.cells.push_back(readable(cell));
    return row;
  }

  std::string cell(const CsvRow& csv, Column column) const {
    const auto found = columns_.find(column);
    return found == columns_.end() || found->second >= csv.cells.size() ? std::string() : csv.cells[found->second];
  }

  RosterRow read_row(const CsvRow& csv) {
    RosterRow row = as_read(csv);
    if (csv.broken) return refused(std::move(row), RefusalCode::bad_text, "row");

    const auto [name, respelled] = respell(cell(csv, Column::name));
    row.respelled = respelled;
    if (name.empty()) return refused(std::move(row), RefusalCode::missing_field, "name");
    const auto chars = count_chars(name);
    if (!chars) return refused(std::move(row), RefusalCode::bad_text, "name");
    if (*chars > limits::name_chars) return refused(std::move(row), RefusalCode::out_of_bounds, "name");

    const std::string seat_word = cell(csv, Column::seat);
    if (trim(seat_word).empty()) return refused(std::move(row), RefusalCode::missing_field, "seat");
    const auto seat = parse_seat(seat_word);
    if (!seat) return refused(std::move(row), RefusalCode::unknown_word, "seat");

    const std::string votes_word = cell(csv, Column::votes);
    const auto votes = trim(votes_word).empty() ? votes_by_default(*seat) : parse_votes(votes_word);
    if (!votes) return refused(std::move(row), RefusalCode::unknown_word, "votes");
    if (*votes && *seat == Seat::guest) return refused(std::move(row), RefusalCode::not_entitled, "votes");

    std::string shown = respell(cell(csv, Column::short_name)).first;
    if (shown.empty()) shown = respell(cell(csv, Column::field)).first;
    if (shown.empty()) shown = name;
    if (!count_chars(shown)) return refused(std::move(row), RefusalCode::bad_text, "short_name");

    const std::string key = key_of(name);
    if (!in_file_.insert(key).second) return refused(std::move(row), RefusalCode::already_member, "name");
    row.known = in_hall_.contains(key);
    if (!row.known) {
      const bool one_person = *seat == Seat::president || *seat == Seat::vice_president;
      if (!seats_.insert(*seat).second && one_person) return refused(std::move(row), RefusalCode::seat_taken, "seat");
      if (taken_++ == most_) return refused(std::move(row), RefusalCode::too_many_members, "row");
    }
    row.member = NewMember{.person = std::nullopt,
                           .name = name,
                           .short_name = shortened(shown, limits::short_name_chars),
                           .seat = *seat,
                           .votes = *votes};
    return row;
  }

  std::set<std::string> in_hall_;
  std::set<std::string> in_file_;
  std::set<Seat> seats_;
  const std::size_t most_;
  std::size_t taken_ = 0;
  std::map<Column, std::size_t> columns_;
  RosterPreview preview_;
};

}  // namespace

std::optional<Seat> parse_seat(std::string_view text) {
  static const auto words = words_of<Seat>({
      {Seat::president, {"رئیس", "رئیس اتاق", "رئیس جلسه", "رئیس کارگروه", "president", "chair"}},
      {Seat::vice_president,
       {"قائم‌مقام", "قائم‌مقام رئیس", "نایب رئیس", "vice president", "vice chair"}},
      {Seat::deputy, {"معاون شهردار", "معاون", "deputy", "deputy mayor"}},
      {Seat::district_mayor, {"شهردار منطقه", "district mayor"}},
      {Seat::council_representative,
       {"نمایندهٔ شورا", "نماینده‌ی شورا", "نمایندهٔ شورای شهر", "نمایندهٔ شورای اسلامی شهر",
        "council representative"}},
      {Seat::expert, {"نخبه", "نخبگان", "expert"}},
      {Seat::guest, {"مهمان", "میهمان", "مدعو", "guest"}},
      {Seat::secretary, {"رئیس دبیرخانه", "کارشناس دبیرخانه", "دبیرخانه", "دبیر", "منشی", "secretary", "secretariat"}},
  });
  return look_up(words, text);
}

std::pair<std::string, bool> respell(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 3> letters{{{"ي", "ی"}, {"ى", "ی"}, {"ك", "ک"}}};
  constexpr std::array<std::string_view, 4> blanks{"\t", "\n", "\r", "\u00A0"};

  std::string out;
  bool changed = false;
  while (!text.empty()) {
    const auto letter = std::ranges::find_if(letters, [&](const auto& pair) { return text.starts_with(pair.first); });
    const auto blank = std::ranges::find_if(blanks, [&](std::string_view b) { return text.starts_with(b); });
    if (letter != letters.end()) {
      out += letter->second;
      text.remove_prefix(letter->first.size());
      changed = true;
    } else if (blank != blanks.end() || text.front() == ' ') {
      if (!out.empty() && out.back() != ' ') out += ' ';
      text.remove_prefix(blank != blanks.end() ? blank->size() : 1);
    } else {
      out += text.front();
      text.remove_prefix(1);
    }
  }
  if (out.ends_with(' ')) out.pop_back();
  return {std::move(out), changed};
}

RosterPreview read_roster(std::string_view csv, const std::vector<Member>& members, std::size_t most) {
  return Roster(members, most).read(csv);
}

std::vector<NewMember> enrollable(const RosterPreview& preview) {
  std::vector<NewMember> members;
  for (const RosterRow& row : preview.rows)
    if (row.member && !row.known) members.push_back(*row.member);
  return members;
}

}  // namespace talar::web
