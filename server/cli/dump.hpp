// Everything as lines of JSON, out (talar export ... --as jsonl) and in (talar import FILE.jsonl).
#pragma once

#include <filesystem>

#include "protocol/id.hpp"
#include "protocol/values.hpp"
#include "server/config.hpp"
#include "storage/database.hpp"

namespace talar::cli {

/// Into this file, readable by its owner only; no file: to the standard output.
void write_everything(const storage::Database& database, const std::filesystem::path& file);
/// The events of one meeting.
void write_events(const storage::Database& database, const HallId& hall, MeetingId meeting,
                  const std::filesystem::path& file);

void import_everything(const Config& config, const std::filesystem::path& file);

}  // namespace talar::cli
