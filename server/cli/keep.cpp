// Looking after the database: backup, verify, rebuild.
#include <fmt/format.h>

#include <filesystem>
#include <memory>

#include "server/cli/cli.hpp"
#include "storage/backup.hpp"
#include "storage/database.hpp"
#include "storage/rebuild.hpp"
#include "storage/verify.hpp"

namespace talar::cli {
namespace {

std::string hex(const storage::Chain& chain) {
  std::string text;
  for (const auto byte : chain) text += fmt::format("{:02x}", byte);
  return text;
}

int verify(const std::filesystem::path& file) {
  const storage::Verification found = storage::verify(file);
  for (const auto& hall : found.halls)
    fmt::print("{}: {} events, chain {}\n", hall.hall.value, hall.head.seq, hex(hall.head.chain));
  for (const auto& finding : found.findings) {
    const std::string place =
        finding.hall ? finding.hall->value + (finding.seq ? fmt::format(" #{}", *finding.seq) : "") : "";
    fmt::print("FAULT {}{}{}\n", place, place.empty() ? "" : ": ", finding.sentence);
  }
  if (found.good()) fmt::print("{} events verified: nothing was changed, nothing is missing.\n", found.events);
  return found.good() ? done : found_faults;
}

}  // namespace

void add_backup(CLI::App& talar, Invocation& invocation) {
  CLI::App& backup =
      *talar.add_subcommand("backup", "Copy the whole database to one file; works while the server runs");
  const auto copy = std::make_shared<std::filesystem::path>();
  const auto replace = std::make_shared<bool>(false);
  backup.add_option("copy", *copy, "The file to write")->type_name("FILE")->required();
  add_data(backup, invocation.config);
  backup.add_flag("--replace", *replace, "Replace FILE if it exists");
  backup.footer(
      "The copy is verified before it gets its name.\n\nExample:\n  talar backup /backup/talar-$(date +%F).db");
  backup.callback([&invocation, copy, replace] {
    const auto if_exists = *replace ? storage::IfExists::replace : storage::IfExists::refuse;
    storage::backup(invocation.config.database(), *copy, if_exists);
    fmt::print("Copied to {} ({} KB).\n", copy->string(), std::filesystem::file_size(*copy) / 1024);
  });
}

void add_verify(CLI::App& talar, Invocation& invocation) {
  CLI::App& check = *talar.add_subcommand("verify", "Check the record's chain, and the archive against it");
  add_data(check, invocation.config);
  check.footer(
      "Works while the server runs, and on a backup: talar verify --data /backup/talar.db\n"
      "Exit code 0: all is well, 3: faults were found.");
  check.callback([&invocation] { invocation.exit_code = verify(invocation.config.database()); });
}

void add_rebuild(CLI::App& talar, Invocation& invocation) {
  CLI::App& rebuild = *talar.add_subcommand("rebuild", "Fill the archive and its search anew from the journal");
  add_data(rebuild, invocation.config);
  rebuild.footer("The server must not be running.");
  rebuild.callback([&invocation] {
    const storage::Database database(invocation.config.database(), storage::Access::owner);
    fmt::print("The archive has been rebuilt from {} events.\n", storage::rebuild(database));
  });
}

}  // namespace talar::cli
