#include "storage/verify_seals.hpp"

#include "storage/archive_life.hpp"
#include "storage/chain.hpp"
#include "storage/seal.hpp"

namespace talar::storage {

namespace {

struct Sealed {
  HallId hall;
  MeetingId meeting;
  std::int64_t number = 0;
};

/// Whether the record, as this database tells it, is what was sealed.
bool holds(Sql& sql, const Sealed& sealed, const Seal& seal) {
  auto record = find_record(sql, sealed.hall, sealed.meeting, Sight(Audience::staff));
  if (!record) return false;
  const auto canonical = canonical_text(seal.form, std::move(*record));
  return canonical && seal_digest(*canonical, seal.chain) == seal.digest;
}

bool is_of_journal(Sql& archive, const Sealed& sealed, const Seal& seal) {
  Chain chain{};
  return archive.first("SELECT chain FROM event WHERE hall = ? AND seq = ?", std::tuple{sealed.hall, seal.seq},
                       chain) &&
         chain_text(chain) == seal.chain;
}

}  // namespace

std::vector<Finding> check_seals(Sql& journal, Sql& archive) {
  std::vector<Sealed> all;
  {
    Rows rows = journal.query("SELECT hall, meeting, number FROM meeting WHERE seal IS NOT NULL ORDER BY hall, number");
    while (rows.next()) {
      Sealed& sealed = all.emplace_back();
      rows.into(sealed.hall, sealed.meeting, sealed.number);
    }
  }
  std::vector<Finding> findings;
  for (const Sealed& sealed : all) {
    const Seal seal = find_life(journal, sealed.meeting, Sight(Audience::staff)).seal.value();
    const auto find = [&](const std::string& why) {
      findings.push_back({sealed.hall,
                          {},
                          "the record of meeting " + std::to_string(sealed.number) + " (" + sealed.meeting.text() +
                              ") is not what was sealed: " + why});
    };
    if (!holds(journal, sealed, seal)) find("its events say something else");
    if (!holds(archive, sealed, seal)) find("the archive says something else");
    if (!is_of_journal(archive, sealed, seal)) find("the journal's chain was another one");
  }
  return findings;
}

}  // namespace talar::storage
