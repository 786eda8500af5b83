#include "storage/chain.hpp"
#include "tests/contract/meeting.hpp"

namespace talar::storage {
namespace {

TEST(Journal, what_was_committed_is_replayed_word_for_word_by_the_next_process) {
  Folder folder;
  Hall hall = chamber_after_first_meeting();
  {
    Database database(folder.file(), Access::owner);
    Journal(database).commit(hall.entries);
  }
  Database database(folder.file(), Access::owner);
  Journal journal(database);
  const auto all = replayed(journal, hall.id);
  ASSERT_EQ(all.size(), hall.entries.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    const EventRow was = to_row(hall.id, hall.entries[i].recorded);
    const EventRow is = to_row(hall.id, all[i]);
    EXPECT_EQ(is.seq, was.seq);
    EXPECT_EQ(is.at, was.at);
    EXPECT_EQ(is.actor, was.actor);
    EXPECT_EQ(is.type, was.type);
    EXPECT_EQ(is.body, was.body);
  }
  EXPECT_EQ(journal.head(hall.id).seq, static_cast<std::int64_t>(all.size()));
}

TEST(Journal, replay_goes_on_after_a_seq) {
  Folder folder;
  Database database(folder.file(), Access::owner);
  Journal journal(database);
  Hall hall = founded();
  hall.says(message(1)).says(message(2));
  journal.commit(hall.entries);
  const auto rest = replayed(journal, hall.id, 2);
  ASSERT_EQ(rest.size(), 1u);
  EXPECT_EQ(rest[0].seq, 3);
}

TEST(Journal, what_was_changed_is_not_replayed) {
  Folder folder;
  Database database(folder.file(), Access::owner);
  Journal journal(database);
  Hall hall = founded();
  hall.says(message(1)).says(message(2)).says(message(3));
  journal.commit(hall.entries);
  tamper(folder.file(), "UPDATE event SET body = replace(body, '2', '9') WHERE seq = 3");
  int taken = 0;
  EXPECT_THROW(journal.replay(hall.id, 0, [&](const Recorded&) { ++taken; }), StorageError);
  EXPECT_EQ(taken, 2);
  EXPECT_THROW(replayed(journal, hall.id, 2), StorageError);
  EXPECT_EQ(replayed(journal, hall.id, 3).size(), 1u);
}

TEST(Journal, halls_have_seqs_and_chains_of_their_own) {
  Folder folder;
  Database database(folder.file(), Access::owner);
  Journal journal(database);
  Hall a = founded("a"), b = founded("b");
  a.says(message(1));
  std::vector<Entry> mixed{a.entries[0], b.entries[0], a.entries[1]};
  journal.commit(mixed);
  EXPECT_EQ(journal.halls(), (std::vector<HallId>{{"a"}, {"b"}}));
  EXPECT_EQ(journal.head(a.id).seq, 2);
  EXPECT_EQ(journal.head(b.id).seq, 1);
  EXPECT_NE(journal.head(a.id).chain, journal.head(b.id).chain);
  EXPECT_EQ(journal.head({"nobody"}).seq, 0);
}

TEST(Journal, an_event_knows_its_command_and_whoever_gave_it) {
  Folder folder;
  Database database(folder.file(), Access::owner);
  Journal journal(database);
  Hall hall = founded();
  hall.says(message(1), deputy, command(7));
  journal.commit(hall.entries);
  const auto known = journal.command_of(hall.id, 2);
  ASSERT_TRUE(known);
  EXPECT_EQ(known->id, command(7));
  EXPECT_EQ(known->actor.person, deputy);
  EXPECT_FALSE(journal.command_of(hall.id, 1)) << "the server's own";
  EXPECT_FALSE(journal.command_of(hall.id, 3));
  EXPECT_FALSE(journal.command_of({"elsewhere"}, 2));
}

TEST(Journal, the_chain_is_sha_256_over_length_prefixed_fields) {
  EventRow row;
  row.hall = {"h"};
  row.seq = 1;
  row.meeting = "m";
  row.at = 1000;
  row.command = "";
  row.type = "t";
  row.v = 1;
  row.body = "{}";
  // Computed by other hands: python's hashlib over the bytes that chain.hpp describes.
  EXPECT_EQ(chain_text(next_chain({}, row)), "067b96b2f1e216ff12597bcf3c525dc6a019b616b6125575ec004a3df3ae35f5");
}

TEST(Journal, an_absent_field_and_an_empty_one_make_different_chains) {
  EventRow row;
  const Chain absent = next_chain({}, row);
  row.meeting = "";
  EXPECT_NE(next_chain({}, row), absent);
}

TEST(Journal, no_statement_changes_or_removes_an_event) {
  Folder folder;
  Database database(folder.file(), Access::owner);
  Journal journal(database);
  journal.commit(founded().entries);
  SQLite::Database raw(folder.file(), SQLite::OPEN_READWRITE);
  EXPECT_THROW(raw.exec("UPDATE event SET body = '{}'"), std::exception);
  EXPECT_THROW(raw.exec("DELETE FROM event"), std::exception);
  EXPECT_EQ(number_in(folder.file(), "SELECT count(*) FROM event"), 1);
}

TEST(JournalDeathTest, a_gap_is_our_own_mistake_and_ends_the_process) {
  Folder folder;
  Database database(folder.file(), Access::owner);
  Journal journal(database);
  Hall hall("chamber", 4);
  hall.says(message(1));
  EXPECT_DEATH(journal.commit(hall.entries), "event 5 came where 1 was due");
}

}  // namespace
}  // namespace talar::storage
