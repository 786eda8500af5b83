// What `talar export all --as jsonl` has written, back into an empty database.
#pragma once

#include <filesystem>

#include "server/config.hpp"

namespace talar::cli {

/// The program's exit code.
int import_everything(const Config& config, const std::filesystem::path& file);

}  // namespace talar::cli
