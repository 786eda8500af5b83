#include "tests/unit/hall/record_story.hpp"

namespace talar::hall {
namespace {

constexpr MeetingId draft{102};
constexpr ItemId item{903};

Event scheduled() {
  Schedule schedule;
  schedule.weekday = 5;
  schedule.minute = 9 * 60;
  schedule.minutes = 120;
  schedule.place = "تالار گفتگو";
  Charter amended = charter();
  amended.schedule = schedule;
  return CharterAmended{amended};
}

ItemContent last_minutes(const char* title, MeetingId minutes = meeting) {
  ItemContent content;
  content.title = title;
  content.kind = ItemKind::decision;
  content.approves = minutes;
  return content;
}

/// What of the next draft is there to approve minutes.
std::vector<ItemContent> approvals(const Scene& scene) {
  Scene drafted = scene;
  drafted.does(clerk, DraftNextMeeting{});
  std::vector<ItemContent> found;
  for (auto recorded = drafted.journal().begin() + static_cast<std::ptrdiff_t>(scene.journal().size());
       recorded != drafted.journal().end(); ++recorded) {
    const auto* const added = std::get_if<ItemAdded>(&recorded->event);
    if (added && added->content.approves) found.push_back(added->content);
  }
  return found;
}

TEST(ApprovalItem, REC_7_names_a_meeting_that_has_opened) {
  const auto ask = [](const Story& story, MeetingId minutes) {
    return given(story, MeetingDrafted{draft, {}}).when(clerk, AddItem{draft, {}, {}, approving(minutes)});
  };
  ask(open_meeting(), meeting).then({ItemAdded{draft, fresh<ItemId>(), {}, 0, approving(meeting)}});
  ask(written(), meeting).then({ItemAdded{draft, fresh<ItemId>(), {}, 0, approving(meeting)}});
  ask(followed(written()), meeting).then({ItemAdded{draft, fresh<ItemId>(), {}, 0, approving(meeting)}});
  ask(convened(), meeting).then(RefusalCode::wrong_meeting_state, "content.approves");
  ask(written(), draft).then(RefusalCode::no_such_meeting, "content.approves");
  ask(written(), MeetingId{999}).then(RefusalCode::no_such_meeting, "content.approves");
  ask(approved(), meeting).then(RefusalCode::wrong_record_state, "content.approves");
}

TEST(ApprovalItem, REC_7_is_seen_and_may_go_on_naming_it) {
  auto scene = given(approved());
  EXPECT_EQ(scene.seen_by(Audience::public_).items.at(approval).approves, meeting);
  ItemContent content = approving(meeting);
  content.title = "صورتجلسهٔ پیشین";
  scene.when(clerk, EditItem{approval, content}).then({ItemEdited{next_meeting, approval, content}});
  content.approves = next_meeting;
  scene.when(clerk, EditItem{approval, content}).then(RefusalCode::no_such_meeting, "content.approves");
}

TEST(ApprovalItem, REC_7_what_comes_by_itself_leaves_out_what_it_cannot_approve) {
  auto scene =
      given(approved(), MeetingDrafted{draft, {}}, ItemEnded{next_meeting, approval, ItemState::deferred, {}, {}});
  ItemContent content = approving(meeting);
  content.approves.reset();
  scene.when(clerk, CarryOver{draft})
      .then({ItemAdded{
          draft, fresh<ItemId>(), {}, 0, content, ItemOrigin{OriginKind::carried_over, approval, {}, {}, {}}}});
}

TEST(ApprovalItem, AGD_20_a_template_does_not_say_which_minutes) {
  auto scene = given(followed(written()));
  scene.does(clerk, SaveTemplate{"همیشگی", next_meeting});
  EXPECT_EQ(scene.state().templates.begin()->second.items.front().content.approves, std::nullopt);
}

TEST(ApprovalItem, REC_8_the_next_draft_approves_the_minutes_that_are_not_approved) {
  const std::vector<ItemContent> expected{last_minutes("تصویب صورتجلسهٔ جلسهٔ ۱")};
  EXPECT_EQ(approvals(given(written(), scheduled())), expected);
  EXPECT_EQ(approvals(given(discussing(), scheduled())), expected) << "it will be over by then";
  EXPECT_TRUE(approvals(given(convened(), scheduled())).empty());
}

TEST(ApprovalItem, REC_8_those_of_the_meeting_before_while_the_next_waits_to_open) {
  const auto scene = given(written(), scheduled(), MeetingDrafted{next_meeting, {}},
                           ItemAdded{next_meeting, item, {}, 0, content("گزارش")}, MeetingConvened{next_meeting, 2, 1});
  EXPECT_EQ(approvals(scene).front().approves, meeting);
}

TEST(ApprovalItem, REC_8_all_that_nothing_approves_yet_the_oldest_first) {
  const auto scene = given(followed(written()), scheduled(), MemberArrived{next_meeting, mayor},
                           MeetingOpened{next_meeting, mayor, {1, 3, 5, false}, Reason{"فوریت"}},
                           ItemEnded{next_meeting, approval, ItemState::withdrawn, {}, {}});
  EXPECT_EQ(approvals(scene), (std::vector<ItemContent>{last_minutes("تصویب صورتجلسهٔ جلسهٔ ۱"),
                                                        last_minutes("تصویب صورتجلسهٔ جلسهٔ ۲", next_meeting)}));
}

TEST(ApprovalItem, REC_8_not_again_and_not_what_is_approved) {
  EXPECT_TRUE(approvals(given(followed(written()), scheduled())).empty()) << "it stands on this one's agenda";
  auto scene = given(written(), scheduled());
  scene.does(clerk, DraftNextMeeting{});
  EXPECT_TRUE(approvals(scene).empty()) << "it stands on the other draft";
  const auto of_the_next = approvals(given(approved(), scheduled()));
  ASSERT_EQ(of_the_next.size(), 1u);
  EXPECT_EQ(of_the_next.front().approves, next_meeting);
}

}  // namespace
}  // namespace talar::hall
