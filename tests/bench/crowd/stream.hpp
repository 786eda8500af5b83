// What all devices of one audience must hear alike: no patch twice, none out of order, none left out, the same bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace crowd {

class Stream {
 public:
  /// A device at `from` (-1: it has just got a state) hears the patch `text` that leads to `seq`.
  void patch(std::int64_t from, std::int64_t seq, std::string_view text);

  std::int64_t last_seq() const { return last_seq_; }
  /// Patches that were told, each counted once.
  std::size_t told() const { return told_; }

 private:
  struct Told {
    std::int64_t from = -1;
    std::size_t hash = 0;
  };

  std::unordered_map<std::int64_t, Told> patches_;  // by seq
  std::int64_t current_seq_ = -1;                   // most devices hear the same patch one after the other
  Told* current_ = nullptr;
  std::string current_text_;
  std::int64_t last_seq_ = -1;
  std::size_t told_ = 0;
};

}  // namespace crowd
