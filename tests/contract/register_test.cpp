#include "storage/archive_register.hpp"

#include <algorithm>

#include "protocol/time_text.hpp"
#include "tests/contract/meeting.hpp"

namespace talar::storage {
namespace {

constexpr ResolutionId bridge_resolution{402};
constexpr Instant january_2{1'704'180'000'000};  // 2024-01-02, 11:00 in Tehran

class Register : public testing::Test {
 protected:
  Register() { journal.commit(hall.fresh()); }

  void follow_up(ResolutionId resolution, FollowUpContent content, PersonId by = deputy) {
    hall.says(ResolutionFollowedUp{first, resolution, std::move(content)}, by);
    journal.commit(hall.fresh());
  }
  /// A third one, to be carried out by a group.
  void build_a_bridge() {
    hall.says(GroupFounded{{"bridges"}, "کارگروه پل‌ها"});
    hall.says(ResolutionAdopted{
        first, rivers, bridge_resolution, 3, {"ساخت پل نو", {}, {expert}, Date{2024, 1, 10}, HallId{"bridges"}}});
    journal.commit(hall.fresh());
  }
  RegisterPage page(const RegisterTerms& terms = {}, Audience audience = Audience::member, Instant now = january_2) {
    return archive.resolutions(hall.id, terms, audience, now, 30);
  }
  std::vector<std::int64_t> numbers(const RegisterTerms& terms, Instant now = january_2) {
    std::vector<std::int64_t> numbers;
    for (const RegisterRow& row : page(terms, Audience::member, now).rows) numbers.push_back(row.number);
    return numbers;
  }

  Folder folder;
  Database database{folder.file(), Access::owner};
  Journal journal{database};
  Archive archive{database};
  Hall hall = chamber_after_first_meeting();
};

using Numbers = std::vector<std::int64_t>;

TEST_F(Register, says_what_was_resolved_where_and_who_answers_for_it) {
  const auto rows = page().rows;
  ASSERT_EQ(rows.size(), 2u);
  const RegisterRow& row = rows[1];  // the newest first
  EXPECT_EQ(row.resolution, river_resolution);
  EXPECT_EQ(row.number, 1);
  EXPECT_EQ(row.meeting, first);
  EXPECT_EQ(row.meeting_number, 1);
  EXPECT_EQ(row.item, rivers);
  EXPECT_EQ(row.item_title.value, "پایداری محیط زیست و رودخانه‌های شهر");
  EXPECT_EQ(row.text, "لایروبی رودخانه");
  EXPECT_EQ(row.vote, open_vote);
  EXPECT_EQ(row.due, (Date{2024, 1, 4}));
  EXPECT_EQ(row.state, FollowUpState::adopted);
  ASSERT_EQ(row.responsible.size(), 2u);
  EXPECT_EQ(row.responsible[0].name.value, "معاون برنامه‌ریزی");
  EXPECT_FALSE(row.group);
}

TEST_F(Register, the_public_sees_it_at_once_but_nothing_of_closed_items) {
  for (const Audience audience : {Audience::public_, Audience::display}) {
    const auto seen = page({}, audience);
    ASSERT_EQ(seen.rows.size(), 1u);
    EXPECT_EQ(seen.rows[0].number, 1);
    EXPECT_EQ(seen.counts.all, 1);
  }
  EXPECT_TRUE(archive.resolutions({"group"}, {}, Audience::staff, january_2, 30).rows.empty());
}

TEST_F(Register, of_steps_that_are_not_for_everyone_the_public_sees_state_and_day) {
  follow_up(river_resolution, {FollowUpState::notified, "نامه رفت", {}, ShortName("۱۲۳"), {}, Visibility::inside},
            clerk);
  follow_up(
      river_resolution,
      {FollowUpState::under_way, "کار آغاز شد", {{{"گزارش", "https://rasht.ir/1"}}}, {}, {}, Visibility::everyone});
  const auto inside = page().rows[1].steps;
  ASSERT_EQ(inside.size(), 2u);
  EXPECT_EQ(inside[0].by, clerk);
  EXPECT_EQ(inside[0].by_name->value, "دبیر اتاق");
  EXPECT_EQ(inside[0].content.note->value, "نامه رفت");
  EXPECT_EQ(inside[0].content.letter->value, "۱۲۳");

  const auto seen = page({}, Audience::public_).rows[0];
  EXPECT_EQ(seen.state, FollowUpState::under_way);
  ASSERT_EQ(seen.steps.size(), 2u);
  EXPECT_EQ(seen.steps[0].content.state, FollowUpState::notified);
  EXPECT_EQ(seen.steps[0].at, inside[0].at);
  EXPECT_FALSE(seen.steps[0].by || seen.steps[0].by_name || seen.steps[0].content.note || seen.steps[0].content.letter);
  EXPECT_EQ(seen.steps[1].content.note->value, "کار آغاز شد");
  EXPECT_EQ(seen.steps[1].content.evidence->at(0).title.value, "گزارش");
}

TEST_F(Register, is_overdue_when_its_day_has_passed_in_tehran) {
  const Instant last_minute = *parse_instant("2024-01-04T23:59:59+03:30");
  EXPECT_EQ(numbers({.state = RegisterState::overdue}, last_minute), Numbers{});
  EXPECT_EQ(numbers({.state = RegisterState::due_soon}, last_minute), Numbers{1});
  const Instant midnight = last_minute + Millis{1'000};
  EXPECT_EQ(numbers({.state = RegisterState::overdue}, midnight), Numbers{1});
  EXPECT_EQ(numbers({.state = RegisterState::due_soon}, midnight), Numbers{});
  EXPECT_TRUE(page({}, Audience::public_, midnight).rows[0].overdue);
}

TEST_F(Register, is_due_soon_a_fortnight_before_its_day) {
  EXPECT_EQ(numbers({.state = RegisterState::due_soon}, *parse_instant("2023-12-20T12:00:00+03:30")), Numbers{});
  EXPECT_EQ(numbers({.state = RegisterState::due_soon}, *parse_instant("2023-12-21T12:00:00+03:30")), Numbers{1});
}

TEST_F(Register, a_finished_one_is_never_late_and_a_new_day_puts_it_off) {
  const Instant late = january_2 + Millis{std::int64_t{5} * 86'400'000};
  follow_up(river_resolution, {.state = FollowUpState::under_way, .due = Date{2024, 2, 1}});
  EXPECT_EQ(numbers({.state = RegisterState::overdue}, late), Numbers{});
  EXPECT_EQ(page().rows[1].due, (Date{2024, 2, 1}));
  follow_up(river_resolution, {.state = FollowUpState::done, .due = Date{2024, 1, 3}});
  EXPECT_EQ(numbers({.state = RegisterState::overdue}, late), Numbers{});
  EXPECT_EQ(numbers({.state = RegisterState::open}, late), Numbers{2});
  EXPECT_EQ(numbers({.state = RegisterState::done}, late), Numbers{1});
}

TEST_F(Register, keeps_to_a_person_a_group_due_days_and_words) {
  build_a_bridge();
  EXPECT_EQ(numbers({.person = expert}), (Numbers{3, 1}));
  EXPECT_EQ(numbers({.person = deputy}), Numbers{1});
  EXPECT_EQ(numbers({.group = HallId{"bridges"}}), Numbers{3});
  EXPECT_EQ(numbers({.from = Date{2024, 1, 5}}), Numbers{3});
  EXPECT_EQ(numbers({.to = Date{2024, 1, 4}}), Numbers{1});
  EXPECT_EQ(numbers({.from = Date{2024, 1, 4}, .to = Date{2024, 1, 10}}), (Numbers{3, 1}));
  EXPECT_EQ(numbers({.words = "لایروبی"}), Numbers{1});
  EXPECT_EQ(numbers({.words = "محیط زیست"}), (Numbers{3, 1}));  // of the item's title
  EXPECT_EQ(numbers({.words = "کمیسیون"}), Numbers{});          // only in the minutes
  EXPECT_EQ(numbers({.words = "؟؟"}), (Numbers{3, 2, 1}));
}

TEST_F(Register, counts_what_fits_the_filters_but_the_one_by_state) {
  build_a_bridge();
  follow_up(bridge_resolution, {.state = FollowUpState::dropped}, clerk);
  const auto all = page({.state = RegisterState::dropped});
  EXPECT_EQ(all.rows.size(), 1u);
  EXPECT_EQ(all.counts.all, 3);
  EXPECT_EQ(all.counts.adopted, 2);
  EXPECT_EQ(all.counts.dropped, 1);
  EXPECT_EQ(all.counts.due_soon, 1);
  EXPECT_EQ(page({.person = expert}).counts.all, 2);
}

TEST_F(Register, names_the_people_and_groups_that_any_row_names) {
  build_a_bridge();
  const auto seen = page({.words = "لایروبی"}, Audience::public_);
  ASSERT_EQ(seen.rows.size(), 1u);
  ASSERT_EQ(seen.people.size(), 2u);
  EXPECT_EQ(seen.people[0].person, deputy);
  EXPECT_EQ(seen.people[1].name.value, "کارشناس محیط زیست");
  ASSERT_EQ(seen.groups.size(), 1u);
  EXPECT_EQ(seen.groups.at({"bridges"}).value, "کارگروه پل‌ها");
}

TEST_F(Register, leaves_out_what_was_voided) {
  build_a_bridge();
  hall.says(ResolutionVoided{first, bridge_resolution, "دو بار ثبت شد."});
  journal.commit(hall.fresh());
  EXPECT_EQ(page().counts.all, 2);
  EXPECT_EQ(numbers({}), (Numbers{2, 1}));
  EXPECT_TRUE(page().groups.empty());
  const auto record = archive.record(hall.id, first, Audience::staff);
  ASSERT_TRUE(record);
  EXPECT_EQ(record->summary.resolutions, 2);
  const auto kept = std::ranges::find(record->items, rivers, &RecordItem::item)->resolutions.back();
  EXPECT_EQ(kept.void_reason, Reason("دو بار ثبت شد."));
  EXPECT_EQ(archive.figures(hall.id, 1402, january_2).adopted, 2);
  EXPECT_EQ(archive.figures(hall.id, 1402, january_2).meetings.at(0).resolutions, 2);
}

TEST_F(Register, names_people_as_at_the_meeting_else_as_they_are_else_as_they_were) {
  constexpr PersonId newcomer{20};
  hall.says(MemberEdited{{expert, "کارشناس ارشد", "ارشد", Seat::expert, true}});
  hall.says(MembersEnrolled{{{newcomer, "معاون تازه", "تازه", Seat::deputy, true}}});
  hall.says(ResolutionEdited{first, river_resolution, {"لایروبی", {}, {expert, newcomer}, {}, {}}});
  journal.commit(hall.fresh());
  const auto names = [&] {
    std::vector<std::string> found;
    const RegisterRow row = page().rows.back();
    for (const RegisterPerson& each : row.responsible) found.push_back(each.name.value);
    return found;
  };
  EXPECT_EQ(names(), (std::vector<std::string>{"کارشناس محیط زیست", "معاون تازه"}));
  const auto record = archive.record(hall.id, first, Audience::staff);
  EXPECT_EQ(archive.named_in(hall.id, *record).people.at(newcomer), Name("معاون تازه"));
  hall.says(MeetingDrafted{second, {{}, {1'704'346'200'000}, 150, "تالار"}}).says(MeetingConvened{second, 2, 1});
  hall.says(MemberArrived{second, newcomer}).says(MemberRemoved{newcomer});
  journal.commit(hall.fresh());
  EXPECT_EQ(names().at(1), "معاون تازه");
  EXPECT_EQ(archive.named_in(hall.id, *record).people.at(newcomer), Name("معاون تازه"));
}

TEST_F(Register, pages) {
  build_a_bridge();
  const auto top = archive.resolutions(hall.id, {}, Audience::member, january_2, 2);
  ASSERT_EQ(top.rows.size(), 2u);
  EXPECT_EQ(top.next, "1.2");
  EXPECT_EQ(top.counts.all, 3);
  const auto rest = archive.resolutions(hall.id, {.after = top.next}, Audience::member, january_2, 2);
  ASSERT_EQ(rest.rows.size(), 1u);
  EXPECT_EQ(rest.rows[0].number, 1);
  EXPECT_FALSE(rest.next);
  EXPECT_EQ(rest.counts.all, 3);
}

TEST_F(Register, search_finds_notes_as_far_as_they_are_for_everyone) {
  hall.says(MinutesPublished{first});
  follow_up(river_resolution, {.state = FollowUpState::under_way, .note = "بیل مکانیکی آمد"}, deputy);
  follow_up(river_resolution,
            {.state = FollowUpState::under_way, .note = "بیل‌ها رفتند", .visibility = Visibility::everyone},
            clerk);
  const auto inside = archive.search(hall.id, {"بیل"}, Audience::member, 0, 9).hits;
  ASSERT_EQ(inside.size(), 2u);
  EXPECT_EQ(inside[0].kind, HitKind::follow_up);
  EXPECT_EQ(inside[0].resolution, 1);
  EXPECT_EQ(archive.search(hall.id, {"بیل"}, Audience::public_, 0, 9).hits.size(), 1u);
  const SearchTerms by_clerk{.words = "بیل", .person = clerk};
  EXPECT_EQ(archive.search(hall.id, by_clerk, Audience::member, 0, 9).hits.size(), 1u);
}

}  // namespace
}  // namespace talar::storage
