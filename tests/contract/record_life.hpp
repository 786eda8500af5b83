// The first meeting's record on its way to its seal, and a second meeting that approves it.
#pragma once

#include "storage/archive.hpp"
#include "tests/contract/meeting.hpp"

namespace talar::storage {

inline constexpr ItemId approval{210};
inline constexpr CorrectionId named_correction{800}, other_correction{801};

inline TextUpdate insertion(std::int64_t at, const char* text) {
  return {{TextChange{at, at, text}}};
}

/// Circulated, corrected, approved in the second meeting; nobody has signed yet.
inline void approve_first_record(Hall& hall) {
  hall.says(MinutesCirculated{first, Date{2024, 1, 10}}, clerk);
  hall.says(CorrectionProposed{first, named_correction, {rivers, "زرجوب", "زرجوب و گوهررود", "نام کامل"}}, deputy);
  hall.says(CorrectionProposed{first, other_correction, {rivers, "کميسيون", "", {}}}, expert);
  hall.says(CorrectionAccepted{first, named_correction, AcceptMeans::replace}, clerk);
  hall.says(TextEdited{first, rivers, 2, "correction", {insertion(0, "اصلاح: ")}}, clerk);
  hall.says(CorrectionDeclined{first, other_correction, "درست است"}, clerk);
  hall.says(MeetingDrafted{second, {{}, {1'704'346'200'000}, 150, "تالار گفتگو"}});
  ItemContent content = item("تصویب صورت‌جلسهٔ پیشین");
  content.approves = first;
  hall.says(ItemAdded{second, approval, {}, 0, content, ItemOrigin{OriginKind::minutes}});
  hall.says(MeetingConvened{second, 2, 1}).says(MemberArrived{second, mayor});
  hall.says(MeetingOpened{second, mayor, {1, 2, 3, false}, "فوری"}).says(ItemActivated{second, approval});
  hall.says(MinutesApproved{first, second, approval, {}, {mayor, deputy}}, mayor);
}

}  // namespace talar::storage
