#include "server/exports/vote_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "server/exports/paper_parts.hpp"
#include "server/exports/persian.hpp"
#include "server/exports/persian_words.hpp"

namespace talar::exports {
namespace {

struct Sum {
  std::string sum, note;
};

std::string share(const Majority& majority) {
  switch (majority.kind) {
    case MajorityKind::simple:
      return "اکثریت ساده";
    case MajorityKind::absolute:
      return "اکثریت مطلق";
    case MajorityKind::two_thirds:
      return "دو سوم";
    case MajorityKind::three_quarters:
      return "سه چهارم";
    case MajorityKind::four_fifths:
      return "چهار پنجم";
    case MajorityKind::fraction:
      break;
  }
  const Fraction fraction = majority.fraction.value_or(Fraction{1, 2});
  const std::string part = digits(fraction.numerator) + "⁄" + digits(fraction.denominator);
  return fraction.comparison == Comparison::more_than ? "بیش از " + part : part;
}

std::string majority_of(const Majority& majority) {
  const bool plain = majority.kind == MajorityKind::simple || majority.kind == MajorityKind::absolute;
  return plain ? "با " + share(majority) : fmt::format("با {} آرا", share(majority));
}

std::string_view base_word(const VoteRule& rule) {
  switch (rule.base) {
    case Base::valid:
      return rule.majority.kind == MajorityKind::simple ? "رأی موافق و مخالف" : "رأی";
    case Base::cast:
      return "رأی داده‌شده";
    case Base::present:
      return "نفر حاضر";
    case Base::entitled:
      return "دارندهٔ حق رأی";
    case Base::members:
      return "عضو دارای حق رأی";
  }
  return {};
}

std::string_view base_note(Base base) {
  if (base == Base::valid) return "ممتنع شمرده نمی‌شود";
  return base == Base::cast ? "ممتنع در شمار آرا می‌آید"
                            : "رأی‌نداده‌ها هم در شمارند";
}

std::string simple_sum(const VoteResult& result) {
  const std::string approve = digits(result.tally.approve), against = digits(result.tally.against);
  if (result.outcome == Outcome::tied || result.casting)
    return fmt::format("موافق {} برابر مخالف {}", approve, against);
  if (result.outcome == Outcome::adopted) return fmt::format("موافق {} بیش از مخالف {}", approve, against);
  return fmt::format("موافق {} بیش از مخالف {} نیست", approve, against);
}

Sum of_motion(const VoteRule& rule, const VoteResult& result) {
  if (rule.majority.kind == MajorityKind::simple || result.casting) {
    const std::string sum = simple_sum(result);
    return {result.casting ? fmt::format("{}؛ رأی رئیس جلسه: {}", sum, persian(*result.casting)) : sum,
            "ممتنع شمرده نمی‌شود"};
  }
  const bool absolute = rule.majority.kind == MajorityKind::absolute;
  return {fmt::format("{} از {} {} = {}؛ موافق {}", absolute ? "بیش از نیمی" : share(rule.majority),
                      digits(result.base_count), base_word(rule), digits(result.needed), digits(result.tally.approve)),
          std::string(base_note(rule.base))};
}

Sum of_election(const RecordVote& vote, const VoteForm& form, const VoteResult& result, const std::vector<Placed>& rows,
                const std::string& blanks) {
  const Majority& majority = vote.content.rule.majority;
  const std::string sum = majority.kind == MajorityKind::simple
                              ? fmt::format("بیشترین رأی در {} برگه", digits(result.tally.approve))
                              : fmt::format("{} از {} برگه = {} رأی",
                                            majority.kind == MajorityKind::absolute ? "بیش از نیمی" : share(majority),
                                            digits(result.base_count), digits(result.needed));
  const auto elected = std::ranges::count_if(rows, [](const Placed& row) { return row.result.elected; });
  std::int64_t last = 0;
  for (const Placed& row : rows)
    if (row.result.elected) last = std::max(last, row.result.place.value_or(0));
  const bool tie = result.outcome == Outcome::incomplete && std::ranges::any_of(rows, [&](const Placed& row) {
                     return row.tied && !row.result.elected && row.result.place == last + 1;
                   });
  const std::int64_t seats = form.seats ? form.seats->value : 1;
  return {fmt::format("{}؛ {} نفر از {} نفر", sum, digits(elected), digits(seats)),
          joined({blanks,
                  tie ? "برابری در آخرین جای خالی کسی را انتخاب نمی‌کند" : ""},
                 comma)};
}

Sum of_options(const RecordVote& vote, const VoteForm& form, const VoteResult& result) {
  if (result.outcome == Outcome::undecided) return {"هیچ برگه‌ای پر نشد", ""};
  const std::vector<Placed> rows = placed(vote);
  const std::string ballots = digits(result.tally.approve);
  const std::string blanks =
      result.tally.abstain > 0 ? fmt::format("{} برگهٔ سفید", digits(result.tally.abstain)) : std::string();
  const bool tied = std::ranges::any_of(rows, &Placed::tied);
  const std::string note =
      joined({blanks, tied ? "گزینه‌های برابر جایگاه یکسان دارند" : ""}, comma);
  if (form.kind == VoteKind::election) return of_election(vote, form, result, rows, blanks);
  if (form.kind == VoteKind::points)
    return {fmt::format("{} برگه، هر یک {} امتیاز", ballots, digits(form.points ? form.points->value : 0)), note};
  if (!vote.rules || vote.rules->ranking == RankingMethod::schulze)
    return {fmt::format("مقایسهٔ دوبه‌دو در {} برگه", ballots), note};
  const auto standing = std::ranges::count_if(rows, [](const Placed& row) { return !row.option.withdrawn; });
  return {fmt::format("{} برگه؛ گزینهٔ نخست هر برگه {} امتیاز", ballots, digits(standing - 1)), note};
}

}  // namespace

VoteForm form_of(const RecordVote& vote) {
  return vote.content.form.value_or(VoteForm{});
}

bool has_options(const VoteForm& form) {
  return form.kind == VoteKind::election || form.kind == VoteKind::ranking || form.kind == VoteKind::points;
}

bool is_secret(const VoteForm& form) {
  return form.mode == VoteMode::secret && form.kind != VoteKind::consent;
}

std::string vote_kind(const RecordVote& vote) {
  const VoteForm form = form_of(vote);
  if (form.kind == VoteKind::consent) return std::string(persian(form.kind));
  std::string what(persian(form.kind));
  if (form.kind == VoteKind::motion) what = majority_of(vote.content.rule.majority);
  if (form.kind == VoteKind::election) what = fmt::format("انتخاب {} نفر", digits(form.seats ? form.seats->value : 1));
  return joined({std::string(persian(form.mode)), what}, comma);
}

Verdict verdict(const RecordVote& vote, const VoteResult& result) {
  const VoteForm form = form_of(vote);
  const std::string outcome(persian(result.outcome));
  if (result.outcome == Outcome::no_quorum && result.quorum)
    return {fmt::format("{} نفر حاضر از {} نفر لازم برای رسمیت", digits(result.quorum->present),
                        digits(result.quorum->needed)),
            outcome, "آرا شمرده شد، ولی چیزی تصمیم گرفته نشد"};
  if (form.kind == VoteKind::consent) {
    if (result.outcome == Outcome::objected)
      return {"یک نفر مخالفت کرد", outcome, "همین پرسش به رأی گذاشته می‌شود"};
    return {"کسی مخالفت نکرد", outcome, "سکوت به معنای موافقت است"};
  }
  const Sum sum = has_options(form) ? of_options(vote, form, result) : of_motion(vote.content.rule, result);
  const bool weighted = vote.rules && !vote.rules->weights.empty() && form.mode != VoteMode::secret &&
                        form.mode != VoteMode::show_of_hands;
  return {sum.sum, outcome, joined({sum.note, weighted ? "شمارش با وزن رأی‌هاست" : ""}, comma)};
}

std::vector<Placed> placed(const RecordVote& vote) {
  const VoteForm form = form_of(vote);
  std::vector<Placed> rows;
  for (std::size_t at = 0; at < form.options.size(); ++at) {
    Placed row{at, form.options[at], {}, false};
    if (vote.result && vote.result->options && at < vote.result->options->size())
      row.result = (*vote.result->options)[at];
    rows.push_back(std::move(row));
  }
  for (Placed& row : rows)
    row.tied = row.result.place && std::ranges::any_of(rows, [&](const Placed& other) {
                 return other.at != row.at && other.result.place == row.result.place;
               });
  constexpr std::int64_t none = std::numeric_limits<std::int64_t>::max();
  std::ranges::stable_sort(rows, {}, [none](const Placed& row) { return row.result.place.value_or(none); });
  return rows;
}

}  // namespace talar::exports
