#include "server/exports/ooxml_zip.hpp"

#include <zip.h>

#include <memory>
#include <stdexcept>

namespace talar::exports {
namespace {

constexpr zip_uint16_t dos_time = 0, dos_date = (1 << 5) | 1;  // 1980-01-01, the first day a zip archive knows

struct Discarded {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct Freed {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};

[[noreturn]] void fail() {
  throw std::runtime_error("cannot write a zip archive");
}

void add(zip_t* archive, const ZipPart& part) {
  zip_source_t* const source = zip_source_buffer(archive, part.bytes.data(), part.bytes.size(), 0);
  if (!source) fail();
  const zip_int64_t index = zip_file_add(archive, part.name.c_str(), source, ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    zip_source_free(source);
    fail();
  }
  if (zip_file_set_dostime(archive, static_cast<zip_uint64_t>(index), dos_time, dos_date, 0) != 0) fail();
}

std::string read(zip_source_t* source) {
  zip_stat_t stat;
  if (zip_source_stat(source, &stat) != 0 || zip_source_open(source) != 0) fail();
  std::string bytes(stat.size, '\0');
  const zip_int64_t got = zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  if (got != static_cast<zip_int64_t>(bytes.size())) fail();
  return bytes;
}

}  // namespace

std::string zipped(const std::vector<ZipPart>& parts) {
  const std::unique_ptr<zip_source_t, Freed> memory(zip_source_buffer_create(nullptr, 0, 0, nullptr));
  if (!memory) fail();
  std::unique_ptr<zip_t, Discarded> archive(zip_open_from_source(memory.get(), ZIP_CREATE | ZIP_TRUNCATE, nullptr));
  if (!archive) fail();
  zip_source_keep(memory.get());  // the archive would take it with it
  for (const ZipPart& part : parts) add(archive.get(), part);
  if (zip_close(archive.get()) != 0) fail();
  archive.release();
  return read(memory.get());
}

}  // namespace talar::exports
