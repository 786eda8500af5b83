#include "server/hall/groups.hpp"

#include "protocol/tehran.hpp"
#include "tests/unit/hall/given.hpp"

namespace talar::hall {
namespace {

const HallId rivers_group{"g-0000000001"};
const HallId own{"rasht"};
constexpr LetterId founding_letter{701};

GroupMember as(PersonId person, Seat seat) {
  return {person, seat};
}

FoundGroup group(const char* name = "کارگروه رودخانه‌ها") {
  return {name, {}, {as(ann, Seat::president), as(cyrus, Seat::expert), as(clerk, Seat::secretary)}};
}

Member seated(PersonId person, Seat seat) {
  Member founder = member(person);
  founder.seat = seat;
  founder.votes = seat != Seat::secretary && seat != Seat::guest;
  return founder;
}

GroupFounded founded_group(HallId hall = rivers_group, LetterId letter = founding_letter,
                           const char* name = "کارگروه رودخانه‌ها") {
  return {hall, name, {}, {seated(ann, Seat::president), seated(cyrus, Seat::expert)}, letter};
}

/// As a group's own hall begins.
Story in_a_group() {
  return {HallFounded{"کارگروه رودخانه‌ها", {}, HallKind::working_group, "تالار", 1, charter(), own},
          MembersEnrolled{{member(mayor), member(clerk)}}};
}

TEST(Groups, GRP_1_a_chamber_founds_them) {
  given(enrolled())
      .when(clerk, group())
      .then({GroupFounded{HallId{"g-" + fresh<ItemId>(2).text()},
                          "کارگروه رودخانه‌ها",
                          {},
                          {seated(ann, Seat::president), seated(cyrus, Seat::expert), seated(clerk, Seat::secretary)},
                          fresh<LetterId>()}});
  given(in_a_group()).when(clerk, group()).then(RefusalCode::not_allowed);
}

TEST(Groups, GRP_1_fifty_are_kept_and_the_one_dissolved_first_makes_room) {
  auto scene = given(enrolled());
  const auto nth = [](std::uint64_t i) { return HallId{"g-" + id_text(i)}; };
  for (std::uint64_t i = 0; i < limits::groups; ++i)
    scene.happens({founded_group(nth(i), {800 + i}, ("گروه " + std::to_string(i)).c_str())});
  scene.when(clerk, group()).then(RefusalCode::too_many_groups, Args{{"max", "50"}});
  scene.happens({GroupDissolved{nth(7)}});
  scene.when(clerk, group()).then(RefusalCode::too_many_groups);  // its founding letter is still on its way
  scene.happens({LetterConfirmed{{807}}}).after(minutes(1)).happens({LetterConfirmed{{803}}, GroupDissolved{nth(3)}});
  scene.does(clerk, group());
  EXPECT_EQ(scene.state().groups.size(), limits::groups);
  EXPECT_FALSE(scene.state().groups.contains(nth(7)));
  EXPECT_TRUE(scene.state().groups.contains(nth(3)));
}

TEST(Groups, GRP_2_two_at_work_do_not_bear_the_same_name) {
  auto scene = given(enrolled(), founded_group());
  scene.when(clerk, group()).then(RefusalCode::already_member, "name");
  scene.happens({GroupDissolved{rivers_group}}).does(clerk, group());
}

TEST(Groups, GRP_3_its_founders_are_members_each_once_and_one_of_them_presides) {
  const auto scene = given(enrolled());
  const auto refused = [&](std::vector<GroupMember> members, RefusalCode code, const char* field) {
    FoundGroup command = group();
    command.members = std::move(members);
    scene.when(clerk, command).then(code, field);
  };
  refused({as(ann, Seat::president), as(nobody, Seat::expert)}, RefusalCode::no_such_person, "members.1.person");
  refused({as(ann, Seat::president), as(ann, Seat::expert)}, RefusalCode::already_member, "members.1.person");
  refused({as(ann, Seat::president), as(ben, Seat::president)}, RefusalCode::seat_taken, "members.1.seat");
  refused({as(ann, Seat::deputy), as(ben, Seat::vice_president)}, RefusalCode::last_president, "members");
  refused({}, RefusalCode::last_president, "members");
}

TEST(Groups, GRP_3_all_but_its_guests_and_secretaries_have_a_vote) {
  auto scene = given(enrolled());
  FoundGroup command = group();
  command.members = {as(ann, Seat::president), as(dana, Seat::expert), as(ben, Seat::guest),
                     as(clerk, Seat::secretary)};
  scene.does(clerk, command);
  std::vector<bool> votes;
  for (const Member& founder : scene.state().groups.begin()->second.founders) votes.push_back(founder.votes);
  EXPECT_EQ(votes, (std::vector{true, true, false, false}));
}

TEST(Groups, GRP_4_its_hall_begins_with_the_chambers_charter_but_not_its_schedule) {
  Charter weekly = charter();
  weekly.schedule = Schedule{5, 540, 150, "تالار", {}};
  GroupFounded temporary = founded_group();
  temporary.until = Date{2024, 6, 1};
  const auto scene = given(enrolled(), CharterAmended{weekly}, temporary);
  const auto letters = outgoing(scene.state(), own);
  ASSERT_EQ(letters.size(), 1u);
  EXPECT_EQ(letters[0].to, rivers_group);
  const auto& events = std::get<std::vector<Event>>(letters[0].content);
  const auto& hall = std::get<HallFounded>(events.at(0));
  EXPECT_EQ(hall.name, temporary.name);
  EXPECT_EQ(hall.kind, HallKind::working_group);
  EXPECT_EQ(hall.parent, own);
  EXPECT_EQ(hall.until, temporary.until);
  EXPECT_EQ(hall.charter.speech_seconds, weekly.speech_seconds);
  EXPECT_FALSE(hall.charter.schedule);
  EXPECT_EQ(std::get<MembersEnrolled>(events.at(1)).members, temporary.members);

  State begun;  // and the rules take it
  std::int64_t seq = 0;
  for (const Event& event : events) apply(begun, {++seq, nine_o_clock, {}, {}, event});
  check(begun);
  EXPECT_EQ(begun.chair, ann);
}

TEST(Groups, GRP_5_the_last_day_of_a_temporary_one_is_not_past) {
  const auto until = [](Date day) {
    FoundGroup command = group();
    command.until = day;
    return command;
  };
  given(enrolled()).when(clerk, until({2023, 12, 27})).then(RefusalCode::out_of_bounds, "until");
  given(enrolled()).does(clerk, until({2023, 12, 28}));
}

TEST(Groups, GRP_6_a_dissolved_one_is_not_dissolved_again) {
  const auto scene = given(enrolled(), founded_group());
  scene.when(clerk, DissolveGroup{rivers_group}).then({GroupDissolved{rivers_group}});
  scene.when(clerk, DissolveGroup{{"g-0"}}).then(RefusalCode::no_such_group, "group");
  given(enrolled(), founded_group(), GroupDissolved{rivers_group})
      .when(clerk, DissolveGroup{rivers_group})
      .then(RefusalCode::group_dissolved, "group");
}

TEST(Groups, GRP_6_nothing_more_is_referred_to_a_dissolved_one) {
  given(drafted(), founded_group(), GroupDissolved{rivers_group})
      .when(clerk, ReferItem{rivers, rivers_group, {}, {}})
      .then(RefusalCode::group_dissolved, "to");
}

TEST(Groups, GRP_6_a_temporary_one_works_to_the_end_of_its_last_day_in_tehran) {
  GroupFounded temporary = founded_group();
  temporary.until = Date{2023, 12, 28};
  auto scene = given(drafted(), temporary);  // at nine in the morning
  EXPECT_EQ(tehran::day_of(scene.now()), (Date{2023, 12, 28}));
  scene.after(minutes(15 * 60 - 1));
  scene.does(clerk, ReferItem{rivers, rivers_group, {}, {}});
  scene.after(minutes(1));
  scene.when(clerk, ReferItem{roads, rivers_group, {}, {}}).then(RefusalCode::group_dissolved, "to");
}

TEST(Groups, GRP_14_a_letter_waits_until_the_other_hall_has_it) {
  auto scene = given(drafted(), founded_group());
  scene.when(server, ConfirmLetter{founding_letter}).then({LetterConfirmed{founding_letter}});
  scene.does(server, ConfirmLetter{founding_letter});
  EXPECT_TRUE(outgoing(scene.state(), own).empty());
  scene.when(server, ConfirmLetter{founding_letter}).then(RefusalCode::no_such_letter, "letter");
}

TEST(Groups, GRP_14_nothing_is_written_to_a_hall_before_it_has_been_founded) {
  auto scene = given(drafted(), founded_group());
  scene.does(clerk, ReferItem{rivers, rivers_group, {}, {}});
  ASSERT_EQ(outgoing(scene.state(), own).size(), 1u);
  EXPECT_EQ(outgoing(scene.state(), own)[0].letter, founding_letter);
  scene.happens({LetterConfirmed{founding_letter}});
  ASSERT_EQ(outgoing(scene.state(), own).size(), 1u);
  EXPECT_TRUE(std::holds_alternative<Command>(outgoing(scene.state(), own)[0].content));
}

TEST(Groups, GRP_15_everyone_sees_them) {
  const auto scene = given(enrolled(), founded_group());
  for (const Audience audience : {Audience::public_, Audience::member, Audience::staff, Audience::display})
    EXPECT_EQ(scene.seen_by(audience).groups.at(rivers_group).name, Name{"کارگروه رودخانه‌ها"});
}

}  // namespace
}  // namespace talar::hall
