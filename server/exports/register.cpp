#include "server/exports/register.hpp"

#include "protocol/tehran.hpp"
#include "server/exports/paper_parts.hpp"
#include "server/exports/persian.hpp"
#include "server/exports/sheet_cells.hpp"

namespace talar::exports {
namespace {

std::string_view state_name(FollowUpState state) {
  switch (state) {
    case FollowUpState::adopted:
      return "تصویب‌شده";
    case FollowUpState::notified:
      return "ابلاغ‌شده";
    case FollowUpState::under_way:
      return "در دست اقدام";
    case FollowUpState::done:
      return "انجام‌شده";
    case FollowUpState::dropped:
      return "کنارگذاشته";
  }
  return {};
}

std::string names_of(const std::vector<RegisterPerson>& people) {
  std::vector<std::string> names;
  for (const RegisterPerson& person : people) names.push_back(person.name.value);
  return joined(names, comma);
}

Sheet resolutions_sheet(const std::vector<RegisterRow>& rows) {
  Sheet sheet{"مصوبات",
              {{"شماره", 9},
               {"دوره", 7},
               {"جلسه", 7},
               {"عنوان بند", 30},
               {"متن مصوبه", 60},
               {"تاریخ", 13},
               {"تاریخ میلادی", 13},
               {"مسئول پیگیری", 30},
               {"کارگروه", 24},
               {"مهلت", 13},
               {"مهلت میلادی", 13},
               {"وضعیت", 14},
               {"دیرشده", 13},
               {"آخرین گام", 13},
               {"آخرین گام، میلادی", 16},
               {"شرح آخرین گام", 40}},
              {}};
  for (const RegisterRow& row : rows) {
    const RegisterStep* const last = row.steps.empty() ? nullptr : &row.steps.back();
    sheet.rows.push_back({row.number, row.term, row.meeting_number, row.item_title.value, row.text, jalali_date(row.at),
                          tehran::day_of(row.at), names_of(row.responsible), text_of(row.group_name),
                          jalali_cell(row.due), day_cell(row.due), text_of(state_name(row.state)),
                          yes_or_no(row.overdue), last ? Cell(jalali_date(last->at)) : Cell(),
                          last ? Cell(tehran::day_of(last->at)) : Cell(), last ? text_of(last->content.note) : Cell()});
  }
  return sheet;
}

Sheet steps_sheet(const std::vector<RegisterRow>& rows) {
  Sheet sheet{"گام‌ها",
              {{"شمارهٔ مصوبه", 12},
               {"تاریخ", 13},
               {"تاریخ میلادی", 13},
               {"وضعیت", 14},
               {"شرح", 60},
               {"شمارهٔ نامه", 16},
               {"مهلت تازه", 13},
               {"مهلت تازه، میلادی", 16},
               {"ثبت‌کننده", 24},
               {"مستندات", 40}},
              {}};
  for (const RegisterRow& row : rows) {
    for (const RegisterStep& step : row.steps) {
      const FollowUpContent& content = step.content;
      std::vector<std::string> evidence;
      if (content.evidence)
        for (const Link& link : *content.evidence) evidence.push_back(link.title.value + " " + link.url.value);
      sheet.rows.push_back({row.number, jalali_date(step.at), tehran::day_of(step.at),
                            text_of(state_name(content.state)), text_of(content.note), text_of(content.letter),
                            jalali_cell(content.due), day_cell(content.due), text_of(step.by_name),
                            joined(evidence, "\n")});
    }
  }
  return sheet;
}

}  // namespace

std::string register_xlsx(const Name& hall, const std::vector<RegisterRow>& rows) {
  return workbook("مصوبات " + hall.value, {resolutions_sheet(rows), steps_sheet(rows)});
}

std::string register_csv(const std::vector<RegisterRow>& rows) {
  return csv_text(resolutions_sheet(rows));
}

}  // namespace talar::exports
