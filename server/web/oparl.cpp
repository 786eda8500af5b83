#include "server/web/oparl.hpp"

#include <nlohmann/json.hpp>

#include "server/web/oparl_reader.hpp"
#include "server/web/problems.hpp"
#include "server/web/text.hpp"

namespace talar::web {
namespace {

constexpr std::string_view caching = "public, max-age=60";
constexpr std::size_t tag_chars = 32;

/// Where this server is, as whoever asks can reach it.
std::string server_of(const Request& request, const std::optional<PublicUrl>& url) {
  if (url) return url->scheme + "://" + url->host;
  return (request.secure ? "https://" : "http://") + std::string(request.host());
}

Response open_to_all(Response response) {
  response.headers.push_back({"Access-Control-Allow-Origin", "*"});
  response.headers.push_back({"Access-Control-Expose-Headers", "ETag"});
  response.headers.push_back({"Cross-Origin-Resource-Policy", "cross-origin"});
  return response;
}

Response allowed() {
  Response response{.status = 204, .headers = {}, .body = {}};
  response.headers = {{"Allow", "GET, HEAD, OPTIONS"},
                      {"Access-Control-Allow-Methods", "GET, HEAD, OPTIONS"},
                      {"Access-Control-Allow-Headers", "If-None-Match"},
                      {"Access-Control-Max-Age", "86400"}};
  return response;
}

Response found(const Request& request, const exports::OparlJson& json) {
  std::string body = json.dump();
  const std::string tag = '"' + sha256_hex(body).substr(0, tag_chars) + '"';
  Response response = respond(200, "application/json", std::move(body));
  response.headers.push_back({"Cache-Control", std::string(caching)});
  response.headers.push_back({"ETag", tag});
  if (request.header("if-none-match").find(tag) != std::string_view::npos) {
    response.status = 304;
    response.body.reset();
  }
  return response;
}

std::optional<exports::OparlJson> read(OparlReader& reader, const std::vector<std::string_view>& path,
                                       const OparlQuery& query) {
  if (path.size() == 1) return reader.system();
  if (path.size() == 2) return path[1] == "bodies" ? std::optional(reader.bodies(query)) : std::nullopt;
  const std::string id(path[2]);
  if (path.size() == 3) return reader.object(path[1], id);
  if (path.size() == 4 && path[1] == "bodies") return reader.list({id}, path[3], query);
  if (path.size() == 4 && path[1] == "organizations" && path[3] == "meetings") return reader.meetings_of({id}, query);
  return std::nullopt;
}

}  // namespace

Response OparlDesk::answer(const Request& request, std::string_view path) const {
  if (request.method == Method::options) return open_to_all(allowed());
  if (request.method == Method::post)
    return open_to_all(problem(Trouble::method_not_allowed, {.allow = "GET, HEAD, OPTIONS"}));
  const auto query = parse_oparl_query(request.query);
  if (!query) return open_to_all(problem(query.error()));
  if (path.ends_with('/')) path.remove_suffix(1);
  OparlReader reader(archive_, places_, server_of(request, public_url_));
  const auto json = read(reader, split(path, '/'), *query);
  return open_to_all(json ? found(request, *json) : problem(Trouble::not_found));
}

}  // namespace talar::web
