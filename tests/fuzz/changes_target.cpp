#include "protocol/text_changes.hpp"
#include "server/live/utf8.hpp"
#include "tests/fuzz/targets.hpp"
#include "tests/unit/protocol/text_model.hpp"

namespace talar::test {
namespace {

/// Any bytes are some text and updates of it: places near one another, a little beyond the end at times.
class Words {
 public:
  explicit Words(Bytes bytes) : bytes_(bytes) {}

  bool over() const { return bytes_.empty(); }
  std::size_t below(std::size_t end) {
    if (over()) return 0;
    const std::size_t value = bytes_.front() % end;
    bytes_ = bytes_.subspan(1);
    return value;
  }
  std::string text(std::size_t most) {
    static constexpr std::string_view characters[] = {"ا",      "ی",      "گ", "a", " ", "\n",     "۱", "\u200c",
                                                      "\u0650", "\u0301", "🌳", "👍", "𐎠", "\u200d", "€", "ß"};
    std::string text;
    for (std::size_t left = below(most + 1); left > 0; --left) text += characters[below(16)];
    return text;
  }
  TextUpdate update() {
    TextUpdate update;
    std::int64_t at = 0;
    for (std::size_t left = below(5); left > 0; --left) {
      const std::int64_t from = at + static_cast<std::int64_t>(below(12)) - 1;
      at = from + static_cast<std::int64_t>(below(6));
      update.changes.push_back({from, at, text(4)});
    }
    return update;
  }

 private:
  Bytes bytes_;
};

std::string joined(const std::string& text) {
  std::string all;
  for (const std::string_view line : lines_of(text)) (all += line) += '\n';
  if (!all.empty()) all.pop_back();
  return all;
}

}  // namespace

void fuzz_changes(Bytes input) {
  Words words(input);
  std::string text = words.text(60);
  while (!words.over()) {
    const TextUpdate update = words.update();
    const auto after = updated(text, update);
    const auto expected = model_updated(units_of(text), update);
    check(after.has_value() == expected.has_value(), "the model takes and refuses the same");
    if (!after) continue;
    check(units_of(*after) == *expected, "and makes the same of it");
    live::Utf8 utf8;
    check(utf8.feed(*after) && utf8.complete(), "characters stay whole");
    const TextUpdate back = difference(*after, text);
    check(back.changes.size() <= 1 && updated(*after, back) == text, "the difference leads back");
    check(joined(*after) == *after, "lines are the text");
    text = *after;
  }
}

}  // namespace talar::test
