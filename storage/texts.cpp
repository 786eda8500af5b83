#include "storage/texts.hpp"

#include "protocol/text_changes.hpp"
#include "storage/event_table.hpp"

namespace talar::storage {
namespace {

/// Goes through a text's events, for a text that was written whole says nothing of its changes.
class Reader {
 public:
  Reader(std::int64_t since, const TextPage& page) : since_(since), page_(page) {}

  TextUpdates result;

  void operator()(const TextEdited& e) {
    for (const TextUpdate& update : e.updates) {
      text_ = updated(text_, update).value();
      take({e.client, update.changes});
    }
  }
  void operator()(const MinutesWritten& e) {
    TextUpdate update = difference(text_, e.text.value);
    text_ = e.text.value;
    take({e.client.value_or(EditorId{no_editor}), std::move(update.changes)});
  }
  void operator()(const auto&) {}

 private:
  void take(RecentUpdate update) {
    ++version_;
    if (version_ <= since_ || result.more) return;
    chars_ += inserted_chars(update);
    const bool full = result.updates.size() >= page_.updates || chars_ > page_.chars;
    if (full && !result.updates.empty()) {
      result.more = true;
      return;
    }
    result.updates.push_back(std::move(update));
    result.version = version_;
  }

  const std::int64_t since_;
  const TextPage& page_;
  std::string text_;
  std::int64_t version_ = 0;
  std::size_t chars_ = 0;
};

}  // namespace

std::optional<TextUpdates> text_updates(const Database& database, const HallId& hall, ItemId item, std::int64_t since,
                                        const TextPage& page) {
  const auto sql = database.connect_to_read();
  const Transaction snapshot(*sql, Transaction::Kind::read);
  std::int64_t one = 0;
  if (!sql->first("SELECT 1 FROM agenda_item JOIN meeting USING (meeting) WHERE item = ? AND hall = ?",
                  std::tuple{item, hall}, one))
    return std::nullopt;
  Reader reader(since, page);
  reader.result.version = since;
  Rows rows = sql->query(events_of_text, item, hall);
  EventRow row;
  Chain chain;
  while (!reader.result.more && next_event(rows, row, chain)) std::visit(reader, from_row(row).event);
  return std::move(reader.result);
}

}  // namespace talar::storage
