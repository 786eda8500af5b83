// What became of the record: addenda, who signs and has signed, its standing, its seal.
#include <fmt/format.h>

#include <algorithm>

#include "server/exports/paper_parts.hpp"
#include "server/exports/persian.hpp"
#include "server/exports/persian_words.hpp"

namespace talar::exports {
namespace {

/// Until the record is approved, those who will have to sign then: the members who were there, whoever presided first.
std::vector<const RecordPerson*> signatories(const MeetingRecord& record) {
  std::vector<const RecordPerson*> chair, members;
  for (const RecordPerson& person : record.people) {
    const bool there = person.presence == Presence::present || person.presence == Presence::out;
    if (!there || person.seat == Seat::guest || person.seat == Seat::secretary) continue;
    (person.person == record.chair ? chair : members).push_back(&person);
  }
  chair.insert(chair.end(), members.begin(), members.end());
  return chair;
}

Signatures::Cell cell(const Facts& facts, const RecordPerson& person, const std::string& signed_at) {
  const bool presided = person.person == facts.record.chair;
  return {person.name.value, presided ? "رئیس جلسه" : std::string(persian(person.seat)), signed_at};
}

std::string signed_at(const std::optional<Instant>& at, const RecordLife& life) {
  if (at) return fmt::format("امضا شد: {}، ساعت {}", jalali_date(*at), hour(*at));
  return life.seal ? "بدون امضا" : "";
}

/// In readable fours.
std::string in_fours(const std::string& hexadecimal) {
  std::string text;
  for (std::size_t at = 0; at < hexadecimal.size(); at += 4) text += (at > 0 ? " " : "") + hexadecimal.substr(at, 4);
  return text;
}

std::string approval(const RecordLife& life) {
  const std::string day = life.approved_at ? jalali_date(*life.approved_at) : "";
  if (!life.approved_number) return fmt::format("این صورتجلسه در {} به تصویب رسید.", day);
  return fmt::format("این صورتجلسه در {}، {}، به تصویب رسید.", meeting_name(*life.approved_number), day);
}

std::string standing(const MeetingRecord& record) {
  const RecordLife& life = record.life;
  if (record.summary.state == MeetingState::not_held) return "این برگ گواه تشکیل نشدن جلسه است.";
  switch (life.state) {
    case RecordState::draft:
      return "پیش‌نویس: تا پیش از تصویب در جلسهٔ بعد، سند رسمی نیست.";
    case RecordState::circulated:
      return "پیش‌نویس در گردش میان اعضا: تا پیش از تصویب در جلسهٔ بعد، "
             "سند "
             "رسمی "
             "نیست." +
             (life.corrections_until ? fmt::format(" مهلت پیشنهاد اصلاح: {}.", jalali_date(*life.corrections_until))
                                     : "");
    case RecordState::approved:
      return approval(life);
    case RecordState::signed_:
      return approval(life) + " همهٔ حاضران آن را امضا کرده‌اند.";
    case RecordState::sealed: {
      const std::string day = life.sealed_at ? " در " + jalali_date(*life.sealed_at) : "";
      return approval(life) + fmt::format(" نسخهٔ نهایی{} مهر شد؛ درستی آن را با رمزینه بیازمایید.", day);
    }
  }
  return {};
}

}  // namespace

Blocks addenda(const Facts& facts) {
  Blocks blocks;
  if (facts.record.life.addenda.empty()) return blocks;
  blocks.push_back({Heading{2, {{"افزوده‌ها"}}}});
  std::int64_t number = 0;
  for (const RecordAddendum& addendum : facts.record.life.addenda) {
    const std::string by = facts.name(addendum.by);
    blocks.push_back(
        {Decision{.text = {{fmt::format("افزودهٔ {}. ", digits(++number)), Tone::strong, ""}, {addendum.text}},
                  .foot = joined({jalali_day(addendum.at), "ساعت " + hour(addendum.at), by}, dot),
                  .id = ""}});
  }
  return blocks;
}

Group signatures(const Facts& facts) {
  const RecordLife& life = facts.record.life;
  Signatures table;
  for (const RecordSignature& one : life.signatures)
    if (const RecordPerson* person = facts.person(one.person))
      table.cells.push_back(cell(facts, *person, signed_at(one.at, life)));
  if (life.signatures.empty())
    for (const RecordPerson* person : signatories(facts.record)) table.cells.push_back(cell(facts, *person, ""));
  Group group{Group::Kind::signing, "", {}};
  group.blocks.push_back({Heading{2, {{"امضای حاضران"}}}});
  if (life.reason)
    group.blocks.push_back({Paragraph{
        Paragraph::Kind::plain, {{"دلیل مهر شدن بدون امضای همه: ", Tone::strong, ""}, {life.reason->value}}, ""}});
  group.blocks.push_back({std::move(table)});
  return group;
}

std::vector<Line> foot(const Facts& facts) {
  const MeetingRecord& record = facts.record;
  std::vector<Line> lines{{{standing(record)}}};
  if (record.life.seal)
    lines.push_back({{"مهر (SHA-256): "}, {in_fours(record.life.seal->digest.value), Tone::code, ""}});
  const std::string& chain = record.life.seal ? record.life.seal->chain.value : record.chain;
  if (!chain.empty()) lines.push_back({{"زنجیرهٔ ثبت: "}, {in_fours(chain), Tone::code, ""}});
  return lines;
}

}  // namespace talar::exports
