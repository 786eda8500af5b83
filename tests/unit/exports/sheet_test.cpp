#include "server/exports/sheet.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "server/exports/record_sheets.hpp"
#include "tests/unit/exports/source.hpp"

namespace talar::exports {
namespace {

std::string line_of(Cell cell) {
  const std::string text = csv_text({"", {{"الف"}}, {{std::move(cell)}}});
  return text.substr(text.find("\r\n") + 2);
}

TEST(Csv, begins_with_a_byte_order_mark_and_ends_every_line_as_rfc_4180_says) {
  EXPECT_EQ(csv_text({"", {{"الف"}, {"ب"}}, {{"پ", std::int64_t{7}}, {{}, Date{2024, 1, 4}}}}),
            "\xEF\xBB\xBFالف,ب\r\nپ,7\r\n,2024-01-04\r\n");
}

TEST(Csv, quotes_what_would_part_a_cell) {
  EXPECT_EQ(line_of("او گفت \"نه\"، و رفت"), "\"او گفت \"\"نه\"\"، و رفت\"\r\n");
  EXPECT_EQ(line_of("یک,دو"), "\"یک,دو\"\r\n");
  EXPECT_EQ(line_of("یک\nدو"), "\"یک\nدو\"\r\n");
}

TEST(Csv, no_cell_begins_as_a_formula_does) {
  for (const std::string start : {"=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20"})
    EXPECT_EQ(line_of(start + "HYPERLINK(1)"), "\"'" + start + "HYPERLINK(1)\"\r\n") << start;
  EXPECT_EQ(line_of("۱=۱"), "۱=۱\r\n");
}

TEST(Csv, no_part_of_a_cell_begins_as_a_formula_does_where_cells_are_parted_otherwise) {
  EXPECT_EQ(line_of("الف;=HYPERLINK(1);ب"), "\"الف;'=HYPERLINK(1);ب\"\r\n");
  EXPECT_EQ(line_of("الف\t@ب"), "\"الف\t'@ب\"\r\n");
  EXPECT_EQ(line_of("الف\n=ب"), "\"الف\n'=ب\"\r\n");
  EXPECT_EQ(line_of("الف;\"=ب"), "\"الف;'\"\"=ب\"\r\n") << "behind a quotation mark, too";
  EXPECT_EQ(line_of("الف؛ =ب; ۱"), "\"الف؛ =ب; ۱\"\r\n");
}

TEST(Csv, lists_whoever_the_record_lists_and_what_was_voided_with_the_reason) {
  Source source = inside_source();
  source.record.people.push_back({PersonId{30}, "مهمان نیامده", "مهمان", Seat::guest});
  const std::string text = csv(source);
  EXPECT_EQ(text.find("مهمان نیامده"), std::string::npos);
  EXPECT_EQ(akoma_ntoso(source).find("غایب: "), std::string::npos);
  EXPECT_NE(text.find("\r\nمصوبه,43,۲,کارگروه گزارش بدهد.,,باطل شد,"), std::string::npos);
  EXPECT_NE(text.find(",دو بار ثبت شده بود.\r\n"), std::string::npos);
}

TEST(Sheets, minutes_there_are_minutes_of_the_meeting) {
  Source source = inside_source();
  source.record.people.front().attendance = {{minute(-600), minute(-590)}, {minute(-5), minute(10)}, {minute(120), {}}};
  const Sheet sheet = record_sheets(source).at(1);
  EXPECT_EQ(sheet.columns.at(9).name, "دقیقهٔ حضور");
  EXPECT_EQ(std::get<std::int64_t>(sheet.rows.at(0).at(9)), 20);
  EXPECT_EQ(std::get<std::int64_t>(sheet.rows.at(1).at(9)), 40 + 75);
}

TEST(Csv, a_number_stays_a_number_and_an_hour_is_the_one_in_tehran) {
  EXPECT_EQ(line_of(std::int64_t{-3}), "-3\r\n");
  EXPECT_EQ(line_of(ClockTime{rich::opened}), "09:00\r\n");
  EXPECT_EQ(line_of(ClockTime{{-1}}), "03:29\r\n");
}

TEST(Csv, of_a_meeting_tells_attendance_votes_and_resolutions_one_below_the_other) {
  const std::string text = csv(inside_source());
  EXPECT_NE(text.find("\r\nحضور,1,,شهردار رشت,رئیس,حاضر,۱۴۰۲/۱۰/۰۷,2023-12-28,08:55,11:10,"), std::string::npos);
  EXPECT_NE(text.find("\r\nحضور,9,,\"'=مهمان +۹۸\",مهمان,حاضر,"), std::string::npos);
  EXPECT_NE(text.find("\r\nرأی‌گیری,1,۲,آیا لایروبی زرجوب تصویب شود؟,"),
            std::string::npos);
  EXPECT_NE(text.find("\r\nمصوبه,41,۲,لایروبی زرجوب تا پایان سال انجام شود.,,تصویب شد,"), std::string::npos);
  EXPECT_NE(text.find(",۱۴۰۲/۱۲/۲۹,2024-03-19,\r\n"), std::string::npos);
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 1 + 9 + 12 + 3);
}

TEST(Csv, everybody_reads_nothing_of_a_closed_item) {
  EXPECT_NE(csv(inside_source()).find("قرارداد امضا شود؟"), std::string::npos);
  EXPECT_EQ(csv(public_source()).find("قرارداد"), std::string::npos);
}

TEST(Xlsx, the_same_record_gives_the_same_bytes) {
  const std::string bytes = xlsx(inside_source());
  EXPECT_TRUE(bytes.starts_with("PK"));
  EXPECT_TRUE(bytes == xlsx(inside_source()));
  EXPECT_FALSE(bytes == xlsx(public_source()));
}

TEST(Xlsx, a_meeting_without_anything_is_a_workbook_too) {
  EXPECT_TRUE(xlsx(not_held_source()).starts_with("PK"));
  EXPECT_TRUE(xlsx(Source()).starts_with("PK"));
}

}  // namespace
}  // namespace talar::exports
