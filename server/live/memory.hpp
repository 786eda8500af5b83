// Every command of a hall and what became of it, so that a retry is answered, not done twice. The latest are kept
// whole; of the older ones enough to know which event of the journal to look at. A fresh id costs no reading.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <unordered_map>

#include "server/live/seqs_by_mark.hpp"
#include "storage/journal.hpp"

namespace talar::live {

class CommandMemory {
 public:
  struct Known {
    Actor actor;
    std::int64_t seq = 0;
  };
  /// Which command led to an event, from the journal.
  using CommandOf = std::function<std::optional<storage::KnownCommand>(std::int64_t seq)>;

  /// `latest_max` must be more than can be under way to the journal.
  CommandMemory(std::size_t latest_max, CommandOf command_of);

  /// A command's last event counts: its events come in order.
  void note(const CommandId& id, Known known);
  std::optional<Known> find(const CommandId& id) const;

 private:
  std::uint32_t mark_of(const std::string& id) const;

  std::size_t latest_max_;
  CommandOf command_of_;
  std::array<unsigned char, 16> key_;  // of the marks: nobody can choose ids that share one
  std::unordered_map<std::string, Known> latest_;
  std::deque<std::string> order_;
  SeqsByMark older_;
};

}  // namespace talar::live
