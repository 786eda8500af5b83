#include "storage/search_query.hpp"

#include <unicode/unistr.h>

#include <algorithm>
#include <array>

#include "storage/fold.hpp"

namespace talar::storage {

namespace {

constexpr std::size_t terms_max = 12;         // more only make a query slow
constexpr std::size_t beginning_letters = 2;  // half of all words begin with one of a few letters
constexpr std::size_t snippet_units = 200;
constexpr std::size_t lead_units = 60;  // before the first match

struct Span {
  std::size_t from = 0;
  std::size_t to = 0;
};

/// A word, or what stands between quotation marks.
struct Typed {
  std::string_view text;
  bool beginning = false;
};

/// Takes a query apart.
class Reader {
 public:
  explicit Reader(std::string_view typed) : typed_(typed) {}

  std::optional<Typed> next() {
    at_ = typed_.find_first_not_of(blanks, at_);
    if (at_ == std::string_view::npos) return std::nullopt;
    for (const auto& [open, close] : quotes)
      if (typed_.substr(at_).starts_with(open)) return phrase(open.size(), close);
    const std::size_t end = std::min(typed_.find_first_of(blanks, at_), typed_.size());
    Typed word{typed_.substr(at_, end - at_)};
    at_ = end;
    // A space after the last word says that it is whole.
    word.beginning = end == typed_.size() || word.text.ends_with('*');
    return word;
  }

 private:
  static constexpr std::string_view blanks = " \n\t";
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 3> quotes{
      {{"\"", "\""}, {"«", "»"}, {"“", "”"}}};

  Typed phrase(std::size_t open, std::string_view close) {
    const std::size_t from = at_ + open;
    const std::size_t end = typed_.find(close, from);
    if (end == std::string_view::npos) {  // still being typed
      at_ = typed_.size();
      return {typed_.substr(from), true};
    }
    at_ = end + close.size();
    const bool star = typed_.substr(at_).starts_with('*');
    at_ += star ? 1 : 0;
    return {typed_.substr(from, end - from), star};
  }

  const std::string_view typed_;
  std::size_t at_ = 0;
};

std::vector<std::u32string> phrase_of(std::string_view typed, Zwnj zwnj) {
  const Folded folded = fold_mapped(typed, zwnj);
  std::vector<std::u32string> phrase;
  for (const Word& word : words(folded.text)) phrase.push_back(folded.text.substr(word.from, word.to - word.from));
  return phrase;
}

std::string quoted(const std::vector<std::u32string>& phrase, bool beginning) {
  icu::UnicodeString text;
  for (const auto& word : phrase) {
    if (!text.isEmpty()) text.append(u' ');
    for (const char32_t c : word) text.append(static_cast<UChar32>(c));
  }
  std::string quoted = "\"";
  text.toUTF8String(quoted);
  return quoted + (beginning ? "\" *" : "\"");
}

// Where `phrase` stands in a folded text, in UTF-16 units of the original.
void find_phrase(const Folded& text, const std::vector<Word>& in, const std::vector<std::u32string>& phrase,
                 bool beginning, std::vector<Span>& found) {
  if (phrase.empty()) return;
  for (std::size_t start = 0; start + phrase.size() <= in.size(); ++start) {
    bool fits = true;
    for (std::size_t i = 0; fits && i < phrase.size(); ++i) {
      const Word& word = in[start + i];
      const auto here = std::u32string_view(text.text).substr(word.from, word.to - word.from);
      fits = beginning && i + 1 == phrase.size() ? here.starts_with(phrase[i]) : here == phrase[i];
    }
    if (fits)
      found.push_back({text.origins[in[start].from].from, text.origins[in[start + phrase.size() - 1].to - 1].to});
  }
}

std::vector<Span> merged(std::vector<Span> spans) {
  std::sort(spans.begin(), spans.end(), [](Span a, Span b) { return a.from < b.from; });
  std::vector<Span> merged;
  for (const Span span : spans) {
    if (!merged.empty() && span.from <= merged.back().to)
      merged.back().to = std::max(merged.back().to, span.to);
    else
      merged.push_back(span);
  }
  return merged;
}

bool is_space(const icu::UnicodeString& text, std::size_t unit) {
  const char16_t c = text.charAt(static_cast<int32_t>(unit));
  return c == u' ' || c == u'\n';
}

// Cut between words, as near to the wish as possible.
Span piece_around(const icu::UnicodeString& text, Span first) {
  const auto size = static_cast<std::size_t>(text.length());
  Span piece{0, size};
  if (size <= snippet_units) return piece;
  if (first.from > lead_units) {
    piece.from = first.from - lead_units;
    while (piece.from < first.from && !is_space(text, piece.from - 1)) ++piece.from;
  }
  if (size > piece.from + snippet_units) {
    piece.to = std::max(piece.from + snippet_units, first.to);
    while (piece.to > first.to && piece.to < size && !is_space(text, piece.to)) --piece.to;
  }
  return piece;
}

}  // namespace

SearchQuery::SearchQuery(std::string_view typed) {
  Reader reader(typed);
  while (terms_.size() < terms_max) {
    const auto typed_term = reader.next();
    if (!typed_term) break;
    Term term{phrase_of(typed_term->text, Zwnj::joins), phrase_of(typed_term->text, Zwnj::parts), false};
    if (term.joined.empty()) continue;
    term.beginning = typed_term->beginning && term.joined.back().size() >= beginning_letters;
    if (term.parted == term.joined) term.parted.clear();
    terms_.push_back(std::move(term));
  }
}

std::string SearchQuery::expression() const {
  std::string expression;
  for (const Term& term : terms_) {
    if (!expression.empty()) expression += " AND ";
    expression += "(" + quoted(term.joined, term.beginning);
    if (!term.parted.empty()) expression += " OR " + quoted(term.parted, term.beginning);
    expression += ")";
  }
  return expression;
}

SearchQuery::Snippet SearchQuery::snippet(const std::string& original) const {
  std::vector<Span> spans;
  for (const Zwnj zwnj : {Zwnj::joins, Zwnj::parts}) {
    const Folded folded = fold_mapped(original, zwnj);
    const auto in = words(folded.text);
    for (const Term& term : terms_) {
      find_phrase(folded, in, term.joined, term.beginning, spans);
      find_phrase(folded, in, term.parted, term.beginning, spans);
    }
  }
  spans = merged(std::move(spans));

  const auto text = icu::UnicodeString::fromUTF8(original);
  const Span piece = piece_around(text, spans.empty() ? Span{} : spans.front());
  icu::UnicodeString cut = text.tempSubStringBetween(static_cast<int32_t>(piece.from), static_cast<int32_t>(piece.to));
  std::size_t shift = piece.from;
  if (piece.from > 0) cut.insert(0, u"… ", 2), shift -= 2;
  if (piece.to < static_cast<std::size_t>(text.length())) cut.append(u" …", 2);

  Snippet snippet;
  cut.toUTF8String(snippet.text);
  for (const Span span : spans)
    if (span.from >= piece.from && span.to <= piece.to)
      snippet.marks.push_back(
          {static_cast<std::int64_t>(span.from - shift), static_cast<std::int64_t>(span.to - shift)});
  return snippet;
}

}  // namespace talar::storage
