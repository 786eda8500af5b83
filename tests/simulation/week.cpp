#include "tests/simulation/whim_minutes.hpp"
#include "tests/simulation/whim_votes.hpp"

namespace talar::simulation {
namespace {

std::optional<MeetingId> any_draft(const Chamber& chamber) {
  for (const auto& [id, meeting] : chamber.state().meetings)
    if (meeting.state == MeetingState::drafted) return id;
  return std::nullopt;
}

/// Somebody who is not allowed may try first.
void end_meeting(Chamber& chamber) {
  const hall::Meeting* meeting = chamber.current();
  while (meeting && !meeting->ended_at) {
    if (meeting->open_vote) chamber.ask(bring_to_its_end(chamber));
    if (meeting->state == MeetingState::convened) chamber.ask(OpenMeeting{});
    if (meeting->state == MeetingState::convened) chamber.ask(DeclareNotHeld{"نبود حد نصاب"});
    chamber.ask(CloseMeeting{});
  }
}

}  // namespace

void live_a_week(Chamber& chamber, int steps) {
  const Asker system{hall::Context::Kind::system, {}};
  chamber.ask(system, DraftMeeting{});
  const auto draft = any_draft(chamber);
  for (std::size_t i = 0; draft && i < 4 + chamber.dice().below(4); ++i) {
    chamber.ask(system, AddItem{*draft, {}, {}, item_content(chamber, chamber.dice().percent(20))});
  }
  if (const auto minutes = minutes_to_approve(chamber); draft && minutes) {
    ItemContent approval = item_content(chamber, false);
    approval.approves = minutes;
    chamber.ask(system, AddItem{*draft, {}, {}, approval});
  }
  if (draft) chamber.ask(ConveneMeeting{*draft});
  for (int i = 0; i < 30; ++i) {
    chamber.pass({1000});
    chamber.ask(CheckIn{});
  }
  if (!chamber.ask(OpenMeeting{})) {
    chamber.dice().percent(50) ? chamber.ask(DeclareNotHeld{"نبود حد نصاب"})
                               : chamber.ask(OpenMeeting{Reason{"فوریت"}});
  }
  for (int i = 0; i < steps; ++i) {
    chamber.pass({static_cast<std::int64_t>(chamber.dice().below(20'000))});
    chamber.ask(whim(chamber));
  }
  end_meeting(chamber);
  for (int i = 0; i < steps / 10; ++i) chamber.ask(whim(chamber));
  sign_and_seal(chamber);
  chamber.pass({7 * 86'400'000LL});
}

}  // namespace talar::simulation
