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
  if (query.size() > query_bytes_max)
    return problem({RefusalCode::out_of_bounds, "q", "at most " + std::to_string(query_bytes_max) + " bytes", {}});
  std::size_t offset = 0;
  if (const auto text = query_value(request.query, "offset")) {
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), offset);
    if (error != std::errc() || end != text->data() + text->size() || offset > offset_max)
      return problem({RefusalCode::out_of_bounds, "offset", "a number from 0 to " + std::to_string(offset_max), {}});
  }
  return respond_json(to_json_text(archive_.search(hall, query, audience(request, hall), offset, hits_per_page)));
}

}  // namespace talar::web
