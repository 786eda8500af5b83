// One meeting's record as a file, or everything as one.
#include <fmt/format.h>
#include <unistd.h>

#include <charconv>
#include <fstream>
#include <functional>
#include <iostream>
#include <memory>
#include <stdexcept>

#include "protocol/words.hpp"
#include "server/cli/cli.hpp"
#include "server/web/forms.hpp"
#include "storage/database.hpp"
#include "storage/dump.hpp"

namespace talar::cli {
namespace {

using exports::Format;

constexpr std::string_view everything = "all";

struct Wish {
  std::string session;
  std::string format;
  std::string audience = "staff";
  std::filesystem::path file;
};

struct Session {
  HallId hall;
  MeetingId meeting;
};

/// The words of an enumeration, for whoever wrote another one.
template <class Enum>
std::string words_of() {
  std::string all;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Enum>>(
      [&](auto each) { all += (all.empty() ? "" : ", ") + std::string(word(each.value)); });
  return all;
}

HallId hall_called(const storage::Archive& archive, std::string_view name) {
  const std::vector<HallRow> halls = archive.halls();
  std::string known;
  for (const HallRow& row : halls) {
    if (row.hall.value == name || (name.empty() && halls.size() == 1)) return row.hall;
    known += (known.empty() ? "" : ", ") + row.hall.value;
  }
  if (halls.empty()) throw std::runtime_error("there is no hall yet");
  if (name.empty()) throw std::runtime_error("there are several halls; write HALL/NUMBER with one of: " + known);
  throw std::runtime_error(fmt::format("there is no hall \"{}\"; there are: {}", name, known));
}

/// Of several terms the newest meeting of this number.
std::optional<MeetingId> numbered(const storage::Archive& archive, const HallId& hall, std::int64_t number) {
  constexpr std::size_t at_once = 200;
  std::optional<std::string> after;
  do {
    const MeetingPage page = archive.meetings(hall, Audience::staff, after, at_once);
    for (const MeetingSummary& meeting : page.meetings)
      if (meeting.number == number) return meeting.meeting;
    after = page.next;
  } while (after);
  return std::nullopt;
}

Session session_called(const storage::Archive& archive, std::string_view text) {
  const auto slash = text.find('/');
  const bool names_hall = slash != std::string_view::npos;
  const HallId hall = hall_called(archive, names_hall ? text.substr(0, slash) : std::string_view());
  const std::string_view which = names_hall ? text.substr(slash + 1) : text;
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(which.data(), which.data() + which.size(), number);
  if (error == std::errc() && end == which.data() + which.size()) {
    if (const auto meeting = numbered(archive, hall, number)) return {hall, *meeting};
  } else if (const auto id = id_value(which)) {
    return {hall, MeetingId{*id}};
  }
  throw std::runtime_error(fmt::format("\"{}\" has no session \"{}\"", hall.value, which));
}

std::string bytes_of(const std::variant<web::Body, web::NoPdf>& written) {
  if (const auto* body = std::get_if<web::Body>(&written)) return **body;
  if (std::get<web::NoPdf>(written) == web::NoPdf::not_installed)
    throw std::runtime_error(
        "PDF is printed by Debian's chromium, which is not installed: apt install chromium. "
        "Or export --as html and print that page from a browser");
  throw std::runtime_error("chromium has printed nothing");
}

/// Without a file to the standard output. A file is for its owner's eyes, and half a one is none.
void put(const std::filesystem::path& file, const std::function<void(std::ostream&)>& write) {
  if (file.empty()) {
    write(std::cout);
    if (!std::cout.flush()) throw std::runtime_error("cannot write to the standard output");
    return;
  }
  try {
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    if (!out) throw std::runtime_error("cannot write " + file.string());
    std::filesystem::permissions(file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    write(out);
    out.close();
    if (!out) throw std::runtime_error("cannot write " + file.string());
  } catch (...) {
    std::error_code ignored;
    std::filesystem::remove(file, ignored);
    throw;
  }
}

void write(const Config& config, const Wish& wish) {
  const auto format = parse_word<Format>(wish.format);
  if (!format)
    throw std::runtime_error(fmt::format("there is no form \"{}\"; there are: {}", wish.format, words_of<Format>()));
  const auto audience = parse_word<Audience>(wish.audience);
  if (!audience)
    throw std::runtime_error(
        fmt::format("there is no audience \"{}\"; there are: {}", wish.audience, words_of<Audience>()));

  const storage::Database database(config.database(), storage::Access::guest);
  if (wish.session == everything) {
    if (*format != Format::jsonl) throw std::runtime_error("everything at once is written as jsonl only");
    return put(wish.file, [&](std::ostream& to) { storage::dump(database, to); });
  }
  const storage::Archive archive(database);
  const Session session = session_called(archive, wish.session);
  auto record = archive.record(session.hall, session.meeting, *audience);
  if (!record) throw std::runtime_error(fmt::format("\"{}\" has no such record for {}", wish.session, wish.audience));
  if (!web::Forms::may_have(*format, *audience))
    throw std::runtime_error("a session's events are for those who may see all of its record: --for staff");
  if (web::Forms::is_too_early(*format, record->summary))
    throw std::runtime_error("a session's events are written once it has ended");
  web::Forms forms(database, archive, web::font_in(config.client));
  const exports::Source source = forms.source(session.hall, *std::move(record), config.public_url);
  const std::string bytes = bytes_of(forms.write(source, {session.hall, *audience}, *format));
  if (wish.file.empty() && isatty(STDOUT_FILENO) && bytes.find('\0') != std::string::npos)
    throw std::runtime_error("this is nothing for a terminal; name a file: -o FILE");
  put(wish.file, [&](std::ostream& to) { to << bytes; });
}

}  // namespace

void add_export(CLI::App& talar, Invocation& invocation) {
  CLI::App& command = *talar.add_subcommand(
      "export", "Write a session's record, or everything, as a file; works while the server runs");
  const auto wish = std::make_shared<Wish>();
  command
      .add_option("session", wish->session, "HALL/NUMBER or HALL/ID (HALL may be left out where there is one), or all")
      ->type_name("SESSION")
      ->required();
  command.add_option("--as", wish->format, "The form: " + words_of<Format>())->type_name("FORMAT")->required();
  command.add_option("-o,--output", wish->file, "Where to; without it the standard output")->type_name("FILE");
  command.add_option("--for", wish->audience, "As who may see it: public, member or staff")
      ->type_name("AUDIENCE")
      ->capture_default_str();
  Config& config = invocation.config;
  add_data(command, config);
  from_environment(command.add_option("--public-url", config.public_url, "For links and the QR code"))
      ->type_name("URL");
  from_environment(command.add_option("--client", config.client, "The built client, for its font"))->type_name("DIR");
  command.footer(
      "pdf needs Debian's chromium (apt install chromium). What \"all\" does not hold: who may sign in (devices, "
      "invitations, passphrases), calendar links, keys, and open secret votes, so there is none while one is under "
      "way; "
      "talar backup copies the database with all of it.\n\nExamples:\n"
      "  talar export rasht/14 --as pdf -o record-14.pdf\n"
      "  talar export 14 --as xlsx --for public -o record-14.xlsx\n"
      "  talar export all --as jsonl -o everything.jsonl    (read again by talar import)");
  command.callback([&config, wish] { write(config, *wish); });
}

}  // namespace talar::cli
