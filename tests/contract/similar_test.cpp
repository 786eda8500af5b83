// What is like a title that somebody types, so that nothing is done twice.
#include <algorithm>

#include "storage/archive.hpp"
#include "storage/similar_query.hpp"
#include "tests/contract/meeting.hpp"

namespace talar::storage {
namespace {

const HallId chamber{"chamber"}, group{"g-0000000001"}, stranger{"council"};
constexpr MeetingId draft{102}, group_meeting{103}, council_meeting{104};

class Similar : public testing::Test {
 protected:
  void SetUp() override {
    Hall hall = chamber_after_first_meeting();
    hall.says(MeetingDrafted{draft, {{}, {0}, 150, "تالار"}});
    hall.says(ItemAdded{draft, {230}, {}, 0, item("ساماندهی دستفروشان مرکز شهر")});
    now = hall.now();
    Hall sub(group.value);
    sub.says(HallFounded{"کارگروه رودخانه‌ها", {}, HallKind::working_group, "تالار", 1, {}, chamber});
    sub.says(MeetingDrafted{group_meeting, {{}, now, 150, "تالار"}});
    sub.says(ItemAdded{group_meeting, {231}, {}, 0, item("لایروبی گوهررود")});
    sub.says(MeetingConvened{group_meeting, 1, 1});
    Hall other(stranger.value);
    other.says(HallFounded{"شورا", {}, HallKind::chamber, "تالار", 1, {}});
    other.says(MeetingDrafted{council_meeting, {{}, now, 150, "تالار"}});
    other.says(ItemAdded{council_meeting, {232}, {}, 0, item("رودخانه‌های شهر")});
    other.says(MeetingConvened{council_meeting, 1, 1});
    for (Hall* each : {&hall, &sub, &other}) journal.commit(each->fresh());
  }

  std::vector<SimilarHit> like(const char* typed, Audience audience = Audience::member) {
    return archive.similar({{chamber, audience}, {group, audience}}, typed, now, 8).hits;
  }
  std::vector<std::string> titles(const char* typed, Audience audience = Audience::member) {
    std::vector<std::string> titles;
    for (const auto& hit : like(typed, audience)) titles.push_back(hit.text ? *hit.text : hit.title.value);
    return titles;
  }
  bool finds(const char* typed, const char* title, Audience audience = Audience::member) {
    return std::ranges::count(titles(typed, audience), title) == 1;
  }

  Folder folder;
  Database database{folder.file(), Access::owner};
  Journal journal{database};
  Archive archive{database};
  Instant now;
};

TEST_F(Similar, half_of_the_words_in_any_spelling_are_enough) {
  const char* title = "پایداری محیط زیست و رودخانه‌های شهر";
  for (const char* typed : {"محيط زيست", "رودخانه های شهر رشت", "رودخانه‌ها", "بررسی پایداری", "بهبود محیط"})
    EXPECT_TRUE(finds(typed, title)) << typed;
  EXPECT_FALSE(finds("محیط کار کارکنان اداری", title));
}

TEST_F(Similar, what_binds_words_says_nothing) {
  EXPECT_TRUE(SimilarQuery("بررسی و ارائهٔ آن در این مورد").empty());
  EXPECT_TRUE(SimilarQuery("").empty());
  EXPECT_TRUE(like("و در به از").empty());
}

TEST_F(Similar, whatever_is_typed_is_words_and_never_syntax) {
  for (const char* typed : {"\"", "رود\" OR \"x", "NEAR(", "joined:رود", "*", "a AND", "رود^"})
    EXPECT_NO_THROW(like(typed));
}

TEST_F(Similar, tells_where_it_stands_and_what_came_of_it) {
  const auto hits = like("لایروبی رودخانه");
  ASSERT_FALSE(hits.empty());
  const auto action = std::ranges::find(hits, SimilarKind::action, &SimilarHit::kind);
  ASSERT_NE(action, hits.end());
  EXPECT_EQ(action->hall, chamber);
  EXPECT_EQ(action->hall_name, Name{"اتاق شکوفایی شهری رشت"});
  EXPECT_EQ(action->meeting, first);
  EXPECT_EQ(action->number, 1);
  EXPECT_EQ(action->item, rivers);
  EXPECT_EQ(action->state, ItemState::done);
  EXPECT_EQ(action->resolution, 1);
  EXPECT_EQ(action->text, "لایروبی رودخانه");
  EXPECT_EQ(action->due, (Date{2024, 1, 4}));
  EXPECT_EQ(action->responsible, (std::vector<Name>{"معاون برنامه‌ریزی", "کارشناس محیط زیست"}));
}

TEST_F(Similar, a_resolution_is_an_action_until_its_day_has_passed) {
  const auto kind_after = [&](std::int64_t days) {
    const auto hits =
        archive.similar({{chamber, Audience::member}}, "لایروبی", now + Millis{days * 86'400'000}, 8).hits;
    return hits.at(0).kind;
  };
  EXPECT_EQ(kind_after(0), SimilarKind::action);
  EXPECT_EQ(kind_after(7), SimilarKind::action);
  EXPECT_EQ(kind_after(8), SimilarKind::resolution);
}

TEST_F(Similar, looks_into_the_halls_it_is_asked_for_and_no_other) {
  const auto hits = like("رودخانه");
  const auto from = [&](const HallId& hall) { return std::ranges::count(hits, hall, &SimilarHit::hall); };
  EXPECT_GT(from(chamber), 0);
  EXPECT_EQ(from(stranger), 0);
  EXPECT_EQ(like("گوهررود").at(0).hall, group);
}

TEST_F(Similar, each_sees_what_they_may_see) {
  EXPECT_TRUE(finds("دستفروشان", "ساماندهی دستفروشان مرکز شهر", Audience::staff));
  EXPECT_FALSE(finds("دستفروشان", "ساماندهی دستفروشان مرکز شهر", Audience::member));
  EXPECT_TRUE(finds("حقوق", "حقوق کارکنان", Audience::member));
  EXPECT_TRUE(like("حقوق", Audience::public_).empty());
  EXPECT_TRUE(like("لایروبی", Audience::public_).empty());  // nothing is published yet
}

TEST_F(Similar, the_same_title_is_shown_once_from_its_latest_meeting) {
  Hall hall(chamber.value, replayed(journal, chamber).back().seq);
  hall.says(DraftDiscarded{draft});
  for (std::uint64_t week = 0; week < 3; ++week) {
    const MeetingId id{300 + week};
    hall.says(MeetingDrafted{id, {{}, {1'600'000'000'000 + static_cast<std::int64_t>(week) * 604'800'000}, 150, "ت"}});
    hall.says(ItemAdded{id, {400 + week}, {}, 0, item("گزارش پیشرفت پیاده‌راه")});
    hall.says(MeetingConvened{id, 2 + static_cast<std::int64_t>(week), 1});
  }
  journal.commit(hall.fresh());
  const auto hits = like("پیاده‌راه");
  ASSERT_EQ(hits.size(), 1u);
  EXPECT_EQ(hits[0].meeting, MeetingId{302});
}

}  // namespace
}  // namespace talar::storage
