// The items of a chamber file onto a meeting's agenda, with the votes that are prepared for them.
#pragma once

#include <functional>

#include "server/cli/chamber.hpp"
#include "server/cli/recorder.hpp"

namespace talar::cli {

class AgendaWriter {
 public:
  /// `ask` gives a command in somebody's name, and throws when the rules refuse it.
  using Ask = std::function<std::vector<Event>(const Command&)>;
  AgendaWriter(const Recorder& hall, Ask ask) : hall_(hall), ask_(std::move(ask)) {}

  void add_items(MeetingId meeting, std::optional<ItemId> parent, const std::vector<ChamberItem>& items);

  std::vector<std::string> notes;  // what could not be done as the file says, for the operator
  std::int64_t votes = 0;

 private:
  std::optional<PersonId> presenter(const ChamberItem& item);
  std::optional<PersonId> candidate(const ChamberVote& vote, const std::string& name);
  VoteContent on_item(const ChamberItem& item) const;
  VoteContent content(const ChamberVote& vote, const ChamberItem& item);
  VoteRule rule(std::optional<MajorityKind> majority) const;
  void prepare(ItemId id, VoteContent content);

  const Recorder& hall_;
  Ask ask_;
};

}  // namespace talar::cli
