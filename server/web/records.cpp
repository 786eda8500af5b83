#include "server/web/records.hpp"

#include <charconv>

#include "protocol/codec.hpp"
#include "server/web/problems.hpp"
#include "server/web/text.hpp"
#include "server/web/visitor.hpp"

namespace talar::web {
namespace {

constexpr std::size_t meetings_per_page = 30;
constexpr std::size_t hits_per_page = 20;
constexpr std::size_t offset_max = 10'000;
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
  const std::string query = query_value(request.query, "q").value_or("");
  if (query.size() > query_bytes_max) return problem(too_long(query_bytes_max));
  std::size_t offset = 0;
  if (const auto text = query_value(request.query, "offset")) {
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), offset);
    if (error != std::errc() || end != text->data() + text->size() || offset > offset_max)
      return problem({RefusalCode::out_of_bounds, "offset", "a number from 0 to " + std::to_string(offset_max), {}});
  }
  return respond_json(to_json_text(archive_.search(hall, query, audience(request, hall), offset, hits_per_page)));
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
