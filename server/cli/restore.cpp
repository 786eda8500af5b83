#include "server/cli/restore.hpp"

#include <fmt/format.h>

#include <fstream>
#include <stdexcept>

#include "storage/dump.hpp"

namespace talar::cli {

void import_everything(const Config& config, const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + file.string());
  const DumpEnd found = storage::restore(in, config.database());
  for (const auto& [hall, head] : found.heads)
    fmt::print("{}: {} events, chain {}\n", hall.value, head.seq, head.chain);
  fmt::print("{} events, {} files and {} secret ballots were restored. Nobody is signed in: invite people anew.\n",
             found.events, found.files, found.ballots);
}

}  // namespace talar::cli
