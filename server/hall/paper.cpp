#include "server/hall/paper.hpp"

#include <algorithm>
#include <numeric>
#include <set>

#include "server/hall/verdict.hpp"

namespace talar::hall {
namespace {

using Expected = std::optional<std::string>;

Refusal bad_form(const char* field, std::string expected) {
  return refuse(RefusalCode::bad_form, std::string("content.form.") + field, std::move(expected));
}

/// A field of its form that this kind needs, or must not have.
std::optional<Refusal> misplaced(const VoteForm& form) {
  const auto check = [&](const char* field, bool given, bool needed) -> std::optional<Refusal> {
    if (given == needed) return std::nullopt;
    return with(bad_form(field, needed ? "to be given" : "to be left out"), "kind", form.kind);
  };
  const bool election = form.kind == VoteKind::election;
  if (!has_options(form.kind)) {
    if (auto refusal = check("options", !form.options.empty(), false)) return refusal;
  }
  if (auto refusal = check("seats", form.seats.has_value(), election)) return refusal;
  if (auto refusal = check("marks", form.marks && !election, false)) return refusal;
  return check("points", form.points.has_value(), form.kind == VoteKind::points);
}

std::optional<Refusal> bad_options(const VoteForm& form) {
  if (!has_options(form.kind)) return std::nullopt;
  const std::size_t least = form.kind == VoteKind::election ? 1 : 2;
  if (form.options.size() < least) {
    return with(bad_form("options", std::to_string(least) + " or more"), "min", least);
  }
  std::set<std::string> titles;
  std::set<PersonId> people;
  for (const VoteOption& option : form.options) {
    if (!titles.insert(option.title).second) return bad_form("options", "different titles");
    if (option.person && !people.insert(*option.person).second) return bad_form("options", "different people");
  }
  const std::size_t seats = form.seats.value_or(0);
  if (seats <= form.options.size()) return std::nullopt;
  return with(bad_form("seats", "no more than candidates"), "max", form.options.size());
}

/// Out loud and by hand there are three answers, and no options.
std::optional<Refusal> bad_mode(const VoteForm& form) {
  const bool three_answers = form.mode == VoteMode::roll_call || form.mode == VoteMode::show_of_hands;
  if (!three_answers || !has_options(form.kind)) return std::nullopt;
  return with(bad_form("mode", "device or secret"), "kind", form.kind);
}

/// Gapless from 1: as many different places as the last one says.
Expected wrong_places(const Marks& marks) {
  std::set<std::int64_t> places(marks.begin(), marks.end());
  places.erase(0);
  if (places.empty() || *places.rbegin() == static_cast<std::int64_t>(places.size())) return std::nullopt;
  return "places from 1 without a gap";
}

Expected wrong_marks(const VoteForm& form, const Marks& marks) {
  const auto sum = std::accumulate(marks.begin(), marks.end(), std::int64_t{0});
  switch (form.kind) {
    case VoteKind::ranking:
      return wrong_places(marks);
    case VoteKind::points:
      if (sum > form.points->value) return "at most " + std::to_string(form.points->value) + " points";
      return std::nullopt;
    default:
      if (std::ranges::any_of(marks, [](std::int64_t mark) { return mark > 1; })) return "1 or 0 for each candidate";
      if (form.marks && sum > form.marks->value) return "at most " + std::to_string(form.marks->value) + " marked";
      return std::nullopt;
  }
}

Expected wrong_marks(const VoteForm& form, const std::optional<Marks>& marks) {
  if (!has_options(form.kind)) return marks ? Expected("a choice only") : std::nullopt;
  const std::size_t options = form.options.size();
  if (!marks || marks->size() != options) return std::to_string(options) + " numbers, one for each option";
  for (std::size_t n = 0; n < options; ++n) {
    if (form.options[n].withdrawn && (*marks)[n].value > 0) return "nothing for who has withdrawn";
  }
  return wrong_marks(form, *marks);
}

bool is_blank(const Marks& marks) {
  return std::ranges::all_of(marks, [](std::int64_t mark) { return mark == 0; });
}

Choice choice_of(const Marks& marks) {
  return is_blank(marks) ? Choice::abstain : Choice::approve;
}

}  // namespace

bool has_options(VoteKind kind) {
  return kind != VoteKind::motion && kind != VoteKind::consent;
}

std::optional<Refusal> malformed(const VoteContent& content) {
  if (!well_formed(content.rule.majority)) return refuse(RefusalCode::bad_fraction, "content.rule.majority.fraction");
  if (!content.form) return std::nullopt;
  if (auto refusal = misplaced(*content.form)) return refusal;
  if (auto refusal = bad_options(*content.form)) return refusal;
  return bad_mode(*content.form);
}

std::optional<Refusal> malformed(const VoteForm& form, const Ballot& ballot) {
  if (auto expected = wrong_marks(form, ballot.marks)) return refuse(RefusalCode::bad_ballot, "marks", *expected);
  if (!ballot.marks || ballot.choice == choice_of(*ballot.marks)) return std::nullopt;
  return refuse(RefusalCode::bad_ballot, "choice", std::string(word(choice_of(*ballot.marks))));
}

Result<Ballot> ballot_of(const VoteForm& form, std::optional<Choice> choice, const std::optional<Marks>& marks) {
  if (has_options(form.kind) && choice) return refuse(RefusalCode::bad_ballot, "choice", "marks only");
  if (!has_options(form.kind) && !choice) return refuse(RefusalCode::bad_ballot, "choice", "a choice");
  const Ballot ballot = choice ? Ballot(*choice, marks) : Ballot(choice_of(marks.value_or(Marks())), marks);
  if (auto refusal = malformed(form, ballot)) return *refusal;
  return ballot;
}

}  // namespace talar::hall
