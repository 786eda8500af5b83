#include "server/live/memory.hpp"

#include <sodium.h>

#include <cstring>
#include <utility>

namespace talar::live {

CommandMemory::CommandMemory(std::size_t latest_max, CommandOf command_of)
    : latest_max_(latest_max), command_of_(std::move(command_of)) {
  static_assert(crypto_shorthash_KEYBYTES == sizeof key_);
  randombytes_buf(key_.data(), key_.size());
}

void CommandMemory::note(const CommandId& id, Known known) {
  const auto [place, fresh] = latest_.insert_or_assign(id.value, known);
  if (!fresh) return;
  order_.push_back(id.value);
  if (order_.size() <= latest_max_) return;
  const auto oldest = latest_.find(order_.front());
  older_.add(mark_of(oldest->first), oldest->second.seq);
  latest_.erase(oldest);
  order_.pop_front();
}

std::optional<CommandMemory::Known> CommandMemory::find(const CommandId& id) const {
  if (const auto found = latest_.find(id.value); found != latest_.end()) return found->second;
  for (const std::int64_t seq : older_.find(mark_of(id.value))) {
    const auto command = command_of_(seq);
    if (command && command->id == id) return Known{command->actor, seq};
  }
  return std::nullopt;
}

std::uint32_t CommandMemory::mark_of(const std::string& id) const {
  unsigned char hash[crypto_shorthash_BYTES];
  crypto_shorthash(hash, reinterpret_cast<const unsigned char*>(id.data()), id.size(), key_.data());
  std::uint32_t mark = 0;
  std::memcpy(&mark, hash, sizeof mark);
  return mark;
}

}  // namespace talar::live
