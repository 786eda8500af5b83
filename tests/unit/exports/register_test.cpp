#include "server/exports/register.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace talar::exports {
namespace {

RegisterRow row() {
  RegisterRow row;
  row.number = 41;
  row.term = 2;
  row.meeting_number = 14;
  row.item_title = "احیای رودخانه‌ها";
  row.at = {1'703'741'400'000};
  row.text = "لایروبی زرجوب تا پایان سال انجام شود.";
  row.responsible = {{PersonId{10}, "معاون فنی"}, {PersonId{11}, "معاون ترافیک"}};
  row.group_name = "کارگروه رودخانه‌ها";
  row.due = Date{2024, 3, 19};
  row.state = FollowUpState::under_way;
  row.overdue = true;
  FollowUpContent step;
  step.note = "=کار آغاز شد";
  row.steps = {{Instant{1'704'000'000'000}, {}, {}, step}};
  return row;
}

TEST(Register, a_resolution_is_a_line_with_both_calendars_and_its_last_step) {
  const std::string text = register_csv({row()});
  EXPECT_NE(text.find("\r\n41,2,14,احیای رودخانه‌ها,لایروبی زرجوب تا پایان سال انجام "
                      "شود.,۱۴۰۲/۱۰/۰۷,2023-12-28,"
                      "معاون فنی، معاون ترافیک,کارگروه رودخانه‌ها,۱۴۰۲/۱۲/۲۹,2024-03-19,در دست "
                      "اقدام,بله,"
                      "۱۴۰۲/۱۰/۱۰,2023-12-31,\"'=کار آغاز شد\"\r\n"),
            std::string::npos)
      << text;
}

TEST(Register, an_empty_register_has_its_columns) {
  const std::string text = register_csv({});
  EXPECT_TRUE(text.starts_with("\xEF\xBB\xBFشماره,دوره,جلسه,"));
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 1);
}

TEST(Register, the_same_rows_and_figures_give_the_same_workbook) {
  EXPECT_TRUE(register_xlsx("اتاق", {row()}) == register_xlsx("اتاق", {row()}));
  Figures figures;
  figures.year = 1402;
  figures.people = {{PersonId{1}, "شهردار", Seat::president, 10, 9, 0, 1, 0, 4, Millis{60'000}}};
  figures.months = {{1, 3, 2}, {12, 1, 0}};
  EXPECT_TRUE(figures_xlsx("اتاق", figures).starts_with("PK"));
  EXPECT_TRUE(figures_xlsx("اتاق", figures) == figures_xlsx("اتاق", figures));
}

}  // namespace
}  // namespace talar::exports
