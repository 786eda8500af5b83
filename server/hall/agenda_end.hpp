// The end of an agenda, where items come by themselves: of a template, from the last meeting, from another hall.
#pragma once

#include "server/hall/decide.hpp"

namespace talar::hall {

class AgendaEnd {
 public:
  /// Of a meeting that is there, or is being drafted by `events`.
  AgendaEnd(const State& state, MeetingId meeting, Events& events, IdSource& ids);

  /// Behind the last item below `parent`, which has come by this or is none. Whoever is no member presents nothing, and
  /// minutes that cannot be approved there are not.
  ItemId add(std::optional<ItemId> parent, ItemContent content, std::optional<ItemOrigin> origin);
  /// A file of an item that has come by this; its bytes are where they were.
  void attach(Attachment content, PersonId by);

  bool has_added() const { return added_ > 0; }
  /// AGD-4: for how many more there is room, and what if there was not enough.
  std::size_t room() const;
  std::optional<Refusal> too_many_items() const;

 private:
  const State& state_;
  const MeetingId meeting_;
  Events& events_;
  IdSource& ids_;
  std::size_t there_ = 0;  // items that were on the agenda before
  std::size_t added_ = 0;
  std::map<std::optional<ItemId>, std::int64_t> ends_;  // of each level
};

/// The items of a template. decide_templates.cpp
void add_items(AgendaEnd& agenda, const AgendaTemplate& content, std::optional<ItemOrigin> origin);
/// What the current meeting has not finished and not handed on yet. decide_carry.cpp
void carry_over(AgendaEnd& agenda, const State& state, PersonId by);

}  // namespace talar::hall
