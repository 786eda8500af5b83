// Numbers of events, found by a 32-bit mark; several may share one. Open addressing in one array of eight bytes a slot,
// at most three quarters full: 11 to 22 bytes for each, 2 MB for the 100,000 commands of a chamber's ten years.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace talar::live {

class SeqsByMark {
 public:
  /// `seq` from 1 to 2^32 - 1.
  void add(std::uint32_t mark, std::int64_t seq) {
    if ((count_ + 1) * 4 > slots_.size() * 3) grow();
    put({mark, static_cast<std::uint32_t>(seq)});
    ++count_;
  }

  std::vector<std::int64_t> find(std::uint32_t mark) const {
    std::vector<std::int64_t> seqs;
    if (slots_.empty()) return seqs;
    for (std::size_t i = mark & mask(); slots_[i].seq != 0; i = (i + 1) & mask()) {
      if (slots_[i].mark == mark) seqs.push_back(slots_[i].seq);
    }
    return seqs;
  }

 private:
  struct Slot {
    std::uint32_t mark = 0;
    std::uint32_t seq = 0;  // 0: free
  };

  std::size_t mask() const { return slots_.size() - 1; }
  void put(Slot slot) {
    std::size_t i = slot.mark & mask();
    while (slots_[i].seq != 0) i = (i + 1) & mask();
    slots_[i] = slot;
  }
  void grow() {
    const auto old = std::exchange(slots_, std::vector<Slot>(slots_.empty() ? 1'024 : slots_.size() * 2));
    for (const Slot& slot : old) {
      if (slot.seq != 0) put(slot);
    }
  }

  std::vector<Slot> slots_;  // a power of two of them
  std::size_t count_ = 0;
};

}  // namespace talar::live
