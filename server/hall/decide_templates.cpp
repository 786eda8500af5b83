#include <algorithm>

#include "server/hall/agenda.hpp"
#include "server/hall/agenda_end.hpp"
#include "server/hall/refuse.hpp"
#include "server/hall/text.hpp"

namespace talar::hall {
namespace {

Refusal no_such_template() {
  return refuse(RefusalCode::no_such_template, "agenda_template");
}

}  // namespace

void add_items(AgendaEnd& agenda, const AgendaTemplate& content, std::optional<ItemOrigin> origin) {
  std::vector<ItemId> above;  // the last item of each depth
  for (const TemplateItem& entry : content.items) {
    above.resize(std::min(above.size(), static_cast<std::size_t>(entry.depth.value)));
    const auto parent = above.empty() ? std::nullopt : std::optional(above.back());
    above.push_back(agenda.add(parent, entry.content, origin));
  }
}

Decision decide_on(const Asking& a, const SaveTemplate& c) {
  const auto found = a.state.meetings.find(c.meeting);
  if (found == a.state.meetings.end()) return refuse(RefusalCode::no_such_meeting, "meeting");
  const Meeting& meeting = found->second;
  const Title name = trimmed(c.name.value);
  if (name.empty()) return refuse(RefusalCode::bad_text, "name", "a name");
  if (meeting.items.empty()) return refuse(RefusalCode::agenda_empty);
  if (meeting.items.size() > limits::template_items) {
    return with(refuse(RefusalCode::too_many_items), "max", limits::template_items);
  }
  const auto same_name = std::ranges::find_if(a.state.templates, [&](const auto& t) { return t.second.name == name; });
  const bool is_new = same_name == a.state.templates.end();
  if (is_new && a.state.templates.size() >= limits::templates) {
    return with(refuse(RefusalCode::too_many_templates), "max", limits::templates);
  }
  TemplateSaved saved{is_new ? a.ids().next<TemplateId>() : same_name->first, {name, {}}};
  for (const ItemId item : reading_order(meeting)) {
    const auto above = static_cast<std::int64_t>(depth(meeting, item)) - 1;
    saved.content.items.push_back({above, meeting.items.at(item).content});
    saved.content.items.back().content.approves.reset();  // which minutes, that is another time's question
  }
  return Events{std::move(saved)};
}

Decision decide_on(const Asking& a, const RemoveTemplate& c) {
  if (!a.state.templates.contains(c.agenda_template)) return no_such_template();
  return Events{TemplateRemoved{c.agenda_template}};
}

Decision decide_on(const Asking& a, const ApplyTemplate& c) {
  const auto place = meeting_in(a.state, c.meeting, agenda_is_alive);
  if (!place) return place.error();
  const auto found = a.state.templates.find(c.agenda_template);
  if (found == a.state.templates.end()) return no_such_template();
  Events events;
  IdSource ids = a.ids();
  AgendaEnd agenda(a.state, c.meeting, events, ids);
  add_items(agenda, found->second, {});
  if (auto refusal = agenda.too_many_items()) return *refusal;
  return events;
}

}  // namespace talar::hall
