#include "server/exports/persian_words.hpp"

#include "server/exports/persian.hpp"

namespace talar::exports {

std::string_view persian(Seat seat) {
  switch (seat) {
    case Seat::president:
      return "رئیس";
    case Seat::vice_president:
      return "قائم‌مقام";
    case Seat::deputy:
      return "معاون شهردار";
    case Seat::district_mayor:
      return "شهردار منطقه";
    case Seat::council_representative:
      return "نمایندهٔ شورا";
    case Seat::expert:
      return "نخبه";
    case Seat::guest:
      return "مهمان";
    case Seat::secretary:
      return "دبیرخانه";
  }
  return {};
}

std::string_view persian(SpeechKind speech) {
  switch (speech) {
    case SpeechKind::speech:
      return "سخن";
    case SpeechKind::question:
      return "پرسش";
    case SpeechKind::reply:
      return "پاسخ";
    case SpeechKind::point_of_order:
      return "اخطار";
    case SpeechKind::presentation:
      return "ارائه";
  }
  return {};
}

std::string_view persian(Stance stance) {
  switch (stance) {
    case Stance::for_:
      return "موافق";
    case Stance::against:
      return "مخالف";
    case Stance::neutral:
      return "بی‌طرف";
  }
  return {};
}

std::string_view persian(PointOfOrder point) {
  switch (point) {
    case PointOfOrder::procedure:
      return "شیوهٔ ادارهٔ جلسه";
    case PointOfOrder::rights:
      return "حق عضو";
    case PointOfOrder::fact:
      return "تصحیح خلاف واقع";
  }
  return {};
}

std::string_view persian(Choice choice) {
  switch (choice) {
    case Choice::approve:
      return "موافق";
    case Choice::against:
      return "مخالف";
    case Choice::abstain:
      return "ممتنع";
  }
  return {};
}

std::string_view persian(Outcome outcome) {
  switch (outcome) {
    case Outcome::adopted:
      return "تصویب شد";
    case Outcome::rejected:
      return "تصویب نشد";
    case Outcome::tied:
      return "آرا برابر شد";
    case Outcome::objected:
      return "مخالفت شد";
    case Outcome::no_quorum:
      return "حد نصاب نبود";
    case Outcome::elected:
      return "انتخاب شد";
    case Outcome::incomplete:
      return "انتخاب کامل نشد";
    case Outcome::ranked:
      return "ترتیب مشخص شد";
    case Outcome::undecided:
      return "رأیی داده نشد";
  }
  return {};
}

std::string_view persian(VoteKind kind) {
  switch (kind) {
    case VoteKind::motion:
      return "موافق و مخالف";
    case VoteKind::consent:
      return "تصویب بی‌مخالف";
    case VoteKind::election:
      return "انتخابات";
    case VoteKind::ranking:
      return "اولویت‌بندی";
    case VoteKind::points:
      return "تقسیم امتیاز";
  }
  return {};
}

std::string_view persian(VoteMode mode) {
  switch (mode) {
    case VoteMode::device:
      return "علنی";
    case VoteMode::roll_call:
      return "قرائت اسامی";
    case VoteMode::show_of_hands:
      return "بلند کردن دست";
    case VoteMode::secret:
      return "مخفی";
  }
  return {};
}

std::string speech_name(SpeechKind kind, const std::optional<Stance>& stance) {
  std::string name(persian(kind));
  if (stance) name += " " + std::string(persian(*stance));
  return name;
}

std::string meeting_name(std::int64_t number) {
  return persian_ordinal(number) + " جلسه";
}

}  // namespace talar::exports
