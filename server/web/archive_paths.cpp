#include "server/web/archive_paths.hpp"

#include <algorithm>
#include <array>

#include "server/web/text.hpp"

namespace talar::web {
namespace {

/// Of what stands behind /api/halls/{hall}/.
constexpr std::array<std::string_view, 9> read_subjects{"meetings",         "search",          "resolutions",
                                                        "resolutions.xlsx", "resolutions.csv", "figures",
                                                        "figures.xlsx",     "calendar.ics",    "votes"};

}  // namespace

Work work_of(const Request& request) {
  const std::string_view path = request.path;
  if (request.method == Method::post) return Work::quick;
  if (path.ends_with("/as/pdf")) return Work::printing;
  if (path.ends_with("/replay")) return Work::filming;
  if (path.starts_with("/oparl/") || path.starts_with("/api/calendar/")) return Work::reading;
  const auto parts = split(path, '/');  // "", "api", "halls", hall, subject, and what of it
  const bool is_read = parts.size() > 4 && parts[2] == "halls" && std::ranges::count(read_subjects, parts[4]) > 0;
  return is_read ? Work::reading : Work::quick;
}

}  // namespace talar::web
