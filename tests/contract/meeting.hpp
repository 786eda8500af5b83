// One whole meeting as events: a confidential item with a part, a vote, turns, minutes in several spellings,
// resolutions.
#pragma once

#include "tests/contract/store.hpp"

namespace talar::storage {

inline constexpr PersonId mayor{1}, deputy{2}, expert{3}, clerk{4}, guest{5};
inline constexpr MeetingId first{100}, second{101};
inline constexpr ItemId opening{200}, vision{201}, rivers{202}, office{203}, salaries{204}, gone{205};
inline constexpr VoteId open_vote{300}, closed_vote{301}, dropped_vote{302};
inline constexpr ResolutionId river_resolution{400}, salary_resolution{401};

inline ItemContent item(const char* title, bool confidential = false) {
  ItemContent content;
  content.title = title;
  content.minutes = 20;
  content.confidential = confidential;
  return content;
}

inline VoteContent question(const char* text) {
  return {text, {Base::cast, {MajorityKind::fraction, Fraction{2, 3, Comparison::at_least}}}, 60};
}

inline void hold_vote(Hall& hall, ItemId item, VoteId vote) {
  hall.says(VotePrepared{first, item, vote, question("موافقید؟")});
  hall.says(VoteOpened{first, item, vote, {mayor, deputy, expert}, {}});
  hall.says(BallotCast{first, vote, deputy, Choice::against}, deputy);
  hall.says(BallotCast{first, vote, mayor, Choice::approve}, mayor);
  hall.says(BallotCast{first, vote, deputy, Choice::approve}, deputy);
  hall.says(VoteClosed{first, item, vote, CloseCause::chair, {{2, 0, 0, 1}, 2, 2, Outcome::adopted}});
}

inline void hold_turn(Hall& hall, ItemId item, RequestId request, PersonId person) {
  hall.says(FloorRequested{first, item, request, person, SpeechKind::speech, {}}, person);
  hall.says(TurnStarted{first, item, request, person, SpeechKind::speech, {180'000}});
  hall.says(TurnExtended{first, item, request, {60'000}});
  hall.says(TurnEnded{first, item, request, person, SpeechKind::speech, {90'000}, {240'000}});
}

inline void enrol_and_convene(Hall& hall) {
  hall.says(MembersEnrolled{{{mayor, "شهردار رشت", "شهردار", Seat::president, true},
                             {deputy, "معاون برنامه‌ریزی", "معاون", Seat::deputy, true},
                             {expert, "کارشناس محیط زیست", "کارشناس", Seat::expert, true},
                             {clerk, "دبیر اتاق", "دبیر", Seat::secretary, false}}});
  hall.says(MeetingDrafted{first, {{}, {1'703'741'400'000}, 150, "تالار گفتگو"}});
  hall.says(ItemAdded{first, vision, {}, 0, item("چشم‌انداز توسعهٔ شهر")});
  hall.says(ItemAdded{first, opening, {}, 0, item("قرائت قرآن و آغاز رسمی جلسه")});
  hall.says(ItemAdded{first, gone, {}, 1, item("بندی که حذف می‌شود")});
  hall.says(
      ItemAdded{first, rivers, vision, 0, item("پایداری محیط زیست و رودخانه‌های شهر")});
  hall.says(ItemAdded{first, office, {}, 3, item("امور محرمانهٔ دبیرخانه", true)});
  hall.says(ItemAdded{first, salaries, office, 0, item("حقوق کارکنان")});
  hall.says(ItemRemoved{first, gone});
  hall.says(MeetingConvened{first, 1, 1});
}

inline void hold_meeting(Hall& hall) {
  hall.says(MemberArrived{first, mayor}).says(MemberArrived{first, deputy}).says(MemberArrived{first, expert});
  hall.says(AbsenceRecorded{first, clerk, AbsenceKind::excused, "بیماری"});
  hall.says(MeetingOpened{first, mayor, {3, 2, 3, true}, {}});
  hall.says(ItemActivated{first, rivers});
  hold_turn(hall, rivers, {500}, deputy);
  hall.says(FloorRequested{first, rivers, {501}, expert, SpeechKind::speech, {}}, expert);
  hall.says(RequestWithdrawn{first, rivers, {501}}, expert);
  hold_vote(hall, rivers, open_vote);
  hall.says(VotePrepared{first, rivers, dropped_vote, question("؟")}).says(VoteDiscarded{first, dropped_vote});
  hall.says(MinutesWritten{first, rivers,
                           "كميسيون محيط زيست می‌خواهیم؛ مصوبهٔ شمارهٔ ۱۲ رودخانه‌های "
                           "گوهررود "
                           "و "
                           "زرجوب.",
                           1},
            clerk);
  hall.says(ResolutionAdopted{
      first, rivers, river_resolution, 1, {"لایروبی رودخانه", open_vote, {deputy, expert}, Date{2024, 1, 4}}});
  hall.says(MemberDeparted{first, expert}).says(MemberArrived{first, expert});
  hall.says(RecessCalled{first, {}}).says(MeetingResumed{first});
  hall.says(ItemEnded{first, rivers, ItemState::done, {600'000}, {}});
  hall.says(ItemActivated{first, salaries});
  hold_turn(hall, salaries, {502}, deputy);
  hold_vote(hall, salaries, closed_vote);
  hall.says(MinutesWritten{first, salaries, "رقم محرمانه رودخانه", 1}, clerk);
  hall.says(ResolutionAdopted{first, salaries, salary_resolution, 2, {"افزایش محرمانه", {}, {}, {}}});
  hall.says(ItemEnded{first, salaries, ItemState::deferred, {300'000}, "به جلسهٔ بعد"});
  hall.says(MeetingClosed{first});
}

/// Founded, held, closed; the minutes are not published yet.
inline Hall chamber_after_first_meeting() {
  Hall hall = founded();
  enrol_and_convene(hall);
  hold_meeting(hall);
  return hall;
}

}  // namespace talar::storage
