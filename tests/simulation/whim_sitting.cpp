#include "tests/simulation/whim_sitting.hpp"

namespace talar::simulation {
namespace {

std::size_t waiting(const Chamber& chamber) {
  const hall::Meeting* meeting = chamber.current();
  if (!meeting || !meeting->active_item) return 1;
  return 1 + meeting->items.at(*meeting->active_item).queue.size();
}

}  // namespace

void fill(Chamber& c, RecordArrival& command) {
  command.person = c.person();
}
void fill(Chamber& c, RecordDeparture& command) {
  command.person = c.person();
}
void fill(Chamber& c, RecordAbsence& command) {
  command = {c.person(), word_below<AbsenceKind>(c.dice(), 2), "سفر"};
}
void fill(Chamber& c, NameSubstitute& command) {
  command = {c.person(), c.person()};
}
void fill(Chamber& c, EndSubstitution& command) {
  const hall::Meeting* meeting = c.current();
  command.absent = meeting && !meeting->substitutes.empty() ? meeting->substitutes.begin()->first : c.person();
}
void fill(Chamber& c, DeclareInterest& command) {
  command = {c.item(), perhaps_reason(c.dice())};
}
void fill(Chamber& c, RecordRecusal& command) {
  command = {c.item(), c.person(), perhaps_reason(c.dice())};
}
void fill(Chamber& c, LiftRecusal& command) {
  command = {c.item(), c.person()};
  const hall::Meeting* meeting = c.current();
  if (!meeting) return;
  for (const auto& [id, item] : meeting->items)
    if (!item.recused.empty()) command = {id, item.recused.begin()->first};
}
void fill(Chamber& c, BeginClosedPart& command) {
  command.reason = perhaps_reason(c.dice());
}
void fill(Chamber& c, RequestFloor& command) {
  command = asking(c.dice());
  if (c.dice().percent(20)) command.note = Note("یادداشت");
}
void fill(Chamber& c, WithdrawRequest& command) {
  command.request = c.request();
}
void fill(Chamber& c, GiveFloor& command) {
  command = {c.request(), {}};
  if (c.dice().percent(70)) command.reason = Reason("دلیل");
}
void fill(Chamber& c, GiveFloorTo& command) {
  command = {c.person(), word_below<SpeechKind>(c.dice(), 5)};
  if (command.kind == SpeechKind::presentation) command.person = presenter(c);
}
void fill(Chamber& c, YieldTime& command) {
  command.to = waiting_person(c);
}
void fill(Chamber& c, SkipRequest& command) {
  command.request = c.request();
}
void fill(Chamber& c, MoveRequest& command) {
  command = {c.request(), static_cast<std::int64_t>(c.dice().below(waiting(c))), "نوبت"};
}

}  // namespace talar::simulation
