#include "storage/seal.hpp"

#include "protocol/codec.hpp"
#include "storage/archive_query.hpp"
#include "storage/chain.hpp"
#include "storage/files.hpp"

namespace talar::storage {

std::optional<std::string> canonical_text(std::int64_t form, MeetingRecord record) {
  if (form != seal_form) return std::nullopt;
  record.summary.published = false;
  record.summary.record = record.life.state = RecordState::approved;
  record.life.sealed_at.reset();
  record.life.seal.reset();
  record.life.reason.reset();
  record.life.addenda.clear();
  for (RecordItem& item : record.items) item.carried_to.reset();
  record.chain.clear();
  return to_json_text(record);
}

std::string sealed_text(const std::string& canonical, const std::string& chain) {
  return canonical + "\n" + chain;
}

std::string seal_digest(const std::string& canonical, const std::string& chain) {
  return file_digest(sealed_text(canonical, chain));
}

std::optional<Seal> find_sealable(Sql& sql, const HallId& hall, MeetingId meeting) {
  auto record = find_record(sql, hall, meeting, Sight(Audience::staff));
  if (!record) return std::nullopt;
  Seal seal;
  seal.form = seal_form;
  seal.chain = record->chain;
  sql.first("SELECT seq FROM meeting WHERE meeting = ?", std::tuple{meeting}, seal.seq.value);
  seal.digest = seal_digest(canonical_text(seal_form, std::move(*record)).value(), seal.chain);
  return seal;
}

std::optional<std::string> find_sealed_text(Sql& sql, const HallId& hall, MeetingId meeting) {
  auto record = find_record(sql, hall, meeting, Sight(Audience::staff));
  if (!record || !record->life.seal) return std::nullopt;
  const Seal seal = *record->life.seal;
  const auto canonical = canonical_text(seal.form, std::move(*record));
  return canonical ? std::optional(sealed_text(*canonical, seal.chain)) : std::nullopt;
}

std::optional<SealCheck> find_seal_check(Sql& sql, const HallId& hall, MeetingId meeting) {
  auto record = find_record(sql, hall, meeting, Sight(Audience::staff));
  if (!record || !record->life.seal) return std::nullopt;
  SealCheck check;
  check.hall = hall;
  check.hall_name = record->hall;
  check.meeting = meeting;
  check.number = record->summary.number;
  check.term = record->summary.term;
  check.opened_at = record->summary.opened_at.value_or(record->summary.content.starts_at);
  check.sealed_at = record->life.sealed_at.value();
  check.seal = *record->life.seal;
  check.addenda = static_cast<std::int64_t>(record->life.addenda.size());
  Chain chain{};
  sql.first("SELECT chain FROM event WHERE hall = ? AND seq = ?", std::tuple{hall, check.seal.seq}, chain);
  const auto canonical = canonical_text(check.seal.form, std::move(*record));
  check.holds = canonical && check.seal.chain == chain_text(chain) &&
                check.seal.digest == seal_digest(*canonical, check.seal.chain);
  return check;
}

}  // namespace talar::storage
