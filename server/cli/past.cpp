#include "server/cli/past.hpp"

#include <regex>

#include "protocol/tehran.hpp"
#include "server/cli/spot.hpp"

namespace talar::cli {
namespace {

constexpr std::int64_t pause_seconds_max = 3'600;

Millis read_time(const Spot& from) {
  static const std::regex form(R"((?:(-?\d{1,2})d )?(\d{1,2}):(\d\d)(?::(\d\d))?)");
  const std::string text = from.text(20);
  std::smatch parts;
  if (!std::regex_match(text, parts, form)) from.fail("must be a time such as \"1:05\", \"0:20:30\" or \"-3d 2:00\"");
  const auto number = [&](std::size_t part) { return parts[part].matched ? std::stoll(parts[part].str()) : 0; };
  return {number(1) * tehran::one_day.ms + ((number(2) * 60 + number(3)) * 60 + number(4)) * 1'000};
}

std::vector<std::string> read_names(const std::optional<Spot>& from) {
  if (!from) return {};
  if (from->json().is_string()) return {from->text(limits::name_chars)};
  std::vector<std::string> names;
  for (const Spot& name : from->entries()) names.push_back(name.text(limits::name_chars));
  return names;
}

WrittenTexts read_texts(const Spot& from) {
  if (!from.json().is_object()) from.fail("must be an object");
  WrittenTexts written;
  for (const auto& [number, lines] : from.json().items()) {
    std::string text;
    for (const Spot& line : from.at(number.c_str()).entries())
      text += (text.empty() ? "" : "\n") + line.text(limits::minutes_chars);
    written.texts.emplace_back(number, std::move(text));
  }
  return written;
}

Debate read_debate(const Spot& from) {
  Debate debate;
  if (from.entries().empty()) from.fail("needs a turn");
  for (const Spot& entry : from.entries()) {
    entry.only({"by", "kind", "stance", "lasts"});
    PastTurn turn{
        .by = entry.at("by").text(limits::name_chars), .kind = {}, .stance = {}, .lasts = read_time(entry.at("lasts"))};
    if (const auto kind = entry.find("kind")) turn.kind = kind->one_of<SpeechKind>();
    if (const auto stance = entry.find("stance")) turn.stance = stance->one_of<Stance>();
    debate.turns.push_back(std::move(turn));
  }
  return debate;
}

/// `at` is told of the past only: the coming session is prepared today.
Step read_step(const Spot& from, bool is_past) {
  from.only({is_past ? "at" : "as", "as", "but", "every", "do", "agenda", "minutes", "floor"});
  Step step{.place = from.path(),
            .at = {},
            .as = read_names(from.find("as")),
            .but = read_names(from.find("but")),
            .every = {},
            .what = {}};
  if (is_past) step.at = read_time(from.at("at"));
  if (const auto every = from.find("every")) step.every = {every->number(1, pause_seconds_max) * 1'000};
  int told = 0;
  const auto tell = [&](const char* key, auto&& read) {
    if (const auto found = from.find(key)) {
      step.what = read(*found);
      ++told;
    }
  };
  tell("do", [](const Spot& command) { return Telling{command.json().dump()}; });
  tell("agenda", [](const Spot& items) { return AddedItems{read_agenda(items)}; });
  tell("minutes", read_texts);
  tell("floor", read_debate);
  if (told != 1) from.fail("needs exactly one of \"do\", \"agenda\", \"minutes\" and \"floor\"");
  if (step.as.empty() && !std::holds_alternative<Debate>(step.what)) from.fail("needs \"as\"");
  return step;
}

std::vector<Step> read_steps(const Spot& from, bool is_past) {
  std::vector<Step> steps;
  for (const Spot& step : from.entries()) steps.push_back(read_step(step, is_past));
  return steps;
}

Past read(const Spot& root) {
  root.only({"about", "sessions", "coming"});
  Past past;
  for (const Spot& session : root.at("sessions").entries()) {
    session.only({"about", "steps"});
    past.sessions.push_back(read_steps(session.at("steps"), true));
    if (past.sessions.back().empty()) session.fail("needs steps");
  }
  past.coming = read_steps(root.at("coming"), false);
  if (past.sessions.empty()) root.at("sessions").fail("needs a session");
  return past;
}

}  // namespace

Past read_past(const std::filesystem::path& file) {
  return read_file(file, read);
}

}  // namespace talar::cli
