#include "server/exports/paper.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "server/exports/paper_parts.hpp"
#include "server/exports/persian.hpp"
#include "server/exports/persian_words.hpp"

namespace talar::exports {
namespace {

void add(Blocks& blocks, Blocks more) {
  std::ranges::move(more, std::back_inserter(blocks));
}

void add_part(Blocks& blocks, std::string_view title) {
  blocks.push_back({Heading{2, {{std::string(title)}}}});
}

std::string attached(const MeetingRecord& record) {
  std::size_t files = 0;
  for (const RecordItem& item : record.items) files += item.attachments.size();
  return files == 0 ? "ندارد" : fmt::format("{} فایل", digits(static_cast<std::int64_t>(files)));
}

Blocks parts(const Facts& facts) {
  Blocks blocks;
  blocks.push_back({meeting_facts(facts)});
  add_part(blocks, "حاضران و غایبان");
  blocks.push_back({people(facts)});
  add_part(blocks, "دستور جلسه");
  blocks.push_back({agenda(facts)});
  if (facts.record.summary.state == MeetingState::not_held) return blocks;
  add_part(blocks, "شرح مذاکرات و مصوبات");
  add(blocks, account(facts));
  add(blocks, speaking_times(facts));
  add(blocks, addenda(facts));
  blocks.push_back({signatures(facts)});
  return blocks;
}

}  // namespace

Paper paper(const Source& source) {
  const Facts facts(source);
  const MeetingSummary& summary = source.record.summary;
  const std::string purpose = summary.content.title ? summary.content.title->value : "";
  const bool counted = summary.number > 0;
  const std::string address = fmt::format("{}/{}", facts.record.life.seal ? "seal" : "archive", summary.meeting.text());
  return {.draft = summary.state != MeetingState::not_held && !facts.approved(),
          .hall = source.record.hall.value,
          .number = digits(summary.number) + "/" + jalali_year(facts.held_at()),
          .date = jalali_date(facts.held_at()),
          .attachments = attached(source.record),
          .title = "صورتجلسهٔ " + (counted ? meeting_name(summary.number) : purpose),
          .purpose = counted ? purpose : "",
          .blocks = parts(facts),
          .address = facts.page(address),
          .foot = foot(facts)};
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string text;
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    if (!text.empty()) text += between;
    text += part;
  }
  return text;
}

std::string isolated(std::string_view name) {
  return name.empty() ? std::string() : fmt::format("\u2068{}\u2069", name);
}

const RecordPerson* Facts::person(const std::optional<PersonId>& id) const {
  const auto found = std::ranges::find_if(record.people, [&](const RecordPerson& one) { return one.person == id; });
  return found == record.people.end() ? nullptr : &*found;
}

std::string Facts::plain_name(PersonId id) const {
  if (const RecordPerson* const known = person(id)) return known->name.value;
  const auto named = source.names.find(id);
  return named == source.names.end() ? "عضو پیشین" : named->second.value;
}

std::string Facts::name(const std::optional<PersonId>& id) const {
  return id ? isolated(plain_name(*id)) : std::string();
}

std::string Facts::short_name(const std::optional<PersonId>& id) const {
  const RecordPerson* const known = person(id);
  return known ? isolated(known->short_name.value) : name(id);
}

const RecordItem* Facts::item(const std::optional<ItemId>& id) const {
  const auto found = std::ranges::find_if(record.items, [&](const RecordItem& one) { return one.item == id; });
  return found == record.items.end() ? nullptr : &*found;
}

const RecordVote* Facts::vote(const std::optional<VoteId>& id) const {
  for (const RecordItem& each : record.items)
    for (const RecordVote& one : each.votes)
      if (one.vote == id) return &one;
  return nullptr;
}

const RecordResolution* Facts::resolution(const std::optional<ResolutionId>& id) const {
  for (const RecordItem& each : record.items)
    for (const RecordResolution& one : each.resolutions)
      if (one.resolution == id) return &one;
  return nullptr;
}

std::string Facts::group(const HallId& hall) const {
  const auto known = source.halls.find(hall);
  return known == source.halls.end() ? "کارگروه" : known->second.name.value;
}

const ReferralContent* Facts::referral(std::int64_t seq) const {
  const auto known = source.referrals.find(seq);
  return known == source.referrals.end() ? nullptr : &known->second;
}

Instant Facts::held_at() const {
  return record.summary.opened_at.value_or(record.summary.content.starts_at);
}

std::string Facts::page(std::string_view below) const {
  return source.url.empty() ? std::string() : fmt::format("{}/hall/{}/{}", source.url, source.hall.value, below);
}

std::string Facts::file(AttachmentId attachment) const {
  if (source.url.empty()) return {};
  return fmt::format("{}/api/halls/{}/attachments/{}", source.url, source.hall.value, attachment.text());
}

}  // namespace talar::exports
