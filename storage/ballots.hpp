// Where secret ballots and the keys that sign them are kept. The file tells nobody in which order ballots came.
#pragma once

#include <functional>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "protocol/id.hpp"
#include "storage/database.hpp"
#include "storage/secrets.hpp"

namespace talar::storage {

class Sql;

struct KeptBallot {
  VoteId vote;
  Digest hash;
  std::string message;
  std::string signature;
};

struct BallotKey {
  std::string public_key;
  std::string private_key;
};

/// Those of a closed vote, by their hashes; on a connection of its own.
std::vector<KeptBallot> ballots_of(const Database& database, VoteId vote);

/// One thread at a time. What is deleted is overwritten. Every change is durable when it returns; a failed one is
/// thrown as StorageError (unknown), and every further one too.
class Ballots {
 public:
  explicit Ballots(const Database& database);
  ~Ballots();

  void keep(const BallotKey& key);
  void forget(const std::string& public_key);
  std::vector<BallotKey> keys() const;

  /// In one transaction, in the order of their hashes. Gives those that were not there before.
  std::vector<VoteId> keep(std::vector<KeptBallot> ballots);
  std::int64_t count(VoteId vote) const;
  std::vector<KeptBallot> of(VoteId vote) const;

  /// After the vote is closed: forgets its key, and writes its ballots once more. SQLite keeps the rows of a page in
  /// the order of their keys but their bytes in that of their coming; now both are the same.
  void settle(VoteId vote, const std::string& public_key);
  /// Forgets its ballots and its key.
  void discard(VoteId vote, const std::string& public_key);
  /// After a crash, which is when there are keys but these: forgets the others, and settles all votes but these.
  /// Whether there was anything to do.
  bool settle_all_but(const std::set<VoteId>& votes, const std::set<std::string>& public_keys);

  /// Moves the write-ahead log into the database and cuts it off: it still tells the order of the groups, and what was
  /// deleted. False when somebody still needs it; then try again.
  bool empty_log();

 private:
  void change(const std::function<void()>& changes);
  void write_again(VoteId vote);

  std::unique_ptr<Sql> sql_;
  bool failed_ = false;
};

}  // namespace talar::storage
