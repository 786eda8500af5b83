// The rules of the hall as a program, for editors that are tried against them (converge.test.mjs). JSON lines:
//   {"hall":n,"do":COMMAND}  asks as the secretary -> the text without its lines, or {"refused":code}; a number that
//                            was not used before stands for a new hall, whose meeting has an item under discussion
//   {"hall":n,"since":v}     -> {"updates":[...]}, all after this version, from the events
//   {"hall":n,"view":true}   -> the text as the desk sees it
//   {"hall":n,"over":true}   -> {}, and the hall is forgotten
#include <iostream>
#include <nlohmann/json.hpp>
#include <unordered_map>

#include "protocol/codec.hpp"
#include "protocol/record.hpp"
#include "protocol/words.hpp"
#include "tests/unit/hall/given.hpp"

namespace talar::hall {
namespace {

using nlohmann::json;

struct Sitting {
  State state;
  TextUpdates all;
};

json tree(const auto& value) {
  return json::parse(to_json_text(value));
}

json text_of(const State& state) {
  Parts parts;
  parts.minutes.texts.insert(report);
  const json texts = tree(view(state, Audience::staff, parts)).at("minutes").at("texts");
  const json nothing{{"lines", json::object()}, {"version", 0}, {"recent", json::object()}};
  return texts.value(report.text(), nothing);
}

json done(Sitting& sitting, const json& command) {
  const json frame{{"type", "do"}, {"id", "00000000-0000-4000-8000-000000000001"}, {"command", command}};
  const auto read = parse_client_frame(frame.dump());
  if (!read) return {{"refused", word(read.error().code)}, {"field", read.error().field.value_or("")}};
  State& state = sitting.state;
  const Context context{.kind = Context::Kind::person, .person = clerk, .now = nine_o_clock, .seed = 1};
  const auto events = decide(state, context, std::get<Do>(*read).command);
  if (!events) return {{"refused", word(events.error().code)}, {"field", events.error().field.value_or("")}};
  for (const Event& event : *events) {
    apply(state, {state.seq + 1, nine_o_clock, {clerk}, {}, event});
    if (const auto* const edited = std::get_if<TextEdited>(&event))
      for (const TextUpdate& update : edited->updates) sitting.all.updates.push_back({edited->client, update.changes});
    else
      sitting.all.updates.push_back(state.meetings.at(meeting).record.texts.at(report).recent.rbegin()->second);
  }
  json text = text_of(state);
  text.erase("lines");
  return text;
}

json answer(std::unordered_map<int, Sitting>& sittings, const json& line) {
  static const State discussed = given(discussing()).state();
  const int hall = line.at("hall");
  if (line.contains("over")) {
    sittings.erase(hall);
    return json::object();
  }
  Sitting& sitting = sittings.try_emplace(hall, Sitting{discussed, {}}).first->second;
  if (line.contains("do")) return done(sitting, line.at("do"));
  if (line.contains("view")) return text_of(sitting.state);
  TextUpdates missing;
  missing.updates.assign(sitting.all.updates.begin() + line.at("since").get<std::ptrdiff_t>(),
                         sitting.all.updates.end());
  return tree(missing);
}

}  // namespace
}  // namespace talar::hall

int main() {
  std::ios::sync_with_stdio(false);
  std::unordered_map<int, talar::hall::Sitting> sittings;
  for (std::string line; std::getline(std::cin, line);) {
    std::cout << talar::hall::answer(sittings, nlohmann::json::parse(line)).dump() << '\n';
    if (std::cin.rdbuf()->in_avail() <= 0) std::cout.flush();
  }
}
