// The letterhead, who was there, what happened item by item, and how the record ended.
#include "protocol/tehran.hpp"
#include "protocol/time_text.hpp"
#include "server/exports/akoma_ntoso_item.hpp"
#include "server/exports/names.hpp"
#include "server/exports/persian.hpp"
#include "server/exports/persian_words.hpp"
#include "server/exports/sheet_cells.hpp"

namespace talar::exports::akn {
namespace {

void write_roll(Parts& parts, pugi::xml_node body, const Facts& facts) {
  pugi::xml_node roll = parts.add(body, "rollCall");
  add_text(roll, "heading", "حاضران و غایبان");
  for (const Presence presence : {Presence::present, Presence::excused, Presence::unexcused, Presence::absent}) {
    pugi::xml_node line;
    for (const RecordPerson& person : facts.record.people) {
      if (person.presence != presence) continue;
      if (line)
        line.append_child(pugi::node_pcdata).set_value("، ");
      else
        line = add_text(roll, "p", std::string(presence_name(presence)) + ": ");
      add_person(line, facts, person.person);
    }
  }
}

struct Lines {
  Entries opening, ending;
  std::map<ItemId, Entries> of;
};

/// A line without an item belongs to the one that was running; those before the first and after the end stand alone.
Lines sorted(const MeetingRecord& record) {
  Lines lines;
  std::optional<ItemId> running;
  bool over = false;
  for (const auto& [seq, entry] : record.entries) {
    if (entry.kind == EntryKind::item_started) running = entry.item;
    over = over || entry.kind == EntryKind::meeting_closed;
    if (entry.hidden || told_elsewhere(entry)) continue;
    const auto item = entry.item ? entry.item : running;
    (over && !entry.item ? lines.ending : item ? lines.of[*item] : lines.opening).push_back(&entry);
  }
  return lines;
}

pugi::xml_node add_section(Parts& parts, pugi::xml_node parent, const char* name) {
  pugi::xml_node section = parts.add(parent, "debateSection", parent.attribute("eId").value());
  set(section, "name", name);
  return section;
}

void write_ending(Parts& parts, pugi::xml_node body, const Facts& facts, const Entries& lines) {
  pugi::xml_node adjournment = parts.add(body, "adjournment");
  for (const EntryView* line : lines) add_line(parts, adjournment, facts, *line);
  const MeetingSummary& summary = facts.record.summary;
  if (summary.state == MeetingState::not_held)
    add_text(adjournment, "p",
             "جلسه تشکیل نشد." + (facts.record.not_held_reason ? " " + facts.record.not_held_reason->value : ""));
  if (!summary.ended_at) return;
  pugi::xml_node end = adjournment.append_child("p");
  pugi::xml_node time = add_text(end, "recordedTime", "پایان جلسه: ساعت " + hour(*summary.ended_at));
  set(time, "type", "endEvent");
  set(time, "time", tehran::text_of(*summary.ended_at));
}

}  // namespace

void write_preface(pugi::xml_node debate, const Facts& facts) {
  const MeetingSummary& summary = facts.record.summary;
  pugi::xml_node preface = debate.append_child("preface");
  pugi::xml_node formula = preface.append_child("formula");
  set(formula, "name", "basmala");
  add_text(formula, "p", "بسمه‌تعالی");
  pugi::xml_node head = preface.append_child("p");
  add_text(head, "docType", "صورتجلسه");
  head.append_child(pugi::node_pcdata).set_value(" · ");
  add_text(head, "docAuthority", facts.record.hall.value);
  head.append_child(pugi::node_pcdata).set_value(" · ");
  set(add_text(head, "session", meeting_name(summary.number)), "value", std::to_string(summary.number));
  if (summary.content.title) add_text(preface.append_child("p"), "docTitle", summary.content.title->value);
  pugi::xml_node when = preface.append_child("p");
  set(add_text(when, "docDate", jalali_day(facts.held_at())), "date", to_text(tehran::day_of(facts.held_at())));
  when.append_child(pugi::node_pcdata).set_value(" · ");
  set(add_text(when, "location", summary.content.place.value), "refersTo", to(place_id));
  if (!facts.record.chair) return;
  pugi::xml_node chair = add_text(preface, "p", "رئیس جلسه: ");
  add_person(chair, facts, *facts.record.chair);
}

void write_body(pugi::xml_node debate, const Facts& facts) {
  Parts parts;
  pugi::xml_node body = debate.append_child("debateBody");
  write_roll(parts, body, facts);
  const Lines lines = sorted(facts.record);
  if (!lines.opening.empty()) {
    pugi::xml_node opening = add_section(parts, body, "opening");
    for (const EntryView* line : lines.opening) add_line(parts, opening, facts, *line);
  }
  std::map<ItemId, pugi::xml_node> sections;
  for (const RecordItem& item : facts.record.items) {
    const pugi::xml_node parent = item.parent ? sections.at(*item.parent) : body;
    const pugi::xml_node section = add_section(parts, parent, "item");
    sections[item.item] = section;
    const auto own = lines.of.find(item.item);
    fill_section(parts, section, facts, item, own == lines.of.end() ? Entries() : own->second);
  }
  write_ending(parts, body, facts, lines.ending);
}

void write_conclusions(pugi::xml_node debate, const Facts& facts) {
  const RecordLife& life = facts.record.life;
  if (life.signatures.empty() && !life.seal && life.addenda.empty()) return;
  Parts parts;
  pugi::xml_node conclusions = debate.append_child("conclusions");
  for (const RecordSignature& signature : life.signatures) {
    pugi::xml_node line = conclusions.append_child("p");
    pugi::xml_node node = add_text(line, "signature", plain_name(facts, signature.person));
    if (facts.person(signature.person)) set(node, "refersTo", to(id_of(signature.person)));
    line.append_child(pugi::node_pcdata)
        .set_value(signature.at ? (": " + jalali_date(*signature.at)).c_str() : ": امضا نکرده است");
  }
  if (life.seal) add_text(conclusions, "p", "مهر: " + life.seal->digest.value);
  for (const RecordAddendum& addendum : life.addenda) {
    pugi::xml_node container = parts.add(conclusions, "container");
    set(container, "name", "addendum");
    add_text(container, "p", jalali_date(addendum.at) + "؛ " + addendum.text);
  }
}

}  // namespace talar::exports::akn
