#include "storage/verify.hpp"

#include <fstream>
#include <iterator>

#include "storage/backup.hpp"
#include "storage/rebuild.hpp"
#include "storage/schema.hpp"
#include "tests/contract/meeting.hpp"

namespace talar::storage {
namespace {

/// A database with a meeting in it, closed.
class Verify : public testing::Test {
 protected:
  void SetUp() override {
    Database database(folder.file(), Access::owner);
    Hall hall = chamber_after_first_meeting();
    Hall other = founded("working-group");
    Journal journal(database);
    journal.commit(hall.entries);
    journal.commit(other.entries);
  }

  std::string first_finding() {
    const Verification verification = verify(folder.file());
    return verification.good() ? "good" : verification.findings.front().sentence;
  }

  static std::string dump(const std::filesystem::path& file) {
    SQLite::Database database(file, SQLite::OPEN_READWRITE);
    std::string all;
    for (const auto table : archive_tables()) {
      // What search finds is found by its row number; other tables' rows have none, or one that means nothing.
      const std::string columns = table == "search_index" ? "rowid, *" : "*";
      SQLite::Statement rows(database, "SELECT " + columns + " FROM " + std::string(table) + " ORDER BY 1, 2");
      while (rows.executeStep()) {
        all += table;
        for (int i = 0; i < rows.getColumnCount(); ++i) all += "|" + rows.getColumn(i).getString();
        all += "\n";
      }
    }
    return all;
  }

  Folder folder;
};

TEST_F(Verify, finds_nothing_wrong_with_an_honest_database_and_says_where_each_hall_ends) {
  const Verification verification = verify(folder.file());
  EXPECT_TRUE(verification.good()) << first_finding();
  ASSERT_EQ(verification.halls.size(), 2u);
  Database database(folder.file(), Access::owner);
  const Head head = Journal(database).head({"chamber"});
  EXPECT_EQ(verification.halls[0].head.seq, head.seq);
  EXPECT_EQ(verification.halls[0].head.chain, head.chain);
  EXPECT_EQ(verification.events, head.seq + 1);
}

TEST_F(Verify, can_be_asked_while_the_server_runs) {
  Database database(folder.file(), Access::owner);
  Journal journal(database);
  Hall more("working-group", 1);
  more.says(message(1));
  journal.commit(more.entries);
  EXPECT_EQ(first_finding(), "good");
}

TEST_F(Verify, sees_an_edited_row) {
  tamper(folder.file(),
         "UPDATE event SET body = replace(body, 'approve', 'against') WHERE type = 'ballot_cast' AND seq = "
         "(SELECT max(seq) FROM event WHERE type = 'ballot_cast')");
  const Verification verification = verify(folder.file());
  ASSERT_FALSE(verification.good());
  EXPECT_EQ(verification.findings[0].hall, HallId{"chamber"});
  EXPECT_EQ(verification.findings[0].seq,
            number_in(folder.file(), "SELECT max(seq) FROM event WHERE type = 'ballot_cast'"));
  EXPECT_PRED2(holds, verification.findings[0].sentence, "the chain does not fit");
}

TEST_F(Verify, sees_a_change_of_every_column_of_the_chain) {
  for (const char* change : {"at = at + 1", "actor = 'zzzzzzzzzz'", "command_id = 'x'", "meeting = NULL", "v = 0",
                             "type = 'item_ended'", "chain = zeroblob(32)"}) {
    Folder copy;
    std::filesystem::copy_file(folder.file(), copy.file());
    tamper(copy.file(), std::string("UPDATE event SET ") + change + " WHERE type = 'item_activated'");
    const Verification verification = verify(copy.file());
    ASSERT_FALSE(verification.good()) << change;
    EXPECT_PRED2(holds, verification.findings[0].sentence, "the chain does not fit") << change;
  }
}

TEST_F(Verify, sees_a_flipped_bit_that_sqlite_itself_does_not) {
  std::ifstream in(folder.file(), std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(in)), {});
  const auto at = bytes.find("\"spent\":600000");
  ASSERT_NE(at, std::string::npos);
  bytes[at + 8] ^= 1;  // 600000 -> 700000
  std::ofstream(folder.file(), std::ios::binary) << bytes;
  EXPECT_PRED2(holds, first_finding(), "the chain does not fit");
}

TEST_F(Verify, sees_a_removed_row_in_the_middle_and_at_the_end) {
  Folder copy;
  std::filesystem::copy_file(folder.file(), copy.file());
  tamper(copy.file(), "DELETE FROM event WHERE hall = 'chamber' AND seq = 20");
  const Verification middle = verify(copy.file());
  ASSERT_FALSE(middle.good());
  EXPECT_EQ(middle.findings[0].sentence, "events are missing: after 19 comes 21");

  tamper(folder.file(), "DELETE FROM event WHERE ordinal = (SELECT max(ordinal) FROM event WHERE hall = 'chamber')");
  EXPECT_PRED2(holds, first_finding(), "the archive's table");
}

TEST_F(Verify, sees_that_the_archive_says_something_else) {
  tamper(folder.file(), "UPDATE vote SET outcome = 'rejected'");
  EXPECT_PRED2(holds, first_finding(),
               "table vote does not say what the journal says: 2 rows are missing or different");
}

TEST_F(Verify, sees_a_search_index_that_was_emptied) {
  tamper(folder.file(), "DELETE FROM search_index");
  EXPECT_PRED2(holds, first_finding(), "search_index");
}

TEST_F(Verify, refuses_a_file_that_is_not_there) {
  EXPECT_THROW(verify(folder.file("nothing.db")), StorageError);
}

TEST_F(Verify, rebuild_makes_the_same_tables_again) {
  const std::string before = dump(folder.file());
  EXPECT_GT(before.size(), 2000u);
  tamper(folder.file(), "DELETE FROM meeting; DELETE FROM search_index; UPDATE member SET name = 'x'");
  EXPECT_NE(dump(folder.file()), before);
  Database database(folder.file(), Access::owner);
  EXPECT_EQ(rebuild(database), number_in(folder.file(), "SELECT count(*) FROM event"));
  EXPECT_EQ(dump(folder.file()), before);
  EXPECT_EQ(first_finding(), "good");
}

TEST_F(Verify, a_rebuilt_archive_goes_on_like_the_one_it_replaced) {
  const auto twin = folder.file("twin.db");
  std::filesystem::copy_file(folder.file(), twin);
  const auto go_on = [](const Database& database) {
    Journal journal(database);
    Hall hall("chamber", journal.head({"chamber"}).seq);
    hall.says(MinutesPublished{first}).says(MembersEnrolled{{{guest, "مهمان", "مهمان", Seat::guest, false}}});
    hall.says(MeetingDrafted{second, {{}, {1'704'346'200'000}, 150, "تالار گفتگو"}});
    hall.says(ItemAdded{second, {210}, {}, 0, item("بررسی مصوبات")});
    journal.commit(hall.entries);
  };
  {
    Database database(twin, Access::owner);
    rebuild(database);
    go_on(database);
  }
  Database database(folder.file(), Access::owner);
  go_on(database);
  EXPECT_EQ(dump(folder.file()), dump(twin));
}

TEST_F(Verify, a_backup_is_one_file_that_verifies_and_serves) {
  Database database(folder.file(), Access::owner);
  Journal journal(database);
  Hall more("working-group", 1);
  more.says(message(1));
  journal.commit(more.entries);  // still in the write-ahead log only
  const auto copy = folder.file("copy.db");
  backup(folder.file(), copy, IfExists::refuse);
  EXPECT_TRUE(verify(copy).good());
  EXPECT_FALSE(std::filesystem::exists(folder.file("copy.db-wal")));
  EXPECT_FALSE(std::filesystem::exists(folder.file("copy.db.unfinished")));
  Database restored(copy, Access::owner);
  EXPECT_EQ(Journal(restored).head({"working-group"}).chain, journal.head({"working-group"}).chain);
}

TEST_F(Verify, a_backup_overwrites_only_when_asked_and_never_its_source) {
  const auto copy = folder.file("copy.db");
  std::ofstream(copy) << "precious";
  EXPECT_THROW(backup(folder.file(), copy, IfExists::refuse), StorageError);
  EXPECT_EQ(std::filesystem::file_size(copy), 8u);
  backup(folder.file(), copy, IfExists::replace);
  EXPECT_TRUE(verify(copy).good());
  EXPECT_THROW(backup(folder.file(), folder.file(), IfExists::replace), StorageError);
}

TEST_F(Verify, a_backup_that_does_not_verify_gets_no_name) {
  tamper(folder.file(), "UPDATE event SET at = 0 WHERE seq = 5");
  EXPECT_THROW(backup(folder.file(), folder.file("copy.db"), IfExists::refuse), StorageError);
  EXPECT_FALSE(std::filesystem::exists(folder.file("copy.db")));
  EXPECT_FALSE(std::filesystem::exists(folder.file("copy.db.unfinished")));
}

}  // namespace
}  // namespace talar::storage
