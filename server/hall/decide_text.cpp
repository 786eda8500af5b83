#include "server/hall/decide.hpp"
#include "server/hall/refuse.hpp"

namespace talar::hall {

using enum MeetingState;

Decision decide_on(const Asking& a, const WriteMinutes& c) {
  const auto place = item_in(a.state, c.item, {convened, open, recess, closed});
  if (!place) return place.error();
  const auto text = place->meeting.record.texts.find(c.item);
  const std::int64_t version = text == place->meeting.record.texts.end() ? 0 : text->second.version;
  if (c.version.value != version) return with(refuse(RefusalCode::stale_text, "version"), "version", version);
  return Events{MinutesWritten{place->meeting_id, c.item, c.text, version + 1, c.client}};
}

}  // namespace talar::hall
