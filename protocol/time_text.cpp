#include "protocol/time_text.hpp"

#include <chrono>
#include <cstdio>

namespace talar {

namespace {

namespace chrono = std::chrono;

/// Takes a text apart from the left: digits of a fixed count, single characters.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  bool ended() const { return rest_.empty(); }
  bool at(char c) const { return !rest_.empty() && rest_.front() == c; }
  bool at_digit() const { return !rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9'; }
  bool take(char c) {
    if (!at(c)) return false;
    rest_.remove_prefix(1);
    return true;
  }
  bool take_digits(int count, int& number) {
    number = 0;
    for (; count > 0; --count) {
      if (!at_digit()) return false;
      number = number * 10 + (rest_.front() - '0');
      rest_.remove_prefix(1);
    }
    return true;
  }

 private:
  std::string_view rest_;
};

bool take_date(Scanner& scanner, chrono::year_month_day& day) {
  int y = 0, m = 0, d = 0;
  if (!scanner.take_digits(4, y) || !scanner.take('-')) return false;
  if (!scanner.take_digits(2, m) || !scanner.take('-') || !scanner.take_digits(2, d)) return false;
  day = chrono::year{y} / chrono::month(static_cast<unsigned>(m)) / chrono::day(static_cast<unsigned>(d));
  return day.ok();
}

bool take_clock(Scanner& scanner, chrono::milliseconds& clock) {
  int h = 0, m = 0, s = 0;
  if (!scanner.take_digits(2, h) || !scanner.take(':')) return false;
  if (!scanner.take_digits(2, m) || !scanner.take(':') || !scanner.take_digits(2, s)) return false;
  if (h > 23 || m > 59 || s > 59) return false;
  clock = chrono::hours(h) + chrono::minutes(m) + chrono::seconds(s);
  if (!scanner.take('.')) return true;

  int digit = 0;
  int digits = 0;
  for (int unit = 100; scanner.take_digits(1, digit); unit /= 10, ++digits) clock += chrono::milliseconds(digit * unit);
  return digits >= 1 && digits <= 9;
}

bool take_offset(Scanner& scanner, chrono::minutes& offset) {
  if (scanner.take('Z')) return true;
  const int sign = scanner.at('-') ? -1 : 1;
  int h = 0, m = 0;
  if (!scanner.take('-') && !scanner.take('+')) return false;
  if (!scanner.take_digits(2, h) || !scanner.take(':') || !scanner.take_digits(2, m)) return false;
  if (h > 23 || m > 59) return false;
  offset = sign * (chrono::hours(h) + chrono::minutes(m));
  return true;
}

}  // namespace

std::string to_text(Instant at) {
  const chrono::sys_time<chrono::milliseconds> time{chrono::milliseconds(at.ms)};
  const auto day = chrono::floor<chrono::days>(time);
  const chrono::year_month_day date(day);
  const chrono::hh_mm_ss clock(time - day);
  char text[48];
  std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                static_cast<int>(clock.seconds().count()), static_cast<int>(clock.subseconds().count()));
  return text;
}

std::optional<Instant> parse_instant(std::string_view text) {
  Scanner scanner(text);
  chrono::year_month_day day;
  chrono::milliseconds clock{};
  chrono::minutes offset{};
  if (!take_date(scanner, day) || !scanner.take('T') || !take_clock(scanner, clock)) return std::nullopt;
  if (!take_offset(scanner, offset) || !scanner.ended()) return std::nullopt;
  return Instant{(chrono::sys_days(day) + clock - offset).time_since_epoch().count()};
}

std::string to_text(Date day) {
  char text[40];
  std::snprintf(text, sizeof text, "%04d-%02d-%02d", day.year, day.month, day.day);
  return text;
}

std::optional<Date> parse_date(std::string_view text) {
  Scanner scanner(text);
  chrono::year_month_day day;
  if (!take_date(scanner, day) || !scanner.ended()) return std::nullopt;
  return Date{static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
              static_cast<int>(static_cast<unsigned>(day.day()))};
}

}  // namespace talar
