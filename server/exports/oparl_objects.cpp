#include "server/exports/oparl_objects.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <ranges>

#include "protocol/tehran.hpp"
#include "protocol/time_text.hpp"
#include "protocol/words.hpp"
#include "server/exports/persian.hpp"
#include "server/exports/persian_words.hpp"

namespace talar::exports {

std::string OparlAddresses::at(std::string_view path) const {
  return (server_.empty() ? "urn:talar:" : server_ + "/") + "oparl/v1" + std::string(path);
}

std::string OparlAddresses::list(const HallId& body, std::string_view what) const {
  return this->body(body) + "/" + std::string(what);
}

std::string OparlAddresses::membership(const HallId& hall, PersonId person) const {
  return at("/memberships/" + hall.value + "." + person.text());
}

std::string OparlAddresses::term(const HallId& hall, std::int64_t term) const {
  return at("/terms/" + hall.value + "." + std::to_string(term));
}

OparlJson oparl_object(std::string_view id, std::string_view type) {
  return {{"id", id}, {"type", "https://schema.oparl.org/1.1/" + std::string(type)}};
}

void put_times(OparlJson& object, Instant created, Instant modified) {
  object["created"] = tehran::text_of(created);
  object["modified"] = tehran::text_of(modified);
}

namespace {

bool stands(const RecordResolution& resolution) {
  return !resolution.void_reason;
}

/// Whoever harvests is told that it is gone, and no more.
OparlJson deleted(OparlJson object, Instant created, Instant modified) {
  OparlJson gone{{"id", object["id"]}, {"type", object["type"]}};
  put_times(gone, created, modified);
  gone["deleted"] = true;
  return gone;
}

}  // namespace

std::optional<std::string> result_of(const RecordItem& item) {
  if (!item.content) return std::nullopt;
  switch (item.state) {
    case ItemState::deferred:
      return "به جلسهٔ دیگر موکول شد";
    case ItemState::withdrawn:
      return "از دستور خارج شد";
    case ItemState::planned:
    case ItemState::active:
      return std::nullopt;
    case ItemState::done:
      break;
  }
  for (auto vote = item.votes.rbegin(); vote != item.votes.rend(); ++vote) {
    if (vote->result && !vote->voided_at) return std::string(persian(vote->result->outcome));
  }
  return "بررسی شد";
}

OparlRecord::OparlRecord(const Source& source, Context context)
    : source_(source), record_(source.record), context_(std::move(context)), at_(source.url) {}

Instant OparlRecord::began() const {
  return record_.summary.opened_at.value_or(record_.summary.content.starts_at);
}

OparlJson OparlRecord::object(std::string_view id, std::string_view type) const {
  return oparl_object(id, type);
}

const std::vector<Format>& OparlRecord::forms() {
  static const std::vector<Format> forms{Format::html, Format::pdf, Format::docx, Format::xlsx, Format::akn};
  return forms;
}

std::string OparlRecord::id_of(MeetingId meeting, Format form) {
  return "record-" + meeting.text() + "." + std::string(word(form));
}

OparlJson OparlRecord::meeting() const {
  const MeetingSummary& summary = record_.summary;
  OparlJson meeting = object(at_.meeting(summary.meeting), "Meeting");
  meeting["name"] = meeting_title(record_) + (summary.content.title ? "، " + summary.content.title->value : "");
  meeting["meetingState"] = summary.state == MeetingState::not_held ? "تشکیل نشد" : "برگزار شد";
  meeting["cancelled"] = summary.state == MeetingState::not_held;
  meeting["start"] = tehran::text_of(began());
  if (summary.ended_at) meeting["end"] = tehran::text_of(*summary.ended_at);
  meeting["location"] = location();
  meeting["organization"] = OparlJson::array({at_.organization(source_.hall)});
  meeting["participant"] = OparlJson::array();
  for (const RecordPerson& person : record_.people) {
    if (person.presence == Presence::present) meeting["participant"].push_back(at_.person(person.person));
  }
  if (summary.state == MeetingState::closed && !at_.elsewhere("").empty()) {
    meeting["resultsProtocol"] = file(forms().front());
    meeting["auxiliaryFile"] = OparlJson::array();
    for (std::size_t i = 1; i < forms().size(); ++i) meeting["auxiliaryFile"].push_back(file(forms()[i]));
  }
  meeting["agendaItem"] = OparlJson::array();
  for (const RecordItem& each : record_.items) meeting["agendaItem"].push_back(item(each));
  put_times(meeting, began(), context_.modified);
  return meeting;
}

OparlJson OparlRecord::location() const {
  OparlJson location = object(at_.location(record_.summary.meeting), "Location");
  location["description"] = location["room"] = record_.summary.content.place.value;
  put_times(location, began(), context_.modified);
  return location;
}

OparlJson OparlRecord::item(const RecordItem& item, Place place) const {
  OparlJson agenda_item = object(at_.item(item.item), "AgendaItem");
  if (place == Place::alone) agenda_item["meeting"] = at_.meeting(record_.summary.meeting);
  agenda_item["number"] = item_number(item.number);
  agenda_item["order"] = &item - record_.items.data();
  agenda_item["name"] = title_of(item);
  agenda_item["public"] = !item.closed && !(item.content && item.content->confidential);
  if (const auto paper = first_paper(item)) agenda_item["consultation"] = at_.consultation(*paper);
  if (const auto result = result_of(item)) agenda_item["result"] = *result;
  std::string resolved;
  for (const RecordResolution& each : item.resolutions | std::views::filter(stands))
    resolved += (resolved.empty() ? "" : "\n") + each.content.text.value;
  if (!resolved.empty()) agenda_item["resolutionText"] = resolved;
  for (const AttachmentRow& row : item.attachments) {
    if (!at_.elsewhere("").empty()) agenda_item["auxiliaryFile"].push_back(file(item, row));
  }
  if (item.started_at) agenda_item["start"] = tehran::text_of(*item.started_at);
  if (item.ended_at) agenda_item["end"] = tehran::text_of(*item.ended_at);
  put_times(agenda_item, began(), context_.modified);
  return agenda_item;
}

std::optional<std::string> OparlRecord::first_paper(const RecordItem& item) const {
  const auto first = std::ranges::find_if(item.resolutions, stands);
  if (first != item.resolutions.end()) return id_of(first->resolution);
  return item.attachments.empty() ? std::nullopt : std::optional(id_of(item.item));
}

OparlJson OparlRecord::paper_of(const RecordItem& item, const std::string& id) const {
  OparlJson paper = object(at_.paper(id), "Paper");
  if (context_.body) paper["body"] = at_.body(*context_.body);
  paper["consultation"] = OparlJson::array({consultation(item, id)});
  return paper;
}

OparlJson OparlRecord::paper(const RecordItem& item, const RecordResolution& resolution) const {
  const ResolutionContent& content = resolution.content;
  OparlJson paper = paper_of(item, id_of(resolution.resolution));
  paper["name"] = content.text.value;
  paper["reference"] = std::to_string(record_.summary.term) + "/" + std::to_string(resolution.number);
  paper["date"] = to_text(tehran::day_of(resolution.at));
  paper["paperType"] = "مصوبه";
  paper["originatorOrganization"] = OparlJson::array({at_.organization(source_.hall)});
  if (content.group) paper["underDirectionOf"] = OparlJson::array({at_.organization(*content.group)});
  if (!stands(resolution)) return deleted(std::move(paper), resolution.at, context_.modified);
  put_times(paper, resolution.at, context_.modified);
  return paper;
}

OparlJson OparlRecord::paper(const RecordItem& item) const {
  OparlJson paper = paper_of(item, id_of(item.item));
  paper["name"] = title_of(item);
  paper["date"] = to_text(tehran::day_of(began()));
  paper["paperType"] = "پیوست دستور جلسه";
  for (const AttachmentRow& row : item.attachments) {
    if (!paper.contains("mainFile"))
      paper["mainFile"] = file(item, row);
    else
      paper["auxiliaryFile"].push_back(file(item, row));
  }
  put_times(paper, began(), context_.modified);
  return paper;
}

OparlJson OparlRecord::consultation(const RecordItem& item, const std::string& paper, Place place) const {
  OparlJson consultation = object(at_.consultation(paper), "Consultation");
  if (place == Place::alone) consultation["paper"] = at_.paper(paper);
  consultation["agendaItem"] = at_.item(item.item);
  consultation["meeting"] = at_.meeting(record_.summary.meeting);
  consultation["organization"] = OparlJson::array({at_.organization(source_.hall)});
  for (const RecordResolution& each : item.resolutions)
    if (id_of(each.resolution) == paper && !stands(each))
      return deleted(std::move(consultation), began(), context_.modified);
  consultation["authoritative"] = std::ranges::any_of(item.resolutions, stands);
  put_times(consultation, began(), context_.modified);
  return consultation;
}

OparlJson OparlRecord::file(const RecordItem& item, const AttachmentRow& row) const {
  const Attachment& content = row.content;
  const std::string address =
      at_.elsewhere("/api/halls/" + source_.hall.value + "/attachments/" + row.attachment.text());
  OparlJson file = object(at_.file(row.attachment.text()), "File");
  file["name"] = file["fileName"] = content.name.value;
  file["mimeType"] = content.media_type.value;
  file["size"] = content.bytes.value;
  file["accessUrl"] = file["downloadUrl"] = address;
  file["meeting"] = OparlJson::array({at_.meeting(record_.summary.meeting)});
  file["agendaItem"] = OparlJson::array({at_.item(item.item)});
  file["paper"] = OparlJson::array({at_.paper(id_of(item.item))});
  put_times(file, began(), context_.modified);
  return file;
}

OparlJson OparlRecord::file(Format form) const {
  const MeetingId meeting = record_.summary.meeting;
  const std::string name = file_name(source_.hall, record_.summary, form);
  OparlJson file = object(at_.file(id_of(meeting, form)), "File");
  file["name"] = "صورتجلسهٔ " + meeting_name(record_.summary.number);
  file["fileName"] = name;
  file["mimeType"] = media_type(form);
  file["accessUrl"] = at_.elsewhere("/api/halls/" + source_.hall.value + "/meetings/" + meeting.text() + "/as/" +
                                    std::string(word(form)));
  if (form == forms().front()) {
    file["derivativeFile"] = OparlJson::array();
    for (std::size_t i = 1; i < forms().size(); ++i)
      file["derivativeFile"].push_back(at_.file(id_of(meeting, forms()[i])));
  } else {
    file["masterFile"] = at_.file(id_of(meeting, forms().front()));
  }
  file["meeting"] = OparlJson::array({at_.meeting(meeting)});
  put_times(file, began(), context_.modified);
  return file;
}

}  // namespace talar::exports
