#include <gtest/gtest.h>

#include "tests/unit/exports/source.hpp"

namespace talar::exports {
namespace {

using namespace rich;

bool has(const std::string& page, std::string_view words) {
  return page.find(words) != std::string::npos;
}

std::string id(const char* what, std::string_view text) {
  return std::string("id=\"") + what + std::string(text) + '"';
}

TEST(Html, says_what_a_formal_record_says_before_anything_else) {
  const std::string page = html(inside_source());
  EXPECT_TRUE(page.starts_with("<!doctype html><html lang=\"fa\" dir=\"rtl\">"));
  for (const char* words :
       {"بسمه‌تعالی", "<dt>شماره</dt><dd>۱۴/۱۴۰۲</dd>", "<dt>تاریخ</dt><dd>۱۴۰۲/۱۰/۰۷</dd>",
        "<dt>پیوست</dt><dd>۲ فایل</dd>", "<h1>صورتجلسهٔ چهاردهمین جلسه</h1>", "ویژهٔ رودخانه‌ها",
        "<dt>نوع جلسه</dt><dd>علنی (جز بند ۶)</dd>", "<dt>روز و تاریخ</dt><dd>پنجشنبه ۷ دی ۱۴۰۲</dd>",
        "<dt>آغاز رسمی</dt><dd>۹:۰۰</dd>", "<dt>پایان</dt><dd>۱۱:۱۰</dd>", "<dt>محل</dt><dd>تالار گفتگو</dd>",
        "<dt>رئیس جلسه</dt><dd>شهردار رشت</dd>", "<dt>منشی</dt><dd>دبیر اتاق</dd>",
        "۴ از ۷ دارندهٔ حق رأی؛ حاضر در آغاز: ۴", "از ۱۰:۳۵ تا ۱۰:۵۰ (قرارداد محرمانه)"})
    EXPECT_TRUE(has(page, words)) << words;
}

TEST(Html, tells_who_was_there_from_when_until_when_and_who_was_not) {
  const std::string page = html(inside_source());
  for (const char* words :
       {"حاضر با حق رأی (۵)", "\u2068قائم‌مقام شهردار\u2069 (تا ۹:۴۰، از ۹:۵۵)", "مهمان (۱)",
        "حاضر بدون حق رأی (۱)", "غایب موجه (۱)", "(مأموریت اداری)", "غایب غیرموجه (۱)", "جانشین (۱)", "به جای"})
    EXPECT_TRUE(has(page, words)) << words;
}

TEST(Html, escapes_whatever_people_wrote) {
  Source source = inside_source();
  source.record.hall = "<script>alert(1)</script>";
  item_of(source.record, rivers).text = "<img src=x onerror=\"a\">\n</style>";
  const std::string page = html(source);
  EXPECT_FALSE(has(page, "<script"));
  EXPECT_FALSE(has(page, "<img"));
  EXPECT_TRUE(has(page, "&lt;script&gt;alert(1)&lt;/script&gt;"));
  EXPECT_TRUE(has(page, "&lt;img src=x onerror=&quot;a&quot;&gt;"));
  EXPECT_TRUE(has(page, "معاون حمل‌ونقل &lt;و&gt; ترافیک &amp; ایمنی"));
  EXPECT_EQ(page.find("</style>"), page.rfind("</style>"));
}

TEST(Html, has_an_anchor_for_every_item_and_for_every_line_of_its_text) {
  const std::string page = html(inside_source());
  for (const RecordItem& item : inside_source().record.items)
    EXPECT_TRUE(has(page, id("item-", item.item.text()))) << item.item.text();
  const std::string line = "line-" + ItemId(rivers).text() + "-";
  EXPECT_TRUE(has(page, id(line.c_str(), "1")));
  EXPECT_FALSE(has(page, id(line.c_str(), "2"))) << "an empty line counts and is not shown";
  EXPECT_TRUE(has(page, id(line.c_str(), "3")));
  EXPECT_TRUE(has(page, id(line.c_str(), "4")));
}

TEST(Html, tells_every_kind_and_mode_of_vote_with_its_question_counts_and_verdict) {
  const std::string page = html(inside_source());
  for (const char* words :
       {"(علنی، با اکثریت ساده، از ۹:۴۶ تا ۹:۴۷، ۵ دارندهٔ حق رأی)", "\u2068شهردار\u2069 (۲ رأی)",
        "قرائت اسامی، با بیش از", "بلند کردن دست، با", "مخفی، با اکثریت ساده", "(تصویب بی‌مخالف،",
        "کسی مخالفت نکرد", "علنی، انتخاب ۱ نفر", "علنی، اولویت‌بندی", "علنی، تقسیم امتیاز",
        "مقایسهٔ دوبه‌دو", "۵ برگه گرفته و ۴ برگه در صندوق شمرده شد.", "گیرندگان برگه",
        "پیش از پایان باطل شد", "اصلاح شمارش", "پس از مخالفت با تصویب بی‌مخالفِ ",
        "آرا برابر شد", "حد نصاب نبود", "برگهٔ رأی با نام"})
    EXPECT_TRUE(has(page, words)) << words;
}

TEST(Html, weaves_what_wrote_itself_with_the_text_the_votes_and_the_resolutions) {
  const std::string page = html(inside_source());
  const auto at = [&](std::string_view words) { return page.find(words); };
  const auto begins = at("رسیدگی به بند ۲ آغاز شد.");
  const auto turn = at("به مدت ۲ دقیقه به عنوان موافق سخن گفت.");
  const auto text = at("معاون فنی گزارش داد.");
  const auto vote = at("آیا لایروبی زرجوب تصویب شود؟");
  const auto resolution = at("مصوبهٔ ۴۱. ");
  const auto ends = at("رسیدگی به بند ۲ پایان یافت.");
  EXPECT_LT(begins, turn);
  EXPECT_LT(turn, text);
  EXPECT_LT(text, vote);
  EXPECT_LT(vote, resolution);
  EXPECT_LT(resolution, ends);
  EXPECT_NE(ends, std::string::npos);
  EXPECT_TRUE(has(page, "پیگیری: \u2068معاون فنی و عمرانی\u2069"));
  EXPECT_TRUE(has(page, "مهلت: ۱۴۰۲/۱۲/۲۹"));
  EXPECT_TRUE(has(page, "کارگروه: کارگروه رودخانه‌ها"));
  EXPECT_TRUE(has(page, "[یادداشت دبیرخانه: حاضران غیر عضو بازگشتند.]"));
}

TEST(Html, names_whoever_is_named_wherever_they_are_now) {
  Source source = inside_source();
  EXPECT_TRUE(has(
      html(source),
      "پیگیری: \u2068قائم‌مقام شهردار\u2069، \u2068معاون تازهٔ شهرسازی\u2069"));
  source.record.life.addenda.front().by = newcomer;
  EXPECT_TRUE(has(html(source), "ساعت ۶:۲۰ · \u2068معاون تازهٔ شهرسازی\u2069"));
  source.names.clear();
  EXPECT_TRUE(has(html(source), "\u2068عضو پیشین\u2069"));
  EXPECT_FALSE(has(csv(source), PersonId(newcomer).text()));
  EXPECT_FALSE(has(akoma_ntoso(source), PersonId(newcomer).text()));
}

TEST(Html, says_what_was_referred_reported_and_approved) {
  const std::string page = html(inside_source());
  for (const char* words : {"بند ۲ به \u2068کارگروه رودخانه‌ها\u2069 ارجاع شد (خواسته: برآورد هزینهٔ لایروبی؛ مهلت: "
                            "۱۴۰۲/۱۰/۳۰).",
                            "گزارش \u2068کارگروه رودخانه‌ها\u2069 دربارهٔ «نوسازی پارک شهر» "
                            "رسید.",
                            "صورتجلسهٔ سیزدهمین جلسه به تصویب رسید."})
    EXPECT_TRUE(has(page, words)) << words;
  const std::string outside = html(public_source());
  EXPECT_TRUE(has(outside, "گزارش یکی از ارجاع‌های پیشین رسید."));
  EXPECT_FALSE(has(outside, "نوسازی پارک شهر"));
}

TEST(Html, strikes_out_what_was_recorded_by_mistake) {
  const std::string page = html(inside_source());
  EXPECT_TRUE(has(page, "<b>مصوبهٔ ۴۳ باطل شد. </b><s>کارگروه گزارش بدهد.</s>"));
  EXPECT_TRUE(has(page, "دلیل ابطال: دو بار ثبت شده بود."));
  EXPECT_TRUE(has(page, "مصوبهٔ ۴۱ و ۴۲")) << "the agenda counts what stands";
  EXPECT_FALSE(has(page, "۴۲ و ۴۳"));
}

/// Item 2, item 3, item 2 again, and then somebody arrives.
Source taken_up_again() {
  Source source = inside_source();
  source.record.entries.clear();
  for (const auto& [at, item] : {std::pair(5, rivers), std::pair(50, wishes), std::pair(52, rivers)})
    source.record.entries.push_back({at, {EntryKind::item_started, minute(at), item}});
  source.record.entries.push_back({53, {EntryKind::arrived, minute(53), {}, deputy}});
  source.record.entries.push_back({54, {EntryKind::meeting_closed, minute(130)}});
  return source;
}

TEST(Html, tells_a_line_with_the_item_that_was_running_also_when_it_was_taken_up_again) {
  const Source source = taken_up_again();
  const std::string page = html(source), debate = akoma_ntoso(source);
  const std::string next = "<b>بند ۳. </b>";
  ASSERT_TRUE(has(page, next));
  EXPECT_LT(page.find("وارد جلسه شد"), page.find(next));
  ASSERT_TRUE(has(debate, "<num>۳</num>"));
  EXPECT_LT(debate.find("وارد جلسه شد"), debate.find("<num>۳</num>")) << "every form tells it alike";
}

TEST(Html, tells_the_public_when_a_closed_item_began_by_what_it_may_know) {
  Source source = public_source();
  source.record.entries = {{1, {EntryKind::item_started, minute(80), block}},
                           {2, {EntryKind::arrived, minute(100), {}, deputy}}};
  const std::string page = html(source), debate = akoma_ntoso(source);
  EXPECT_GT(page.find("وارد جلسه شد"), page.find("<b>بند ۶. </b>"));
  EXPECT_LT(page.find("وارد جلسه شد"), page.find("<b>بند ۷. </b>"));
  EXPECT_GT(debate.find("وارد جلسه شد"), debate.find("<num>۶</num>"));
}

TEST(Html, leaves_a_place_to_sign_to_those_who_will_have_to) {
  const std::string page = html(draft_source());
  const std::string places = page.substr(page.find("امضای حاضران"));
  EXPECT_TRUE(has(places, "<b>شهردار رشت</b><small>رئیس جلسه</small>"));
  EXPECT_TRUE(has(places, "<b>معاون فنی و عمرانی</b>"));
  for (const char* nobody : {"<b>دبیر اتاق</b>", "<b>=مهمان +۹۸</b>"}) EXPECT_FALSE(has(places, nobody)) << nobody;
}

TEST(Html, carries_nothing_that_xml_forbids) {
  const std::string page = html(inside_source());
  EXPECT_TRUE(has(page, "به درخواست ارائه‌دهنده<"));
  EXPECT_FALSE(has(page, "\xEF\xBF\xBF"));
}

TEST(Html, leaves_hidden_lines_out) {
  Source source = inside_source();
  for (RecordEntry& each : source.record.entries) each.entry.hidden = each.entry.kind == EntryKind::departed;
  EXPECT_TRUE(has(html(inside_source()), "از جلسه خارج شد."));
  EXPECT_FALSE(has(html(source), "از جلسه خارج شد."));
}

TEST(Html, tells_the_public_of_a_closed_item_only_that_it_was) {
  const std::string page = html(public_source());
  EXPECT_TRUE(has(page, "بخش غیرعلنی"));
  for (const char* words :
       {"قرارداد محرمانه", "گفتگو دربارهٔ پیمانکار", "قرارداد امضا شود", "برآورد.xlsx", "مأموریت اداری"})
    EXPECT_FALSE(has(page, words)) << words;
}

TEST(Html, is_marked_as_a_draft_until_it_is_approved) {
  EXPECT_TRUE(has(html(draft_source()), "data-text=\"پیش‌نویس\""));
  EXPECT_FALSE(has(html(inside_source()), "data-text=\"پیش‌نویس\""));
}

TEST(Html, ends_with_addenda_signatures_and_the_seal) {
  const std::string page = html(inside_source());
  for (const char* words : {"افزودهٔ ۱. ", "شمارهٔ نامهٔ ابلاغ", "امضای حاضران", "امضا شد: ۱۴۰۲/۱۰/۱۴، ساعت ۱۱:۰۰",
                            "بدون امضا", "دلیل مهر شدن بدون امضای همه", "پانزدهمین جلسه", "5555 5555", "cccc cccc"})
    EXPECT_TRUE(has(page, words)) << words;
  EXPECT_TRUE(has(page, "https://talar.example.ir/hall/rasht/seal/" + MeetingId(meeting).text()));
}

TEST(Html, of_a_meeting_that_was_not_held_says_why) {
  const std::string page = html(not_held_source());
  EXPECT_TRUE(has(page, "دلیل تشکیل نشدن"));
  EXPECT_FALSE(has(page, "امضای حاضران"));
}

TEST(Html, names_no_address_when_nobody_knows_where_the_server_is) {
  Source source = inside_source();
  source.url.clear();
  const std::string page = html(source);
  EXPECT_FALSE(has(page, "/hall/rasht"));
  EXPECT_FALSE(has(page, "/api/"));
}

TEST(Html, carries_its_font_when_it_is_given_one) {
  Source source = inside_source();
  EXPECT_FALSE(has(html(source), "@font-face"));
  source.font = "font";
  EXPECT_TRUE(has(html(source), "url(data:font/woff2;base64,Zm9udA==)"));
}

TEST(Html, is_the_same_for_the_same_record) {
  EXPECT_EQ(html(inside_source()), html(inside_source()));
}

}  // namespace
}  // namespace talar::exports
