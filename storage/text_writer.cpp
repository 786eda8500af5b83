#include "storage/text_writer.hpp"

#include "protocol/text_changes.hpp"
#include "storage/search_index.hpp"

namespace talar::storage {

TextWriter::Text& TextWriter::text_of(ItemId item) {
  const auto [at, fresh] = texts_.try_emplace(item);
  if (fresh) sql_.first("SELECT text FROM minutes_text WHERE item = ?", std::tuple{item}, at->second.text);
  return at->second;
}

void TextWriter::stamp(const Recorded& recorded, ItemId item, Text& text, std::int64_t version) {
  text.version = version;
  text.at = recorded.at;
  text.by = recorded.actor.person;
  sql_.run("INSERT INTO text_version (item, version, seq) VALUES (?, ?, ?)", item, version, recorded.seq);
}

void TextWriter::write(const Recorded& recorded, const TextEdited& e) {
  Text& text = text_of(e.item);
  for (const TextUpdate& update : e.updates) {
    auto next = updated(text.text, update);
    if (!next)
      throw StorageError("an update of item " + e.item.text() + " does not fit its text",
                         StorageError::Outcome::refused);
    text.text = std::move(*next);
  }
  stamp(recorded, e.item, text, e.version);
}

void TextWriter::write(const Recorded& recorded, const MinutesWritten& e) {
  Text& text = texts_[e.item];
  text.text = e.text;
  stamp(recorded, e.item, text, e.version);
}

void TextWriter::finish() {
  for (const auto& [item, text] : texts_) {
    // Nothing is left of an item that was removed in the same transaction.
    const int written = sql_.run(
        "INSERT INTO minutes_text (item, text, version, at, person) "
        "SELECT item, ?2, ?3, ?4, ?5 FROM agenda_item WHERE item = ?1 "
        "ON CONFLICT DO UPDATE SET text = excluded.text, version = excluded.version, at = excluded.at, "
        "person = excluded.person",
        item, text.text, text.version, text.at, text.by);
    if (written > 0) search_for_lines(sql_, item, text.text);
  }
  texts_.clear();
}

}  // namespace talar::storage
