// RULES.md, the tests and the permission table say the same.
#include <gtest/gtest.h>

#include <boost/mp11.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "protocol/words.hpp"
#include "server/hall/permissions.hpp"

namespace talar::hall {
namespace {

const std::filesystem::path sources{TALAR_SOURCE_DIR};

std::string read(const std::filesystem::path& file) {
  std::ifstream in(file);
  EXPECT_TRUE(in) << file;
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::vector<std::smatch> all(const std::string& text, const std::regex& pattern) {
  return {std::sregex_iterator(text.begin(), text.end(), pattern), std::sregex_iterator()};
}

std::string rules() {
  return read(sources / "server/hall/RULES.md");
}

/// "FLR-3" for each rule that is written down.
std::set<std::string> written() {
  const std::string text = rules();
  std::set<std::string> numbers;
  for (const auto& match : all(text, std::regex(R"(- \*\*([A-Z]{3}-\d+)\*\* )"))) {
    EXPECT_TRUE(numbers.insert(match[1]).second) << match[1] << " stands twice";
  }
  return numbers;
}

/// Rules by the tests that carry their number: TEST(Floor, FLR_3_...).
std::map<std::string, int> proven() {
  std::map<std::string, int> numbers;
  for (const auto& entry : std::filesystem::directory_iterator(sources / "tests/unit/hall")) {
    if (entry.path().extension() != ".cpp") continue;
    const std::string text = read(entry.path());
    for (const auto& match : all(text, std::regex(R"(TEST(?:_F|_P)?\(\w+,\s*([A-Z]{3})_(\d+)_)"))) {
      ++numbers[match[1].str() + "-" + match[2].str()];
    }
  }
  return numbers;
}

TEST(RulesDocument, every_rule_has_a_test) {
  const auto tests = proven();
  for (const std::string& rule : written()) EXPECT_TRUE(tests.contains(rule)) << rule;
}

TEST(RulesDocument, every_test_names_a_rule_that_is_written_down) {
  const auto known = written();
  for (const auto& [rule, count] : proven()) EXPECT_TRUE(known.contains(rule)) << rule;
}

TEST(RulesDocument, every_rule_named_in_the_code_is_written_down) {
  const auto known = written();
  for (const auto& entry : std::filesystem::directory_iterator(sources / "server/hall")) {
    if (entry.path().extension() == ".md") continue;
    const std::string text = read(entry.path());
    for (const auto& match : all(text, std::regex(R"(\b([A-Z]{3}-\d+)\b)"))) {
      EXPECT_TRUE(known.contains(match[1])) << match[1] << " in " << entry.path();
    }
  }
}

TEST(RulesDocument, rules_are_numbered_without_gaps) {
  std::map<std::string, std::set<int>> areas;
  for (const std::string& rule : written()) areas[rule.substr(0, 3)].insert(std::stoi(rule.substr(4)));
  for (const auto& [area, numbers] : areas) EXPECT_EQ(*numbers.rbegin(), static_cast<int>(numbers.size())) << area;
}

/// What a refusal carries for its sentence, by its code: as the protocol says, and as the rules give it.
std::map<std::string, std::set<std::string>> promised() {
  std::map<std::string, std::set<std::string>> args;
  const std::string protocol = read(sources / "protocol/PROTOCOL.md");
  for (const auto& row : all(protocol, std::regex(R"(\n\| `(\w+)` \| [^\n]*`args` has([^:\n]*))"))) {
    const std::string names = row[2];
    for (const auto& name : all(names, std::regex("`(\\w+)`"))) args[row[1]].insert(name[1]);
  }
  return args;
}
std::map<std::string, std::set<std::string>> given_to() {
  std::map<std::string, std::set<std::string>> args;
  for (const auto& entry : std::filesystem::directory_iterator(sources / "server/hall")) {
    const std::string text = read(entry.path());
    const std::regex with(R"re(with\(\s*refuse\(RefusalCode::(\w+)[^;]*?\),\s*"(\w+)")re");
    for (const auto& match : all(text, with)) args[match[1]].insert(match[2]);
  }
  return args;
}

TEST(RulesDocument, refusals_carry_what_the_protocol_promises) {
  auto here = given_to();
  auto there = promised();
  for (auto* args : {&here, &there}) args->erase("out_of_bounds");  // a form's, mostly: its bounds are in the schema
  EXPECT_EQ(here, there);
}

TEST(RulesDocument, the_table_is_the_one_in_the_code) {
  std::string expected;
  boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, Command>>([&](auto identity) {
    using SomeCommand = typename decltype(identity)::type;
    std::string roles;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Role>>([&](auto role) {
      if (may<SomeCommand>(role.value)) roles += (roles.empty() ? "" : ", ") + std::string(role.name);
    });
    expected += "| " + std::string(type_word<SomeCommand>()) + " | " + roles + " |\n";
  });
  const std::string text = rules();
  const std::string head = "| --- | --- |\n";
  EXPECT_EQ(text.substr(text.find(head) + head.size()), expected);
}

}  // namespace
}  // namespace talar::hall
