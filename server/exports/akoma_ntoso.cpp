#include "server/exports/akoma_ntoso.hpp"

#include <sstream>

#include "protocol/words.hpp"
#include "server/exports/markup.hpp"

namespace talar::exports {

namespace akn {

pugi::xml_node Parts::add(pugi::xml_node parent, const char* name, const std::string& prefix) {
  static const std::map<std::string, std::string> short_names{{"debateSection", "dbsect"}};
  const auto found = short_names.find(name);
  std::string id = found == short_names.end() ? name : found->second;
  if (!prefix.empty()) id = prefix + "__" + id;
  pugi::xml_node node = parent.append_child(name);
  set(node, "eId", id + "_" + std::to_string(++counted_[id]));
  return node;
}

void put_text(pugi::xml_node node, const std::string& text) {
  node.text().set(xml_text(text).c_str());
}

void append_text(pugi::xml_node parent, const std::string& text) {
  parent.append_child(pugi::node_pcdata).set_value(xml_text(text).c_str());
}

pugi::xml_node add_text(pugi::xml_node parent, const char* name, const std::string& text) {
  pugi::xml_node node = parent.append_child(name);
  put_text(node, text);
  return node;
}

void set(pugi::xml_node node, const char* name, const std::string& value) {
  node.append_attribute(name).set_value(xml_text(value).c_str());
}

void add_person(pugi::xml_node parent, const Facts& facts, PersonId person) {
  if (facts.person(person))
    set(add_text(parent, "person", facts.plain_name(person)), "refersTo", to(id_of(person)));
  else
    append_text(parent, facts.plain_name(person));
}

std::string id_of(PersonId person) {
  return "person-" + person.text();
}
std::string id_of(VoteId vote) {
  return "vote-" + vote.text();
}
std::string id_of(Seat seat) {
  return "role-" + std::string(word(seat));
}
std::string id_of(Outcome outcome) {
  return "outcome-" + std::string(word(outcome));
}
std::string id_of(Choice choice) {
  return "choice-" + std::string(word(choice));
}
std::string id_of(RecordState state) {
  return "state-" + std::string(word(state));
}
std::string id_of(VoteId vote, std::size_t option) {
  return id_of(vote) + "-option-" + std::to_string(option + 1);
}

}  // namespace akn

std::string akoma_ntoso(const Source& source) {
  const Facts facts(source);
  pugi::xml_document document;
  pugi::xml_node declaration = document.append_child(pugi::node_declaration);
  akn::set(declaration, "version", "1.0");
  akn::set(declaration, "encoding", "UTF-8");
  pugi::xml_node root = document.append_child("akomaNtoso");
  akn::set(root, "xmlns", "http://docs.oasis-open.org/legaldocml/ns/akn/3.0");
  pugi::xml_node debate = root.append_child("debate");
  akn::set(debate, "name", "minutes");
  akn::write_meta(debate, facts);
  akn::write_preface(debate, facts);
  akn::write_body(debate, facts);
  akn::write_conclusions(debate, facts);
  std::ostringstream out;
  document.save(out, "  ", pugi::format_default, pugi::encoding_utf8);
  return out.str();
}

}  // namespace talar::exports
