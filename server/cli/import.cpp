#include <fmt/format.h>
#include <sodium.h>

#include <chrono>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "protocol/time_text.hpp"
#include "protocol/words.hpp"
#include "server/cli/cli.hpp"
#include "server/cli/clock.hpp"
#include "server/cli/founding.hpp"
#include "server/cli/restore.hpp"
#include "server/web/roster.hpp"
#include "storage/database.hpp"
#include "storage/journal.hpp"

namespace talar::cli {
namespace {

struct Import {
  std::filesystem::path chamber;
  std::filesystem::path roster;
  std::string hall = "rasht";
  std::string starts_at;
};

std::string hall_name(std::string text) {
  const bool fits = !text.empty() && text.size() <= 32 &&
                    text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos;
  return fits ? std::string() : "a hall's short name has 1 to 32 of a-z, 0-9 and \"-\"";
}

/// Every bad row is told, so that the file is put right in one go.
std::vector<NewMember> read_members(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error(fmt::format("Cannot read {}.", file.string()));
  const std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  const RosterPreview preview = web::read_roster(text, {}, limits::members);
  for (const RosterRow& row : preview.rows) {
    if (row.problem)
      fmt::print(stderr, "{}:{}: {} ({})\n", file.string(), row.line, word(*row.problem), row.field.value_or("row"));
    if (row.respelled && row.member)
      fmt::print("{}:{}: respelled with Persian letters: {}\n", file.string(), row.line, row.member->name.value);
  }
  if (preview.bad > 0)
    throw std::runtime_error(fmt::format("{} rows of the roster cannot be taken; nothing was imported.", preview.bad));
  return web::enrollable(preview);
}

Instant starting_time(const Chamber& chamber, const std::string& wish, Instant now) {
  if (wish.empty()) return chamber.starts_at;
  if (wish == "next") return next_meeting(chamber.meets, now);
  const auto at = parse_instant(wish);
  if (!at) throw std::runtime_error("--starts-at takes \"next\" or a moment such as 2026-03-05T05:30:00Z.");
  return *at;
}

void run(const Config& config, const Import& wish) {
  const Instant now = clock_now();
  Chamber chamber = read_chamber(wish.chamber);
  chamber.starts_at = starting_time(chamber, wish.starts_at, now);
  const auto members = wish.roster.empty() ? std::vector<NewMember>() : read_members(wish.roster);

  const storage::Database database(config.database(), storage::Access::owner);
  storage::Journal journal(database);
  const HallId hall{wish.hall};
  if (journal.head(hall).seq > 0)
    throw std::runtime_error(fmt::format("The hall \"{}\" exists already; nothing was imported.", hall.value));

  std::uint64_t seed = 0;
  randombytes_buf(&seed, sizeof seed);
  const Founding founding = found(chamber, members, now, seed);
  std::vector<storage::Entry> entries;
  for (const Recorded& recorded : founding.events) entries.push_back({hall, recorded});
  journal.commit(entries);
  journal.checkpoint(storage::Journal::Checkpoint::all);

  for (const std::string& note : founding.notes) fmt::print("{}\n", note);
  const auto& meeting = founding.state.meetings.begin()->second;
  fmt::print("Founded the hall \"{}\": {}\n", hall.value, founding.state.name.value);
  fmt::print("{} people, {} agenda items, {} prepared votes; the first meeting starts {}.\n",
             founding.state.members.size(), meeting.items.size(), founding.votes, to_text(meeting.content.starts_at));
}

}  // namespace

void add_import(CLI::App& talar, Invocation& invocation) {
  CLI::App& command =
      *talar.add_subcommand("import", "Found a hall: its people and the draft of its first meeting; or restore a dump");
  const auto wish = std::make_shared<Import>();
  command
      .add_option("chamber", wish->chamber,
                  "The hall and its first agenda, or everything that `talar export all --as jsonl` wrote")
      ->type_name("CHAMBER.json|DUMP.jsonl")
      ->required();
  add_data(command, invocation.config);
  command.add_option("--hall", wish->hall, "Short name of the hall in addresses")
      ->type_name("NAME")
      ->check(CLI::Validator(hall_name, "", "hall"))
      ->capture_default_str();
  command.add_option("--roster", wish->roster, "Its people (CSV: ردیف,عنوان,حوزه,جایگاه,حق رأی)")
      ->type_name("FILE.csv");
  command.add_option("--starts-at", wish->starts_at, "When the first meeting starts, instead of what the file says")
      ->type_name("TIME|next");
  command.footer(
      "A hall that exists is left alone, and so is everything when a single row is wrong. A dump needs an empty "
      "database; who may sign in is not in it.\n\n"
      "Examples:\n"
      "  talar import chamber.json --roster roster.csv --hall rasht --starts-at next\n"
      "  talar import everything.jsonl --data /var/lib/talar");
  command.callback([&invocation, wish] {
    wish->chamber.extension() == ".jsonl" ? import_everything(invocation.config, wish->chamber)
                                          : run(invocation.config, *wish);
  });
}

}  // namespace talar::cli
