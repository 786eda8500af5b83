#include "server/web/records.hpp"

#include "protocol/codec.hpp"
#include "server/web/problems.hpp"
#include "server/web/text.hpp"
#include "server/web/visitor.hpp"
#include "storage/jalali.hpp"

namespace talar::web {
namespace {

constexpr std::size_t meetings_per_page = 30;
constexpr std::size_t hits_per_page = 20;
constexpr std::size_t resolutions_per_page = 30;
constexpr std::int64_t offset_max = 10'000;
constexpr std::int64_t number_max = 1'000'000;  // of a meeting
constexpr std::int64_t year_min = 1348;         // Jalali: 1970 to 2200, as everywhere (P-8)
constexpr std::int64_t year_max = 1579;
constexpr std::size_t query_bytes_max = 400;
constexpr std::size_t title_bytes_max = 1'200;  // of the longest title in Persian
constexpr std::size_t similar_max = 8;

Refusal too_long(std::size_t bytes_max) {
  return {RefusalCode::out_of_bounds, "q", "at most " + std::to_string(bytes_max) + " bytes", {}};
}

}  // namespace

Audience RecordsDesk::audience(const Request& request, const HallId& hall) {
  return visitor_of(request, accounts_, directory_.now()).standing(directory_, hall).audience;
}

storage::RegisterTerms register_terms(QueryReader& query) {
  return {.state = query.word<storage::RegisterState>("state"),
          .person = query.person("person"),
          .group = query.hall("group"),
          .from = query.day("from"),
          .to = query.day("to"),
          .words = query.text("q", query_bytes_max),
          .after = query_value(query.query(), "after")};
}

std::int64_t figures_year(QueryReader& query, Instant now) {
  return query.number("year", year_min, year_max).value_or(storage::jalali_month(now).year);
}

Response RecordsDesk::meetings(const Request& request, const HallId& hall) {
  const auto after = query_value(request.query, "after");
  return respond_json(to_json_text(archive_.meetings(hall, audience(request, hall), after, meetings_per_page)));
}

Response RecordsDesk::record(const Request& request, const HallId& hall, std::string_view meeting) {
  const auto id = id_value(meeting);
  if (!id) return problem(Trouble::no_such_meeting);
  const auto record = archive_.record(hall, MeetingId{*id}, audience(request, hall));
  return record ? respond_json(to_json_text(*record)) : problem(Trouble::no_such_meeting);
}

Response RecordsDesk::search(const Request& request, const HallId& hall) {
  QueryReader query(request.query);
  const storage::SearchTerms terms{
      .words = query.text("q", query_bytes_max),
      .kind = query.word<HitKind>("kind"),
      .person = query.person("person"),
      .from = query.day("from"),
      .to = query.day("to"),
      .meeting = query.number("meeting", 1, number_max),
      .sort = query.word<storage::SearchSort>("sort").value_or(storage::SearchSort::relevance)};
  const auto offset = static_cast<std::size_t>(query.number("offset", 0, offset_max).value_or(0));
  if (query.refusal()) return problem(*query.refusal());
  return respond_json(to_json_text(archive_.search(hall, terms, audience(request, hall), offset, hits_per_page)));
}

Response RecordsDesk::resolutions(const Request& request, const HallId& hall) {
  QueryReader query(request.query);
  const auto terms = register_terms(query);
  if (query.refusal()) return problem(*query.refusal());
  return respond_json(
      to_json_text(archive_.resolutions(hall, terms, audience(request, hall), directory_.now(), resolutions_per_page)));
}

Response RecordsDesk::figures(const Request& request, const HallId& hall) {
  const Visitor visitor = visitor_of(request, accounts_, directory_.now());
  if (!visitor.device) return problem(Trouble::signed_out);
  if (!visitor.standing(directory_, hall).member) return problem(Trouble::not_allowed);
  QueryReader query(request.query);
  const auto year = figures_year(query, directory_.now());
  if (query.refusal()) return problem(*query.refusal());
  return respond_json(to_json_text(archive_.figures(hall, year, directory_.now())));
}

Response RecordsDesk::similar(const Request& request, const HallId& hall) {
  const Instant now = directory_.now();
  const Visitor visitor = visitor_of(request, accounts_, now);
  if (!visitor.device) return problem(Trouble::signed_out);
  if (!visitor.standing(directory_, hall).member) return problem(Trouble::not_allowed);
  if (const auto wait = similar_.take(visitor.device->device.text(), now))
    return problem(Trouble::too_many_tries, {.retry_after_seconds = (wait->ms + 999) / 1000});
  const std::string typed = query_value(request.query, "q").value_or("");
  if (typed.size() > title_bytes_max) return problem(too_long(title_bytes_max));
  std::vector<storage::Asker> askers;
  for (const HallId& each : directory_.family(hall))
    askers.push_back({each, visitor.standing(directory_, each).audience});
  return respond_json(to_json_text(archive_.similar(askers, typed, now, similar_max)));
}

}  // namespace talar::web
