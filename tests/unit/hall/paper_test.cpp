#include "server/hall/paper.hpp"

#include <gtest/gtest.h>

namespace talar::hall {
namespace {

using enum VoteKind;

VoteForm election_of(std::size_t candidates, std::int64_t seats) {
  VoteForm form{election};
  for (std::size_t n = 0; n < candidates; ++n) form.options.push_back({std::to_string(n)});
  form.seats = seats;
  return form;
}
VoteForm ranking_of(std::size_t options) {
  VoteForm form = election_of(options, 1);
  form.kind = ranking;
  form.seats.reset();
  return form;
}
VoteForm points_of(std::size_t options, std::int64_t points) {
  VoteForm form = ranking_of(options);
  form.kind = VoteKind::points;
  form.points = points;
  return form;
}

/// The field that is refused, or nothing.
std::string refused(const VoteForm& form) {
  const auto refusal = malformed(VoteContent{"؟", {}, {}, form});
  if (!refusal) return {};
  EXPECT_EQ(refusal->code, RefusalCode::bad_form);
  EXPECT_TRUE(refusal->expected);
  return *refusal->field;
}

/// What would have been right, or nothing.
std::string expected(const VoteForm& form, std::optional<Choice> choice, const std::optional<Marks>& marks) {
  const auto ballot = ballot_of(form, choice, marks);
  if (ballot) return {};
  EXPECT_EQ(ballot.error().code, RefusalCode::bad_ballot);
  return *ballot.error().field + ": " + *ballot.error().expected;
}
std::string expected(const VoteForm& form, const Marks& marks) {
  return expected(form, {}, marks);
}

TEST(Paper, VOT_18_each_kind_has_the_fields_that_it_needs) {
  EXPECT_EQ(malformed(VoteContent{"؟"}), std::nullopt);
  EXPECT_EQ(refused(VoteForm()), "");
  EXPECT_EQ(refused(VoteForm{consent}), "");
  EXPECT_EQ(refused(election_of(3, 2)), "");
  EXPECT_EQ(refused(ranking_of(3)), "");
  EXPECT_EQ(refused(points_of(3, 10)), "");
}

TEST(Paper, VOT_18_no_kind_lacks_a_field) {
  VoteForm form = election_of(3, 2);
  form.seats.reset();
  EXPECT_EQ(refused(form), "content.form.seats");
  form = points_of(3, 10);
  form.points.reset();
  EXPECT_EQ(refused(form), "content.form.points");
}

TEST(Paper, VOT_18_no_kind_has_the_field_of_another) {
  for (VoteForm form : {VoteForm(), VoteForm{consent}, ranking_of(3), points_of(3, 10)}) {
    VoteForm seated = form;
    seated.seats = 1;
    EXPECT_EQ(refused(seated), "content.form.seats");
    VoteForm marked = form;
    marked.marks = 1;
    EXPECT_EQ(refused(marked), "content.form.marks");
  }
  for (VoteForm form : {VoteForm(), VoteForm{consent}, ranking_of(3), election_of(3, 1)}) {
    form.points = 10;
    EXPECT_EQ(refused(form), "content.form.points");
  }
  for (VoteForm form : {VoteForm(), VoteForm{consent}}) {
    form.options = {{"الف"}, {"ب"}};
    EXPECT_EQ(refused(form), "content.form.options");
  }
}

TEST(Paper, VOT_18_only_motions_and_consents_go_by_roll_call_or_hands) {
  for (const VoteMode mode : {VoteMode::roll_call, VoteMode::show_of_hands}) {
    for (VoteForm form : {election_of(3, 1), ranking_of(3), points_of(3, 10)}) {
      form.mode = mode;
      EXPECT_EQ(refused(form), "content.form.mode");
    }
    EXPECT_EQ(refused(VoteForm{motion, mode}), "");
    EXPECT_EQ(refused(VoteForm{consent, mode}), "");
  }
  for (VoteForm form : {VoteForm(), election_of(3, 1), ranking_of(3), points_of(3, 10)}) {
    form.mode = VoteMode::secret;
    EXPECT_EQ(refused(form), "");
  }
}

TEST(Paper, VOT_19_there_are_enough_options) {
  EXPECT_EQ(refused(election_of(0, 1)), "content.form.options");
  EXPECT_EQ(refused(election_of(1, 1)), "");
  EXPECT_EQ(refused(ranking_of(1)), "content.form.options");
  EXPECT_EQ(refused(ranking_of(2)), "");
  EXPECT_EQ(refused(points_of(1, 5)), "content.form.options");
  EXPECT_EQ(refused(points_of(20, 5)), "");
}

TEST(Paper, VOT_19_no_more_seats_than_candidates) {
  EXPECT_EQ(refused(election_of(3, 3)), "");
  EXPECT_EQ(refused(election_of(3, 4)), "content.form.seats");
}

TEST(Paper, VOT_19_no_title_and_nobody_stands_twice) {
  for (VoteForm form : {election_of(3, 1), ranking_of(3), points_of(3, 10)}) {
    form.options[2].title = form.options[0].title;
    EXPECT_EQ(refused(form), "content.form.options");
  }
  VoteForm form = election_of(3, 1);
  form.options[0].person = form.options[1].person = PersonId{7};
  EXPECT_EQ(refused(form), "content.form.options");
}

TEST(Paper, VOT_20_a_motion_is_chosen_not_marked) {
  EXPECT_EQ(expected({}, Choice::abstain, {}), "");
  EXPECT_EQ(expected({}, {}, {}), "choice: a choice");
  EXPECT_EQ(expected({}, Choice::approve, Marks{1}), "marks: a choice only");
  EXPECT_EQ(expected(election_of(2, 1), Choice::approve, Marks{1, 0}), "choice: marks only");
  EXPECT_EQ(expected(election_of(2, 1), Choice::approve, {}), "choice: marks only");
}

TEST(Paper, VOT_20_there_is_a_number_for_each_option) {
  for (const VoteForm& form : {election_of(3, 1), ranking_of(3), points_of(3, 10)}) {
    for (const Marks& marks : {Marks{}, Marks{1, 0}, Marks{1, 0, 0, 0}}) {
      EXPECT_EQ(expected(form, marks), "marks: 3 numbers, one for each option");
    }
    EXPECT_EQ(expected(form, {}, {}), "marks: 3 numbers, one for each option");
    EXPECT_EQ(expected(form, {0, 1, 0}), "");
    EXPECT_EQ(expected(form, {0, 0, 0}), "");
  }
}

TEST(Paper, VOT_20_candidates_are_marked_or_not_and_no_more_than_allowed) {
  VoteForm form = election_of(3, 2);
  EXPECT_EQ(expected(form, {1, 1, 1}), "");  // approval
  EXPECT_EQ(expected(form, {2, 0, 0}), "marks: 1 or 0 for each candidate");
  form.marks = 2;
  EXPECT_EQ(expected(form, {1, 1, 0}), "");
  EXPECT_EQ(expected(form, {1, 1, 1}), "marks: at most 2 marked");
}

TEST(Paper, VOT_20_ranks_begin_at_1_and_leave_no_gap) {
  const VoteForm form = ranking_of(4);
  for (const Marks& marks :
       {Marks{1, 2, 3, 4}, Marks{4, 3, 2, 1}, Marks{1, 1, 2, 2}, Marks{1, 1, 1, 1}, Marks{0, 2, 0, 1}}) {
    EXPECT_EQ(expected(form, marks), "");
  }
  for (const Marks& marks :
       {Marks{2, 0, 0, 0}, Marks{1, 3, 0, 0}, Marks{1, 1, 3, 3}, Marks{5, 4, 3, 2}, Marks{1, 2, 100, 0}}) {
    EXPECT_EQ(expected(form, marks), "marks: places from 1 without a gap");
  }
}

TEST(Paper, VOT_20_no_more_points_than_there_are) {
  const VoteForm form = points_of(3, 10);
  EXPECT_EQ(expected(form, {10, 0, 0}), "");
  EXPECT_EQ(expected(form, {3, 3, 3}), "");
  EXPECT_EQ(expected(form, {4, 4, 3}), "marks: at most 10 points");
}

TEST(Paper, VOT_20_nothing_for_who_has_withdrawn) {
  for (VoteForm form : {election_of(3, 1), ranking_of(3), points_of(3, 10)}) {
    form.options[1].withdrawn = true;
    EXPECT_EQ(expected(form, {1, 0, 0}), "");
    EXPECT_EQ(expected(form, {0, 1, 0}), "marks: nothing for who has withdrawn");
  }
}

TEST(Paper, VOT_21_a_ballot_that_gives_nothing_is_blank) {
  EXPECT_EQ(ballot_of(election_of(2, 1), {}, Marks{0, 0}).value().choice, Choice::abstain);
  EXPECT_EQ(ballot_of(election_of(2, 1), {}, Marks{0, 1}).value().choice, Choice::approve);
  const Ballot wrong{Choice::abstain, Marks{0, 1}};
  EXPECT_EQ(malformed(election_of(2, 1), wrong)->field, "choice");
}

}  // namespace
}  // namespace talar::hall
