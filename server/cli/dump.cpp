#include "server/cli/dump.hpp"

#include <fmt/format.h>

#include <fstream>
#include <functional>
#include <iostream>
#include <stdexcept>

#include "storage/dump.hpp"

namespace talar::cli {
namespace {

void write_to(const std::filesystem::path& file, const std::function<void(std::ostream&)>& write) {
  if (file.empty()) {
    write(std::cout);
    if (!std::cout.flush()) throw std::runtime_error("cannot write to the standard output");
    return;
  }
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  try {
    if (!out) throw std::runtime_error("cannot write " + file.string());
    // It holds people's names and how they voted.
    std::filesystem::permissions(file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    write(out);
    out.close();
    if (!out) throw std::runtime_error("cannot write " + file.string());
  } catch (...) {
    std::error_code ignored;
    std::filesystem::remove(file, ignored);  // half a dump is none
    throw;
  }
}

}  // namespace

void write_everything(const storage::Database& database, const std::filesystem::path& file) {
  write_to(file, [&](std::ostream& to) { storage::dump(database, to); });
}

void write_events(const storage::Database& database, const HallId& hall, MeetingId meeting,
                  const std::filesystem::path& file) {
  write_to(file, [&](std::ostream& to) { storage::dump_meeting(database, hall, meeting, to); });
}

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
