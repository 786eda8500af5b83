// After a thousand secret votes neither the database nor its log tells whose ballot is whose. The voters here are as
// careless as can be: each casts in the very order of collecting, which the journal holds for ever.
#include <numeric>
#include <random>
#include <set>

#include "server/ballots/encoding.hpp"
#include "storage/journal.hpp"
#include "tests/contract/meeting.hpp"
#include "tests/unit/ballots/booth.hpp"
#include "tests/unit/ballots/traces.hpp"

namespace talar::ballots {
namespace {

constexpr std::size_t voters = 1'000;
constexpr std::size_t group = 8;
constexpr VoteId the_vote{7'777};

/// Of the test's own seed, so that it always goes the same way.
std::string drawn(std::mt19937_64& random, std::size_t size) {
  std::string bytes;
  while (bytes.size() < size) bytes.push_back(static_cast<char>(random()));
  return bytes;
}

/// A vote in which everybody has collected and cast.
class Unlinkable : public testing::Test {
 protected:
  Unlinkable() {
    BoxOptions options = at_once();
    options.group = group;
    options.patience = std::chrono::hours(1);
    box = std::make_unique<Box>(database, options);
    box->start({});
    vote = opened(*box, the_vote);
    storage::enrol_and_convene(hall);
    hall.says(VotePrepared{storage::first, storage::vision, the_vote, storage::question("موافقید؟")});
    hall.says(VoteOpened{storage::first, storage::vision, the_vote, {}, {}, {}, {}, vote.key});
    std::vector<std::uint64_t> order(voters);
    std::iota(order.begin(), order.end(), 1'000'000'000);
    std::ranges::shuffle(order, random);
    for (const std::uint64_t person : order) collect({person});
    journal.commit(hall.fresh());
    for (std::size_t first = 0; first < voters; first += group) {
      std::vector<std::future<Result<storage::Digest>>> answers;
      for (std::size_t n = first; n < first + group; ++n) answers.push_back(cast(*box, ballots[n]));
      for (auto& answer : answers) EXPECT_TRUE(answer.get());
    }
  }

  void collect(PersonId person) {
    std::string message = drawn(random, ballot_prefix_bytes);
    BallotNonce nonce;
    std::ranges::copy(drawn(random, nonce.size()), nonce.begin());
    message += write_ballot(the_vote, vote.form, random() % 2 ? Choice::approve : Choice::against, nonce);
    const test::Blinder blinder(*from_base64(vote.key));
    const auto blinded = blinder.blind(message);
    digests.push_back(to_hex(as_bytes(storage::digest(blinded.bytes))));
    people.push_back(person);
    hall.says(BallotIssued{storage::first, the_vote, person, digests.back()}, person);
    ballots.push_back({message, blinder.finalize(blinded, box->sign(the_vote, blinded.bytes).value())});
    messages.push_back(message);
  }

  std::string database_bytes() const { return bytes_of(folder.file()); }
  std::string log_bytes() const { return bytes_of(folder.file("talar.db-wal")); }

  /// As it is done once the result is on record.
  void finish() {
    sealed(*box, the_vote);
    box->finish(the_vote);
    box->stop();
  }

  std::mt19937_64 random{20'240'104};
  Folder folder;
  storage::Database database{folder.file(), storage::Access::owner};
  storage::Journal journal{database};
  storage::Hall hall = storage::founded();
  std::unique_ptr<Box> box;
  VoteUnderWay vote;
  // All in the order of collecting, which is that of casting.
  std::vector<PersonId> people;
  std::vector<std::string> digests;
  std::vector<std::string> messages;
  std::vector<Signed> ballots;
};

TEST_F(Unlinkable, the_bytes_of_the_database_give_no_better_guess_than_chance) {
  finish();
  const auto in_file = found_in(database_bytes(), messages);
  EXPECT_EQ(in_file.size(), voters) << "each ballot stands there exactly once";
  const Tells tells(in_file);
  EXPECT_TRUE(tells.chance) << tells;
}

TEST_F(Unlinkable, the_table_gives_no_better_guess_than_chance) {
  finish();
  std::vector<std::size_t> came;
  for (const auto& kept : storage::ballots_of(database, the_vote))
    came.push_back(static_cast<std::size_t>(std::ranges::find(messages, kept.message) - messages.begin()));
  ASSERT_EQ(came.size(), voters);
  const Tells tells(came);
  EXPECT_TRUE(tells.chance) << tells;
}

TEST_F(Unlinkable, the_log_holds_nothing_any_more) {
  EXPECT_FALSE(found_in(log_bytes(), messages).empty());
  finish();
  EXPECT_EQ(log_bytes().size(), 0u);
}

TEST_F(Unlinkable, nothing_of_a_voter_stands_with_a_ballot_and_nothing_of_a_ballot_in_the_journal) {
  finish();
  SQLite::Database file(folder.file(), SQLite::OPEN_READONLY);
  SQLite::Statement columns(file, "SELECT group_concat(name) FROM pragma_table_info('secret_ballot')");
  ASSERT_TRUE(columns.executeStep());
  EXPECT_EQ(columns.getColumn(0).getString(), "vote,hash,message,signature");

  std::string rows;
  SQLite::Statement kept(file, "SELECT hash || message || signature FROM secret_ballot");
  while (kept.executeStep()) rows += kept.getColumn(0).getString();
  std::string events;
  SQLite::Statement journaled(file, "SELECT body FROM event");
  while (journaled.executeStep()) events += journaled.getColumn(0).getString();
  for (std::size_t n = 0; n < voters; ++n) {
    EXPECT_EQ(rows.find(people[n].text()), std::string::npos);
    EXPECT_EQ(rows.find(digests[n]), std::string::npos);
    EXPECT_NE(events.find(digests[n]), std::string::npos);
    EXPECT_EQ(events.find(to_hex(as_bytes(storage::digest(messages[n])))), std::string::npos);
  }
  EXPECT_TRUE(found_in(events, messages).empty());
}

TEST_F(Unlinkable, the_private_key_is_nowhere_any_more) {
  SQLite::Database file(folder.file(), SQLite::OPEN_READONLY);
  SQLite::Statement row(
      file, "SELECT private_key FROM ballot_key WHERE public_key = x'" + to_hex(*from_base64(vote.key)) + "'");
  ASSERT_TRUE(row.executeStep());
  const std::string key = row.getColumn(0).getString();
  row.reset();
  // Its middle is the private exponent.
  const std::vector<std::string> piece{key.substr(key.size() / 3, 64)};
  EXPECT_FALSE(found_in(database_bytes() + log_bytes(), piece).empty());
  finish();
  EXPECT_TRUE(found_in(database_bytes() + log_bytes(), piece).empty());
}

// Whether these tests could fail at all:

TEST_F(Unlinkable, control_an_ordered_table_is_found_out) {
  SQLite::Database ordered(folder.file("ordered.db"), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  ordered.exec("CREATE TABLE ballot (message BLOB); BEGIN");
  SQLite::Statement insert(ordered, "INSERT INTO ballot VALUES (?)");
  for (const auto& message : messages) {
    insert.bind(1, message.data(), static_cast<int>(message.size()));
    insert.exec();
    insert.reset();
  }
  ordered.exec("COMMIT");
  const Tells tells(found_in(bytes_of(folder.file("ordered.db")), messages));
  EXPECT_FALSE(tells.chance);
}

TEST_F(Unlinkable, control_the_log_of_a_vote_that_goes_on_tells_the_groups) {
  auto in_log = found_in(log_bytes(), messages);
  std::set<std::size_t> seen;
  std::erase_if(in_log, [&](std::size_t ballot) { return !seen.insert(ballot).second; });
  ASSERT_EQ(in_log.size(), voters);
  EXPECT_FALSE(Tells(in_log).chance);
}

// A chamber's vote fits into one page, whose rows lie in order while their bytes lie as they came. That is why the
// ballots of a closed vote are written once more.
class SmallVote : public testing::Test {
 protected:
  SmallVote() {
    for (int n = 0; n < 9; ++n) {
      messages.push_back(drawn(random, ballot_message_bytes));
      kept.keep({storage::KeptBallot{the_vote, storage::digest(messages[n]), messages[n], drawn(random, 256)}});
    }
    std::iota(as_they_came.begin(), as_they_came.end(), 0);
    by_hash = as_they_came;
    std::ranges::sort(by_hash, {}, [this](std::size_t n) { return storage::digest(messages[n]); });
  }

  /// SQLite fills a page from its end.
  std::vector<std::size_t> in_file() {
    EXPECT_TRUE(kept.empty_log());
    auto found = found_in(bytes_of(folder.file()), messages);
    std::ranges::reverse(found);
    return found;
  }

  std::mt19937_64 random{20'240'111};
  Folder folder;
  storage::Database database{folder.file(), storage::Access::owner};
  storage::Ballots kept{database};
  std::vector<std::string> messages;
  std::vector<std::size_t> as_they_came = std::vector<std::size_t>(9);
  std::vector<std::size_t> by_hash;
};

TEST_F(SmallVote, control_the_bytes_of_one_that_goes_on_lie_as_they_came) {
  EXPECT_EQ(in_file(), as_they_came);
}

TEST_F(SmallVote, the_bytes_of_a_settled_one_lie_by_their_hashes) {
  kept.settle(the_vote, "");
  EXPECT_EQ(in_file(), by_hash);
}

}  // namespace
}  // namespace talar::ballots
