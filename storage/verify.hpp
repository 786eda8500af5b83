// Does the record still say what was recorded? Recomputes every chain, and the archive from the journal.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "protocol/values.hpp"
#include "storage/journal.hpp"

namespace talar::storage {

/// One thing that is wrong, as a sentence in English; where it is, if it is in one place.
struct Finding {
  std::optional<HallId> hall;
  std::optional<std::int64_t> seq;
  std::string sentence;
};

struct VerifiedHall {
  HallId hall;
  Head head;
};

struct Verification {
  std::vector<VerifiedHall> halls;
  std::int64_t events = 0;
  std::vector<Finding> findings;  // at most `findings_max` of them
  bool good() const { return findings.empty(); }

  static constexpr std::size_t findings_max = 100;
};

/// Reads one snapshot; the server may be running. Throws StorageError when the file cannot be read at all.
Verification verify(const std::filesystem::path& database);

}  // namespace talar::storage
