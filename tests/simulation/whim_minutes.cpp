#include "tests/simulation/whim_minutes.hpp"

#include "protocol/text_changes.hpp"
#include "server/hall/agenda.hpp"
#include "server/hall/records.hpp"

namespace talar::simulation {
namespace {

/// A record at hand: mostly one of a meeting that is over.
struct Kept {
  MeetingId meeting;
  const hall::Record* record = nullptr;
};

Kept any_record(Chamber& chamber) {
  const hall::State& state = chamber.state();
  const auto& records = state.records;
  if (records.empty() || chamber.dice().percent(30)) {
    if (!state.current) return {chamber.meeting(), nullptr};
    return {*state.current, &state.meetings.at(*state.current).record};
  }
  std::vector<MeetingId> ids;
  for (const auto& [id, record] : records) ids.push_back(id);
  const MeetingId id = chamber.dice().any(ids);
  return {id, &records.at(id)};
}

/// Most records wait for their approval: what comes after it needs one that has it.
Kept approved_record(Chamber& chamber) {
  for (const auto& [id, record] : chamber.state().records)
    if (!hall::may_change(record) && chamber.dice().percent(50)) return {id, &record};
  return any_record(chamber);
}

template <class Map>
typename Map::key_type any_key(Dice& dice, const Map& map) {
  if (map.empty()) return {};
  return std::next(map.begin(), static_cast<std::ptrdiff_t>(dice.below(map.size())))->first;
}

ItemId written_item(Chamber& chamber) {
  if (chamber.dice().percent(70)) return chamber.item();
  const Kept kept = any_record(chamber);
  return kept.record ? any_key(chamber.dice(), kept.record->texts) : ItemId{};
}

const hall::MinutesText& text_of(const Chamber& chamber, ItemId item) {
  static const hall::MinutesText nothing;
  const auto find = [&](const hall::Record& record) {
    const auto found = record.texts.find(item);
    return found == record.texts.end() ? nullptr : &found->second;
  };
  if (const hall::Meeting* current = chamber.current())
    if (const auto* text = find(current->record)) return *text;
  for (const auto& [id, record] : chamber.state().records)
    if (const auto* text = find(record)) return *text;
  return nothing;
}

/// Few enough that they come into each other's way.
EditorId editor(Dice& dice) {
  return {"editor-" + std::to_string(dice.below(3))};
}

std::string words(Dice& dice) {
  return "متن " + std::to_string(dice.below(1000));
}

/// A closed item's are secret as it is.
ResolutionContent resolution_content(Chamber& chamber, bool closed) {
  Dice& dice = chamber.dice();
  ResolutionContent content{closed ? secret : "مصوبه", {}, {}, {}};
  if (dice.percent(20)) content.vote = chamber.vote();
  if (dice.percent(50)) content.responsible = {chamber.person()};
  if (dice.percent(10)) content.group = chamber.group();
  if (dice.percent(50)) {
    const auto months = static_cast<std::int32_t>(dice.below(120));
    content.due = Date{2024 + months / 12, 1 + months % 12, 1 + static_cast<std::int32_t>(dice.below(28))};
  }
  return content;
}

bool is_closed(const Chamber& chamber, ItemId item) {
  const hall::Meeting* meeting = chamber.current();
  return meeting && meeting->items.contains(item) && hall::is_closed(*meeting, item);
}

/// What it names already may stay, whoever has left.
ResolutionContent edited(Chamber& chamber, ResolutionId id) {
  for (const auto& [meeting, record] : chamber.state().records) {
    const auto found = record.resolutions.find(id);
    if (found == record.resolutions.end()) continue;
    ResolutionContent content = found->second.content;
    if (chamber.dice().percent(50)) content.due = Date{2030, 1, 1};
    return content;
  }
  return resolution_content(chamber, false);
}

std::optional<CorrectionId> open_correction(const hall::Record& record) {
  for (const auto& [id, correction] : record.corrections)
    if (correction.state == CorrectionState::proposed) return id;
  return std::nullopt;
}

void name_correction(Chamber& chamber, MeetingId& meeting, CorrectionId& correction) {
  for (const auto& [id, record] : chamber.state().records) {
    const auto open = open_correction(record);
    if (!open || chamber.dice().percent(20)) continue;
    meeting = id;
    correction = *open;
    return;
  }
  meeting = any_record(chamber).meeting;
}

}  // namespace

void fill(Chamber& c, EditText& command) {
  command.item = written_item(c);
  const hall::MinutesText& text = text_of(c, command.item);
  command.version = text.version;
  command.client = editor(c.dice());
  std::size_t length = chars_of(text.text);  // in UTF-16 units as well: nothing here is outside the plane
  for (std::size_t i = 0; i < 1 + c.dice().below(3); ++i) {
    const std::size_t from = c.dice().below(length + 1);
    const std::size_t to = std::min(length, from + c.dice().below(20));
    const std::string insert = c.dice().percent(50) ? words(c.dice()) : "";
    command.updates.push_back({{TextChange{static_cast<std::int64_t>(from), static_cast<std::int64_t>(to), insert}}});
    length += chars_of(insert) - (to - from);
  }
}
void fill(Chamber& c, WriteMinutes& command) {
  command.item = written_item(c);
  command.text = words(c.dice());
  command.version = text_of(c, command.item).version;
  if (c.dice().percent(50)) command.client = editor(c.dice());
}
void fill(Chamber& c, HoldText& command) {
  command = {written_item(c), editor(c.dice())};
}
void fill(Chamber& c, ReleaseText& command) {
  command = {written_item(c), editor(c.dice())};
  const hall::MinutesText& text = text_of(c, command.item);
  if (text.hold) command.client = text.hold->client;
}
void fill(Chamber& c, EditEntry& command) {
  const Kept kept = any_record(c);
  command.meeting = kept.meeting;
  if (kept.record && !kept.record->entries.empty()) command.entry = any_key(c.dice(), kept.record->entries);
  command.hidden = c.dice().percent(50);
  if (c.dice().percent(50)) command.note = Note("یادداشت");
}
void fill(Chamber& c, SavePhrase& command) {
  if (c.dice().percent(60)) command.phrase = any_key(c.dice(), c.state().phrases);
  command.content = {"عبارت", words(c.dice())};
}
void fill(Chamber& c, RemovePhrase& command) {
  command.phrase = any_key(c.dice(), c.state().phrases);
}
void fill(Chamber& c, AdoptResolution& command) {
  command.item = c.item();
  command.content = resolution_content(c, is_closed(c, command.item));
}
void fill(Chamber& c, EditResolution& command) {
  command.resolution = c.resolution();
  command.content = edited(c, command.resolution);
}
void fill(Chamber& c, VoidResolution& command) {
  command = {c.resolution(), "دوبار ثبت شد"};
}
void fill(Chamber& c, PublishMinutes& command) {
  command.meeting = c.meeting();
}
void fill(Chamber& c, CirculateMinutes& command) {
  command.meeting = any_record(c).meeting;
}
void fill(Chamber& c, ProposeCorrection& command) {
  const Kept kept = any_record(c);
  command.meeting = kept.meeting;
  if (!kept.record) return;
  command.content.item = any_key(c.dice(), kept.record->texts);
  for (const auto& [item, text] : kept.record->texts) {
    if (text.text.empty()) continue;
    command.content.item = item;
    command.content.passage = text.text.substr(0, text.text.find(' '));
    command.content.proposal = words(c.dice());
  }
}
void fill(Chamber& c, WithdrawCorrection& command) {
  name_correction(c, command.meeting, command.correction);
}
void fill(Chamber& c, AcceptCorrection& command) {
  name_correction(c, command.meeting, command.correction);
  command.means = word_below<AcceptMeans>(c.dice(), 2);
}
void fill(Chamber& c, DeclineCorrection& command) {
  name_correction(c, command.meeting, command.correction);
  command.reason = "درست است";
}
void fill(Chamber& c, ApproveMinutes& command) {
  command.meeting = any_record(c).meeting;
  if (c.dice().percent(20)) command.vote = c.vote();
}
void fill(Chamber& c, SignMinutes& command) {
  command.meeting = approved_record(c).meeting;
}
void fill(Chamber& c, SealMinutes& command) {
  const Kept kept = approved_record(c);
  command.meeting = kept.meeting;
  command.seal = c.seal_of(kept.meeting, kept.record ? kept.record->seq : 1);
  if (c.dice().percent(70)) command.reason = Reason("سفر");
}
void fill(Chamber& c, AppendAddendum& command) {
  command = {approved_record(c).meeting, "پیوست"};
}
void fill(Chamber& c, FollowUp& command) {
  command.resolution = any_key(c.dice(), c.state().tasks);
  FollowUpContent& content = command.content;
  content.state = word_below<FollowUpState>(c.dice(), 5);
  content.visibility = word_below<Visibility>(c.dice(), 2);
  if (c.dice().percent(50)) content.note = Text<limits::progress_chars>(words(c.dice()));
  if (c.dice().percent(20)) content.due = Date{2026 + static_cast<std::int32_t>(c.dice().below(8)), 6, 1};
}

std::optional<MeetingId> minutes_to_approve(Chamber& chamber) {
  std::optional<MeetingId> last;
  std::pair<std::int64_t, std::int64_t> number;
  for (const auto& [id, record] : chamber.state().records) {
    if (record.approved_at || std::pair(record.term, record.number) < number) continue;
    last = id;
    number = {record.term, record.number};
  }
  return last;
}

std::optional<Command> towards_approval(Chamber& chamber) {
  const hall::Meeting& meeting = *chamber.current();
  const auto minutes = meeting.items.at(*meeting.active_item).content.approves;
  if (!minutes) return std::nullopt;
  const auto found = chamber.state().records.find(*minutes);
  if (found == chamber.state().records.end() || found->second.approved_at) return std::nullopt;
  if (const auto open = open_correction(found->second)) return DeclineCorrection{*minutes, *open, "درست است"};
  return ApproveMinutes{*minutes, {}};
}

void sign_and_seal(Chamber& chamber) {
  Dice& dice = chamber.dice();
  const auto records = chamber.state().records;
  for (const auto& [id, record] : records) {
    if (record.state != RecordState::approved) continue;
    const unsigned zeal = dice.percent(50) ? 100 : 30;
    for (const PersonId person : record.signers)
      if (dice.percent(zeal)) chamber.ask({hall::Context::Kind::person, person}, SignMinutes{id});
    if (dice.percent(50)) continue;
    const hall::Record& now = chamber.state().records.at(id);
    std::optional<Reason> reason;
    if (now.signatures.size() < now.signers.size()) reason = "سفر";
    chamber.ask(SealMinutes{id, chamber.seal_of(id, now.seq), reason});
  }
}

}  // namespace talar::simulation
