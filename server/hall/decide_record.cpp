#include "server/hall/decide.hpp"
#include "server/hall/refuse.hpp"

namespace talar::hall {

using enum MeetingState;

/// Long after the meeting too: minutes are often approved in the next one.
Decision decide_on(const Asking& a, const PublishMinutes& c) {
  PastMeeting meeting;
  if (const auto past = a.state.past.find(c.meeting); past != a.state.past.end()) {
    meeting = past->second;
  } else if (const auto held = a.state.meetings.find(c.meeting); held != a.state.meetings.end()) {
    meeting = {held->second.state, held->second.minutes_published};
  } else {
    return refuse(RefusalCode::no_such_meeting, "meeting");
  }
  if (meeting.state != closed) return with(refuse(RefusalCode::wrong_meeting_state), "state", meeting.state);
  if (meeting.minutes_published) return refuse(RefusalCode::minutes_already_published);
  return Events{MinutesPublished{c.meeting}};
}

}  // namespace talar::hall
