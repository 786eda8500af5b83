// Proposals, groups and referrals in the archive; calendars, and what their addresses are made of.
#include <set>

#include "storage/accounts.hpp"
#include "storage/archive.hpp"
#include "storage/verify.hpp"
#include "tests/contract/meeting.hpp"

namespace talar::storage {
namespace {

class Groups : public testing::Test {
 protected:
  std::string text_in(const std::string& sql) {
    SQLite::Database file(folder.file(), SQLite::OPEN_READONLY);
    return file.execAndGet(sql).getString();
  }

  Folder folder;
  Database database{folder.file(), Access::owner};
  Journal journal{database};
  Archive archive{database};
};

TEST_F(Groups, proposals_groups_and_referrals_stand_in_the_archive_and_survive_verification) {
  const HallId group{"g-0000000001"};
  const ReferralContent content{{"chamber"}, group, rivers, "رودخانه‌ها", Note{"راه حل"}, Date{2024, 2, 1}};
  Hall hall = chamber_after_first_meeting();
  hall.says(Proposed{{600}, expert, {"دوچرخه", {}}}, expert).says(ProposalMerged{{600}, rivers, Reason{"همان است"}});
  hall.says(Proposed{{601}, guest, {"پارک", {}}}, guest).says(ProposalDeclined{{601}, "تکراری"});
  hall.says(GroupFounded{group, "کارگروه رودخانه‌ها", Date{2024, 6, 1}, {}, {700}})
      .says(LetterConfirmed{{700}});
  hall.says(ItemReferred{first, rivers, {800}, content, {701}});
  Hall sub(group.value);
  sub.says(HallFounded{"کارگروه رودخانه‌ها",
                       {},
                       HallKind::working_group,
                       "تالار",
                       1,
                       {},
                       HallId{"chamber"},
                       Date{2024, 6, 1}});
  sub.says(ReferralReceived{{800}, content, "اتاق"}).says(ReportSent{{800}, "لایروبی", {702}});
  hall.says(ReportReceived{{800}, "لایروبی"}).says(GroupDissolved{group});
  journal.commit(hall.fresh());
  journal.commit(sub.fresh());

  EXPECT_EQ(text_in("SELECT state || ' ' || reason || ' ' || item FROM proposal WHERE title = 'دوچرخه'"),
            "merged همان است " + rivers.text());
  EXPECT_EQ(text_in("SELECT state || ' ' || reason FROM proposal WHERE title = 'پارک'"), "declined تکراری");
  EXPECT_EQ(text_in("SELECT name || ' ' || until FROM working_group WHERE dissolved_at IS NOT NULL"),
            "کارگروه رودخانه‌ها 2024-06-01");
  EXPECT_EQ(text_in("SELECT group_concat(report) FROM referral"), "لایروبی,لایروبی");
  const auto halls = archive.halls();
  ASSERT_EQ(halls.size(), 2u);
  EXPECT_EQ(halls[1].parent, HallId{"chamber"});
  EXPECT_EQ(halls[1].until, (Date{2024, 6, 1}));
  const auto verification = verify(folder.file());
  EXPECT_TRUE(verification.good()) << verification.findings.front().sentence;
}

TEST_F(Groups, a_calendar_shows_drafts_to_staff_and_each_person_what_they_present) {
  ItemContent mine = item("گزارش رودخانه");
  mine.presenter = deputy;
  ItemContent closed = item("حقوق", true);
  closed.presenter = deputy;
  Hall hall = chamber_after_first_meeting();
  hall.says(MeetingDrafted{second, {{}, {1'703'841'400'000}, 90, "تالار"}});
  hall.says(ItemAdded{second, {210}, {}, 0, closed}).says(ItemAdded{second, {211}, {}, 1, item("دیگری")});
  hall.says(ItemAdded{second, {212}, {}, 2, mine});
  journal.commit(hall.fresh());
  EXPECT_EQ(archive.calendar({hall.id, Audience::public_}, {}, {0}).size(), 1u);
  EXPECT_EQ(archive.calendar({hall.id, Audience::member}, deputy, {0}).size(), 1u);
  EXPECT_TRUE(archive.calendar({hall.id, Audience::public_}, {}, {1'703'741'400'001}).empty());
  const auto all = archive.calendar({hall.id, Audience::staff}, deputy, {0});
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0].number, 1);
  EXPECT_EQ(all[1].state, MeetingState::drafted);
  EXPECT_EQ(all[1].presents, (std::vector<std::optional<Title>>{std::nullopt, Title("گزارش رودخانه")}));
}

TEST_F(Groups, every_change_that_a_calendar_shows_raises_the_meetings_revision) {
  Hall hall = chamber_after_first_meeting();
  hall.says(MeetingDrafted{second, {{}, {1'703'841'400'000}, 90, "تالار"}});
  std::int64_t last = -1;
  const auto expect_rise = [&] {
    const Instant at = hall.now();
    journal.commit(hall.fresh());
    const auto meeting = archive.calendar({hall.id, Audience::staff}, {}, {0}).at(1);
    EXPECT_GT(meeting.revision, last);
    EXPECT_EQ(meeting.changed_at, at);
    last = meeting.revision;
  };
  expect_rise();
  hall.says(MeetingEdited{second, {{}, {1'703'845'000'000}, 90, "تالار"}});
  expect_rise();
  hall.says(MeetingConvened{second, 2, 1});
  expect_rise();
  hall.says(MeetingNotHeld{second, {}, Reason{"حد نصاب"}});
  expect_rise();
}

TEST_F(Groups, a_calendar_token_is_the_same_until_it_is_renewed_and_then_opens_nothing) {
  Accounts accounts(database);
  const std::string token = accounts.calendar_token(deputy);
  EXPECT_EQ(token.size(), 26u);
  EXPECT_EQ(accounts.calendar_token(deputy), token);
  EXPECT_EQ(accounts.person_of_calendar(token), deputy);
  EXPECT_NE(accounts.calendar_token(mayor), token);
  const std::string fresh = accounts.renew_calendar_token(deputy);
  EXPECT_NE(fresh, token);
  EXPECT_FALSE(accounts.person_of_calendar(token));
  EXPECT_EQ(accounts.person_of_calendar(fresh), deputy);
  EXPECT_EQ(accounts.calendar_token(deputy), fresh);
  EXPECT_FALSE(accounts.person_of_calendar(""));
  EXPECT_EQ(number_in(folder.file(), "SELECT count(*) FROM calendar_link WHERE instr(token_hash, '" + fresh + "')"), 0);
}

TEST_F(Groups, a_device_remembers_that_its_persons_passphrase_was_given) {
  Accounts accounts(database);
  const Instant now{1'703'741'400'000};
  const auto bound = accounts.bind_device(accounts.invite({"chamber"}, deputy, now, {1'000}).invitation, "تبلت", now);
  EXPECT_FALSE(accounts.device_of(bound->secret, now)->proven_at);
  accounts.prove_device(bound->device.device, now);
  EXPECT_EQ(accounts.device_of(bound->secret, now)->proven_at, now);
}

}  // namespace
}  // namespace talar::storage
