#include "server/web/oparl_reader.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "protocol/time_text.hpp"
#include "server/exports/persian.hpp"
#include "server/exports/persian_words.hpp"

namespace talar::web {

using exports::OparlJson;
using exports::OparlRecord;
using storage::OparlHall;
using storage::OparlPerson;
using storage::OparlSeat;

OparlReader::OparlReader(const storage::Archive& archive, const storage::OparlArchive& places, std::string server)
    : archive_(archive), places_(places), server_(std::move(server)), at_(server_), halls_(places.halls()) {}

const OparlHall* OparlReader::hall(const HallId& id) const {
  const auto found = std::ranges::find(halls_, id, &OparlHall::hall);
  return found == halls_.end() ? nullptr : &*found;
}

HallId OparlReader::body_of(const HallId& id) const {
  const OparlHall* const known = hall(id);
  return known && known->parent && hall(*known->parent) ? *known->parent : id;
}

std::vector<HallId> OparlReader::halls_of(const HallId& body) const {
  std::vector<HallId> halls;
  for (const OparlHall& each : halls_) {
    if (body_of(each.hall) == body) halls.push_back(each.hall);
  }
  return halls;
}

OparlJson OparlReader::system() const {
  OparlJson system = exports::oparl_object(at_.system(), "System");
  system["oparlVersion"] = "https://schema.oparl.org/1.1/";
  system["name"] = "تالار";
  system["body"] = at_.bodies();
  system["website"] = server_;
  if (halls_.empty()) return system;
  exports::put_times(system, std::ranges::min_element(halls_, {}, &OparlHall::created)->created,
                     std::ranges::max_element(halls_, {}, &OparlHall::modified)->modified);
  return system;
}

OparlJson OparlReader::body(const OparlHall& hall) const {
  OparlJson body = exports::oparl_object(at_.body(hall.hall), "Body");
  body["system"] = at_.system();
  body["shortName"] = hall.hall.value;
  body["name"] = hall.name.value;
  body["website"] = server_ + "/hall/" + hall.hall.value;
  for (const auto& [field, list] : lists_of_a_body) body[std::string(field)] = at_.list(hall.hall, list);
  body["legislativeTerm"] = OparlJson::array();
  for (std::int64_t number = 1; number <= hall.term; ++number) body["legislativeTerm"].push_back(term(hall, number));
  body["mainOrganization"] = at_.organization(hall.hall);
  exports::put_times(body, hall.created, hall.modified);
  return body;
}

OparlJson OparlReader::term(const OparlHall& hall, std::int64_t number) const {
  OparlJson term = exports::oparl_object(at_.term(hall.hall, number), "LegislativeTerm");
  term["body"] = at_.body(hall.hall);
  term["name"] = "دورهٔ " + exports::digits(number);
  exports::put_times(term, hall.created, hall.modified);
  return term;
}

OparlJson OparlReader::organization(const OparlHall& hall, const std::vector<OparlPerson>& people) const {
  OparlJson organization = exports::oparl_object(at_.organization(hall.hall), "Organization");
  organization["body"] = at_.body(body_of(hall.hall));
  organization["name"] = hall.name.value;
  organization["shortName"] = hall.hall.value;
  organization["organizationType"] = "Gremium";
  organization["classification"] = hall.kind == HallKind::chamber ? "اتاق" : "کارگروه";
  organization["meeting"] = at_.organization(hall.hall) + "/meetings";
  organization["membership"] = OparlJson::array();
  for (const OparlPerson& person : people) {
    for (const OparlSeat& seat : person.seats) {
      if (seat.hall == hall.hall) organization["membership"].push_back(at_.membership(hall.hall, person.person));
    }
  }
  if (hall.parent) organization["subOrganizationOf"] = at_.organization(*hall.parent);
  if (hall.until) organization["endDate"] = to_text(*hall.until);
  exports::put_times(organization, hall.created, hall.modified);
  return organization;
}

OparlJson OparlReader::person(const OparlHall& body, const OparlPerson& person) const {
  OparlJson object = exports::oparl_object(at_.person(person.person), "Person");
  object["body"] = at_.body(body.hall);
  object["name"] = person.name.value;
  object["membership"] = OparlJson::array();
  for (const OparlSeat& seat : person.seats) object["membership"].push_back(membership(person, seat));
  exports::put_times(object, body.created, body.modified);
  return object;
}

OparlJson OparlReader::membership(const OparlPerson& person, const OparlSeat& seat) const {
  OparlJson membership = exports::oparl_object(at_.membership(seat.hall, person.person), "Membership");
  membership["person"] = at_.person(person.person);
  membership["organization"] = at_.organization(seat.hall);
  membership["role"] = exports::persian(seat.seat);
  membership["votingRight"] = seat.votes;
  if (const OparlHall* const known = hall(seat.hall)) exports::put_times(membership, known->created, known->modified);
  return membership;
}

std::optional<OparlJson> OparlReader::person_object(const std::string& id) const {
  const auto value = id_value(id);
  if (!value) return std::nullopt;
  for (const OparlHall& body : halls_) {
    if (body_of(body.hall) != body.hall) continue;
    for (const OparlPerson& each : people(body.hall)) {
      if (each.person == PersonId{*value}) return person(body, each);
    }
  }
  return std::nullopt;
}

std::optional<OparlJson> OparlReader::membership_object(const std::string& id) const {
  const std::size_t dot = id.rfind('.');
  if (dot == std::string::npos) return std::nullopt;
  const HallId in{id.substr(0, dot)};
  if (!hall(in)) return std::nullopt;
  for (const OparlPerson& each : places_.people({in})) {
    if (each.person.text() != id.substr(dot + 1) || each.seats.empty()) continue;
    return membership(each, each.seats.front());
  }
  return std::nullopt;
}

std::optional<OparlJson> OparlReader::term_object(const std::string& id) const {
  const std::size_t dot = id.rfind('.');
  const OparlHall* const known = dot == std::string::npos ? nullptr : hall({id.substr(0, dot)});
  for (std::int64_t number = 1; known && number <= known->term; ++number) {
    if (id.substr(dot + 1) == std::to_string(number)) return term(*known, number);
  }
  return std::nullopt;
}

std::optional<OparlJson> OparlReader::object(std::string_view kind, const std::string& id) {
  if (kind == "bodies" || kind == "organizations") {
    const OparlHall* const known = hall({id});
    if (!known) return std::nullopt;
    if (kind == "organizations") return organization(*known, people(body_of(known->hall)));
    return body_of(known->hall) == known->hall ? std::optional(body(*known)) : std::nullopt;
  }
  if (kind == "people") return person_object(id);
  if (kind == "memberships") return membership_object(id);
  if (kind == "terms") return term_object(id);
  const auto entry = place(kind, id);
  return entry ? of_meeting(*entry, kind) : std::nullopt;
}

}  // namespace talar::web
