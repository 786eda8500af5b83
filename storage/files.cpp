#include "storage/files.hpp"

#include "storage/file_bytes.hpp"
#include "storage/secrets.hpp"
#include "storage/sql.hpp"

namespace talar::storage {

Files::Files(const Database& database) : database_(database), write_(database.connect()) {
  write_->run("DELETE FROM file WHERE digest NOT IN (SELECT digest FROM attachment)");
}

Files::~Files() = default;

void Files::keep(const std::string& digest, std::string_view bytes) {
  const std::lock_guard lock(mutex_);
  // A statement of its own is a transaction: the journal waits while it writes, some 100 ms for the largest file.
  write_->run("INSERT INTO file (digest, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING", digest, BytesToKeep{bytes});
}

std::optional<std::string> Files::bytes(const std::string& digest) const {
  const auto sql = database_.connect_to_read();
  KeptBytes kept;
  if (!sql->first("SELECT bytes FROM file WHERE digest = ?", std::tuple{digest}, kept)) return std::nullopt;
  return std::move(kept.bytes);
}

std::string file_digest(std::string_view bytes) {
  static constexpr char hex[] = "0123456789abcdef";
  std::string text;
  for (const std::uint8_t byte : digest(bytes)) text += {hex[byte >> 4], hex[byte & 15]};
  return text;
}

}  // namespace talar::storage
