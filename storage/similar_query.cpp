#include "storage/similar_query.hpp"

#include <unicode/unistr.h>

#include <algorithm>
#include <array>

#include "storage/fold.hpp"

namespace talar::storage {

namespace {

constexpr std::size_t words_max = 12;  // more only make a query slow
constexpr std::size_t letters_min = 2;

/// Folded. What binds words, and what every agenda is full of.
constexpr std::array stop_words = std::to_array<std::string_view>(
    {"و",    "در", "به",  "از",   "که",  "را",     "با",      "بر",   "تا",   "یا",    "هم",  "این",   "ان",
     "برای", "ها", "های", "هایی", "ای",  "می",     "نمی",     "است",  "شد",   "شود",   "شده", "باید",  "هر",
     "یک",   "دو", "بین", "میان", "نیز", "درباره", "پیرامون", "خصوص", "مورد", "موضوع", "جهت", "بررسی", "ارایه",
     "the",  "of", "and", "to",   "in",  "for",    "on",      "an",   "at",   "with"});

std::vector<std::string> folded_words(std::string_view text, Zwnj zwnj) {
  const Folded folded = fold_mapped(text, zwnj);
  std::vector<std::string> found;
  for (const Word& word : words(folded.text)) {
    std::string& utf8 = found.emplace_back();
    icu::UnicodeString::fromUTF32(reinterpret_cast<const UChar32*>(folded.text.data() + word.from),
                                  static_cast<int32_t>(word.to - word.from))
        .toUTF8String(utf8);
  }
  return found;
}

/// Letters and digits of two bytes or more are one each here, Latin ones too.
bool says_something(const std::string& word) {
  const auto letters = std::ranges::count_if(word, [](char c) { return (c & 0xc0) != 0x80; });
  return letters >= static_cast<std::ptrdiff_t>(letters_min) && std::ranges::count(stop_words, word) == 0;
}

}  // namespace

SimilarQuery::SimilarQuery(std::string_view typed) {
  for (std::size_t at = 0; at < typed.size() && words_.size() < words_max;) {
    const std::size_t from = typed.find_first_not_of(" \n\t", at);
    if (from == std::string_view::npos) break;
    at = std::min(typed.find_first_of(" \n\t", from), typed.size());
    const std::string_view word = typed.substr(from, at - from);
    Spellings spellings;
    for (const Zwnj zwnj : {Zwnj::joins, Zwnj::parts}) {
      for (std::string& spelling : folded_words(word, zwnj))
        if (says_something(spelling) && std::ranges::count(spellings, spelling) == 0)
          spellings.push_back(std::move(spelling));
    }
    if (!spellings.empty() && std::ranges::count(words_, spellings) == 0) words_.push_back(std::move(spellings));
  }
}

std::string SimilarQuery::expression() const {
  std::string expression;
  for (const Spellings& spellings : words_) {
    for (const std::string& spelling : spellings)
      expression += (expression.empty() ? "\"" : " OR \"") + spelling + "\" *";
  }
  return expression;
}

bool SimilarQuery::fits(std::string_view text) const {
  auto there = folded_words(text, Zwnj::joins);
  std::ranges::move(folded_words(text, Zwnj::parts), std::back_inserter(there));
  const auto occurs = [&](const Spellings& spellings) {
    return std::ranges::any_of(spellings, [&](const std::string& spelling) {
      return std::ranges::any_of(there, [&](const std::string& word) { return word.starts_with(spelling); });
    });
  };
  return 2 * std::ranges::count_if(words_, occurs) >= static_cast<std::ptrdiff_t>(words_.size());
}

}  // namespace talar::storage
