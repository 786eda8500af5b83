// The life of a record: a meeting with a text and a resolution, and the next one, in which it comes up for approval.
#pragma once

#include "tests/unit/hall/given.hpp"

namespace talar::hall {

inline constexpr ItemId approval{901};
inline constexpr CorrectionId correction{601};

inline Story written() {
  return discussing() + Story{MinutesWritten{meeting, report, "یک دو سه", 1, {}},
                              ResolutionAdopted{meeting, report, decree, 1, resolution_of("متن")},
                              ItemEnded{meeting, report, ItemState::done, {}, {}}, MeetingClosed{meeting}};
}

inline Story circulated() {
  return written() + Story{MinutesCirculated{meeting, {}}};
}

inline CorrectionContent instead(const char* passage, const char* proposal) {
  return {report, passage, proposal, {}};
}

inline ItemContent approving(MeetingId minutes) {
  ItemContent item = content("تصویب صورتجلسه");
  item.approves = minutes;
  return item;
}

/// Convened, and not more.
inline Story followed(Story story) {
  return std::move(story) + Story{MeetingDrafted{next_meeting, {{}, nine_o_clock, 150, "تالار"}},
                                  ItemAdded{next_meeting, approval, {}, 0, approving(meeting)},
                                  MeetingConvened{next_meeting, 2, 1}};
}

inline Story up_for_approval(Story story = written()) {
  return followed(std::move(story)) + Story{MemberArrived{next_meeting, mayor},
                                            MeetingOpened{next_meeting, mayor, {1, 3, 5, false}, Reason{"فوریت"}},
                                            ItemActivated{next_meeting, approval}};
}

inline MinutesApproved approved_by_all() {
  return {meeting, next_meeting, approval, {}, {mayor, vice, ann, cyrus, dana}};
}

inline Story approved() {
  return up_for_approval() + Story{approved_by_all()};
}

inline Story signed_by(const std::vector<PersonId>& people) {
  Story story;
  for (const PersonId person : people) story.push_back(MinutesSigned{meeting, person});
  return story;
}

inline RecordState state_of(const Scene& scene) {
  return scene.state().records.at(meeting).state;
}

/// As POST .../seal makes it.
inline Seal sealing(const Scene& scene) {
  return {1, digest, digest, scene.state().records.at(meeting).seq};
}

}  // namespace talar::hall
