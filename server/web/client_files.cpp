#include "server/web/client_files.hpp"

#include <array>
#include <fstream>
#include <iterator>
#include <set>
#include <stdexcept>
#include <utility>

#include "server/web/problems.hpp"
#include "server/web/text.hpp"

namespace talar::web {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 16> types{{
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".json", "application/json"},
    {".webmanifest", "application/manifest+json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".webp", "image/webp"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
    {".mp3", "audio/mpeg"},
    {".ogg", "audio/ogg"},
    {".wav", "audio/wav"},
    {".txt", "text/plain; charset=utf-8"},
    {".map", "application/json"},
}};

std::string_view type_of(std::string_view path) {
  for (const auto& [ending, type] : types)
    if (path.ends_with(ending)) return type;
  return "application/octet-stream";
}

std::string read(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  if (!in) throw std::runtime_error("cannot read " + file.string());
  return bytes;
}

/// Accepts "gzip, br;q=0.9"; "br;q=0" declines.
bool accepts(const Request& request, std::string_view coding) {
  for (const std::string_view entry : split(request.header("accept-encoding"), ',')) {
    const auto parts = split(entry, ';');
    if (lower(trim(parts.front())) != coding) continue;
    const std::string weight = parts.size() > 1 ? lower(trim(parts[1])) : "q=1";
    return weight.find_first_of("123456789") != std::string::npos;
  }
  return false;
}

bool holds(std::string_view if_none_match, std::string_view etag) {
  for (std::string_view entry : split(if_none_match, ',')) {
    entry = trim(entry);
    if (entry.starts_with("W/")) entry.remove_prefix(2);  // a proxy may have weakened it
    if (entry == etag || entry == "*") return true;
  }
  return false;
}

constexpr std::string_view not_built =
    "<!doctype html><html lang=\"fa\" dir=\"rtl\"><meta charset=\"utf-8\"><title>تالار</title>"
    "<h1>برنامهٔ تالار هنوز ساخته نشده است</h1>"
    "<p>این سرور کار می‌کند، ولی پوشهٔ فایل‌های برنامه را "
    "نمی‌یابد.</p>"
    "<p lang=\"en\" dir=\"ltr\">The server runs, but the client has not been built. Start it with "
    "<code>server/run</code>, "
    "or name the built client's folder: <code>talar serve --client DIR</code>.</p></html>";

}  // namespace

bool is_screen(std::string_view path) {
  if (path == "/" || path == "/join") return true;
  const auto parts = split(path, '/');  // "", "hall", id, screen, more
  if (parts.size() < 3 || parts[1] != "hall" || parts[2].empty()) return false;
  if (parts.size() == 3) return true;
  static const std::set<std::string_view> screens{"observe", "display",     "kiosk",  "archive",
                                                  "search",  "resolutions", "figures"};
  static const std::set<std::string_view> screens_of_one{"archive", "help", "votes", "seal"};
  if (parts.size() == 4) return screens.contains(parts[3]);
  if (parts.size() == 5) return screens_of_one.contains(parts[3]);
  return parts.size() == 6 && parts[3] == "archive" && parts[5] == "replay";
}

ClientFiles::ClientFiles(const std::filesystem::path& directory) {
  namespace fs = std::filesystem;
  if (!fs::is_directory(directory)) return;
  for (const auto& entry : fs::recursive_directory_iterator(directory)) {
    if (!entry.is_regular_file()) continue;
    const std::string path = "/" + fs::relative(entry.path(), directory).generic_string();
    if (path.ends_with(".br") || path.ends_with(".gz")) continue;

    const std::string bytes = read(entry.path());
    const std::string hash = sha256_hex(bytes).substr(0, 32);
    const auto variant = [&](const char* ending) -> Variant {
      const fs::path compressed = entry.path().string() + ending;
      if (!fs::is_regular_file(compressed)) return {};
      return {std::make_shared<const std::string>(read(compressed)), '"' + hash + ending + '"'};
    };
    files_[path] = {.type = type_of(path),
                    // Vite puts a hash into the name of everything below /assets/: those bytes never change.
                    .caching = path.starts_with("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
                    .plain = {std::make_shared<const std::string>(bytes), '"' + hash + '"'},
                    .brotli = variant(".br"),
                    .gzip = variant(".gz")};
  }
}

Response ClientFiles::answer(const Request& request) const {
  if (request.method == Method::post) return problem(Trouble::method_not_allowed, {.allow = "GET, HEAD"});
  if (const auto file = files_.find(request.path); file != files_.end()) return give(file->second, request);
  if (!is_screen(request.path)) return problem(Trouble::not_found);
  const auto page = files_.find("/index.html");
  if (page != files_.end()) return give(page->second, request);
  return respond(503, "text/html; charset=utf-8", std::string(not_built)).with("Cache-Control", "no-store");
}

Response ClientFiles::give(const File& file, const Request& request) {
  const bool brotli = file.brotli.bytes && accepts(request, "br");
  const bool gzip = !brotli && file.gzip.bytes && accepts(request, "gzip");
  const Variant& variant = brotli ? file.brotli : gzip ? file.gzip : file.plain;

  Response response;
  response.headers = {{"Cache-Control", std::string(file.caching)}, {"ETag", variant.etag}};
  if (file.brotli.bytes || file.gzip.bytes) response.headers.push_back({"Vary", "Accept-Encoding"});
  if (holds(request.header("if-none-match"), variant.etag)) {
    response.status = 304;
    return response;
  }
  response.headers.push_back({"Content-Type", std::string(file.type)});
  if (brotli || gzip) response.headers.push_back({"Content-Encoding", brotli ? "br" : "gzip"});
  response.body = variant.bytes;
  return response;
}

}  // namespace talar::web
