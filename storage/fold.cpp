#include "storage/fold.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <stdexcept>

namespace talar::storage {

namespace {

constexpr char32_t zwnj_sign = 0x200C;
constexpr char32_t dropped = 0;

// The folding table, after compatibility decomposition (NFKD), which has already taken presentation forms, superscripts
// and full-width letters apart, and آ أ إ ؤ ئ ۀ into a letter and a mark. client-web keeps the same one.
char32_t fold_one(char32_t c) {
  switch (c) {
    case U'ي':
    case U'ى':
      return U'ی';
    case U'ك':
      return U'ک';
    case U'ة':
    case U'ە':
    case U'ہ':
      return U'ه';  // Arabic teh marbuta, Kurdish and Urdu heh
    case U'ٱ':
      return U'ا';
    case U'ـ':
      return dropped;  // tatweel
    default:
      break;
  }
  if (c >= U'٠' && c <= U'٩') return U'0' + (c - U'٠');
  if (c >= U'۰' && c <= U'۹') return U'0' + (c - U'۰');
  const auto category = u_charType(static_cast<UChar32>(c));
  // Marks are spelling aids (tashkeel, hamza above, accents); format characters are not seen at all.
  if (category == U_NON_SPACING_MARK || category == U_FORMAT_CHAR) return dropped;
  return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
}

const icu::Normalizer2& decomposition() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU has no NFKD data");
  return *nfkd;
}

// Calls take(folded code point, from, to) in order; from and to are UTF-16 units of the original. A code point at a
// time is enough: what depends on its neighbours in NFKD is only the order of marks, and they are dropped.
template <class Take, class Drop>
void fold_each(std::string_view utf8, Zwnj zwnj, Take take, Drop drop) {
  static const icu::Normalizer2& nfkd = decomposition();
  icu::UnicodeString parts;
  std::size_t unit = 0;
  const auto size = static_cast<int32_t>(utf8.size());
  for (int32_t i = 0; i < size;) {
    UChar32 c;
    U8_NEXT_OR_FFFD(utf8.data(), i, size, c);
    const std::size_t next = unit + U16_LENGTH(c);
    if (static_cast<char32_t>(c) == zwnj_sign) {
      if (zwnj == Zwnj::parts) take(U' ', unit, next);
    } else if (c < 0x80) {
      take(static_cast<char32_t>(u_tolower(c)), unit, next);
    } else {
      if (!nfkd.getDecomposition(c, parts)) parts.setTo(c);
      bool taken = false;
      for (int32_t p = 0; p < parts.length(); p = parts.moveIndex32(p, 1)) {
        const char32_t folded = fold_one(static_cast<char32_t>(parts.char32At(p)));
        if (folded != dropped) take(folded, unit, next), taken = true;
      }
      if (!taken) drop(next);
    }
    unit = next;
  }
}

void append_utf8(std::string& text, char32_t c) {
  std::uint8_t bytes[U8_MAX_LENGTH];
  int32_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, c);
  text.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
}

// As the index's tokenizer (unicode61) sees it.
bool in_word(char32_t c) {
  return (U_MASK(u_charType(static_cast<UChar32>(c))) & (U_GC_L_MASK | U_GC_N_MASK | U_GC_CO_MASK)) != 0;
}

}  // namespace

std::string fold(std::string_view utf8, Zwnj zwnj) {
  std::string folded;
  folded.reserve(utf8.size());
  fold_each(
      utf8, zwnj, [&](char32_t c, std::size_t, std::size_t) { append_utf8(folded, c); }, [](std::size_t) {});
  return folded;
}

Folded fold_mapped(std::string_view utf8, Zwnj zwnj) {
  Folded folded;
  fold_each(
      utf8, zwnj,
      [&](char32_t c, std::size_t from, std::size_t to) {
        folded.text.push_back(c);
        folded.origins.push_back({from, to});
      },
      // A dropped mark belongs to the letter that carries it, so that a highlight never parts the two.
      [&](std::size_t to) {
        if (!folded.origins.empty()) folded.origins.back().to = to;
      });
  return folded;
}

std::vector<Word> words(std::u32string_view folded) {
  std::vector<Word> found;
  for (std::size_t i = 0; i < folded.size(); ++i) {
    if (!in_word(folded[i])) continue;
    if (found.empty() || found.back().to != i) found.push_back({i, i});
    found.back().to = i + 1;
  }
  return found;
}

}  // namespace talar::storage
