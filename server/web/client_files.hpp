// The built client, read into memory once: small (some hundred KB), and the disk is never asked again.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "server/web/http.hpp"

namespace talar::web {

class ClientFiles {
 public:
  ClientFiles() = default;
  /// Every file below `directory`, with `.br` and `.gz` beside a file as its compressed variants. An absent directory
  /// gives an empty client.
  explicit ClientFiles(const std::filesystem::path& directory);

  bool built() const { return files_.contains("/index.html"); }
  std::size_t size() const { return files_.size(); }
  /// The file of this path, or the single page for the addresses of its screens; a problem otherwise.
  Response answer(const Request& request) const;

 private:
  struct Variant {
    Body bytes;
    std::string etag;
  };
  struct File {
    std::string_view type;
    std::string_view caching;
    Variant plain, brotli, gzip;  // the compressed ones may be empty
  };

  static Response give(const File& file, const Request& request);

  std::map<std::string, File, std::less<>> files_;  // by path, "/assets/index-Bx1.js"
};

/// Addresses that the client's own router understands.
bool is_screen(std::string_view path);

}  // namespace talar::web
