#include <random>

#include "tests/unit/hall/given.hpp"

namespace talar::hall {
namespace {

constexpr std::array outside{Audience::public_, Audience::display};

ItemContent closed(ItemContent content) {
  content.confidential = true;
  return content;
}

/// The report is on the table, behind closed doors.
Story closed_part() {
  return speaking() + Story{ItemEdited{meeting, report, closed(content("گزارش دبیرخانه"))},
                            ClosedPartBegun{meeting, Reason{"اطلاعات شخصی"}}};
}

TEST(ClosedPart, CNF_8_it_begins_in_an_open_meeting_or_its_recess) {
  given(open_meeting()).when(clerk, BeginClosedPart{}).then({ClosedPartBegun{meeting, {}}});
  given(open_meeting(), RecessCalled{meeting, {}}).when(mayor, BeginClosedPart{}).then({ClosedPartBegun{meeting, {}}});
  given(convened()).when(clerk, BeginClosedPart{}).then(RefusalCode::wrong_meeting_state);
  given(closed_meeting()).when(clerk, BeginClosedPart{}).then(RefusalCode::wrong_meeting_state);
}

TEST(ClosedPart, CNF_8_once_at_a_time) {
  given(closed_part()).when(clerk, BeginClosedPart{}).then(RefusalCode::closed_part_running);
  given(closed_part()).when(clerk, EndClosedPart{}).then({ClosedPartEnded{meeting}});
  given(open_meeting()).when(clerk, EndClosedPart{}).then(RefusalCode::no_closed_part);
}

TEST(ClosedPart, CNF_8_not_in_the_middle_of_a_vote_that_is_seen_outside) {
  given(voting()).when(clerk, BeginClosedPart{}).then(RefusalCode::vote_open);
  given(voting(payroll)).when(clerk, BeginClosedPart{}).then({ClosedPartBegun{meeting, {}}});
}

TEST(ClosedPart, CNF_8_it_ends_before_the_meeting) {
  auto scene = given(open_meeting(), ClosedPartBegun{meeting, {}});
  scene.when(mayor, CloseMeeting{}).then({ClosedPartEnded{meeting}, MeetingClosed{meeting}});
  scene.does(mayor, CloseMeeting{});
  EXPECT_EQ(scene.meeting_seen_by(Audience::public_).closed_since, std::nullopt);
}

TEST(ClosedPart, CNF_9_what_is_on_the_table_is_closed_first) {
  given(discussing())
      .when(clerk, BeginClosedPart{Reason{"اطلاعات شخصی"}})
      .then({ItemEdited{meeting, report, closed(content("گزارش دبیرخانه"))},
             ClosedPartBegun{meeting, Reason{"اطلاعات شخصی"}}});
  given(discussing(payroll)).when(clerk, BeginClosedPart{}).then({ClosedPartBegun{meeting, {}}});
}

TEST(ClosedPart, CNF_9_and_what_is_taken_up_meanwhile) {
  const auto scene = given(open_meeting(), ClosedPartBegun{meeting, {}});
  scene.when(mayor, ActivateItem{roads})
      .then({ItemEdited{meeting, roads, closed(content("زیرساخت‌ها"))}, ItemActivated{meeting, roads}});
  scene.when(mayor, ActivateItem{payroll}).then({ItemActivated{meeting, payroll}});
}

TEST(ClosedPart, CNF_9_it_stays_closed) {
  auto scene = given(closed_part());
  scene.does(clerk, EndClosedPart{});
  for (const Audience audience : outside) {
    const View seen = scene.seen_by(audience);
    EXPECT_TRUE(seen.items.at(report).closed);
    EXPECT_FALSE(seen.items.at(plan).closed);
    EXPECT_FALSE(seen.floor);
    EXPECT_FALSE(seen.people.empty());
    EXPECT_EQ(seen.meetings.at(meeting).agenda.size(), 5u);
  }
}

TEST(ClosedPart, CNF_10_outside_there_is_a_notice_and_nothing_else) {
  auto scene = given(closed_part(), MessagePosted{"پیام"});
  View expected;
  expected.hall = scene.seen_by(Audience::member).hall;
  expected.hall.chair.reset();
  expected.current = meeting;
  MeetingView& notice = expected.meetings[meeting];
  notice.state = MeetingState::open;
  notice.number = 1;
  notice.content = {{}, nine_o_clock, 150, "تالار گفتگو"};
  notice.closed_since = nine_o_clock;
  for (const Audience audience : outside) EXPECT_EQ(scene.seen_by(audience), expected);
}

TEST(ClosedPart, CNF_10_those_inside_see_everything) {
  const View seen = given(closed_part()).seen_by(Audience::member);
  EXPECT_EQ(seen.items.size(), 5u);
  EXPECT_TRUE(seen.floor);
  EXPECT_EQ(seen.meetings.at(meeting).closed_since, nine_o_clock);
}

/// Three hundred random commands while the closed part runs; whatever is accepted happens.
TEST(ClosedPart, CNF_11_nothing_that_happens_inside_is_seen_outside) {
  std::mt19937_64 random(20'231'228);
  auto scene = given(closed_part());
  const View notice = scene.seen_by(Audience::public_);
  ASSERT_EQ(scene.seen_by(Audience::display), notice);
  const std::vector<PersonId> people{mayor, vice, ann, ben, cyrus, dana, guest, clerk};
  const std::vector<ItemId> items{report, plan, roads, rivers, payroll};
  const auto any = [&](const auto& list) { return list[random() % list.size()]; };
  int accepted = 0;
  for (int i = 0; i < 300; ++i) {
    scene.after(seconds(1));
    const Meeting& now = scene.current();
    const ItemId item = any(items);
    const auto vote = now.open_vote.value_or(now.votes.empty() ? ballot : now.votes.rbegin()->first);
    const std::vector<std::pair<PersonId, Command>> ideas{
        {any(people), RequestFloor{}},
        {any(people), CheckIn{}},
        {clerk, RecordArrival{any(people)}},
        {clerk, RecordDeparture{any(people)}},
        {clerk, RecordAbsence{ben, AbsenceKind::unexcused, "بی‌خبر"}},
        {mayor, GiveFloorTo{any(people), SpeechKind::reply}},
        {mayor, ActivateItem{item}},
        {mayor, EndItem{}},
        {clerk, DeferItem{item, {}}},
        {clerk, EditItem{item, now.items.at(item).content}},
        {clerk, AddItem{meeting, {}, {}, content("بند تازه")}},
        {any(people), DeclareInterest{item, {}}},
        {clerk, PrepareVote{item, question()}},
        {mayor, OpenVote{vote}},
        {any(people), CastVote{vote, Choice(random() % 3)}},
        {mayor, CloseVote{vote}},
        {clerk, WriteMinutes{item, "متن", now.record.texts.contains(item) ? now.record.texts.at(item).version : 0}},
        {clerk, AdoptResolution{item, resolution_of("متن")}},
        {clerk, PostMessage{"پیام"}},
        {mayor, HandChair{vice}},
        {mayor, TakeChair{}},
    };
    const auto& [person, command] = any(ideas);
    const Context context{Context::Kind::person, person, scene.now(), random(), true};
    const auto decision = decide(scene.state(), context, command);
    if (!decision) continue;
    ++accepted;
    scene.happens(*decision);
    ASSERT_EQ(scene.seen_by(Audience::public_), notice) << told(decision->front());
    ASSERT_EQ(scene.seen_by(Audience::display), notice) << told(decision->front());
  }
  EXPECT_GT(accepted, 60);
}

TEST(ClosedPart, CNF_12_those_inside_see_it_in_the_minutes) {
  auto scene = given(closed_part());
  scene.does(clerk, EndClosedPart{});
  const auto entries = scene.seen_by(Audience::member).minutes->entries;
  EXPECT_EQ(std::next(entries.rbegin())->second.kind, EntryKind::closed_part_begun);
  EXPECT_EQ(std::next(entries.rbegin())->second.reason, Reason{"اطلاعات شخصی"});
  EXPECT_EQ(entries.rbegin()->second.kind, EntryKind::closed_part_ended);
}

}  // namespace
}  // namespace talar::hall
