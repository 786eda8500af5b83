// Where the people of the desk write, for one another: never recorded, never kept.
#include "protocol/codec.hpp"
#include "server/live/sequencer.hpp"

namespace talar::live {

void Sequencer::point(ConnectionId from, const Point& point) {
  if (given_up_) return;
  Roll::Line* const line = roll_.find(from);
  if (!line || !line->identity.person || line->audience != Audience::staff) {
    Personal personal{.to = from};
    append_text_frame(personal.frames, encode(Refused{{}, RefusalCode::not_allowed, "type", {}, {}}));
    return house_.fanout.personal(id_, std::move(personal));
  }
  if (!point.item) {
    line->editors.erase(point.client);
  } else if (line->editors.size() < house_.limits.editors) {
    line->editors.insert(point.client);
  } else if (!line->editors.contains(point.client)) {
    return;
  }
  tell_place(from, *line, point);
}

void Sequencer::tell_place(ConnectionId from, const Roll::Line& line, const Point& point) const {
  const Pointed pointed{*line.identity.person, point.client,       point.item,
                        point.version.value,   point.anchor.value, point.head.value};
  house_.fanout.everyone([hall = id_, from, frame = text_frame(encode(pointed))](Hub& hub) {
    hub.hint(hall, Audience::staff, from, frame);
  });
}

void Sequencer::stop_pointing(ConnectionId from, Roll::Line& line) const {
  for (const EditorId& client : line.editors) tell_place(from, line, {client, {}, {}, {}, {}});
  line.editors.clear();
}

}  // namespace talar::live
