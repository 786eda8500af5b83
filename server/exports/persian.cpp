#include "server/exports/persian.hpp"

#include <unicode/smpdtfmt.h>
#include <unicode/timezone.h>

#include <array>
#include <memory>
#include <stdexcept>
#include <string_view>

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

std::string in_digits(std::int64_t number) {
  std::string digits;
  for (const char c : std::to_string(number))
    digits += c == '-' ? std::string("−") : std::string("\xdb") + static_cast<char>(0xb0 + (c - '0'));
  return digits;
}

icu::SimpleDateFormat make_format() {
  UErrorCode error = U_ZERO_ERROR;
  icu::SimpleDateFormat format(u"EEEE d MMMM y", icu::Locale("fa_IR@calendar=persian;numbers=arabext"), error);
  if (U_FAILURE(error)) throw std::runtime_error("ICU has no Persian calendar");
  format.adoptTimeZone(icu::TimeZone::createTimeZone(u"GMT+03:30"));
  return format;
}

}  // namespace

std::string persian_ordinal(std::int64_t number) {
  if (number < 1 || number > in_words_max) return in_digits(number);
  if (number == 1) return "نخستین";
  constexpr std::string_view three = "سه", ye = "ی", zwnj = "\u200c";
  std::string words = words_of(number);
  if (words.ends_with(three)) return words.substr(0, words.size() - three.size()) + "سومین";
  if (words.ends_with(ye)) return words + std::string(zwnj) + "امین";
  return words + "مین";
}

std::string jalali_day(Instant at) {
  thread_local const icu::SimpleDateFormat format = make_format();
  icu::UnicodeString text;
  format.format(static_cast<UDate>(at.ms), text);
  std::string utf8;
  return text.toUTF8String(utf8);
}

}  // namespace talar::exports
