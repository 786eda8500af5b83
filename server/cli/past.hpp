// past.json: what happened in a hall before today, session by session, told as the commands that people gave.
//
// A step has "at" (h:mm or h:mm:ss since the session's announced hour, after a day where it is another one: "-3d
// 2:00"), "as" (a seat of the roster, a list of them, or "@absent", "@voters", "@signers 2": whoever is still missing;
// "but" leaves some out, "every" sets so many seconds between them) and one of
//   "do"       a command of the protocol,
//   "agenda"   items as in a chamber file, onto the session's agenda,
//   "minutes"  texts by the numbers of their items, line by line,
//   "floor"    turns: all of them are asked for, then the chair calls one after the other as the rules order them.
// What has an id is named in a command as people see it, with "@" before it (names.hpp).
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "server/cli/chamber.hpp"

namespace talar::cli {

/// A command as JSON, with names in the place of ids.
struct Telling {
  std::string command;
};

struct AddedItems {
  std::vector<ChamberItem> items;
};

struct WrittenTexts {
  std::vector<std::pair<std::string, std::string>> texts;  // by the item's number
};

struct PastTurn {
  std::string by;
  SpeechKind kind = SpeechKind::speech;
  std::optional<Stance> stance;
  Millis lasts;
};

struct Debate {
  std::vector<PastTurn> turns;
};

struct Step {
  std::string place;  // in the file
  Millis at;          // since the session's announced hour
  std::vector<std::string> as;
  std::vector<std::string> but;
  Millis every;  // between one person and the next
  std::variant<Telling, AddedItems, WrittenTexts, Debate> what;
};

struct Past {
  std::vector<std::vector<Step>> sessions;  // one a week, the last one in the week before the coming one
  std::vector<Step> coming;                 // how the coming one is prepared: today
};

/// Throws std::runtime_error with a sentence that names the file, the place in it and what is wrong.
Past read_past(const std::filesystem::path& file);

}  // namespace talar::cli
