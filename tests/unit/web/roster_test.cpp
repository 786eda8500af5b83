#include "server/web/roster.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace talar::web {
namespace {

const std::string header = "ردیف,عنوان,حوزه,جایگاه,حق رأی\n";

RosterRow only_row(const std::string& row, const std::vector<Member>& members = {}) {
  const auto preview = read_roster(header + row, members);
  EXPECT_EQ(preview.rows.size(), 1u);
  return preview.rows.at(0);
}

void expect_problem(const RosterRow& row, RefusalCode code, const char* field) {
  ASSERT_TRUE(row.problem);
  EXPECT_EQ(*row.problem, code);
  EXPECT_EQ(row.field, field);
  EXPECT_FALSE(row.member);
}

TEST(Roster, reads_the_chamber_of_rasht) {
  std::ifstream in(std::string(TALAR_SOURCE_DIR) + "/server/demo/roster.csv");
  const std::string csv((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  const auto preview = read_roster(csv, {});
  EXPECT_EQ(preview.good, 24);
  EXPECT_EQ(preview.bad, 0);
  const auto members = enrollable(preview);
  ASSERT_EQ(members.size(), 24u);
  EXPECT_EQ(members[0].seat, Seat::president);
  EXPECT_EQ(members[1].seat, Seat::vice_president);
  EXPECT_EQ(members[1].short_name.value, "برنامه‌ریزی");
  EXPECT_EQ(members[8].seat, Seat::district_mayor);
  EXPECT_EQ(members[9].seat, Seat::council_representative);
  EXPECT_EQ(members[21].seat, Seat::guest);
  EXPECT_FALSE(members[21].votes);
  EXPECT_EQ(members[22].seat, Seat::secretary);
  EXPECT_EQ(members[23].seat, Seat::secretary);
  // «گردشگري» and «كشاورزی» came with Arabic letters.
  EXPECT_TRUE(preview.rows[14].respelled);
  EXPECT_EQ(members[14].name.value, "نخبهٔ حوزهٔ گردشگری و خوراک");
  EXPECT_TRUE(preview.rows[20].respelled);
  EXPECT_FALSE(preview.rows[0].respelled);
}

TEST(Roster, knows_seats_however_they_are_spelled) {
  for (const char* word :
       {"قائم‌مقام", "قائم مقام", "قایم مقام", "vice_president", "Vice President", " قائم‌مقام "})
    EXPECT_EQ(parse_seat(word), Seat::vice_president) << word;
  for (const char* word : {"نمایندهٔ شورا", "نماینده شورا", "نماينده شورا", "council_representative"})
    EXPECT_EQ(parse_seat(word), Seat::council_representative) << word;
  EXPECT_EQ(parse_seat("رئیس"), Seat::president);
  EXPECT_EQ(parse_seat("رئيس دبيرخانه"), Seat::secretary);
  EXPECT_FALSE(parse_seat("پادشاه"));
  EXPECT_FALSE(parse_seat(""));
}

TEST(Roster, reads_english_headers_in_any_order) {
  const auto preview = read_roster("Seat;Votes;Name;Short name\nexpert;yes;Ann;A\nguest;;Bob;\n", {});
  ASSERT_EQ(preview.good, 2);
  EXPECT_EQ(preview.rows[0].member->name.value, "Ann");
  EXPECT_EQ(preview.rows[0].member->short_name.value, "A");
  EXPECT_TRUE(preview.rows[0].member->votes);
  EXPECT_FALSE(preview.rows[1].member->votes);
  EXPECT_EQ(preview.rows[1].member->short_name.value, "Bob");
}

TEST(Roster, says_which_column_is_missing) {
  for (const auto& [csv, field] :
       {std::pair{"ردیف,جایگاه\n۱,نخبه\n", "name"}, std::pair{"عنوان,حوزه\nا,ب\n", "seat"}, std::pair{"", "name"}}) {
    const auto preview = read_roster(csv, {});
    ASSERT_EQ(preview.rows.size(), 1u) << csv;
    EXPECT_EQ(preview.bad, 1);
    expect_problem(preview.rows[0], RefusalCode::missing_field, field);
    EXPECT_EQ(preview.rows[0].line, 1);
  }
}

TEST(Roster, names_each_kind_of_bad_row) {
  expect_problem(only_row("۱,,هنر,نخبه,دارد\n"), RefusalCode::missing_field, "name");
  expect_problem(only_row("۱,آزاده,هنر,,دارد\n"), RefusalCode::missing_field, "seat");
  expect_problem(only_row("۱,آزاده\n"), RefusalCode::missing_field, "seat");
  expect_problem(only_row("۱,آزاده,هنر,پادشاه,دارد\n"), RefusalCode::unknown_word, "seat");
  expect_problem(only_row("۱,آزاده,هنر,نخبه,شاید\n"), RefusalCode::unknown_word, "votes");
  expect_problem(only_row("۱,آزاده,هنر,مهمان,دارد\n"), RefusalCode::not_entitled, "votes");
  expect_problem(only_row("۱,آزاده\xFF,هنر,نخبه,دارد\n"), RefusalCode::bad_text, "name");
  expect_problem(only_row("۱,آزاده\x07,هنر,نخبه,دارد\n"), RefusalCode::bad_text, "name");
  expect_problem(only_row("۱,آزاده,هنر\x07,نخبه,دارد\n"), RefusalCode::bad_text, "short_name");
  expect_problem(only_row("۱,\"آزاده,هنر,نخبه,دارد\n"), RefusalCode::bad_text, "row");
  std::string long_name;
  for (int i = 0; i < 121; ++i) long_name += "ا";
  expect_problem(only_row("۱," + long_name + ",هنر,نخبه,دارد\n"), RefusalCode::out_of_bounds, "name");
}

TEST(Roster, finds_doubles_in_the_file_and_in_the_hall) {
  const Member in_hall{PersonId{7}, "نخبهٔ حوزهٔ هنر", "هنر", Seat::expert, true};
  const auto preview =
      read_roster(header + "۱,نخبه حوزه هنر,هنر,نخبه,دارد\n۲,آزاده,هنر,نخبه,دارد\n۳,آزاده ,هنر,نخبه,دارد\n", {in_hall});
  EXPECT_TRUE(preview.rows[0].known);
  EXPECT_FALSE(preview.rows[0].problem);
  EXPECT_FALSE(preview.rows[1].problem);
  expect_problem(preview.rows[2], RefusalCode::already_member, "name");
  EXPECT_EQ(enrollable(preview).size(), 1u);
}

TEST(Roster, a_hall_has_one_president_and_one_vice_president) {
  const Member president{PersonId{7}, "شهردار", "شهردار", Seat::president, true};
  expect_problem(only_row("۱,دیگری,هنر,رئیس,دارد\n", {president}), RefusalCode::seat_taken, "seat");
  const auto preview =
      read_roster(header + "۱,الف,,قائم‌مقام,دارد\n۲,ب,,قائم‌مقام,دارد\n", {});
  expect_problem(preview.rows[1], RefusalCode::seat_taken, "seat");
}

TEST(Roster, takes_as_many_at_once_as_a_command_can_carry) {
  std::string csv = header;
  for (std::size_t i = 0; i <= limits::enrol_batch; ++i) csv += "1,n" + std::to_string(i) + ",f,expert,yes\n";
  const auto preview = read_roster(csv, {});
  EXPECT_EQ(preview.good, static_cast<std::int64_t>(limits::enrol_batch));
  expect_problem(preview.rows.back(), RefusalCode::too_many_members, "row");
  EXPECT_EQ(read_roster(csv, {}, limits::members).bad, 0);
}

TEST(Roster, shortens_a_long_field_between_words) {
  const auto row = only_row("۱,آزاده,مدیریت یکپارچهٔ پسماند و بازیافت و محیط زیست شهری,نخبه,دارد\n");
  ASSERT_TRUE(row.member);
  EXPECT_EQ(row.member->short_name.value, "مدیریت یکپارچهٔ پسماند و بازیافت و محیط");
}

TEST(Roster, respells_and_tidies) {
  EXPECT_EQ(respell("  كشاورزي \t شهرى "), (std::pair<std::string, bool>{"کشاورزی شهری", true}));
  EXPECT_EQ(respell("کشاورزی"), (std::pair<std::string, bool>{"کشاورزی", false}));
}

}  // namespace
}  // namespace talar::web
