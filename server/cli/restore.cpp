#include "server/cli/restore.hpp"

#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <map>
#include <stdexcept>

#include "server/cli/cli.hpp"
#include "server/hall/hall.hpp"
#include "server/hall/state.hpp"
#include "storage/dump.hpp"

namespace talar::cli {
namespace {

/// A number that a process and its child both see.
class SharedNumber {
 public:
  SharedNumber()
      : place_(mmap(nullptr, sizeof(std::int64_t), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0)) {
    if (place_ == MAP_FAILED) throw std::runtime_error("no memory to share with the restoring process");
  }
  SharedNumber(const SharedNumber&) = delete;
  ~SharedNumber() { munmap(place_, sizeof(std::int64_t)); }
  volatile std::int64_t& value() { return *static_cast<volatile std::int64_t*>(place_); }

 private:
  void* place_;
};

void restore_by_the_rules(const Config& config, const std::filesystem::path& file, SharedNumber& reading) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + file.string());
  std::map<HallId, hall::State> states;
  const auto follow = [&](const HallId& hall, const Recorded& recorded, std::int64_t line) {
    reading.value() = line;
    hall::apply(states[hall], recorded);
  };
  const DumpEnd found = storage::restore(in, config.database(), follow);
  for (const auto& [hall, state] : states) hall::check(state);
  for (const auto& [hall, head] : found.heads)
    fmt::print("{}: {} events, chain {}\n", hall.value, head.seq, head.chain);
  fmt::print("{} events, {} files and {} secret ballots were restored. Nobody is signed in: invite people anew.\n",
             found.events, found.files, found.ballots);
}

}  // namespace

int import_everything(const Config& config, const std::filesystem::path& file) {
  const bool existed = std::filesystem::exists(config.database());
  SharedNumber reading;
  // The rules end the process that breaks them, as they must. This one stays to tell and to clear away.
  const pid_t child = fork();
  if (child < 0) throw std::runtime_error("cannot start a process to restore in");
  if (child == 0) {
    restore_by_the_rules(config, file, reading);
    return done;
  }
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (WIFEXITED(status)) return WEXITSTATUS(status);
  if (!existed) storage::remove_unfinished(config.database());
  throw std::runtime_error(
      fmt::format("line {}: no hall could have written this event after those before it; nothing was restored",
                  static_cast<std::int64_t>(reading.value())));
}

}  // namespace talar::cli
