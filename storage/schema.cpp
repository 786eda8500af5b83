#include "storage/schema.hpp"

#include "storage/migrations.hpp"
#include "storage/rebuild.hpp"
#include "storage/sql.hpp"

namespace talar::storage {

namespace {

constexpr std::int64_t application_id = 0x54414C52;  // "TALR", in the file's header

}  // namespace

SchemaVersion schema_version(Sql& sql) {
  std::int64_t version = 0;
  std::int64_t application = 0;
  std::int64_t tables = 0;
  sql.first("PRAGMA user_version", std::tuple{}, version);
  sql.first("PRAGMA application_id", std::tuple{}, application);
  sql.first("SELECT count(*) FROM sqlite_schema", std::tuple{}, tables);
  return {static_cast<int>(version), application == application_id || (application == 0 && tables == 0)};
}

void migrate(Sql& sql) {
  const auto all = migrations();
  const auto before = static_cast<std::size_t>(schema_version(sql).version);
  if (before >= all.size()) return;
  Transaction transaction(sql, Transaction::Kind::write);
  for (auto version = before; version < all.size(); ++version) sql.script(all[version].script);
  // What new tables and columns say has been in the journal all along.
  if (before > 0) refill(sql);
  sql.script("PRAGMA application_id = " + std::to_string(application_id) +
             "; PRAGMA user_version = " + std::to_string(all.size()));
  transaction.commit();
}

const std::vector<std::string_view>& archive_tables() {
  static const std::vector<std::string_view> tables = {"proposal",
                                                       "working_group",
                                                       "referral",
                                                       "search_index",
                                                       "search_entry",
                                                       "search_item",
                                                       "resolution_due",
                                                       "resolution_step",
                                                       "resolution_responsible",
                                                       "resolution",
                                                       "text_version",
                                                       "minutes_text",
                                                       "minutes_entry",
                                                       "record_correction",
                                                       "record_signature",
                                                       "record_addendum",
                                                       "correction",
                                                       "collector",
                                                       "ballot",
                                                       "elector",
                                                       "vote",
                                                       "speech",
                                                       "floor_request",
                                                       "item_option",
                                                       "item_link",
                                                       "attachment",
                                                       "recusal",
                                                       "agenda_item",
                                                       "substitution",
                                                       "closed_part",
                                                       "presence",
                                                       "attendee",
                                                       "meeting",
                                                       "member",
                                                       "hall"};
  return tables;
}

}  // namespace talar::storage
