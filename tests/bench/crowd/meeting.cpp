#include "meeting.hpp"

namespace crowd {

std::string command(const std::string& name, const std::string& fields) {
  return R"({"type":")" + name + '"' + fields + '}';
}

std::string field(const std::string& name, const std::string& value) {
  return ',' + quoted(name) + ':' + quoted(value);
}

std::vector<std::string> in_state(const Person& person, const std::string& collection, const std::string& state) {
  std::vector<std::string> ids;
  for (const auto& [id, one] : person.view()[collection].members)
    if (one["state"].is(state)) ids.push_back(id);
  return ids;
}

std::vector<std::string> agenda(const Person& person) {
  std::vector<std::string> ids;
  for (const Json& id : person.meeting()["agenda"].items) ids.push_back(id.scalar);
  return ids;
}

std::string item_content(const std::string& title) {
  return R"(,"content":{"title":)" + quoted(title) +
         R"(,"kind":"discussion","minutes":10,"confidential":false,"options":[]})";
}

std::string vote_content(const std::string& question) {
  return R"(,"content":{"question":)" + quoted(question) + R"(,"rule":{"base":"valid","majority":{"kind":"simple"}}})";
}

void all_arrive(Person& staff) {
  std::vector<std::string> absent;
  for (const auto& [id, person] : staff.view()["people"].members)
    if (person["presence"].is("absent")) absent.push_back(id);
  for (const std::string& id : absent) staff.order(command("record_arrival", field("person", id)));
  staff.wait_for_answers();
}

std::string open_prepared_vote(Person& chair) {
  // Somebody else may have prepared it just now: the answer to them can overtake the patch to the chair.
  std::string vote;
  chair.wait_until("the chair sees a vote prepared for the active item", [&] {
    const std::string item = chair.meeting()["active_item"].scalar;
    for (const std::string& prepared : in_state(chair, "votes", "prepared"))
      if (chair.view()["votes"][prepared]["item"].is(item)) vote = prepared;
    return !vote.empty();
  });
  chair.ask(command("open_vote", field("vote", vote)));
  return vote;
}

}  // namespace crowd
