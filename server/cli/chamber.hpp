// chamber.json: a hall, when it meets, the agenda of its first meeting, and the phrases of its minutes.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "protocol/minutes.hpp"
#include "protocol/voting.hpp"

namespace talar::cli {

/// A vote that is prepared for an item. Without options a ranking and points go by the item's own.
struct ChamberVote {
  Question question;
  VoteForm form;
  std::vector<std::string> candidates;  // of an election, as in the roster
  std::optional<MajorityKind> majority;
};

struct ChamberItem {
  ItemContent content;                   // the presenter is known by name only
  std::optional<std::string> presenter;  // as in the roster
  std::optional<MajorityKind> majority;  // a vote on the item itself is prepared with it
  std::vector<ChamberVote> votes;
  std::vector<ChamberItem> items;
};

/// Every week at this time of this place's clock.
struct Schedule {
  int weekday = 4;  // 0: Sunday
  int hour = 9;
  int minute = 0;
  std::string timezone = "Asia/Tehran";
};

struct Chamber {
  Name name;
  std::optional<Name> name_en;
  HallKind kind = HallKind::chamber;
  Place place;
  Schedule meets;
  Minutes minutes = 150;
  Instant starts_at;
  std::vector<ChamberItem> agenda;
  std::vector<Phrase> phrases;
};

class Spot;  // spot.hpp
/// A list of items in a chamber file, or in a script of its past.
std::vector<ChamberItem> read_agenda(const Spot& from);

/// Throws std::runtime_error with a sentence that names the file, the place in it and what is wrong.
Chamber read_chamber(const std::filesystem::path& file);

/// The first moment after `now` at which this schedule meets.
Instant next_meeting(const Schedule& schedule, Instant now);

}  // namespace talar::cli
