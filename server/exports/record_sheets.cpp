#include "server/exports/record_sheets.hpp"

#include "protocol/tehran.hpp"
#include "server/exports/names.hpp"
#include "server/exports/persian.hpp"
#include "server/exports/persian_words.hpp"
#include "server/exports/sheet_cells.hpp"
#include "server/exports/vote_words.hpp"

namespace talar::exports {
namespace {

Sheet meeting_sheet(const Source& source) {
  const MeetingRecord& record = source.record;
  const MeetingSummary& summary = record.summary;
  Sheet sheet{"جلسه", {{"موضوع", 24}, {"مقدار", 40}}, {}};
  const auto row = [&](std::string_view name, Cell cell) {
    sheet.rows.push_back({std::string(name), std::move(cell)});
  };
  const Instant at = summary.opened_at.value_or(summary.content.starts_at);
  row("تالار", record.hall.value);
  row("شمارهٔ جلسه", summary.number);
  row("دوره", summary.term);
  if (summary.content.title) row("عنوان", summary.content.title->value);
  row("تاریخ", jalali_date(at));
  row("تاریخ میلادی", tehran::day_of(at));
  row("آغاز", time_of(summary.opened_at));
  row("پایان", time_of(summary.ended_at));
  row("محل", summary.content.place.value);
  if (record.chair) row("رئیس جلسه", Facts(source).plain_name(*record.chair));
  if (summary.state == MeetingState::not_held) row("وضعیت", "تشکیل نشد");
  if (record.quorum) {
    row("حاضران دارای حق رأی هنگام رسمیت", record.quorum->present);
    row("حد نصاب", record.quorum->needed);
  }
  if (record.life.seal) row("اثر انگشت صورتجلسه", record.life.seal->digest.value);
  row("زنجیره", record.chain);
  return sheet;
}

/// Of the meeting: people arrive before it opens, and a tablet may be tried out the evening before.
std::int64_t minutes_there(const RecordPerson& person, const MeetingSummary& meeting) {
  if (!meeting.opened_at) return 0;
  Millis all;
  for (const AttendanceSpan& span : person.attendance) {
    const Instant from = std::max(span.from, *meeting.opened_at);
    const auto until = span.until ? span.until : meeting.ended_at;
    if (until) all = all + std::max(Millis{0}, std::min(*until, meeting.ended_at.value_or(*until)) - from);
  }
  return all.ms / 60'000;
}

Sheet attendance_sheet(const Source& source) {
  const Facts facts(source);
  Sheet sheet{"حضور",
              {{"ردیف", 7},
               {"نام", 30},
               {"جایگاه", 18},
               {"گروه", 16},
               {"حق رأی", 9},
               {"وضعیت", 16},
               {"دلیل غیبت", 24},
               {"ورود", 9},
               {"خروج", 9},
               {"دقیقهٔ حضور", 12},
               {"نوبت سخن", 11},
               {"ثانیهٔ سخن", 11},
               {"ثانیهٔ ارائه", 11},
               {"جانشین", 24}},
              {}};
  for (const RecordPerson& person : source.record.people) {
    if (!is_listed(person)) continue;
    std::vector<PersonId> substitutes;
    for (const RecordSubstitution& each : source.record.substitutions) {
      if (each.absent == person.person) substitutes.push_back(each.substitute);
    }
    const auto& spans = person.attendance;
    sheet.rows.push_back(
        {static_cast<std::int64_t>(sheet.rows.size() + 1), person.name.value, text_of(persian(person.seat)),
         text_of(person.group), yes_or_no(person.votes), text_of(presence_name(person.presence)),
         text_of(person.excuse), spans.empty() ? Cell() : Cell(ClockTime{spans.front().from}),
         spans.empty() ? Cell() : time_of(spans.back().until), minutes_there(person, source.record.summary),
         person.turns, person.spoken.ms / 1000, person.presented.ms / 1000, plain_names(facts, substitutes)});
  }
  return sheet;
}

Sheet votes_sheet(const Source& source) {
  Sheet sheet{"رأی‌گیری",
              {{"ردیف", 7},
               {"بند", 8},
               {"عنوان بند", 30},
               {"پرسش", 40},
               {"نوع", 16},
               {"شیوه", 18},
               {"تاریخ", 13},
               {"تاریخ میلادی", 13},
               {"ساعت", 9},
               {"دارندگان حق رأی", 15},
               {"موافق", 9},
               {"مخالف", 9},
               {"ممتنع", 9},
               {"رأی نداده", 11},
               {"مبنا", 9},
               {"لازم", 9},
               {"نتیجه", 18},
               {"توضیح", 30}},
              {}};
  for (const RecordItem& item : source.record.items) {
    for (const RecordVote& vote : item.votes) {
      const VoteForm form = form_of(vote);
      CellRow row{static_cast<std::int64_t>(sheet.rows.size() + 1),
                  item_number(item.number),
                  title_of(item),
                  vote.content.question.value,
                  text_of(persian(form.kind)),
                  text_of(persian(form.mode)),
                  jalali_date(vote.closed_at),
                  tehran::day_of(vote.closed_at),
                  ClockTime{vote.closed_at},
                  vote.entitled};
      append(row, tally_cells(vote));
      append(row, vote.result ? CellRow{vote.result->base_count, vote.result->needed} : CellRow(2));
      row.push_back(verdict(vote));
      row.push_back(text_of(vote.void_reason));
      sheet.rows.push_back(std::move(row));
    }
  }
  return sheet;
}

Sheet options_sheet(const Source& source) {
  Sheet sheet{"گزینه‌ها",
              {{"بند", 8}, {"پرسش", 40}, {"گزینه", 30}, {"شمار", 9}, {"جایگاه", 9}, {"برگزیده", 10}, {"انصراف", 10}},
              {}};
  for (const RecordItem& item : source.record.items) {
    for (const RecordVote& vote : item.votes) {
      if (!vote.content.form || !vote.result || !vote.result->options) continue;
      const auto& options = vote.content.form->options;
      for (std::size_t i = 0; i < options.size() && i < vote.result->options->size(); ++i) {
        const OptionResult& result = (*vote.result->options)[i];
        sheet.rows.push_back({item_number(item.number), vote.content.question.value, options[i].title.value,
                              result.count, result.place ? Cell(*result.place) : Cell(), yes_or_no(result.elected),
                              yes_or_no(options[i].withdrawn)});
      }
    }
  }
  return sheet;
}

Sheet ballots_sheet(const Source& source) {
  const Facts facts(source);
  Sheet sheet{"آرای افراد", {{"بند", 8}, {"پرسش", 40}, {"نام", 30}, {"رأی", 40}, {"وزن", 8}}, {}};
  for (const RecordItem& item : source.record.items) {
    for (const RecordVote& vote : item.votes) {
      for (const RecordBallot& ballot : vote.ballots)
        sheet.rows.push_back({item_number(item.number), vote.content.question.value, facts.plain_name(ballot.person),
                              ballot_text(vote, ballot.ballot), ballot.weight.value_or(1)});
    }
  }
  return sheet;
}

Sheet resolutions_sheet(const Source& source) {
  const Facts facts(source);
  Sheet sheet{"مصوبات",
              {{"شماره", 9},
               {"بند", 8},
               {"عنوان بند", 30},
               {"متن مصوبه", 60},
               {"تاریخ", 13},
               {"تاریخ میلادی", 13},
               {"نتیجهٔ رأی", 18},
               {"مسئول پیگیری", 30},
               {"کارگروه", 24},
               {"مهلت", 13},
               {"مهلت میلادی", 13},
               {"وضعیت", 12},
               {"دلیل ابطال", 30}},
              {}};
  for (const RecordItem& item : source.record.items) {
    for (const RecordResolution& each : item.resolutions) {
      const ResolutionContent& content = each.content;
      const RecordVote* vote = facts.vote(content.vote);
      sheet.rows.push_back(
          {each.number, item_number(item.number), title_of(item), content.text.value, jalali_date(each.at),
           tehran::day_of(each.at), vote ? verdict(*vote) : Cell(), plain_names(facts, content.responsible),
           content.group ? Cell(facts.group(*content.group)) : Cell(), jalali_cell(content.due), day_cell(content.due),
           each.void_reason ? text_of("باطل شد") : Cell(), text_of(each.void_reason)});
    }
  }
  return sheet;
}

}  // namespace

std::vector<Sheet> record_sheets(const Source& source) {
  return {meeting_sheet(source), attendance_sheet(source), votes_sheet(source),
          options_sheet(source), ballots_sheet(source),    resolutions_sheet(source)};
}

Sheet record_sheet(const Source& source) {
  const Facts facts(source);
  Sheet sheet{"جلسه",
              {{"نوع"},
               {"شماره"},
               {"بند"},
               {"شرح"},
               {"جایگاه یا شیوه"},
               {"نتیجه"},
               {"تاریخ"},
               {"تاریخ میلادی"},
               {"از ساعت"},
               {"تا ساعت"},
               {"موافق"},
               {"مخالف"},
               {"ممتنع"},
               {"رأی نداده"},
               {"مسئول پیگیری"},
               {"کارگروه"},
               {"مهلت"},
               {"مهلت میلادی"},
               {"دلیل ابطال"}},
              {}};
  const auto line = [&](CellRow row) {
    row.resize(sheet.columns.size());
    sheet.rows.push_back(std::move(row));
  };
  const MeetingSummary& summary = source.record.summary;
  const Instant at = summary.opened_at.value_or(summary.content.starts_at);
  std::int64_t number = 0;
  for (const RecordPerson& person : source.record.people) {
    if (!is_listed(person)) continue;
    const auto& spans = person.attendance;
    line({"حضور", ++number, Cell(), person.name.value, text_of(persian(person.seat)),
          text_of(presence_name(person.presence)), jalali_date(at), tehran::day_of(at),
          spans.empty() ? Cell() : Cell(ClockTime{spans.front().from}),
          spans.empty() ? Cell() : time_of(spans.back().until)});
  }
  number = 0;
  for (const RecordItem& item : source.record.items) {
    for (const RecordVote& vote : item.votes) {
      const VoteForm form = form_of(vote);
      CellRow row{"رأی‌گیری",         ++number,
                  item_number(item.number),    vote.content.question.value,
                  text_of(persian(form.mode)), verdict(vote),
                  jalali_date(vote.closed_at), tehran::day_of(vote.closed_at),
                  ClockTime{vote.opened_at},   ClockTime{vote.closed_at}};
      append(row, tally_cells(vote));
      row.resize(sheet.columns.size() - 1);
      row.push_back(text_of(vote.void_reason));
      line(std::move(row));
    }
  }
  for (const RecordItem& item : source.record.items) {
    for (const RecordResolution& each : item.resolutions) {
      const ResolutionContent& content = each.content;
      const RecordVote* vote = facts.vote(content.vote);
      CellRow row{"مصوبه",
                  each.number,
                  item_number(item.number),
                  content.text.value,
                  Cell(),
                  each.void_reason ? text_of("باطل شد")
                  : vote           ? verdict(*vote)
                                   : Cell(),
                  jalali_date(each.at),
                  tehran::day_of(each.at),
                  ClockTime{each.at},
                  Cell()};
      append(row, vote ? tally_cells(*vote) : CellRow(tally_columns));
      append(row, {plain_names(facts, content.responsible), content.group ? Cell(facts.group(*content.group)) : Cell(),
                   jalali_cell(content.due), day_cell(content.due), text_of(each.void_reason)});
      line(std::move(row));
    }
  }
  return sheet;
}

}  // namespace talar::exports
