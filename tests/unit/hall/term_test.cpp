#include "tests/unit/hall/record_story.hpp"

namespace talar::hall {
namespace {

constexpr ItemId item{903};

Story draft() {
  return {MeetingDrafted{next_meeting, {}}, ItemAdded{next_meeting, item, {}, 0, content("گزارش")}};
}

TEST(Terms, MTG_12_one_begins_between_two_meetings) {
  given(enrolled()).when(clerk, BeginTerm{}).then({TermBegun{2}});
  given(written()).when(mayor, BeginTerm{}).then({TermBegun{2}});
  given(convened()).when(clerk, BeginTerm{}).then(RefusalCode::wrong_meeting_state, Args{{"state", "convened"}});
  given(discussing()).when(clerk, BeginTerm{}).then(RefusalCode::wrong_meeting_state, Args{{"state", "open"}});
}

TEST(Terms, MTG_12_meetings_and_resolutions_are_numbered_from_one_again) {
  auto scene = given(written() + draft());
  scene.does(clerk, BeginTerm{});
  scene.when(clerk, ConveneMeeting{next_meeting}).then({MeetingConvened{next_meeting, 1, 2}});
  scene.does(clerk, ConveneMeeting{next_meeting}).does(mayor, CheckIn{});
  scene.does(mayor, OpenMeeting{Reason{"فوریت"}}).does(mayor, ActivateItem{item});
  scene.when(clerk, AdoptResolution{item, resolution_of("متن")})
      .then({ResolutionAdopted{next_meeting, item, fresh<ResolutionId>(), 1, resolution_of("متن")}});
}

TEST(Terms, MTG_12_drafts_belong_to_it) {
  auto scene = given(written() + draft());
  scene.does(clerk, BeginTerm{});
  const View seen = scene.seen_by(Audience::staff);
  EXPECT_EQ(seen.hall.term, 2);
  EXPECT_EQ(seen.meetings.at(next_meeting).term, 2);
  EXPECT_EQ(seen.meetings.at(next_meeting).expected_number, 1);
  EXPECT_EQ(seen.meetings.at(meeting).term, 1);
  EXPECT_EQ(seen.meetings.at(meeting).number, 1);
}

TEST(Terms, MTG_12_there_are_a_thousand_at_most) {
  given(enrolled(), TermBegun{1000}).when(clerk, BeginTerm{}).then(RefusalCode::out_of_bounds, "term");
}

TEST(Terms, MIN_9_a_meeting_that_one_follows_adopts_nothing_more) {
  auto scene = given(written());
  scene.does(clerk, BeginTerm{});
  scene.when(clerk, AdoptResolution{report, resolution_of("متن")}).then(RefusalCode::minutes_frozen, "item");
  scene.when(clerk, EditResolution{decree, resolution_of("نو"), {}})
      .then({ResolutionEdited{meeting, decree, resolution_of("نو")}});
}

TEST(Terms, REC_8_the_minutes_of_the_last_one_come_up_before_its_own) {
  Charter amended = charter();
  amended.schedule.emplace().place = "تالار";
  auto scene = given(written(), TermBegun{2}, CharterAmended{amended}, MeetingDrafted{next_meeting, {}},
                     ItemAdded{next_meeting, item, {}, 0, content("گزارش")}, MeetingConvened{next_meeting, 1, 2},
                     MemberArrived{next_meeting, mayor},
                     MeetingOpened{next_meeting, mayor, {1, 3, 5, false}, Reason{"فوریت"}});
  scene.does(clerk, DraftNextMeeting{});
  std::vector<std::optional<MeetingId>> approved;
  for (const Recorded& recorded : scene.journal()) {
    const auto* const added = std::get_if<ItemAdded>(&recorded.event);
    if (added && added->content.approves) approved.push_back(added->content.approves);
  }
  EXPECT_EQ(approved, (std::vector<std::optional<MeetingId>>{meeting, next_meeting}));
}

}  // namespace
}  // namespace talar::hall
