// The world's failures of storage: disks that are full, files that are damaged, databases of another version.
#pragma once

#include <stdexcept>
#include <string>

namespace talar::storage {

/// `unknown`: a commit was under way and may or may not have happened. The process must stop, come back, replay, and
/// answer the retries by their command ids; it never goes on with the same connection.
class StorageError : public std::runtime_error {
 public:
  enum class Outcome { refused, unknown };

  StorageError(const std::string& what, Outcome outcome) : std::runtime_error(what), outcome_(outcome) {}

  Outcome outcome() const { return outcome_; }
  bool unknown() const { return outcome_ == Outcome::unknown; }

 private:
  Outcome outcome_;
};

}  // namespace talar::storage
