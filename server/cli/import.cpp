#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "protocol/tehran.hpp"
#include "protocol/time_text.hpp"
#include "protocol/words.hpp"
#include "server/cli/cli.hpp"
#include "server/cli/clock.hpp"
#include "server/cli/founding.hpp"
#include "server/cli/reliving.hpp"
#include "server/cli/restore.hpp"
#include "server/web/roster.hpp"
#include "storage/archive.hpp"
#include "storage/database.hpp"
#include "storage/journal.hpp"

namespace talar::cli {
namespace {

constexpr Millis founded_before{7 * tehran::one_day.ms};  // the first session, if there is a past

struct Import {
  std::filesystem::path chamber;
  std::filesystem::path roster;
  std::string hall = "rasht";
  std::string starts_at;
  std::filesystem::path past;
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

/// The hall as it is to be founded, and lived through if it has a past.
struct Plan {
  Chamber chamber;
  std::vector<NewMember> members;
  std::optional<Past> past;
  std::filesystem::path past_file;
  Instant founded_at;
  Instant now;
  HallId hall;
  std::uint64_t seed = 0;
};

Plan plan(const Import& wish) {
  Plan plan{.chamber = read_chamber(wish.chamber), .now = clock_now(), .hall = {wish.hall}};
  plan.founded_at = plan.now;
  plan.chamber.starts_at = starting_time(plan.chamber, wish.starts_at, plan.now);
  if (!wish.roster.empty()) plan.members = read_members(wish.roster);
  randombytes_buf(&plan.seed, sizeof plan.seed);
  if (wish.past.empty()) return plan;
  if (wish.starts_at != "next") throw std::runtime_error("--past is counted back from --starts-at next.");
  plan.past_file = wish.past;
  plan.past = read_past(wish.past);
  plan.chamber.starts_at = first_session(*plan.past, plan.chamber.starts_at, plan.now);
  plan.founded_at = plan.chamber.starts_at + Millis{-founded_before.ms};
  return plan;
}

/// What to tell the operator.
struct Told {
  std::vector<std::string> notes;
  std::int64_t votes = 0;
};

Told tell(Recorder& hall, const Plan& plan, const Sealer& sealer) {
  const Founding founding = found(hall, plan.chamber, plan.members, plan.founded_at);
  Told told{founding.notes, founding.votes};
  if (!plan.past) return told;
  try {
    const Relived relived = relive(hall, *plan.past, plan.chamber.starts_at, plan.now, sealer);
    told.notes.insert(told.notes.end(), relived.notes.begin(), relived.notes.end());
    told.votes += relived.votes;
  } catch (const std::runtime_error& error) {
    throw std::runtime_error(fmt::format("{}: {}.", plan.past_file.string(), error.what()));
  }
  return told;
}

/// Without a seal that is worth anything: a step that is refused must leave nothing behind.
void rehearse(const Plan& plan) {
  Recorder hall(plan.hall, plan.seed);
  tell(hall, plan, [](Recorder& recorder, MeetingId meeting) {
    const std::string nothing(64, '0');
    return Seal{.digest = nothing, .chain = nothing, .seq = recorder.state().records.at(meeting).seq};
  });
}

void run(const Config& config, const Import& wish) {
  const Plan planned = plan(wish);
  const storage::Database database(config.database(), storage::Access::owner);
  storage::Journal journal(database);
  const storage::Archive archive(database);
  if (journal.head(planned.hall).seq > 0)
    throw std::runtime_error(fmt::format("The hall \"{}\" exists already; nothing was imported.", planned.hall.value));
  if (planned.past) rehearse(planned);

  const auto commit = [&](Recorder& hall) {
    std::vector<storage::Entry> entries;
    for (Recorded& recorded : hall.take()) entries.push_back({planned.hall, std::move(recorded)});
    journal.commit(entries);
  };
  Recorder hall(planned.hall, planned.seed);
  // As the web side makes it: from the archive, once it holds every event before the seal.
  const Told told = tell(hall, planned, [&](Recorder& recorder, MeetingId meeting) {
    commit(recorder);
    return archive.sealable(planned.hall, meeting).value();
  });
  commit(hall);
  journal.checkpoint(storage::Journal::Checkpoint::all);

  for (const std::string& note : told.notes) fmt::print("{}\n", note);
  const hall::State& state = hall.state();
  fmt::print("Founded the hall \"{}\": {}\n", planned.hall.value, state.name.value);
  const auto draft =
      std::ranges::find(state.meetings, MeetingState::drafted, [](const auto& entry) { return entry.second.state; });
  fmt::print("{} people, {} agenda items, {} prepared votes; the {} meeting starts {}.\n", state.members.size(),
             draft->second.items.size(), told.votes, planned.past ? "next" : "first",
             to_text(draft->second.content.starts_at));
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
  command
      .add_option(
          "--past", wish->past,
          "What happened before: sessions week by week, the first with the chamber's agenda, and the next one's "
          "preparation")
      ->type_name("FILE.json");
  command.footer(
      "A hall that exists is left alone, and so is everything when a single row is wrong. A dump needs an empty "
      "database, and the rules must follow every event of it; who may sign in is not in it. It proves itself no more "
      "than its maker is trusted: compare a record's seal with one that you know from elsewhere.\n\n"
      "Examples:\n"
      "  talar import chamber.json --roster roster.csv --hall rasht --starts-at next\n"
      "  talar import everything.jsonl --data /var/lib/talar");
  command.callback([&invocation, wish] {
    if (wish->chamber.extension() == ".jsonl")
      invocation.exit_code = import_everything(invocation.config, wish->chamber);
    else
      run(invocation.config, *wish);
  });
}

}  // namespace talar::cli
