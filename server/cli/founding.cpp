#include "server/cli/founding.hpp"

#include <fmt/format.h>

#include <stdexcept>

#include "protocol/words.hpp"
#include "server/cli/agenda_writer.hpp"

namespace talar::cli {

Founding found(Recorder& hall, const Chamber& chamber, const std::vector<NewMember>& members, Instant now) {
  const Asker system{.person = {}, .at = now};
  const auto ask = [&](const Command& command) {
    auto events = hall.ask(system, command);
    if (events) return std::move(*events);
    const Refusal& refusal = events.error();
    throw std::runtime_error(fmt::format("The rules refuse this hall: {} ({}).", word(refusal.code),
                                         refusal.field.value_or("no single field")));
  };
  hall.record(system, HallFounded{.name = chamber.name,
                                  .name_en = chamber.name_en,
                                  .kind = chamber.kind,
                                  .place = chamber.place,
                                  .term = 1,
                                  .charter = {}});
  for (std::size_t i = 0; i < members.size(); i += limits::enrol_batch) {
    EnrolMembers enrol;
    for (std::size_t j = i; j < std::min(members.size(), i + limits::enrol_batch); ++j)
      enrol.members.push_back(members[j]);
    ask(enrol);
  }
  const auto drafted = ask(
      DraftMeeting{{.title = {}, .starts_at = chamber.starts_at, .minutes = chamber.minutes, .place = chamber.place}});
  AgendaWriter agenda(hall, ask);
  agenda.add_items(std::get<MeetingDrafted>(drafted.front()).meeting, std::nullopt, chamber.agenda);
  for (const Phrase& phrase : chamber.phrases) ask(SavePhrase{.phrase = {}, .content = phrase});
  return {.notes = std::move(agenda.notes), .votes = agenda.votes};
}

}  // namespace talar::cli
