#include "protocol/text_changes.hpp"

#include <algorithm>

namespace talar {
namespace {

bool begins_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xc0) != 0x80;
}

/// Of the character that begins with this byte. Beyond U+FFFF a character has four bytes and is two units.
std::int64_t units_of(char first_byte) {
  return static_cast<unsigned char>(first_byte) >= 0xf0 ? 2 : 1;
}

std::int64_t units_in(std::string_view text) {
  std::int64_t units = 0;
  for (const char byte : text)
    if (begins_character(byte)) units += units_of(byte);
  return units;
}

/// Goes through a text from its beginning.
class Walk {
 public:
  explicit Walk(std::string_view text) : text_(text) {}

  /// On to the place; false when there is none such ahead.
  bool to(std::int64_t unit) {
    while (at_ < text_.size() && (unit_ < unit || !begins_character(text_[at_]))) {
      if (begins_character(text_[at_])) unit_ += units_of(text_[at_]);
      ++at_;
    }
    while (at_ < text_.size() && !begins_character(text_[at_])) ++at_;
    return unit_ == unit;
  }
  std::size_t at() const { return at_; }

 private:
  std::string_view text_;
  std::size_t at_ = 0;     // bytes
  std::int64_t unit_ = 0;  // the same place
};

}  // namespace

std::optional<std::string> updated(std::string_view text, const TextUpdate& update) {
  std::string result;
  Walk walk(text);
  std::size_t copied = 0;
  for (const TextChange& change : update.changes) {
    if (change.to < change.from || !walk.to(change.from)) return std::nullopt;
    result += text.substr(copied, walk.at() - copied);
    result += change.insert.value;
    if (!walk.to(change.to)) return std::nullopt;
    copied = walk.at();
  }
  result += text.substr(copied);
  return result;
}

TextUpdate difference(std::string_view before, std::string_view after) {
  if (before == after) return {};
  std::size_t same = static_cast<std::size_t>(std::ranges::mismatch(before, after).in1 - before.begin());
  while (same > 0 && ((same < before.size() && !begins_character(before[same])) ||
                      (same < after.size() && !begins_character(after[same]))))
    --same;
  const std::size_t most = std::min(before.size(), after.size()) - same;
  std::size_t tail = 0;
  while (tail < most && before[before.size() - tail - 1] == after[after.size() - tail - 1]) ++tail;
  while (tail > 0 && !begins_character(before[before.size() - tail])) --tail;
  const std::int64_t from = units_in(before.substr(0, same));
  const std::int64_t to = from + units_in(before.substr(same, before.size() - same - tail));
  return {{TextChange{from, to, after.substr(same, after.size() - same - tail)}}};
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  if (text.empty()) return lines;
  while (true) {
    const std::size_t end = text.find('\n');
    lines.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return lines;
    text.remove_prefix(end + 1);
  }
}

std::size_t chars_of(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, begins_character));
}

std::size_t inserted_chars(const RecentUpdate& update) {
  std::size_t chars = 0;
  for (const TextChange& change : update.changes) chars += chars_of(change.insert.value);
  return chars;
}

}  // namespace talar
