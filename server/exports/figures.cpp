#include <array>

#include "protocol/tehran.hpp"
#include "server/exports/persian.hpp"
#include "server/exports/persian_words.hpp"
#include "server/exports/register.hpp"
#include "server/exports/sheet_cells.hpp"

namespace talar::exports {
namespace {

constexpr std::array<std::string_view, 12> months{"فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور",
                                                  "مهر",     "آبان",     "آذر",   "دی",  "بهمن",  "اسفند"};

std::string month_name(std::int64_t month) {
  const auto at = static_cast<std::size_t>(month - 1);
  return std::string(at < months.size() ? months[at] : std::string_view());
}

Sheet year_sheet(const Figures& figures) {
  return {"سال",
          {{"موضوع", 30}, {"شمار", 12}},
          {{"سال", figures.year},
           {"جلسه‌ها", static_cast<std::int64_t>(figures.meetings.size())},
           {"مصوبات", figures.adopted},
           {"انجام‌شده", figures.done},
           {"کنارگذاشته", figures.dropped},
           {"ناتمام", figures.open},
           {"دیرشده", figures.overdue}}};
}

Sheet meetings_sheet(const std::vector<FiguresMeeting>& meetings) {
  Sheet sheet{"جلسه‌ها",
              {{"شماره", 9},
               {"تاریخ", 13},
               {"تاریخ میلادی", 13},
               {"برگزار شد", 11},
               {"حاضران", 10},
               {"اعضا", 10},
               {"رأی‌گیری", 11},
               {"مصوبات", 10},
               {"مدت به دقیقه", 13}},
              {}};
  for (const FiguresMeeting& meeting : meetings)
    sheet.rows.push_back({meeting.number, jalali_date(meeting.at), tehran::day_of(meeting.at), yes_or_no(meeting.held),
                          meeting.present, meeting.members, meeting.votes, meeting.resolutions,
                          meeting.lasted.ms / 60'000});
  return sheet;
}

Sheet people_sheet(const std::vector<FiguresPerson>& people) {
  Sheet sheet{"حضور و سخن",
              {{"نام", 30},
               {"جایگاه", 18},
               {"جلسه‌های عضویت", 15},
               {"حاضر", 9},
               {"با جانشین", 11},
               {"غایب موجه", 11},
               {"غایب غیرموجه", 13},
               {"نوبت سخن", 11},
               {"ثانیهٔ سخن", 11}},
              {}};
  for (const FiguresPerson& person : people)
    sheet.rows.push_back({person.name.value, text_of(persian(person.seat)), person.invited, person.attended,
                          person.represented, person.excused, person.unexcused, person.turns, person.spoken.ms / 1000});
  return sheet;
}

Sheet seats_sheet(const std::vector<FiguresSeat>& seats) {
  Sheet sheet{"سخن به تفکیک جایگاه", {{"جایگاه", 18}, {"نفر", 9}, {"نوبت سخن", 11}, {"ثانیهٔ سخن", 11}}, {}};
  for (const FiguresSeat& seat : seats)
    sheet.rows.push_back({text_of(persian(seat.seat)), seat.people, seat.turns, seat.spoken.ms / 1000});
  return sheet;
}

Sheet months_sheet(const std::vector<FiguresMonth>& every) {
  Sheet sheet{"مصوبات به تفکیک ماه", {{"ماه", 14}, {"تصویب‌شده", 11}, {"انجام‌شده", 11}}, {}};
  for (const FiguresMonth& month : every) sheet.rows.push_back({month_name(month.month), month.adopted, month.done});
  return sheet;
}

}  // namespace

std::string figures_xlsx(const Name& hall, const Figures& figures) {
  return workbook("آمار سال " + digits(figures.year) + " " + hall.value,
                  {year_sheet(figures), meetings_sheet(figures.meetings), people_sheet(figures.people),
                   seats_sheet(figures.seats), months_sheet(figures.months)});
}

}  // namespace talar::exports
