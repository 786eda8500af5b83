#include "server/web/zip.hpp"

#include <algorithm>
#include <cstdint>

namespace talar::web {
namespace {

constexpr std::string_view local_mark("PK\x03\x04", 4);
constexpr std::string_view entry_mark("PK\x01\x02", 4);
constexpr std::string_view end_mark("PK\x05\x06", 4);
constexpr std::size_t local_bytes = 30;
constexpr std::size_t entry_bytes = 46;
constexpr std::size_t end_bytes = 22;
constexpr std::size_t comment_bytes_max = 65'535;
constexpr std::size_t names_max = 10'000;

/// Little-endian numbers at fixed places; the caller has checked that they are there.
std::uint32_t number(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint32_t value = 0;
  for (std::size_t i = size; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

/// Of the record behind the directory, which may have a comment behind it.
std::optional<std::size_t> find_end(std::string_view bytes) {
  if (bytes.size() < end_bytes) return std::nullopt;
  const std::size_t last = bytes.size() - end_bytes;
  const std::size_t at = bytes.rfind(end_mark, last);
  if (at == std::string_view::npos || last - at > comment_bytes_max) return std::nullopt;
  return at;
}

}  // namespace

std::optional<std::vector<std::string_view>> zip_names(std::string_view bytes) {
  const auto end = find_end(bytes);
  if (!end) return std::nullopt;
  const std::size_t count = number(bytes, *end + 10, 2);
  std::size_t at = number(bytes, *end + 16, 4);
  if (count > names_max) return std::nullopt;
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < count; ++i) {
    if (at > *end || *end - at < entry_bytes || bytes.substr(at, 4) != entry_mark) return std::nullopt;
    const std::size_t name_bytes = number(bytes, at + 28, 2);
    const std::size_t more_bytes = number(bytes, at + 30, 2) + number(bytes, at + 32, 2);
    if (*end - at - entry_bytes < name_bytes + more_bytes) return std::nullopt;
    names.push_back(bytes.substr(at + entry_bytes, name_bytes));
    at += entry_bytes + name_bytes + more_bytes;
  }
  return names;
}

std::optional<std::string_view> zip_first(std::string_view bytes, std::string_view name) {
  if (bytes.size() < local_bytes || !bytes.starts_with(local_mark)) return std::nullopt;
  const bool is_stored = number(bytes, 8, 2) == 0;
  const std::size_t size = number(bytes, 18, 4);
  const std::size_t begin = local_bytes + number(bytes, 26, 2) + number(bytes, 28, 2);
  if (!is_stored || bytes.substr(local_bytes, number(bytes, 26, 2)) != name) return std::nullopt;
  if (begin > bytes.size() || bytes.size() - begin < size) return std::nullopt;
  return bytes.substr(begin, size);
}

}  // namespace talar::web
