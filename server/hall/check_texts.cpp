#include "protocol/text_changes.hpp"
#include "server/hall/assert.hpp"
#include "server/hall/records.hpp"

namespace talar::hall {
namespace {

void check_recent(const MinutesText& text) {
  std::int64_t version = text.version - static_cast<std::int64_t>(text.recent.size());
  std::size_t chars = 0;
  for (const auto& [led_to, update] : text.recent) {
    TALAR_ASSERT("MIN-14", led_to == ++version);
    chars += inserted_chars(update);
  }
  TALAR_ASSERT("MIN-14", text.recent_chars == chars);
  TALAR_ASSERT("MIN-14", text.recent.size() <= limits::recent_updates);
  TALAR_ASSERT("MIN-14", chars <= limits::recent_chars || text.recent.size() == 1);
}

}  // namespace

void check_texts(const Record& record) {
  for (const auto& [item, text] : record.texts) {
    TALAR_ASSERT("MIN-13", chars_of(text.text) <= limits::minutes_chars);
    TALAR_ASSERT("MIN-1", text.version > 0 || (text.text.empty() && !text.by));
    check_recent(text);
  }
}

}  // namespace talar::hall
