#include "server/web/spreadsheets.hpp"

#include <algorithm>
#include <iterator>

#include "server/exports/register.hpp"
#include "server/web/problems.hpp"
#include "server/web/records.hpp"
#include "server/web/visitor.hpp"

namespace talar::web {
namespace {

constexpr std::size_t rows_per_page = 200;
constexpr std::size_t rows_max = 10'000;  // of one file: more than a hall keeps at hand

Response file(const std::string& name, exports::Format format, std::string bytes) {
  return respond(200, exports::media_type(format), std::move(bytes))
      .with("Cache-Control", "no-store")
      .with("Content-Disposition", "attachment; filename=\"" + name + "." + std::string(word(format)) + "\"");
}

}  // namespace

Name SpreadsheetDesk::name_of(const HallId& hall) const {
  for (const HallRow& row : archive_.halls())
    if (row.hall == hall) return row.name;
  return hall.value;
}

Response SpreadsheetDesk::resolutions(const Request& request, const HallId& hall, exports::Format format) const {
  QueryReader query(request.query);
  auto terms = register_terms(query);
  if (query.refusal()) return problem(*query.refusal());
  const Instant now = directory_.now();
  const Audience audience = visitor_of(request, accounts_, now).standing(directory_, hall).audience;
  std::vector<RegisterRow> rows;
  do {
    RegisterPage page = archive_.resolutions(hall, terms, audience, now, rows_per_page);
    std::ranges::move(page.rows, std::back_inserter(rows));
    terms.after = page.next;
  } while (terms.after && rows.size() < rows_max);
  return file(
      hall.value + "-resolutions", format,
      format == exports::Format::csv ? exports::register_csv(rows) : exports::register_xlsx(name_of(hall), rows));
}

Response SpreadsheetDesk::figures(const Request& request, const HallId& hall) const {
  const Visitor visitor = visitor_of(request, accounts_, directory_.now());
  if (!visitor.device) return problem(Trouble::signed_out);
  if (!visitor.standing(directory_, hall).member) return problem(Trouble::not_allowed);
  QueryReader query(request.query);
  const std::int64_t year = figures_year(query, directory_.now());
  if (query.refusal()) return problem(*query.refusal());
  const Figures figures = archive_.figures(hall, year, directory_.now());
  return file(hall.value + "-figures-" + std::to_string(year), exports::Format::xlsx,
              exports::figures_xlsx(name_of(hall), figures));
}

}  // namespace talar::web
