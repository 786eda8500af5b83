#include "server/cli/reliving.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <stdexcept>
#include <utility>

#include "protocol/codec.hpp"
#include "protocol/tehran.hpp"
#include "protocol/time_text.hpp"
#include "protocol/words.hpp"
#include "server/cli/agenda_writer.hpp"
#include "server/hall/hall.hpp"

namespace talar::cli {
namespace {

constexpr Millis week{7 * tehran::one_day.ms};
constexpr Millis between_requests{7'000};
constexpr Millis between_turns{9'000};
constexpr Millis between_texts{180'000};

[[noreturn]] void refuse(const Refusal& refusal, const std::string& what) {
  throw std::runtime_error(
      fmt::format("the rules refuse {}: {} ({})", what, word(refusal.code), refusal.field.value_or("no single field")));
}

class Player {
 public:
  Player(Recorder& hall, Instant now, Relived& relived) : hall_(hall), now_(now), relived_(relived) {}

  void play(const std::vector<Step>& steps, const Names& names, Instant begins) {
    for (const Step& step : steps) {
      try {
        const Instant at = begins + step.at;
        if (at < at_) throw std::runtime_error("this is told before the step before it is over");
        at_ = at;
        std::visit([&](const auto& what) { play(what, step, names); }, step.what);
      } catch (const std::exception& error) {
        throw std::runtime_error(fmt::format("{}: {}", step.place, error.what()));
      }
    }
  }

 private:
  void play(const Telling& telling, const Step& step, const Names& names) {
    Millis pause{};
    for (const PersonId person : people(step, names)) {
      at_ = at_ + std::exchange(pause, step.every);
      const auto named = names.resolve(nlohmann::json::parse(telling.command));
      const auto command = from_json_text<Command>(named.dump());
      if (!command)
        throw std::runtime_error("no command of the protocol: " + command.error().field.value_or("its form"));
      ask(person, *command);
    }
  }

  void play(const AddedItems& added, const Step& step, const Names& names) {
    const PersonId writer = people(step, names).at(0);
    AgendaWriter agenda(hall_, [&](const Command& command) { return ask(writer, command); });
    agenda.add_items(names.session(), std::nullopt, added.items);
    relived_.notes.insert(relived_.notes.end(), agenda.notes.begin(), agenda.notes.end());
    relived_.votes += agenda.votes;
  }

  void play(const WrittenTexts& written, const Step& step, const Names& names) {
    const PersonId writer = people(step, names).at(0);
    for (const auto& [item, text] : written.texts) {
      ask(writer, WriteMinutes{.item = names.item(item), .text = text, .version = 0, .client = {}});
      at_ = at_ + between_texts;
    }
  }

  void play(const Debate& debate, const Step&, const Names& names) {
    std::map<PersonId, Millis> lasting;
    for (const PastTurn& turn : debate.turns) {
      const PersonId person = names.person(turn.by);
      lasting[person] = turn.lasts;
      if (turn.kind == SpeechKind::presentation) {
        ask(chair(), GiveFloorTo{.person = person, .kind = turn.kind});
        speak(person, turn.lasts);
      } else {
        ask(person, RequestFloor{.kind = turn.kind, .stance = turn.stance, .point = {}, .note = {}});
        at_ = at_ + between_requests;
      }
    }
    while (const auto next = first_waiting()) {
      const auto& [request, person] = *next;
      if (!lasting.contains(person)) throw std::runtime_error("somebody waits of whom nothing is told");
      ask(chair(), GiveFloor{.request = request, .reason = {}});
      speak(person, lasting[person]);
    }
  }

  void speak(PersonId person, Millis lasts) {
    at_ = at_ + lasts;
    ask(person, EndTurn{});
    at_ = at_ + between_turns;
  }

  PersonId chair() const {
    if (!hall_.state().chair) throw std::runtime_error("nobody presides");
    return *hall_.state().chair;
  }

  std::optional<std::pair<RequestId, PersonId>> first_waiting() const {
    const hall::Meeting& meeting = hall_.state().meetings.at(hall_.state().current.value());
    const hall::Item& item = meeting.items.at(meeting.active_item.value());
    if (item.queue.empty()) return std::nullopt;
    return std::pair(item.queue.front(), item.requests.at(item.queue.front()).person);
  }

  static std::vector<PersonId> people(const Step& step, const Names& names) {
    std::vector<PersonId> all;
    for (const std::string& name : step.as) std::ranges::copy(names.people(name), std::back_inserter(all));
    for (const std::string& name : step.but) {
      const PersonId left_out = names.person(name);
      if (std::erase(all, left_out) == 0) throw std::runtime_error(fmt::format("\"{}\" is not among them", name));
    }
    if (all.empty()) throw std::runtime_error("nobody does this");
    return all;
  }

  std::vector<Event> ask(PersonId person, const Command& command) {
    if (at_ > now_) throw std::runtime_error(fmt::format("{} has not come yet", to_text(at_)));
    run_clocks();
    auto events = hall_.ask({.person = person, .at = at_}, command);
    if (!events) {
      const std::string& name = hall_.state().members.at(person).member.name.value;
      refuse(events.error(), fmt::format("\"{}\" of {}", command_type(command), name));
    }
    return std::move(*events);
  }

  /// What the server does by itself when a time limit has passed.
  void run_clocks() {
    for (auto due = hall::next_deadline(hall_.state()); due && *due <= at_; due = hall::next_deadline(hall_.state())) {
      const auto ticked = hall_.ask({.person = {}, .at = *due}, Tick{});
      if (!ticked) refuse(ticked.error(), "what is due");
    }
  }

  Recorder& hall_;
  Instant at_;
  Instant now_;
  Relived& relived_;
};

}  // namespace

Instant first_session(const Past& past, Instant coming, Instant now) {
  Instant last = coming + Millis{-week.ms};
  while (last + past.sessions.back().back().at > now) last = last + Millis{-week.ms};
  return last + Millis{-week.ms * (std::ssize(past.sessions) - 1)};
}

Relived relive(Recorder& hall, const Past& past, Instant first, Instant now, const Sealer& sealer) {
  Relived relived;
  Player player(hall, now, relived);
  std::int64_t number = 1;
  Instant begins = first;
  for (const auto& session : past.sessions) {
    player.play(session, Names(hall, number++, begins, sealer), begins);
    begins = begins + week;
  }
  player.play(past.coming, Names(hall, number, now, sealer), now);
  return relived;
}

}  // namespace talar::cli
