// Akoma Ntoso 3.0 (OASIS LegalDocML): the pieces of a `debate`, each in a file of its name.
#pragma once

#include <map>
#include <pugixml.hpp>

#include "server/exports/paper_parts.hpp"

namespace talar::exports::akn {

inline constexpr const char* self = "#talar";  // who says so: this program

/// A new child with its number among those of its name, e.g. "dbsect_2__speech_3".
class Parts {
 public:
  pugi::xml_node add(pugi::xml_node parent, const char* name, const std::string& prefix = {});

 private:
  std::map<std::string, int> counted_;
};

/// Text without what XML cannot carry; every text and every value goes in by these.
void put_text(pugi::xml_node node, const std::string& text);
void append_text(pugi::xml_node parent, const std::string& text);
/// A child with nothing but text in it.
pugi::xml_node add_text(pugi::xml_node parent, const char* name, const std::string& text);
void set(pugi::xml_node node, const char* name, const std::string& value);
/// `<person refersTo="#person-…">name</person>`
void add_person(pugi::xml_node parent, const Facts& facts, PersonId person);

// The ids under which `references` has them.
std::string id_of(PersonId person);
std::string id_of(VoteId vote);
std::string id_of(Seat seat);
std::string id_of(Outcome outcome);
std::string id_of(Choice choice);
std::string id_of(RecordState state);
std::string id_of(VoteId vote, std::size_t option);
inline const std::string hall_id = "hall", place_id = "place", meeting_id = "meeting", quorum_id = "quorum-met",
                         no_quorum_id = "quorum-missed", not_cast_id = "not-cast", voided_id = "voided";
inline std::string to(const std::string& id) {
  return "#" + id;
}

void write_meta(pugi::xml_node debate, const Facts& facts);
void write_analysis(pugi::xml_node meta, const Facts& facts);
void write_references(pugi::xml_node meta, const Facts& facts);
void write_preface(pugi::xml_node debate, const Facts& facts);
void write_body(pugi::xml_node debate, const Facts& facts);
void write_conclusions(pugi::xml_node debate, const Facts& facts);

}  // namespace talar::exports::akn
