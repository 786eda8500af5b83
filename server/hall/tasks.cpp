#include "server/hall/tasks.hpp"

#include <algorithm>
#include <tuple>

#include "protocol/tehran.hpp"
#include "protocol/text_changes.hpp"
#include "server/hall/agenda.hpp"
#include "server/hall/assert.hpp"
#include "server/hall/persian.hpp"

namespace talar::hall {
namespace {

constexpr Millis due_soon{limits::due_soon_days * tehran::one_day.ms};

struct Due {
  ResolutionId id;
  const Task* task;

  /// What has no day comes last.
  auto rank() const { return std::tuple(!task->due, task->due.value_or(Date{}), task->number, id); }
};

void sort_by_day(std::vector<Due>& tasks, std::size_t max) {
  std::ranges::sort(tasks, {}, &Due::rank);
  if (tasks.size() > max) tasks.erase(tasks.begin() + static_cast<std::ptrdiff_t>(max), tasks.end());
}

bool is_on_a_draft(const State& state, ResolutionId id) {
  return std::ranges::any_of(state.meetings, [id](const auto& meeting) {
    return meeting.second.state == MeetingState::drafted &&
           std::ranges::any_of(meeting.second.items, [id](const auto& item) {
             const auto& origin = item.second.origin;
             return origin && origin->kind == OriginKind::follow_up && origin->resolution == id;
           });
  });
}

/// FUP-9: known for good once its meeting is past.
bool is_closed(const State& state, const Task& task) {
  const auto meeting = state.meetings.find(task.meeting);
  return meeting == state.meetings.end() ? task.closed : is_closed(meeting->second, task.item);
}

/// As much of it as a title has room for, on one line.
std::string as_title(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  std::size_t chars = chars_of(text);
  if (chars <= limits::title_chars) return text;
  while (chars >= limits::title_chars) {
    while ((text.back() & 0xC0) == 0x80) text.pop_back();  // the bytes that continue a character
    text.pop_back();
    --chars;
  }
  return text + "…";
}

}  // namespace

bool is_finished(FollowUpState state) {
  return state == FollowUpState::done || state == FollowUpState::dropped;
}

bool says_something(const FollowUpContent& content) {
  return content.note || content.evidence || content.letter || content.due;
}

std::map<ResolutionId, TaskView> tasks_of(const State& state, PersonId person) {
  std::vector<Due> own;
  for (const auto& [id, task] : state.tasks)
    if (!is_finished(task.state) && std::ranges::count(task.responsible, person) > 0) own.push_back({id, &task});
  sort_by_day(own, limits::tasks);
  std::map<ResolutionId, TaskView> views;
  for (const auto& [id, task] : own) {
    views.emplace(id, TaskView{task->number, task->meeting, task->text, task->due, task->state});
  }
  return views;
}

void add_reminders(AgendaEnd& agenda, const State& state, Instant start) {
  const Date until = tehran::day_of(start + due_soon);
  std::vector<Due> due;
  for (const auto& [id, task] : state.tasks) {
    if (is_finished(task.state) || !task.due || *task.due > until || is_on_a_draft(state, id)) continue;
    due.push_back({id, &task});
  }
  if (due.empty() || agenda.room() < 2) return;
  sort_by_day(due, std::min(limits::reminders, agenda.room() - 1));
  ItemContent above;
  above.title = "پیگیری مصوبات";
  above.kind = ItemKind::report;
  const ItemId heading = agenda.add(std::nullopt, above, ItemOrigin{OriginKind::follow_up, {}, {}, {}, {}});
  for (const auto& [id, task] : due) {
    ItemContent content;
    content.title = as_title("مصوبهٔ " + persian(task->number) + ": " + task->text.value);
    content.kind = ItemKind::report;
    content.confidential = is_closed(state, *task);
    if (!task->responsible.empty()) content.presenter = task->responsible.front();
    agenda.add(heading, std::move(content), ItemOrigin{OriginKind::follow_up, {}, {}, {}, id});
  }
}

void check_tasks(const State& state) {
  TALAR_ASSERT("FUP-1", state.tasks.size() <= limits::follow_ups);
  for (const auto& [id, task] : state.tasks) {
    TALAR_ASSERT("FUP-4", task.finished_at.has_value() == is_finished(task.state));
    TALAR_ASSERT("FUP-5", task.notes <= std::int64_t{limits::progress_notes});
    TALAR_ASSERT("FUP-5", task.own_notes <= task.notes);
  }
}

}  // namespace talar::hall
