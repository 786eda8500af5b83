#include <unicode/unistr.h>

#include "storage/archive.hpp"
#include "storage/search_query.hpp"
#include "tests/contract/meeting.hpp"

namespace talar::storage {
namespace {

class Search : public testing::Test {
 protected:
  void SetUp() override {
    Hall hall = chamber_after_first_meeting();
    hall.says(MinutesPublished{first});
    hall.says(MeetingDrafted{second, {{}, {0}, 150, "تالار"}});
    hall.says(ItemAdded{second, {220}, {}, 0, item("لایروبی رودخانه، نوبت دوم")}).says(MeetingConvened{second, 2, 1});
    journal.commit(hall.entries);
  }

  std::vector<SearchHit> hits(const char* query, Audience audience = Audience::public_) {
    return archive.search({"chamber"}, {query}, audience, 0, 50).hits;
  }
  std::size_t count(const char* query, Audience audience = Audience::public_) { return hits(query, audience).size(); }
  std::size_t count(const SearchTerms& terms) {
    return archive.search({"chamber"}, terms, Audience::member, 0, 50).hits.size();
  }

  /// What a screen would put between <mark> and </mark>.
  static std::vector<std::string> marked(const SearchHit& hit) {
    std::vector<std::string> marked;
    const auto text = icu::UnicodeString::fromUTF8(hit.text);
    for (const auto& mark : hit.marks)
      text.tempSubStringBetween(static_cast<int32_t>(mark[0]), static_cast<int32_t>(mark[1]))
          .toUTF8String(marked.emplace_back());
    return marked;
  }

  Folder folder;
  Database database{folder.file(), Access::owner};
  Journal journal{database};
  Archive archive{database};
};

TEST_F(Search, finds_every_spelling_of_a_word) {
  for (const char* spelling : {"كميسيون", "کمیسیون", "کمیسـیون", "کَمیسیون", "ﻛمیسیون"})
    EXPECT_EQ(count(spelling), 1u) << spelling;
  for (const char* spelling : {"می‌خواهیم", "میخواهیم", "می خواهیم", "خواهیم"})
    EXPECT_EQ(count(spelling), 1u) << spelling;
  for (const char* spelling : {"رودخانه‌های", "رودخانههای", "رودخانه های"})
    EXPECT_EQ(count(spelling), 2u) << spelling;
  for (const char* spelling : {"مصوبهٔ ۱۲", "مصوبه 12", "مصوبۀ ١٢", "مصوبة ۱۲"})
    EXPECT_EQ(count(spelling), 1u) << spelling;
}

TEST_F(Search, every_word_must_occur_and_only_the_last_may_be_a_beginning) {
  EXPECT_EQ(count("گوهررود زرجوب"), 1u);
  EXPECT_EQ(count("زرجوب گوهر"), 1u);
  EXPECT_EQ(count("گوهر زرجوب"), 0u);
  EXPECT_EQ(count("گوهر "), 0u);  // the space says that the word is whole
  EXPECT_EQ(count("گوهررود ناموجود"), 0u);
}

TEST_F(Search, says_what_it_found_where) {
  const auto found = hits("لایروبی");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].kind, HitKind::resolution);
  EXPECT_EQ(found[0].meeting, first);
  EXPECT_EQ(found[0].number, 1);
  EXPECT_EQ(found[0].item, rivers);
  EXPECT_EQ(found[0].resolution, 1);
  EXPECT_EQ(found[0].title, "پایداری محیط زیست و رودخانه‌های شهر");
  EXPECT_EQ(found[0].text, "لایروبی رودخانه");
  EXPECT_EQ(marked(found[0]), (std::vector<std::string>{"لایروبی"}));
}

TEST_F(Search, marks_the_original_spelling_of_each_match) {
  const auto found = hits("زرجوب میخواهیم کمیسیو");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(marked(found[0]), (std::vector<std::string>{"كميسيون", "می‌خواهیم", "زرجوب"}));
}

TEST_F(Search, a_closed_item_is_never_found_by_the_public_or_the_display) {
  for (const char* secret : {"محرمانه", "حقوق", "رقم", "افزایش"}) {
    EXPECT_EQ(count(secret, Audience::public_), 0u) << secret;
    EXPECT_EQ(count(secret, Audience::display), 0u) << secret;
    EXPECT_GE(count(secret, Audience::member), 1u) << secret;
  }
}

TEST_F(Search, what_is_not_published_is_found_by_members_only) {
  EXPECT_EQ(count("نوبت"), 0u);
  EXPECT_EQ(count("نوبت", Audience::member), 1u);
  EXPECT_EQ(archive.search({"group"}, {"نوبت"}, Audience::staff, 0, 9).hits.size(), 0u);
}

TEST_F(Search, a_query_is_words_and_never_syntax) {
  for (const char* query : {"\"", "*", "(", "joined:کمیسیون", "NEAR(", "a AND", "^", "'; DROP TABLE event; --", "-",
                            "+", "{", "\\", "؟؟؟", "", "   ", "\xff\xfe", "\u200c", "OR OR OR"})
    EXPECT_NO_THROW(count(query)) << query;
  EXPECT_EQ(count("کمیسیون OR ناموجود"), 0u);
  EXPECT_EQ(count("\"کمیسیون\""), 1u);
  EXPECT_EQ(count("(زرجوب)"), 1u);
}

TEST_F(Search, pages) {
  const auto all = hits("رودخانه", Audience::member);
  ASSERT_GE(all.size(), 3u);
  const auto page = archive.search({"chamber"}, {"رودخانه"}, Audience::member, 1, 1);
  ASSERT_EQ(page.hits.size(), 1u);
  EXPECT_EQ(page.hits[0].text, all[1].text);
  EXPECT_TRUE(page.more);
  EXPECT_FALSE(archive.search({"chamber"}, {"رودخانه"}, Audience::member, all.size() - 1, 1).more);
}

TEST_F(Search, a_phrase_is_words_that_follow_each_other) {
  for (const char* phrase : {"\"محيط زیست\"", "«محیط زیست»", "“محیط زیست”"}) EXPECT_EQ(count(phrase), 2u) << phrase;
  EXPECT_EQ(count("«زیست محیط»"), 0u);
  EXPECT_EQ(count("زیست محیط"), 2u);
  EXPECT_EQ(count("«گوهررود و زرجوب» کمیسیون"), 1u);
  EXPECT_EQ(count("«محیط زی»"), 0u);   // closed: its last word is whole
  EXPECT_EQ(count("«محیط زی»*"), 2u);  // unless a star says otherwise
  EXPECT_EQ(count("«محیط زی"), 2u);    // still being typed
  EXPECT_EQ(count("«می‌خواهیم مصوبه»"), 1u);
  EXPECT_EQ(count("«»"), 0u);
}

TEST_F(Search, a_star_makes_any_word_a_beginning) {
  EXPECT_EQ(count("گوهر* زرجوب"), 1u);
  EXPECT_EQ(count("گوهر زرجوب"), 0u);
  EXPECT_EQ(count("*"), 0u);
  EXPECT_EQ(count("گ* زرجوب"), 0u);  // one letter is no beginning
}

TEST_F(Search, each_line_of_the_minutes_is_a_place_of_its_own) {
  Hall hall("chamber", journal.head({"chamber"}).seq);
  hall.says(MinutesWritten{first, rivers, "سطر آغاز\n\nپل نو ساخته شد.\nپل کهنه ماند.", 2});
  journal.commit(hall.fresh());
  auto found = hits("پل");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].text, "پل کهنه ماند.");
  EXPECT_EQ(found[0].line, 4);
  EXPECT_EQ(found[1].line, 3);
  EXPECT_EQ(marked(found[1]), (std::vector<std::string>{"پل"}));
  EXPECT_EQ(count("آغاز پل"), 0u);  // not in one line

  hall.says(MinutesWritten{first, rivers, "سطر آغاز\nپل نو ساخته شد.", 3});
  journal.commit(hall.fresh());
  found = hits("پل");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].line, 2);
}

TEST_F(Search, an_edit_writes_only_the_lines_again_whose_words_have_changed) {
  Hall hall("chamber", journal.head({"chamber"}).seq);
  const auto write = [&](const char* text, std::int64_t version) {
    hall.says(MinutesWritten{first, rivers, text, version});
    journal.commit(hall.fresh());
  };
  const std::string writings = "SELECT count(*) FROM rewritten";
  write("یک\nدو\nسه", 2);
  tamper(folder.file(),
         "CREATE TABLE rewritten (id); CREATE TRIGGER noted AFTER INSERT ON search_index_content "
         "BEGIN INSERT INTO rewritten VALUES (new.id); END");
  write("یک\nدُو\nچهار\nپنج", 3);
  EXPECT_EQ(number_in(folder.file(), writings), 2);
}

TEST_F(Search, finds_the_questions_of_votes_that_were_closed) {
  const auto found = hits("موافقید", Audience::member);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].kind, HitKind::vote);
  EXPECT_EQ(found[0].title, "حقوق کارکنان");
  EXPECT_EQ(count("موافقید"), 1u);
}

TEST_F(Search, finds_addenda_of_the_meeting_and_not_of_an_item) {
  Hall hall("chamber", journal.head({"chamber"}).seq);
  hall.says(AddendumAppended{first, "شمارهٔ نامهٔ ابلاغ اصلاح شد."}, clerk);
  hall.says(AddendumAppended{second, "ابلاغ دوم"}, clerk);
  journal.commit(hall.fresh());
  const auto found = hits("ابلاغ");
  ASSERT_EQ(found.size(), 1u) << "the second meeting is not published";
  EXPECT_EQ(found[0].kind, HitKind::addendum);
  EXPECT_EQ(found[0].meeting, first);
  EXPECT_FALSE(found[0].item);
  EXPECT_EQ(marked(found[0]), std::vector<std::string>{"ابلاغ"});
  EXPECT_EQ(count("ابلاغ", Audience::member), 2u);
  EXPECT_EQ(count({.words = "ابلاغ", .kind = HitKind::addendum, .person = clerk, .meeting = 1}), 1u);
  EXPECT_EQ(count({.words = "ابلاغ", .kind = HitKind::minutes}), 0u);
}

TEST_F(Search, finds_the_reports_of_groups_for_those_inside) {
  Hall hall("chamber", journal.head({"chamber"}).seq);
  hall.says(ItemReferred{first, rivers, {900}, {{"chamber"}, {"group"}, rivers, "رودخانه‌ها"}, {901}});
  hall.says(ReportReceived{{900}, "برآورد هزینه به پیوست است."});
  journal.commit(hall.fresh());
  EXPECT_EQ(count("برآورد"), 0u);
  const auto found = hits("برآورد", Audience::member);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].kind, HitKind::report);
  EXPECT_EQ(found[0].item, rivers);
  EXPECT_EQ(found[0].at, hall.now());
  EXPECT_EQ(found[0].text, "برآورد هزینه به پیوست است.");
}

TEST_F(Search, does_not_find_what_was_voided) {
  Hall hall("chamber", journal.head({"chamber"}).seq);
  hall.says(
      ResolutionFollowedUp{first, river_resolution, {.state = FollowUpState::under_way, .note = "لایروبی آغاز شد"}});
  journal.commit(hall.fresh());
  EXPECT_EQ(count("لایروبی", Audience::member), 3u);
  hall.says(ResolutionVoided{first, river_resolution, "دو بار"});
  journal.commit(hall.fresh());
  EXPECT_EQ(count("لایروبی", Audience::member), 1u) << "the title of the second meeting's item";
}

TEST_F(Search, keeps_to_a_kind_a_person_days_and_a_meeting) {
  EXPECT_EQ(count({.words = "رودخانه", .kind = HitKind::agenda}), 2u);
  EXPECT_EQ(count({.words = "رودخانه", .kind = HitKind::minutes}), 2u);
  EXPECT_EQ(count({.words = "رودخانه", .kind = HitKind::resolution}), 1u);
  EXPECT_EQ(count({.words = "رودخانه", .kind = HitKind::vote}), 0u);
  EXPECT_EQ(count({.words = "رودخانه", .person = deputy}), 1u);  // is responsible for the resolution
  EXPECT_EQ(count({.words = "رودخانه", .person = mayor}), 0u);
  EXPECT_EQ(count({.words = "رودخانه", .meeting = 2}), 1u);
  EXPECT_EQ(count({.words = "رودخانه", .from = Date{2023, 12, 28}}), 4u);
  EXPECT_EQ(count({.words = "رودخانه", .from = Date{2023, 12, 28}, .to = Date{2023, 12, 28}}), 4u);
  EXPECT_EQ(count({.words = "رودخانه", .from = Date{2023, 12, 29}}), 0u);
  EXPECT_EQ(count({.words = "رودخانه", .to = Date{2023, 12, 27}}), 1u);
}

TEST_F(Search, a_presenter_has_everything_of_the_item) {
  Hall hall("chamber", journal.head({"chamber"}).seq);
  ItemContent presented = item("پل‌های شهر");
  presented.presenter = clerk;
  hall.says(ItemEdited{first, rivers, presented}).says(MinutesWritten{first, rivers, "پل نو", 2});
  journal.commit(hall.entries);
  EXPECT_EQ(count({.words = "پل", .person = clerk}), 2u);
  EXPECT_EQ(count({.words = "لایروبی", .person = clerk}), 1u);
}

TEST_F(Search, the_newer_of_two_alike_comes_first_and_by_date_the_newest_anyway) {
  Hall hall("chamber", journal.head({"chamber"}).seq);
  constexpr MeetingId old{110}, fresh{111};
  constexpr Instant year{1'735'000'000'000};
  hall.says(MeetingDrafted{old, {{}, {1'000'000'000'000}, 150, "تالار"}});
  hall.says(ItemAdded{old, {230}, {}, 0, item("نوسازی بازار")}).says(MeetingConvened{old, 3, 1});
  hall.says(ItemAdded{old, {231}, {}, 1, item("بازار بازار")});
  hall.says(MeetingDrafted{fresh, {{}, year, 150, "تالار"}});
  hall.says(ItemAdded{fresh, {232}, {}, 0, item("نوسازی بازار")}).says(MeetingConvened{fresh, 4, 1});
  hall.says(ItemAdded{fresh, {233}, {}, 1, item("گزارشی بلند که در آن بازار هم یاد شده است")});
  journal.commit(hall.entries);
  const auto relevant = hits("بازار", Audience::member);
  ASSERT_EQ(relevant.size(), 4u);
  EXPECT_EQ(relevant[0].item, ItemId{232});
  const auto dated = archive.search({"chamber"}, {.words = "بازار", .sort = SearchSort::date}, Audience::member, 0, 9);
  ASSERT_EQ(dated.hits.size(), 4u);
  EXPECT_EQ(dated.hits[0].item, ItemId{232});
  EXPECT_EQ(dated.hits[1].item, ItemId{233});
  EXPECT_EQ(dated.hits[2].item, ItemId{230});
}

TEST_F(Search, forgets_what_was_edited_away) {
  Hall hall("chamber", journal.head({"chamber"}).seq);
  hall.says(MinutesWritten{first, rivers, "متن تازه", 2})
      .says(ResolutionEdited{first, river_resolution, {"پاکسازی", {}, {}, {}}});
  journal.commit(hall.entries);
  EXPECT_EQ(count("کمیسیون"), 0u);
  EXPECT_EQ(count("تازه"), 1u);
  EXPECT_EQ(count("لایروبی"), 0u);
  EXPECT_EQ(count("پاکسازی"), 1u);
}

TEST(SearchQuery, shows_a_piece_around_the_first_match_cut_between_words) {
  std::string text;
  for (int i = 0; i < 200; ++i) text += "واژهٔ " + std::to_string(i) + " ";
  text += "نشانه 🎉 ";
  for (int i = 0; i < 200; ++i) text += "🎉 ";
  const auto snippet = SearchQuery("نشانه").snippet(text);
  EXPECT_TRUE(snippet.text.starts_with("… "));
  EXPECT_TRUE(snippet.text.ends_with(" …"));
  const auto units = icu::UnicodeString::fromUTF8(snippet.text);
  EXPECT_LT(units.length(), 220);
  ASSERT_EQ(snippet.marks.size(), 1u);
  std::string marked;
  units.tempSubStringBetween(static_cast<int32_t>(snippet.marks[0][0]), static_cast<int32_t>(snippet.marks[0][1]))
      .toUTF8String(marked);
  EXPECT_EQ(marked, "نشانه");
  EXPECT_EQ(snippet.text.find("\xef\xbf\xbd"), std::string::npos);  // no half of a surrogate pair
}

TEST(SearchQuery, marks_lie_in_utf_16_behind_an_emoji) {
  const auto snippet = SearchQuery("شهر").snippet("🎉 شهر");
  EXPECT_EQ(snippet.marks, (std::vector<std::vector<std::int64_t>>{{3, 6}}));
}

TEST(SearchQuery, a_mark_takes_the_letters_signs_along) {
  const auto snippet = SearchQuery("مصوبه").snippet("مصوبهٔ نو");
  EXPECT_EQ(snippet.marks, (std::vector<std::vector<std::int64_t>>{{0, 6}}));
}

}  // namespace
}  // namespace talar::storage
