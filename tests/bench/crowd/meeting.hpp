// What chair and secretariat do to bring a meeting about, as commands given in turn.
#pragma once

#include "speaker.hpp"

namespace crowd {

/// `name` as the type of a command with `fields` behind it: ,"item":"…"
std::string command(const std::string& name, const std::string& fields = "");
/// ,"name":"value"
std::string field(const std::string& name, const std::string& value);

/// Ids of the view's `collection` whose state is `state`.
std::vector<std::string> in_state(const Person& person, const std::string& collection, const std::string& state);
/// The current meeting's items in reading order.
std::vector<std::string> agenda(const Person& person);

std::string item_content(const std::string& title);
std::string vote_content(const std::string& question);

/// Everybody on the roster arrives.
void all_arrive(Person& staff);
/// Opens the prepared vote of the active item; its id.
std::string open_prepared_vote(Person& chair);

}  // namespace crowd
