#include "storage/database.hpp"

#include <SQLiteCpp/Exception.h>
#include <sys/stat.h>

#include <algorithm>
#include <fstream>

#include "storage/migrations.hpp"
#include "storage/schema.hpp"
#include "storage/sql.hpp"
#include "tests/contract/store.hpp"

namespace talar::storage {
namespace {

std::string refusal_of(const std::filesystem::path& file, Access access) {
  try {
    Database database(file, access);
  } catch (const StorageError& error) {
    EXPECT_FALSE(error.unknown());
    return error.what();
  }
  return "opened";
}

TEST(Database, a_new_file_gets_every_migration_and_is_for_its_owner_only) {
  Folder folder;
  Database database(folder.file(), Access::owner);
  EXPECT_EQ(number_in(folder.file(), "PRAGMA user_version"), static_cast<std::int64_t>(migrations().size()));
  struct stat status;
  ASSERT_EQ(::stat(folder.file().c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0600u);
}

TEST(Database, every_connection_is_durable_and_keeps_its_references) {
  Folder folder;
  Database database(folder.file(), Access::owner);
  const auto sql = database.connect();
  std::string mode;
  std::int64_t synchronous = 0, foreign_keys = 0;
  sql->first("PRAGMA journal_mode", std::tuple{}, mode);
  sql->first("PRAGMA synchronous", std::tuple{}, synchronous);
  sql->first("PRAGMA foreign_keys", std::tuple{}, foreign_keys);
  EXPECT_EQ(mode, "wal");
  EXPECT_EQ(synchronous, 2);  // FULL
  EXPECT_EQ(foreign_keys, 1);
  EXPECT_THROW(database.connect_to_read()->run("DELETE FROM hall"), StorageError);
}

TEST(Database, every_table_is_strict_and_either_record_or_account_or_file_or_ballot_or_archive) {
  Folder folder;
  Database database(folder.file(), Access::owner);
  const auto sql = database.connect();
  std::vector<std::string> known{"event", "invitation", "device", "passphrase", "calendar_link", "file",
                                 "secret_ballot", "ballot_key"};
  for (const auto table : archive_tables()) known.emplace_back(table);
  Rows rows = sql->query(
      "SELECT name, strict, type FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%' "
      "AND type <> 'shadow'");
  std::string name, type;
  std::int64_t strict = 0;
  while (rows.next()) {
    rows.into(name, strict, type);
    EXPECT_TRUE(strict == 1 || type == "virtual") << name;
    EXPECT_NE(std::find(known.begin(), known.end(), name), known.end()) << name;
  }
}

TEST(Database, of_a_newer_version_is_refused_with_a_sentence) {
  Folder folder;
  { Database database(folder.file(), Access::owner); }
  tamper(folder.file(), "PRAGMA user_version = 99");
  for (const Access access : {Access::owner, Access::guest})
    EXPECT_PRED2(holds, refusal_of(folder.file(), access), "was last used by a newer Talar: it has version 99");
}

TEST(Database, a_second_owner_is_refused_by_name_and_a_guest_is_not) {
  Folder folder;
  Database database(folder.file(), Access::owner);
  EXPECT_PRED2(holds, refusal_of(folder.file(), Access::owner),
               "in use by another Talar server (process " + std::to_string(::getpid()) + ")");
  EXPECT_EQ(refusal_of(folder.file(), Access::guest), "opened");
}

TEST(Database, the_next_owner_may_come_when_the_first_is_gone) {
  Folder folder;
  { Database database(folder.file(), Access::owner); }
  EXPECT_EQ(refusal_of(folder.file(), Access::owner), "opened");
}

TEST(Database, a_guest_makes_no_file) {
  Folder folder;
  EXPECT_PRED2(holds, refusal_of(folder.file(), Access::guest), "there is no database");
  EXPECT_FALSE(std::filesystem::exists(folder.file()));
}

TEST(Database, a_folder_that_is_not_there_is_named) {
  Folder folder;
  EXPECT_PRED2(holds, refusal_of(folder.file("nowhere") / "talar.db", Access::owner), "there is no folder");
}

TEST(Database, another_programs_file_is_left_alone) {
  Folder folder;
  {
    SQLite::Database(folder.file(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec("CREATE TABLE bookmarks (url)");
  }
  EXPECT_PRED2(holds, refusal_of(folder.file(), Access::owner), "not one of Talar's");
}

TEST(Database, what_is_no_database_at_all_is_refused) {
  Folder folder;
  std::ofstream(folder.file()) << std::string(5000, 'x');
  EXPECT_PRED2(holds, refusal_of(folder.file(), Access::owner), "cannot use the database");
}

TEST(Database, damage_in_its_pages_is_found_when_it_opens) {
  Folder folder;
  {
    Database database(folder.file(), Access::owner);
    Journal journal(database);
    Hall hall = founded();
    for (int i = 0; i < 600; ++i) hall.says(message(i));
    journal.commit(hall.entries);
  }
  {
    std::fstream file(folder.file(), std::ios::in | std::ios::out | std::ios::binary);
    const auto size = static_cast<int>(std::filesystem::file_size(folder.file()));
    for (int page = size - 4096 * 10; page < size; page += 4096) {
      file.seekp(page);
      file.write("\x7f\x7f\x7f\x7f\x7f\x7f\x7f\x7f", 8);
    }
  }
  EXPECT_PRED2(holds, refusal_of(folder.file(), Access::owner), "damaged");
}

}  // namespace
}  // namespace talar::storage
