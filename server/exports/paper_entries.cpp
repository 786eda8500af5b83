// The lines that wrote themselves, as sentences of a formal record.
#include <fmt/format.h>

#include <algorithm>

#include "server/exports/paper_parts.hpp"
#include "server/exports/persian.hpp"
#include "server/exports/persian_words.hpp"
#include "server/exports/vote_words.hpp"

namespace talar::exports {
namespace {

std::string item_name(const Facts& facts, const EntryView& entry) {
  const RecordItem* const item = facts.item(entry.item);
  return item ? "بند " + item_number(item->number) : "این بند";
}

std::string question(const Facts& facts, const EntryView& entry) {
  const RecordVote* const vote = facts.vote(entry.vote);
  return vote ? fmt::format(" «{}»", vote->content.question.value) : "";
}

/// Within a sentence, which has a full stop of its own.
template <std::size_t Max, std::size_t Min>
std::string_view said(const Text<Max, Min>& text) {
  std::string_view words = text.value;
  if (words.ends_with('.')) words.remove_suffix(1);
  return words;
}

/// The speech whose turn this line tells of.
const RecordSpeech* speech_of(const Facts& facts, const EntryView& entry) {
  const RecordItem* const item = facts.item(entry.item);
  if (!item) return nullptr;
  const auto found = std::ranges::find_if(item->speeches, [&](const RecordSpeech& speech) {
    return speech.person == entry.person && (speech.until == entry.at || speech.from == entry.at);
  });
  return found == item->speeches.end() ? nullptr : &*found;
}

std::string turn(const Facts& facts, const EntryView& entry) {
  const std::string name = facts.name(entry.person);
  const std::string length = entry.spoken ? fmt::format(" به مدت {}", duration(*entry.spoken)) : "";
  switch (entry.speech.value_or(SpeechKind::speech)) {
    case SpeechKind::speech:
      if (!entry.stance) return fmt::format("{}{} سخن گفت", name, length);
      return fmt::format("{}{} به عنوان {} سخن گفت", name, length, persian(*entry.stance));
    case SpeechKind::question:
      return fmt::format("{}{} پرسش خود را بیان کرد", name, length);
    case SpeechKind::reply:
      return fmt::format("{}{} پاسخ داد", name, length);
    case SpeechKind::presentation:
      return fmt::format("{}{} گزارش خود را ارائه کرد", name, length);
    case SpeechKind::point_of_order: {
      const RecordSpeech* const speech = speech_of(facts, entry);
      const std::string point = speech && speech->point ? fmt::format(" ({})", persian(*speech->point)) : "";
      return fmt::format("{}{} اخطار داد{}", name, length, point);
    }
  }
  return name;
}

std::string vote(const Facts& facts, const EntryView& entry) {
  const RecordVote* const known = facts.vote(entry.vote);
  if (!known || !known->result) return "رأی‌گیری شد";
  const Verdict says = verdict(*known, *known->result);
  return fmt::format("دربارهٔ «{}» رأی‌گیری شد ({}): {}", known->content.question.value,
                     vote_kind(*known), says.outcome);
}

/// What was counted before a correction, and why, stands with the vote itself.
std::string corrected(const Facts& facts, const EntryView& entry) {
  return "شمارش دست‌ها در رأی‌گیری" + question(facts, entry) + " اصلاح شد";
}

/// To whom, what for and until when, as far as the archive still knows.
std::string referred(const Facts& facts, const RecordEntry& line) {
  const std::string item = item_name(facts, line.entry);
  const ReferralContent* const referral = facts.referral(line.seq);
  if (!referral) return item + " ارجاع شد";
  const std::string more = joined({referral->task ? fmt::format("خواسته: {}", said(*referral->task)) : "",
                                   referral->due ? "مهلت: " + jalali_date(*referral->due) : ""},
                                  semicolon);
  return fmt::format("{} به {} ارجاع شد{}", item, isolated(facts.group(referral->to)),
                     more.empty() ? "" : fmt::format(" ({})", more));
}

/// Of an earlier meeting's item the line itself says what it is called, to whoever may know.
std::string reported(const Facts& facts, const RecordEntry& line) {
  const EntryView& entry = line.entry;
  const bool told = entry.item || entry.reason;
  const ReferralContent* const referral = told ? facts.referral(line.seq) : nullptr;
  const std::string report = referral ? "گزارش " + isolated(facts.group(referral->to)) : "گزارش ارجاع";
  if (entry.item) return fmt::format("{} دربارهٔ {} رسید", report, item_name(facts, entry));
  if (entry.reason) return fmt::format("{} دربارهٔ «{}» رسید", report, entry.reason->value);
  return "گزارش یکی از ارجاع‌های پیشین رسید";
}

std::string approved(const Facts& facts, const EntryView& entry) {
  const auto known = entry.meeting ? facts.source.meetings.find(*entry.meeting) : facts.source.meetings.end();
  return fmt::format("صورتجلسهٔ {} به تصویب رسید",
                     known == facts.source.meetings.end() ? "پیشین" : meeting_name(known->second));
}

std::string of_people(const Facts& facts, const EntryView& entry) {
  const std::string name = facts.name(entry.person), other = facts.name(entry.other);
  switch (entry.kind) {
    case EntryKind::chair_handed:
      return fmt::format("ریاست جلسه به {} سپرده شد", name);
    case EntryKind::arrived:
      return name + " وارد جلسه شد";
    case EntryKind::departed:
      return name + " از جلسه خارج شد";
    case EntryKind::absence_excused:
      return fmt::format("غیبت {} موجه شناخته شد", name);
    case EntryKind::absence_unexcused:
      return fmt::format("غیبت {} غیرموجه شناخته شد", name);
    case EntryKind::substitute_named:
      return fmt::format("{} جانشین {} شد", other, name);
    case EntryKind::substitution_ended:
      return fmt::format("جانشینی {} به جای {} پایان یافت", other, name);
    case EntryKind::recused:
      return fmt::format("{} به سبب تعارض منافع از {} کنار رفت", name, item_name(facts, entry));
    case EntryKind::recusal_lifted:
      return fmt::format("کناره‌گیری {} از {} برداشته شد", name, item_name(facts, entry));
    case EntryKind::queue_changed:
      return fmt::format("ترتیب نوبت برای {} تغییر کرد", name);
    case EntryKind::time_yielded: {
      const std::string length = entry.spoken ? fmt::format(" ({})", duration(*entry.spoken)) : "";
      return fmt::format("{} باقی‌ماندهٔ وقت خود را{} به {} داد", name, length, other);
    }
    default:
      return turn(facts, entry);
  }
}

std::string of_items(const Facts& facts, const EntryView& entry) {
  const std::string item = item_name(facts, entry);
  switch (entry.kind) {
    case EntryKind::item_started:
      return fmt::format("رسیدگی به {} آغاز شد", item);
    case EntryKind::item_done:
      return fmt::format("رسیدگی به {} {}پایان یافت", item, entry.vote ? "با رأی یکجا " : "");
    case EntryKind::item_deferred:
      return item + " به جلسهٔ دیگر موکول شد";
    case EntryKind::item_withdrawn:
      return item + " از دستور خارج شد";
    case EntryKind::item_taken_out:
      return fmt::format("{} به خواست {} از تصویب یکجا جدا شد", item, facts.name(entry.person));
    default:
      return vote(facts, entry);
  }
}

std::string sentence(const Facts& facts, const RecordEntry& line) {
  const EntryView& entry = line.entry;
  switch (entry.kind) {
    case EntryKind::meeting_opened:
      return "جلسه رسمیت یافت";
    case EntryKind::recess_called:
      return "تنفس اعلام شد";
    case EntryKind::meeting_resumed:
      return "جلسه از سر گرفته شد";
    case EntryKind::meeting_closed:
      return "جلسه پایان یافت";
    case EntryKind::closed_part_begun:
      return "بخش غیرعلنی آغاز شد";
    case EntryKind::closed_part_ended:
      return "بخش غیرعلنی پایان یافت";
    case EntryKind::minutes_approved:
      return approved(facts, entry);
    case EntryKind::item_referred:
      return referred(facts, line);
    case EntryKind::report_received:
      return reported(facts, line);
    case EntryKind::vote_voided:
      return "رأی‌گیری" + question(facts, entry) + " باطل شد";
    case EntryKind::count_corrected:
      return corrected(facts, entry);
    case EntryKind::resolution: {
      const RecordResolution* const known = facts.resolution(entry.resolution);
      return known ? fmt::format("مصوبهٔ {} ثبت شد", digits(known->number)) : "مصوبه‌ای ثبت شد";
    }
    case EntryKind::item_started:
    case EntryKind::item_done:
    case EntryKind::item_deferred:
    case EntryKind::item_withdrawn:
    case EntryKind::item_taken_out:
    case EntryKind::vote:
      return of_items(facts, entry);
    default:
      return of_people(facts, entry);
  }
}

}  // namespace

Paragraph entry_line(const Facts& facts, const RecordEntry& line_of) {
  const EntryView& entry = line_of.entry;
  std::string text = sentence(facts, line_of);
  if (entry.reason && entry.kind != EntryKind::report_received) text += fmt::format(" (دلیل: {})", said(*entry.reason));
  Line line{{hour(entry.at), Tone::quiet, ""}, {text + "."}};
  if (entry.note) line.push_back({fmt::format(" [یادداشت دبیرخانه: {}]", entry.note->value), Tone::quiet, ""});
  return {Paragraph::Kind::entry, std::move(line), ""};
}

}  // namespace talar::exports
