#include "tests/unit/hall/verdict_cases.hpp"

#include <fstream>
#include <sstream>
#include <stdexcept>

#include "protocol/words.hpp"

namespace talar::hall {
namespace {

using Parts = std::vector<std::string>;

Parts split(const std::string& text, char separator) {
  Parts parts;
  if (text == "-") return parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, separator);) parts.push_back(part);
  return parts;
}

std::int64_t number(const std::string& text) {
  std::size_t read = 0;
  const std::int64_t value = std::stoll(text, &read);
  if (read != text.size()) throw std::invalid_argument("no number: " + text);
  return value;
}

bool is_word(const std::string& text, const std::string& among) {
  for (const std::string& one : split(among, ' ')) {
    if (one == text) return true;
  }
  return false;
}

/// "valid two_thirds", "cast >2/3", "members >=3/5"
VoteRule rule_of(const std::string& text) {
  const Parts parts = split(text, ' ');
  const std::string& threshold = parts.at(1);
  VoteRule rule{parse_word<Base>(parts.at(0)).value()};
  if (threshold[0] != '>') {
    rule.majority.kind = parse_word<MajorityKind>(threshold).value();
    return rule;
  }
  const bool at_least = threshold[1] == '=';
  const Parts share = split(threshold.substr(at_least ? 2 : 1), '/');
  rule.majority = {MajorityKind::fraction, Fraction{number(share.at(0)), number(share.at(1)),
                                                    at_least ? Comparison::at_least : Comparison::more_than}};
  return rule;
}

/// "motion secret", "hands", "election options=3 seats=1 withdrawn=2", "borda options=3", "points=10 options=2"
void read_form(WorkedCase& worked, const std::string& text) {
  VoteForm form;
  for (const std::string& part : split(text, ' ')) {
    const std::size_t equals = part.find('=');
    const std::string key = part.substr(0, equals);
    const std::int64_t value = equals == std::string::npos ? 0 : number(part.substr(equals + 1));
    if (key == "hands") {
      form.mode = VoteMode::show_of_hands;
      worked.by_hand = true;
    } else if (key == "secret") {
      form.mode = VoteMode::secret;
    } else if (key == "objected") {
      worked.objected = true;
    } else if (parse_word<RankingMethod>(key)) {
      form.kind = VoteKind::ranking;
      worked.rules.ranking = parse_word<RankingMethod>(key).value();
    } else if (key == "options") {
      for (std::int64_t n = 1; n <= value; ++n) form.options.push_back({std::to_string(n)});
    } else if (key == "seats") {
      form.seats = value;
    } else if (key == "marks") {
      form.marks = value;
    } else if (key == "withdrawn") {
      form.options.at(value - 1).withdrawn = true;
    } else {
      form.kind = parse_word<VoteKind>(key).value();
      if (key == "points") form.points = value;
    }
  }
  worked.content.form = form;
}

Ballot ballot_of(const std::string& text, bool has_options) {
  if (!has_options) return parse_word<Choice>(text).value();
  Marks marks;
  bool blank = true;
  for (const std::string& mark : split(text, '-')) {
    marks.push_back(number(mark));
    blank = blank && mark == "0";
  }
  return {blank ? Choice::abstain : Choice::approve, marks};
}

/// "6:approve 2:against*3", "4:1-0-1"
std::vector<Counted> ballots_of(const std::string& text, bool has_options) {
  std::vector<Counted> ballots;
  for (const std::string& part : split(text, ' ')) {
    const std::size_t colon = part.find(':');
    const std::size_t star = part.find('*');
    Counted counted{ballot_of(part.substr(colon + 1, star - colon - 1), has_options)};
    if (star != std::string::npos) counted.weight = number(part.substr(star + 1));
    ballots.insert(ballots.end(), number(part.substr(0, colon)), counted);
  }
  return ballots;
}

/// "5@1* 3@2 0@-"
std::optional<List<OptionResult, limits::options>> options_of(const std::string& text) {
  if (text == "-") return std::nullopt;
  List<OptionResult, limits::options> options;
  for (std::string part : split(text, ' ')) {
    OptionResult option;
    option.elected = part.back() == '*';
    if (option.elected) part.pop_back();
    const std::size_t at = part.find('@');
    option.count = number(part.substr(0, at));
    if (part.substr(at + 1) != "-") option.place = number(part.substr(at + 1));
    options.push_back(option);
  }
  return options;
}

/// "0-3/2-0"
std::optional<List<List<std::int64_t, limits::options>, limits::options>> pairs_of(const std::string& text) {
  if (text == "-") return std::nullopt;
  List<List<std::int64_t, limits::options>, limits::options> pairs;
  for (const std::string& row : split(text, '/')) {
    List<std::int64_t, limits::options> numbers;
    for (const std::string& part : split(row, '-')) numbers.push_back(number(part));
    pairs.push_back(numbers);
  }
  return pairs;
}

std::vector<std::int64_t> numbers_of(const std::string& text) {
  std::vector<std::int64_t> numbers;
  for (const std::string& part : split(text, '/')) numbers.push_back(number(part));
  return numbers;
}

VoteResult expected_of(const WorkedCase& worked, const Parts& cells) {
  const auto tally = numbers_of(cells.at(9));
  VoteResult expected{{tally.at(0), tally.at(1), tally.at(2), tally.at(3)}, number(cells.at(10)), number(cells.at(11))};
  const Parts outcome = split(cells.at(12), ' ');
  expected.outcome = parse_word<Outcome>(outcome.at(0)).value();
  if (outcome.size() > 1) expected.casting = worked.chair;  // "adopted by casting"
  expected.options = options_of(cells.at(13));
  expected.pairs = pairs_of(cells.at(14));
  if (worked.rules.quorum) expected.quorum = worked.quorum;
  return expected;
}

WorkedCase case_of(const Parts& cells) {
  if (cells.size() != 16) throw std::invalid_argument(std::to_string(cells.size()) + " cells");
  WorkedCase worked;
  worked.rule = cells[0];
  worked.name = cells[1];
  read_form(worked, cells[2]);
  worked.content.rule = rule_of(cells[3]);
  const auto heads = numbers_of(cells[4]);
  worked.heads = {heads.at(0), heads.at(1), heads.at(2)};
  worked.ballots = ballots_of(cells[5], !worked.content.form->options.empty());
  worked.rules.quorum = is_word("quorum", cells[6]);
  worked.rules.casting_vote = is_word("casting", cells[6]);
  if (const auto quorum = numbers_of(cells[7]); !quorum.empty()) {
    worked.quorum = Quorum{quorum.at(0), quorum.at(1), heads.at(2), quorum.at(0) >= quorum.at(1)};
  }
  if (cells[8] != "-") worked.chair = parse_word<Choice>(cells[8]).value();
  worked.expected = expected_of(worked, cells);
  worked.runoff = cells[15];
  return worked;
}

}  // namespace

std::ostream& operator<<(std::ostream& out, const WorkedCase& worked) {
  return out << worked.rule << ' ' << worked.name;
}

std::vector<WorkedCase> worked_cases() {
  std::ifstream in(std::string(TALAR_SOURCE_DIR) + "/tests/unit/hall/verdict_cases.csv");
  std::vector<WorkedCase> cases;
  std::size_t line = 0;
  for (std::string text; std::getline(in, text);) {
    ++line;
    if (text.starts_with('#') || text.starts_with("rule,")) continue;
    cases.push_back(case_of(split(text, ',')));
    cases.back().line = line;
  }
  return cases;
}

std::vector<WorkedCase> worked_cases(const std::string& rule) {
  std::vector<WorkedCase> cases = worked_cases();
  std::erase_if(cases, [&](const WorkedCase& worked) { return worked.rule != rule; });
  return cases;
}

std::string line_of(const testing::TestParamInfo<WorkedCase>& info) {
  return "line_" + std::to_string(info.param.line);
}

}  // namespace talar::hall
