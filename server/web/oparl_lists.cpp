// The lists of /oparl/v1, and what of them stands in a meeting's record.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "protocol/words.hpp"
#include "server/web/oparl_reader.hpp"

namespace talar::web {

using exports::OparlJson;
using exports::OparlRecord;
using storage::OparlEntry;
using storage::OparlHall;
using storage::OparlKind;

namespace {

constexpr std::string_view of_resolution = "resolution-", of_item = "item-", of_record = "record-";

std::optional<std::uint64_t> id_after(std::string_view prefix, std::string_view id) {
  return id.starts_with(prefix) ? id_value(id.substr(prefix.size())) : std::nullopt;
}

/// Which list holds objects of this kind. A place is a meeting's, a consultation is a paper's.
std::optional<OparlKind> kind_of(std::string_view kind) {
  if (kind == "meetings" || kind == "locations") return OparlKind::meetings;
  if (kind == "agenda-items") return OparlKind::items;
  if (kind == "papers" || kind == "consultations") return OparlKind::papers;
  if (kind == "files") return OparlKind::files;
  return std::nullopt;
}

std::vector<std::string> words_of(const std::vector<exports::Format>& forms) {
  std::vector<std::string> words;
  for (const exports::Format form : forms) words.emplace_back(word(form));
  return words;
}

/// One page of things that are all at hand.
OparlJson page_of(std::vector<OparlJson> all, const std::string& address, const OparlQuery& query) {
  OparlJson data = OparlJson::array();
  for (std::size_t i = query.offset(); i < all.size() && data.size() < oparl_page_size; ++i)
    data.push_back(std::move(all[i]));
  return oparl_page(std::move(data), static_cast<std::int64_t>(all.size()), address, query);
}

}  // namespace

std::optional<OparlEntry> OparlReader::place(std::string_view kind, const std::string& id) const {
  const auto value = id_value(id);
  switch (kind_of(kind).value_or(OparlKind::meetings)) {
    case OparlKind::meetings:
      return kind_of(kind) && value ? places_.place(MeetingId{*value}) : std::nullopt;
    case OparlKind::items:
      return value ? places_.place(ItemId{*value}) : std::nullopt;
    case OparlKind::papers:
      break;
    case OparlKind::files:
      if (value) return places_.place(AttachmentId{*value});
      const auto meeting = id_after(of_record, std::string_view(id).substr(0, id.find('.')));
      auto entry = meeting ? places_.place(MeetingId{*meeting}) : std::nullopt;
      if (entry) entry->id = id;
      return entry;
  }
  std::optional<OparlEntry> entry;
  if (const auto resolution = id_after(of_resolution, id)) entry = places_.place(ResolutionId{*resolution});
  if (const auto item = id_after(of_item, id)) entry = places_.place(ItemId{*item});
  if (entry) entry->id = id;
  return entry;
}

OparlReader::Meeting* OparlReader::meeting(const OparlEntry& entry) {
  auto& known = meetings_[entry.meeting];
  if (known) return known.get();
  auto record = archive_.record(entry.hall, entry.meeting, Audience::public_);
  if (!record) return nullptr;
  exports::Source source;
  source.hall = entry.hall;
  source.record = *std::move(record);
  source.url = server_;
  known = std::make_unique<Meeting>(std::move(source), OparlRecord::Context{body_of(entry.hall), entry.modified});
  return known.get();
}

std::optional<OparlJson> OparlReader::of_meeting(const OparlEntry& entry, std::string_view kind) {
  Meeting* const found = meeting(entry);
  if (!found) return std::nullopt;
  if (kind == "meetings") return found->record.meeting();
  if (kind == "locations") return found->record.location();
  return part(*found, kind, entry.id);
}

std::optional<OparlJson> OparlReader::part(const Meeting& meeting, std::string_view kind, const std::string& id) const {
  const auto alone = OparlRecord::Place::alone;
  const OparlRecord& record = meeting.record;
  const MeetingRecord& all = meeting.source.record;
  for (const RecordItem& item : all.items) {
    if (kind == "agenda-items" && item.item.text() == id) return record.item(item, alone);
    if (kind == "papers" || kind == "consultations") {
      const bool paper = kind == "papers";
      for (const RecordResolution& resolution : item.resolutions) {
        if (OparlRecord::id_of(resolution.resolution) == id)
          return paper ? record.paper(item, resolution) : record.consultation(item, id, alone);
      }
      if (!item.attachments.empty() && OparlRecord::id_of(item.item) == id)
        return paper ? record.paper(item) : record.consultation(item, id, alone);
    }
    for (const AttachmentRow& file : item.attachments) {
      if (kind == "files" && file.attachment.text() == id) return record.file(item, file);
    }
  }
  for (const exports::Format form : OparlRecord::forms()) {
    if (kind == "files" && all.summary.state == MeetingState::closed &&
        OparlRecord::id_of(all.summary.meeting, form) == id)
      return record.file(form);
  }
  return std::nullopt;
}

OparlJson OparlReader::page(OparlKind kind, std::string_view shape, std::vector<HallId> halls,
                            const std::string& address, const OparlQuery& query) {
  const storage::OparlPage found = places_.page({.kind = kind,
                                                 .halls = std::move(halls),
                                                 .forms = words_of(OparlRecord::forms()),
                                                 .window = query.window,
                                                 .offset = query.offset(),
                                                 .limit = oparl_page_size});
  OparlJson data = OparlJson::array();
  for (const OparlEntry& entry : found.entries) {
    if (auto object = of_meeting(entry, shape)) data.push_back(*std::move(object));
  }
  return oparl_page(std::move(data), found.total, address, query);
}

OparlJson OparlReader::bodies(const OparlQuery& query) const {
  std::vector<OparlJson> all;
  for (const OparlHall& each : halls_) {
    if (body_of(each.hall) == each.hall && within(query.window, each.created, each.modified)) all.push_back(body(each));
  }
  return page_of(std::move(all), at_.bodies(), query);
}

std::optional<OparlJson> OparlReader::list(const HallId& id, std::string_view what, const OparlQuery& query) {
  const OparlHall* const chamber = hall(id);
  if (!chamber || body_of(id) != id) return std::nullopt;
  const std::string address = at_.list(id, what);
  if (const auto kind = kind_of(what)) return page(*kind, what, halls_of(id), address, query);

  const bool recent = within(query.window, chamber->created, chamber->modified);
  std::vector<OparlJson> all;
  if (what == "organizations") {
    const auto everybody = people(id);
    for (const HallId& each : halls_of(id)) {
      const OparlHall& known = *hall(each);
      if (within(query.window, known.created, known.modified)) all.push_back(organization(known, everybody));
    }
  } else if (what == "people" || what == "memberships") {
    for (const storage::OparlPerson& each : recent ? people(id) : std::vector<storage::OparlPerson>()) {
      if (what == "people") all.push_back(person(*chamber, each));
      if (what == "people") continue;
      for (const storage::OparlSeat& seat : each.seats) all.push_back(membership(each, seat));
    }
  } else if (what == "terms") {
    for (std::int64_t number = 1; recent && number <= chamber->term; ++number) all.push_back(term(*chamber, number));
  } else {
    return std::nullopt;
  }
  return page_of(std::move(all), address, query);
}

std::optional<OparlJson> OparlReader::meetings_of(const HallId& id, const OparlQuery& query) {
  if (!hall(id)) return std::nullopt;
  return page(OparlKind::meetings, "meetings", {id}, at_.organization(id) + "/meetings", query);
}

}  // namespace talar::web
