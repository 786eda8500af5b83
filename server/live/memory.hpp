// The latest commands of a hall and what became of them, so that a retry is answered, not done twice. Older ones are
// found in the journal.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <unordered_map>

#include "protocol/events.hpp"

namespace talar::live {

class CommandMemory {
 public:
  struct Known {
    Actor actor;
    std::int64_t seq = 0;
  };

  explicit CommandMemory(std::size_t commands_max) : commands_max_(commands_max) {}

  /// A command's last event counts: its events come in order.
  void note(const CommandId& id, Known known) {
    const auto [place, fresh] = known_.insert_or_assign(id.value, known);
    if (!fresh) return;
    order_.push_back(id.value);
    if (order_.size() <= commands_max_) return;
    known_.erase(order_.front());
    order_.pop_front();
  }
  std::optional<Known> find(const CommandId& id) const {
    const auto found = known_.find(id.value);
    return found == known_.end() ? std::nullopt : std::optional(found->second);
  }

 private:
  std::size_t commands_max_;
  std::unordered_map<std::string, Known> known_;
  std::deque<std::string> order_;
};

}  // namespace talar::live
