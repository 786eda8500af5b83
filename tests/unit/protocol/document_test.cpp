// PROTOCOL.md says what the declarations say: its tables are read and compared. Its exchange is replayed elsewhere.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "protocol/codec.hpp"
#include "protocol/describe.hpp"
#include "protocol/words.hpp"

namespace talar {
namespace {

using Rows = std::map<std::string, std::vector<std::string>>;

/// The rows of the table with this header, by their first cell; marks of code are taken away.
Rows table(const std::string& file, const std::string& header) {
  std::ifstream in(std::string(TALAR_SOURCE_DIR) + "/" + file);
  std::string line;
  while (std::getline(in, line) && !line.starts_with(header)) continue;
  std::getline(in, line);  // | --- |
  Rows rows;
  while (std::getline(in, line) && line.starts_with("| ")) {
    std::erase(line, '`');
    std::vector<std::string> cells;
    for (std::size_t from = 2; from < line.size();) {
      const auto to = line.find(" | ", from);
      const auto end = to == std::string::npos ? line.rfind(" |") : to;
      cells.push_back(end > from ? line.substr(from, end - from) : "");
      from = to == std::string::npos ? line.size() : to + 3;
    }
    EXPECT_TRUE(rows.emplace(cells.front(), cells).second) << cells.front();
  }
  return rows;
}

std::set<std::string> keys(const Rows& rows) {
  std::set<std::string> found;
  for (const auto& [key, row] : rows) found.insert(key);
  return found;
}

TEST(ProtocolDocument, explains_every_refusal_code) {
  std::set<std::string> codes;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<RefusalCode>>(
      [&](auto code) { codes.insert(code.name); });
  EXPECT_EQ(keys(table("protocol/PROTOCOL.md", "| code | meaning |")), codes);
}

TEST(ProtocolDocument, lists_every_command_with_its_fields) {
  Rows rows = table("protocol/PROTOCOL.md", "| command | fields | roles |");
  boost::mp11::mp_for_each<Command>([&]<class SomeCommand>(const SomeCommand& command) {
    std::string fields;
    detail::each_field<SomeCommand>([&](std::string_view name, auto pointer) {
      const bool optional = detail::is_optional<std::remove_cvref_t<decltype(command.*pointer)>>;
      fields += (fields.empty() ? "" : ", ") + std::string(name) + (optional ? "?" : "");
    });
    const auto row = rows.extract(std::string(type_word<SomeCommand>()));
    ASSERT_TRUE(row) << type_word<SomeCommand>();
    EXPECT_EQ(row.mapped()[1], fields) << row.key();
  });
  EXPECT_EQ(keys(rows), std::set<std::string>{});
}

TEST(ProtocolDocument, allows_the_roles_that_the_rules_of_the_hall_allow) {
  const Rows here = table("protocol/PROTOCOL.md", "| command | fields | roles |");
  const Rows rules = table("server/hall/RULES.md", "| command | roles |");
  ASSERT_EQ(keys(here), keys(rules));
  for (const auto& [command, row] : rules) EXPECT_EQ(here.at(command)[2], row[1]) << command;
}

TEST(ProtocolDocument, shows_frames_that_the_codec_takes) {
  std::ifstream in(std::string(TALAR_SOURCE_DIR) + "/protocol/PROTOCOL.md");
  std::size_t sent = 0, refused = 0;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("S: ")) {
      EXPECT_TRUE(nlohmann::json::accept(line.substr(3))) << line;
    }
    if (!line.starts_with("C: ") || line.find("\"<") != std::string::npos) continue;
    ++sent;
    if (!parse_client_frame(line.substr(3))) ++refused;
  }
  EXPECT_GT(sent, 5u);
  EXPECT_EQ(refused, 1u);  // the one that is meant to be
}

}  // namespace
}  // namespace talar
