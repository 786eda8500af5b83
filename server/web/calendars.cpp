#include "server/web/calendars.hpp"

#include <algorithm>

#include "protocol/codec.hpp"
#include "server/web/icalendar.hpp"
#include "server/web/problems.hpp"
#include "server/web/visitor.hpp"

namespace talar::web {
namespace {

constexpr Millis year{std::int64_t{365} * 86'400'000};
constexpr std::string_view extension = ".ics";
constexpr std::string_view mine = "جلسه‌های من";

Response calendar(std::string_view name, const std::vector<storage::CalendarMeeting>& meetings) {
  return respond(200, "text/calendar; charset=utf-8", icalendar(name, meetings)).with("Cache-Control", "no-cache");
}

}  // namespace

Instant CalendarDesk::since() const {
  return directory_.now() + (Millis{} - year);
}

Response CalendarDesk::hall(const HallId& hall) {
  std::string name = hall.value;
  for (const HallRow& row : archive_.halls())
    if (row.hall == hall) name = row.name.value;
  return calendar(name, archive_.calendar({hall, Audience::public_}, {}, since()));
}

Response CalendarDesk::person(std::string_view file) {
  if (!file.ends_with(extension)) return problem(Trouble::not_found);
  const auto person = accounts_.person_of_calendar(file.substr(0, file.size() - extension.size()));
  if (!person) return problem(Trouble::not_found);
  std::vector<storage::CalendarMeeting> meetings;
  for (const HallId& hall : directory_.halls().ids()) {
    const Standing standing = directory_.standing(hall, *person);
    if (!standing.member) continue;
    std::ranges::move(archive_.calendar({hall, standing.audience}, person, since()), std::back_inserter(meetings));
  }
  std::ranges::stable_sort(meetings, {}, [](const auto& meeting) { return meeting.content.starts_at; });
  return calendar(mine, meetings);
}

Response CalendarDesk::link(const Request& request, Token token) {
  const Visitor visitor = visitor_of(request, accounts_, directory_.now());
  if (!visitor.device || !visitor.device->holder.person) return problem(Trouble::signed_out);
  const PersonId person = *visitor.device->holder.person;
  // It would show what the device itself may not see.
  for (const HallId& hall : directory_.halls().ids())
    if (visitor.lacks_passphrase(directory_.standing(hall, person))) return problem(Trouble::not_allowed);
  const std::string text =
      token == Token::same ? accounts_.calendar_token(person) : accounts_.renew_calendar_token(person);
  return respond_json(to_json_text(CalendarLink{"/api/calendar/" + text + std::string(extension)}));
}

}  // namespace talar::web
