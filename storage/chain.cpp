#include "storage/chain.hpp"

#include <sodium.h>

#include "protocol/codec.hpp"

namespace talar::storage {

namespace {

class Hash {
 public:
  Hash() { crypto_hash_sha256_init(&state_); }

  void bytes(const void* data, std::size_t size) {
    crypto_hash_sha256_update(&state_, static_cast<const unsigned char*>(data), size);
  }
  void field(const std::string& text) {
    length(static_cast<std::uint32_t>(text.size()));
    bytes(text.data(), text.size());
  }
  void field(std::int64_t number) { field(std::to_string(number)); }
  void field(const std::optional<std::string>& text) { text ? field(*text) : length(0xffff'ffff); }

  Chain end() {
    Chain chain;
    crypto_hash_sha256_final(&state_, chain.data());
    return chain;
  }

 private:
  void length(std::uint32_t value) {
    const std::uint8_t big_endian[] = {static_cast<std::uint8_t>(value >> 24), static_cast<std::uint8_t>(value >> 16),
                                       static_cast<std::uint8_t>(value >> 8), static_cast<std::uint8_t>(value)};
    bytes(big_endian, sizeof big_endian);
  }

  crypto_hash_sha256_state state_;
};

[[noreturn]] void unreadable(const EventRow& row, const std::string& why) {
  throw StorageError("event " + std::to_string(row.seq) + " of hall " + row.hall.value + " cannot be read: " + why,
                     StorageError::Outcome::refused);
}

}  // namespace

Chain next_chain(const Chain& before, const EventRow& row) {
  Hash hash;
  hash.bytes(before.data(), before.size());
  hash.field(row.hall.value);
  hash.field(row.seq);
  hash.field(row.meeting);
  hash.field(row.at);
  hash.field(row.actor);
  hash.field(row.command);
  hash.field(row.type);
  hash.field(row.v);
  hash.field(row.body);
  return hash.end();
}

EventRow to_row(const HallId& hall, const Recorded& recorded) {
  EventRow row;
  row.hall = hall;
  row.seq = recorded.seq;
  row.at = recorded.at.ms;
  row.v = event_version;
  if (const auto meeting = meeting_of(recorded.event)) row.meeting = meeting->text();
  if (recorded.actor.person) row.actor = recorded.actor.person->text();
  if (recorded.command) row.command = recorded.command->value;
  row.type = event_type(recorded.event);
  row.body = encode_event(recorded.event);
  return row;
}

Recorded from_row(const EventRow& row) {
  Recorded recorded{.seq = row.seq, .at = {row.at}, .actor = {}, .command = {}, .event = {}};
  if (row.actor) {
    const auto person = id_value(*row.actor);
    if (!person) unreadable(row, "no person has the id " + *row.actor);
    recorded.actor.person = PersonId{*person};
  }
  if (row.command) recorded.command = CommandId{*row.command};
  if (row.v > event_version) unreadable(row, "it was written by a newer Talar");
  try {
    recorded.event = parse_event(row.type, row.body);
  } catch (const std::exception& error) {
    unreadable(row, error.what());
  }
  return recorded;
}

std::string chain_text(const Chain& chain) {
  std::string text(chain.size() * 2 + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), chain.data(), chain.size());
  text.pop_back();
  return text;
}

}  // namespace talar::storage
