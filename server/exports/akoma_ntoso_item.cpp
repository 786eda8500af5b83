#include "server/exports/akoma_ntoso_item.hpp"

#include <algorithm>
#include <functional>

#include "protocol/tehran.hpp"
#include "protocol/text_changes.hpp"
#include "protocol/time_text.hpp"
#include "server/exports/names.hpp"
#include "server/exports/persian.hpp"
#include "server/exports/persian_words.hpp"
#include "server/exports/vote_words.hpp"

namespace talar::exports::akn {
namespace {

std::string id_of(pugi::xml_node node) {
  return node.attribute("eId").value();
}

void add_paragraphs(pugi::xml_node parent, std::string_view text) {
  for (const std::string_view line : lines_of(text))
    if (!line.empty()) add_text(parent, "p", std::string(line));
}

void add_speech(Parts& parts, pugi::xml_node section, const Facts& facts, const RecordSpeech& speech) {
  const RecordPerson* const person = facts.person(speech.person);
  pugi::xml_node parent = section;
  const char* name = speech.kind == SpeechKind::question ? "question"
                     : speech.kind == SpeechKind::reply  ? "answer"
                                                         : "speech";
  if (speech.kind == SpeechKind::point_of_order) parent = parts.add(section, "pointOfOrder", id_of(section));
  pugi::xml_node node = parts.add(parent, name, id_of(section));
  set(node, "by", to(akn::id_of(speech.person)));
  if (person) set(node, "as", to(akn::id_of(person->seat)));
  set(node, "startTime", tehran::text_of(speech.from));
  set(node, "endTime", tehran::text_of(speech.until));
  add_text(node, "from", facts.plain_name(speech.person));
  std::string text = speech_name(speech.kind, speech.stance) + "، " + duration(speech.spoken);
  if (speech.point) text += " (" + std::string(persian(*speech.point)) + ")";
  if (speech.reason) text += "؛ " + speech.reason->value;
  add_text(node, "p", text);
}

void add_vote(Parts& parts, pugi::xml_node section, const Facts& facts, const RecordVote& vote) {
  pugi::xml_node scene = parts.add(section, "scene", id_of(section));
  set(scene, "refersTo", to(akn::id_of(vote.vote)));
  append_text(scene, vote.content.question.value + " (" + vote_kind(vote) + "): ");
  if (vote.voided_at) {
    set(add_text(scene, "outcome", "باطل شد"), "refersTo", to(voided_id));
    if (vote.void_reason) append_text(scene, "؛ " + vote.void_reason->value);
  } else if (vote.result) {
    const Outcome outcome = vote.result->outcome;
    set(add_text(scene, "outcome", std::string(persian(outcome))), "refersTo", to(akn::id_of(outcome)));
  }
  if (vote.ballots.empty()) return;
  pugi::xml_node ballots = section.append_child("p");
  for (const RecordBallot& ballot : vote.ballots) {
    if (ballots.first_child()) append_text(ballots, "، ");
    pugi::xml_node node = add_text(ballots, "vote", facts.plain_name(ballot.person));
    set(node, "by", to(akn::id_of(ballot.person)));
    set(node, "choice", to(akn::id_of(ballot.ballot.choice)));
  }
}

void add_resolution(Parts& parts, pugi::xml_node section, const Facts& facts, const RecordResolution& resolution) {
  const ResolutionContent& content = resolution.content;
  if (resolution.void_reason) {  // it was told of, but nothing was resolved
    const Decision told = decision(facts, resolution);
    std::string text;
    for (const Span& span : told.text) text += span.text;
    return put_text(parts.add(section, "narrative", id_of(section)), text + " (" + told.foot + ")");
  }
  pugi::xml_node node = parts.add(section, "resolutions", id_of(section));
  add_text(node, "num", digits(resolution.number));
  if (content.vote && facts.vote(content.vote)) set(node, "refersTo", to(akn::id_of(*content.vote)));
  add_paragraphs(node, content.text.value);
  if (!content.responsible.empty()) {
    pugi::xml_node people = add_text(node, "p", "مسئول پیگیری: ");
    for (const PersonId person : content.responsible) {
      if (person != content.responsible.front()) append_text(people, "، ");
      add_person(people, facts, person);
    }
  }
  if (content.group) add_text(node, "p", "کارگروه: " + facts.group(*content.group));
  if (content.due) {
    pugi::xml_node due = add_text(node, "p", "مهلت: ");
    set(add_text(due, "date", jalali_date(*content.due)), "date", to_text(*content.due));
  }
}

}  // namespace

bool told_elsewhere(const EntryView& entry) {
  switch (entry.kind) {
    case EntryKind::turn:
    case EntryKind::vote:
    case EntryKind::vote_voided:
    case EntryKind::resolution:
      return true;
    default:
      return false;
  }
}

void add_line(Parts& parts, pugi::xml_node parent, const Facts& facts, const RecordEntry& line) {
  const bool of_the_room = !line.entry.person && !line.entry.item;
  pugi::xml_node node = parts.add(parent, of_the_room ? "scene" : "narrative", id_of(parent));
  std::string text;
  for (const Span& span : entry_line(facts, line).text) text += span.text;
  put_text(node, text);
}

void fill_section(Parts& parts, pugi::xml_node section, const Facts& facts, const RecordItem& item,
                  const Lines& lines) {
  add_text(section, "num", item_number(item.number));
  add_text(section, "heading", title_of(item));
  add_paragraphs(section, item.text);
  // In the order in which it happened, whatever it is.
  std::vector<std::pair<Instant, std::function<void()>>> course;
  for (const RecordEntry* line : lines)
    if (!told_elsewhere(line->entry))
      course.emplace_back(line->entry.at, [&, line] { add_line(parts, section, facts, *line); });
  for (const RecordSpeech& speech : item.speeches)
    course.emplace_back(speech.from, [&] { add_speech(parts, section, facts, speech); });
  for (const RecordVote& vote : item.votes)
    course.emplace_back(vote.closed_at, [&] { add_vote(parts, section, facts, vote); });
  for (const RecordResolution& resolution : item.resolutions)
    course.emplace_back(resolution.at, [&] { add_resolution(parts, section, facts, resolution); });
  std::ranges::stable_sort(course, {}, [](const auto& step) { return step.first; });
  for (const auto& [at, write] : course) write();
}

}  // namespace talar::exports::akn
