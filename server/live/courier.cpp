#include "server/live/courier.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>

#include "protocol/words.hpp"
#include "server/live/derived_id.hpp"

namespace talar::live {
namespace {

constexpr std::string_view letter_family = "letter";

/// The other hall has it, from now on or from before.
bool has_arrived(const Result<std::int64_t>& result) {
  if (result) return true;
  const RefusalCode code = result.error().code;
  return code == RefusalCode::already_referred || code == RefusalCode::already_reported;
}

/// It was not even looked at; it can be taken there again when something happens in its own hall.
bool was_turned_away(const Result<std::int64_t>& result) {
  const RefusalCode code = result.error().code;
  return code == RefusalCode::too_many_commands || code == RefusalCode::shutting_down;
}

}  // namespace

void Courier::collect(const Sequencer& from) {
  // One that is refused for good stays; writing it out again after every round would be in vain.
  const auto is_under_way = [&](const auto& letter) { return under_way_.contains(letter.first); };
  if (std::ranges::all_of(from.state().letters, is_under_way)) return;
  for (Letter& letter : hall::outgoing(from.state(), from.id())) {
    if (under_way_.insert(letter.letter).second) take(from.id(), std::move(letter));
  }
}

void Courier::take(const HallId& from, Letter letter) {
  const auto done = [this, from, to = letter.to, id = letter.letter](const Result<std::int64_t>& result) {
    taken(from, to, id, result);
  };
  Sequencer* const to = addresses_.find(letter.to);
  if (auto* const founding = std::get_if<std::vector<Event>>(&letter.content)) {
    if (to) return confirm(from, letter.letter);
    addresses_.create(letter.to).ask({.founding = std::move(*founding), .done = done});
  } else if (to) {
    to->ask({.id = derived_id(letter_family, letter.letter.value),
             .command = std::get<Command>(std::move(letter.content)),
             .done = done});
  } else {
    done(Refusal{RefusalCode::no_such_hall, {}, {}, {}});
  }
}

void Courier::taken(const HallId& from, const HallId& to, LetterId letter, const Result<std::int64_t>& result) {
  if (has_arrived(result)) return confirm(from, letter);
  spdlog::warn("hall {} does not have the letter {} of hall {}: {}", to.value, letter.text(), from.value,
               word(result.error().code));
  if (was_turned_away(result)) under_way_.erase(letter);
}

void Courier::confirm(const HallId& from, LetterId letter) {
  addresses_.find(from)->ask(
      {.command = ConfirmLetter{letter}, .done = [this, letter](const auto&) { under_way_.erase(letter); }});
}

}  // namespace talar::live
