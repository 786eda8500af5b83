// Identification (FRBR), lifecycle and workflow of the record.
#include "protocol/tehran.hpp"
#include "protocol/time_text.hpp"
#include "server/exports/akoma_ntoso.hpp"
#include "server/exports/names.hpp"

namespace talar::exports::akn {
namespace {

/// "/akn/ir/debate/2023-12-28/rasht-2-14"
std::string work_address(const Facts& facts) {
  const MeetingSummary& summary = facts.record.summary;
  return "/akn/ir/debate/" + to_text(tehran::day_of(facts.held_at())) + "/" + facts.source.hall.value + "-" +
         std::to_string(summary.term) + "-" + std::to_string(summary.number);
}

/// The day of the last change of its standing.
Instant standing_since(const Facts& facts) {
  const RecordLife& life = facts.record.life;
  for (const auto& at : {life.sealed_at, life.approved_at, life.circulated_at, facts.record.summary.ended_at})
    if (at) return *at;
  return facts.held_at();
}

void add_value(pugi::xml_node parent, const char* name, const std::string& value) {
  set(parent.append_child(name), "value", value);
}

/// What work, expression and manifestation have in common.
pugi::xml_node add_level(pugi::xml_node parent, const char* name, const std::string& address, Instant at,
                         const char* what) {
  pugi::xml_node level = parent.append_child(name);
  add_value(level, "FRBRthis", address + "/!main");
  add_value(level, "FRBRuri", address);
  pugi::xml_node date = level.append_child("FRBRdate");
  set(date, "date", to_text(tehran::day_of(at)));
  set(date, "name", what);
  set(level.append_child("FRBRauthor"), "href", to(hall_id));
  return level;
}

void write_identification(pugi::xml_node meta, const Facts& facts) {
  pugi::xml_node identification = meta.append_child("identification");
  set(identification, "source", self);
  const std::string work = work_address(facts);
  const std::string expression = work + "/fas@" + to_text(tehran::day_of(standing_since(facts)));
  pugi::xml_node level = add_level(identification, "FRBRWork", work, facts.held_at(), "meeting");
  add_value(level, "FRBRcountry", "ir");
  add_value(level, "FRBRsubtype", "minutes");
  add_value(level, "FRBRnumber", std::to_string(facts.record.summary.number));
  add_value(level, "FRBRname", meeting_title(facts.record));
  level = add_level(identification, "FRBRExpression", expression, standing_since(facts), "standing");
  set(level.append_child("FRBRlanguage"), "language", "fas");
  level = add_level(identification, "FRBRManifestation", expression + ".xml", standing_since(facts), "standing");
  add_value(level, "FRBRformat", "application/akn+xml");
}

void write_lifecycle(pugi::xml_node meta, const Facts& facts) {
  Parts parts;
  pugi::xml_node lifecycle = meta.append_child("lifecycle");
  set(lifecycle, "source", self);
  const auto add = [&](Instant at, const char* type) {
    pugi::xml_node event = parts.add(lifecycle, "eventRef");
    set(event, "date", tehran::text_of(at));
    set(event, "source", self);
    set(event, "type", type);
    return event;
  };
  set(add(facts.held_at(), "generation"), "refersTo", to(meeting_id));
  for (const RecordAddendum& addendum : facts.record.life.addenda) add(addendum.at, "amendment");
}

void write_workflow(pugi::xml_node meta, const Facts& facts) {
  const RecordLife& life = facts.record.life;
  Parts parts;
  pugi::xml_node workflow = meta.append_child("workflow");
  set(workflow, "source", self);
  const auto step = [&](Instant at, const std::string& by, RecordState state) {
    pugi::xml_node node = parts.add(workflow, "step");
    set(node, "date", tehran::text_of(at));
    set(node, "by", to(by));
    set(node, "outcome", to(id_of(state)));
  };
  step(facts.held_at(), hall_id, RecordState::draft);
  if (life.circulated_at) step(*life.circulated_at, hall_id, RecordState::circulated);
  if (life.approved_at) step(*life.approved_at, hall_id, RecordState::approved);
  for (const RecordSignature& signature : life.signatures) {
    if (signature.at && facts.person(signature.person))
      step(*signature.at, id_of(signature.person), RecordState::signed_);
  }
  if (life.sealed_at) step(*life.sealed_at, hall_id, RecordState::sealed);
}

}  // namespace

void write_meta(pugi::xml_node debate, const Facts& facts) {
  pugi::xml_node meta = debate.append_child("meta");
  write_identification(meta, facts);
  write_lifecycle(meta, facts);
  write_workflow(meta, facts);
  write_analysis(meta, facts);
  write_references(meta, facts);
}

}  // namespace talar::exports::akn
