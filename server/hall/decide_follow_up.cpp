#include <algorithm>

#include "server/hall/decide.hpp"
#include "server/hall/refuse.hpp"
#include "server/hall/tasks.hpp"
#include "server/hall/url.hpp"

namespace talar::hall {
namespace {

using enum FollowUpState;

Refusal wrong_state(const Task& task) {
  return with(refuse(RefusalCode::wrong_follow_up_state), "state", task.state);
}

Refusal too_many(std::size_t max) {
  return with(refuse(RefusalCode::too_many_notes), "max", max);
}

/// FUP-3: what is left to chair and staff.
std::optional<Refusal> beyond_the_responsible(const Task& task, const FollowUpContent& content) {
  if (is_finished(task.state)) return wrong_state(task);
  if (content.state != under_way && content.state != done) return refuse(RefusalCode::not_allowed, "content.state");
  if (content.letter) return refuse(RefusalCode::not_allowed, "content.letter");
  if (content.due) return refuse(RefusalCode::not_allowed, "content.due");
  if (content.visibility == Visibility::everyone) return refuse(RefusalCode::not_allowed, "content.visibility");
  return std::nullopt;
}

}  // namespace

Decision decide_on(const Asking& a, const FollowUp& c) {
  const auto found = a.state.tasks.find(c.resolution);
  if (found == a.state.tasks.end()) return refuse(RefusalCode::no_such_resolution, "resolution");
  const Task& task = found->second;
  if (a.role != Role::chair && a.role != Role::staff) {
    if (std::ranges::count(task.responsible, a.person()) == 0) return refuse(RefusalCode::not_your_own, "resolution");
    if (auto refusal = beyond_the_responsible(task, c.content)) return *refusal;
    if (says_something(c.content) && task.own_notes >= std::int64_t{limits::own_progress_notes}) {
      return too_many(limits::own_progress_notes);
    }
  }
  if (c.content.state == task.state && !says_something(c.content)) return wrong_state(task);
  if (says_something(c.content) && task.notes >= std::int64_t{limits::progress_notes}) {
    return too_many(limits::progress_notes);
  }
  if (c.content.evidence) {
    if (auto refusal = bad_url_in(*c.content.evidence, "content.evidence.")) return *refusal;
  }
  return Events{ResolutionFollowedUp{task.meeting, c.resolution, c.content}};
}

}  // namespace talar::hall
