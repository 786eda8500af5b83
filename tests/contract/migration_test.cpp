// A database of each earlier version comes up to date with its record whole.
#include "storage/migrations.hpp"

#include <regex>

#include "storage/archive.hpp"
#include "storage/verify.hpp"
#include "tests/contract/meeting.hpp"

namespace talar::storage {
namespace {

/// The columns that a table had in an earlier version.
std::string columns(SQLite::Database& database, const std::string& table) {
  std::string columns = table == "search_index" ? "rowid" : "";
  SQLite::Statement rows(database, "SELECT name FROM pragma_table_info('" + table + "')");
  while (rows.executeStep()) columns += (columns.empty() ? "" : ", ") + rows.getColumn(0).getString();
  return columns;
}

/// Where today keeps what stood in a column of its own.
std::string found_today(const std::string& table, std::string columns) {
  if (table != "vote") return columns;
  for (const char* part : {"approve", "against", "abstain", "not_cast"})
    columns = std::regex_replace(columns, std::regex(std::string("\\b") + part + "\\b"),
                                 std::string("result ->> '$$.tally.") + part + "'");
  for (const char* part : {"base_count", "needed"})
    columns = std::regex_replace(columns, std::regex(std::string("\\b") + part + "\\b"),
                                 std::string("result ->> '$$.") + part + "'");
  return columns;
}

/// What `today` holds, as version `version` would have written it.
void write_as_of(std::size_t version, const std::filesystem::path& today, const std::filesystem::path& then) {
  SQLite::Database database(then, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  for (std::size_t i = 0; i < version; ++i) database.exec(migrations()[i].script);
  database.exec("ATTACH '" + today.string() + "' AS today");
  std::vector<std::string> tables;
  SQLite::Statement rows(database,
                         "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual') "
                         "AND name NOT LIKE 'sqlite_%'");
  while (rows.executeStep()) tables.push_back(rows.getColumn(0).getString());
  for (const auto& table : tables) {
    const std::string names = columns(database, table);
    database.exec("INSERT INTO main." + table + " (" + names + ") SELECT " + found_today(table, names) +
                  " FROM today." + table);
  }
  database.exec("PRAGMA application_id = 0x54414C52; PRAGMA user_version = " + std::to_string(version));
}

TEST(Migration, from_the_first_version_with_an_archive_on_keeps_record_and_archive) {
  Folder folder;
  Hall hall = chamber_after_first_meeting();
  {
    Database database(folder.file(), Access::owner);
    Journal(database).commit(hall.entries);
  }
  for (std::size_t version = 3; version < migrations().size(); ++version) {
    SCOPED_TRACE(migrations()[version].name);
    const auto file = folder.file("version-" + std::to_string(version) + ".db");
    write_as_of(version, folder.file(), file);
    const Database database(file, Access::owner);
    const auto verification = verify(file);
    EXPECT_TRUE(verification.good()) << verification.findings.front().sentence;
    EXPECT_EQ(verification.events, static_cast<std::int64_t>(hall.entries.size()));
    const auto record = Archive(database).record(hall.id, first, Audience::staff);
    ASSERT_TRUE(record);
    EXPECT_EQ(record->chain.size(), 64u);
  }
}

TEST(Migration, to_codes_that_run_out_gives_those_that_are_open_a_day) {
  Folder folder;
  constexpr Instant made{1'703'741'400'000};
  constexpr Millis day{86'400'000};
  { const Database database(folder.file(), Access::owner); }
  write_as_of(13, folder.file(), folder.file("old.db"));
  const auto invite = [&](const char* id, Millis valid_for) {
    tamper(folder.file("old.db"), "INSERT INTO invitation (invitation, hall, made_at, expires_at) VALUES ('" +
                                      std::string(id) + "', 'chamber', " + std::to_string(made.ms) + ", " +
                                      std::to_string(made.ms + valid_for.ms) + ")");
  };
  invite("long", Millis{7 * day.ms});
  invite("short", Millis{1'000});
  { const Database database(folder.file("old.db"), Access::owner); }
  const auto code_ends = [&](const std::string& id) {
    return number_in(folder.file("old.db"), "SELECT code_expires_at FROM invitation WHERE invitation = '" + id + "'");
  };
  EXPECT_EQ(code_ends("long"), made.ms + day.ms);
  EXPECT_EQ(code_ends("short"), made.ms + 1'000);
}

}  // namespace
}  // namespace talar::storage
