#include "storage/chain.hpp"

#include <openssl/evp.h>
#include <sodium.h>

#include <memory>

#include "protocol/codec.hpp"

namespace talar::storage {

namespace {

/// SHA-256 of OpenSSL, which uses the processor's instructions for it. The algorithm is looked up and the context made
/// once: doing that for every row would cost more than hashing it.
class Sha256 {
 public:
  Sha256() : algorithm_(EVP_MD_fetch(nullptr, "SHA256", nullptr)), context_(EVP_MD_CTX_new()) {
    if (!algorithm_ || !context_) throw std::bad_alloc();
  }

  Chain of(std::string_view bytes) {
    Chain chain;
    const bool good = EVP_DigestInit_ex2(context_.get(), algorithm_.get(), nullptr) == 1 &&
                      EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()) == 1 &&
                      EVP_DigestFinal_ex(context_.get(), chain.data(), nullptr) == 1;
    if (!good) throw std::bad_alloc();  // of what is in memory there is no other failure
    return chain;
  }

 private:
  struct Free {
    void operator()(EVP_MD* algorithm) const { EVP_MD_free(algorithm); }
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
  };
  std::unique_ptr<EVP_MD, Free> algorithm_;
  std::unique_ptr<EVP_MD_CTX, Free> context_;
};

void put_length(std::string& to, std::uint32_t value) {
  const char big_endian[] = {static_cast<char>(value >> 24), static_cast<char>(value >> 16),
                             static_cast<char>(value >> 8), static_cast<char>(value)};
  to.append(big_endian, sizeof big_endian);
}
void put(std::string& to, const std::string& text) {
  put_length(to, static_cast<std::uint32_t>(text.size()));
  to += text;
}
void put(std::string& to, std::int64_t number) {
  put(to, std::to_string(number));
}
void put(std::string& to, const std::optional<std::string>& text) {
  text ? put(to, *text) : put_length(to, 0xffff'ffff);
}

[[noreturn]] void unreadable(const EventRow& row, const std::string& why) {
  throw StorageError("event " + std::to_string(row.seq) + " of hall " + row.hall.value + " cannot be read: " + why,
                     StorageError::Outcome::refused);
}

}  // namespace

Chain next_chain(const Chain& before, const EventRow& row) {
  thread_local Sha256 sha256;
  thread_local std::string bytes;
  bytes.assign(before.begin(), before.end());
  put(bytes, row.hall.value);
  put(bytes, row.seq);
  put(bytes, row.meeting);
  put(bytes, row.at);
  put(bytes, row.actor);
  put(bytes, row.command);
  put(bytes, row.type);
  put(bytes, row.v);
  put(bytes, row.body);
  return sha256.of(bytes);
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
