#include "server/exports/persian.hpp"

#include <fmt/format.h>
#include <unicode/smpdtfmt.h>
#include <unicode/timezone.h>

#include <algorithm>
#include <array>
#include <memory>
#include <stdexcept>
#include <string_view>

#include "protocol/tehran.hpp"

namespace talar::exports {
namespace {

constexpr std::array<std::string_view, 20> ones{"",       "یک",     "دو",     "سه",   "چهار",  "پنج",    "شش",
                                                "هفت",    "هشت",    "نه",     "ده",   "یازده", "دوازده", "سیزده",
                                                "چهارده", "پانزده", "شانزده", "هفده", "هجده",  "نوزده"};
constexpr std::array<std::string_view, 10> tens{"", "", "بیست", "سی", "چهل", "پنجاه", "شصت", "هفتاد", "هشتاد", "نود"};
constexpr std::array<std::string_view, 10> hundreds{"",      "صد",   "دویست", "سیصد",  "چهارصد",
                                                    "پانصد", "ششصد", "هفتصد", "هشتصد", "نهصد"};
constexpr std::int64_t in_words_max = 999'999;

void join(std::string& words, std::string_view more) {
  if (more.empty()) return;
  if (!words.empty()) words += " و ";
  words += more;
}

std::string words_of(std::int64_t number) {
  const std::int64_t thousands = number / 1000;
  const auto rest = static_cast<std::size_t>(number % 1000);
  std::string words;
  if (thousands > 0) words = (thousands == 1 ? std::string() : words_of(thousands) + " ") + "هزار";
  join(words, hundreds[rest / 100]);
  if (rest % 100 < ones.size()) {
    join(words, ones[rest % 100]);
  } else {
    join(words, tens[rest % 100 / 10]);
    join(words, ones[rest % 10]);
  }
  return words;
}

constexpr std::array<std::string_view, 32> letters{"الف", "ب", "پ", "ت", "ث", "ج", "چ", "ح", "خ", "د", "ذ",
                                                   "ر",   "ز", "ژ", "س", "ش", "ص", "ض", "ط", "ظ", "ع", "غ",
                                                   "ف",   "ق", "ک", "گ", "ل", "م", "ن", "و", "ه", "ی"};

icu::SimpleDateFormat make_format(const char16_t* pattern) {
  UErrorCode error = U_ZERO_ERROR;
  icu::SimpleDateFormat format(pattern, icu::Locale("fa_IR@calendar=persian;numbers=arabext"), error);
  if (U_FAILURE(error)) throw std::runtime_error("ICU has no Persian calendar");
  format.adoptTimeZone(icu::TimeZone::createTimeZone(u"GMT+03:30"));
  return format;
}

std::string formatted(const icu::SimpleDateFormat& format, Instant at) {
  icu::UnicodeString text;
  format.format(static_cast<UDate>(at.ms), text);
  std::string utf8;
  return text.toUTF8String(utf8);
}

}  // namespace

std::string persian_ordinal(std::int64_t number) {
  if (number < 1 || number > in_words_max) return digits(number);
  if (number == 1) return "نخستین";
  constexpr std::string_view three = "سه", ye = "ی", zwnj = "\u200c";
  std::string words = words_of(number);
  if (words.ends_with(three)) return words.substr(0, words.size() - three.size()) + "سومین";
  if (words.ends_with(ye)) return words + std::string(zwnj) + "امین";
  return words + "مین";
}

std::string digits(std::int64_t number) {
  const std::string text = std::to_string(number);
  return number < 0 ? "−" + digits(std::string_view(text).substr(1)) : digits(std::string_view(text));
}

std::string digits(std::string_view text) {
  std::string persian;
  for (const char c : text) {
    if (c >= '0' && c <= '9')
      persian += {'\xdb', static_cast<char>(0xb0 + (c - '0'))};
    else
      persian += c;
  }
  return persian;
}

std::string jalali_day(Instant at) {
  thread_local const icu::SimpleDateFormat format = make_format(u"EEEE d MMMM y");
  return formatted(format, at);
}

std::string jalali_date(Instant at) {
  thread_local const icu::SimpleDateFormat format = make_format(u"y/MM/dd");
  return formatted(format, at);
}

std::string jalali_date(const Date& day) {
  return jalali_date(tehran::start_of(day));
}

std::string jalali_year(Instant at) {
  thread_local const icu::SimpleDateFormat format = make_format(u"y");
  return formatted(format, at);
}

std::string hour(Instant at) {
  const std::int64_t minutes = tehran::minute_of(at);
  return digits(fmt::format("{}:{:02}", minutes / 60, minutes % 60));
}

std::string duration(Millis length) {
  const std::int64_t all = std::max<std::int64_t>(0, (length.ms + 500) / 1000);
  const std::int64_t hours = all / 3600, minutes = all % 3600 / 60, seconds = hours > 0 ? 0 : all % 60;
  std::string words;
  if (hours > 0) join(words, digits(hours) + " ساعت");
  if (minutes > 0) join(words, digits(minutes) + " دقیقه");
  if (seconds > 0 || all == 0) join(words, digits(seconds) + " ثانیه");
  return words;
}

std::string item_number(const std::vector<std::int64_t>& number) {
  std::string text;
  for (std::size_t depth = 0; depth < number.size(); ++depth) {
    const auto at = static_cast<std::size_t>(number[depth] - 1);
    if (depth > 0) text += ' ';
    text += depth == 1 && at < letters.size() ? std::string(letters[at]) : digits(number[depth]);
  }
  return text;
}

}  // namespace talar::exports
