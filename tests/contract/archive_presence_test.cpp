#include <algorithm>

#include "protocol/codec.hpp"
#include "storage/archive.hpp"
#include "tests/contract/meeting.hpp"

namespace talar::storage {
namespace {

/// What the record keeps of absences, substitutes, recusals and closed parts, and for whom.
class PresenceInTheArchive : public testing::Test {
 protected:
  void say(Hall& hall) { journal.commit(hall.fresh()); }
  MeetingRecord seen_by(Audience audience) { return *archive.record(chamber.id, first, audience); }
  static const RecordItem& find(const MeetingRecord& record, ItemId id) {
    return *std::ranges::find(record.items, id, &RecordItem::item);
  }

  Folder folder;
  Database database{folder.file(), Access::owner};
  Journal journal{database};
  Archive archive{database};
  Hall chamber = chamber_after_first_meeting();
};

TEST_F(PresenceInTheArchive, an_absence_is_excused_or_not_and_its_reason_is_for_staff) {
  chamber = founded();
  enrol_and_convene(chamber);
  chamber.says(AbsenceRecorded{first, expert, AbsenceKind::unexcused, "بی‌خبر"});
  chamber.says(AbsenceRecorded{first, deputy, AbsenceKind::excused, "مأموریت"});
  say(chamber.says(MeetingNotHeld{first, {0, 2, 3, false}, {}}));
  for (const Audience audience : {Audience::public_, Audience::member, Audience::staff}) {
    const MeetingRecord record = seen_by(audience);
    EXPECT_EQ(record.people[1].presence, Presence::excused);
    EXPECT_EQ(record.people[2].presence, Presence::unexcused);
    EXPECT_EQ(record.people[2].excuse.has_value(), audience == Audience::staff);
    EXPECT_FALSE(record.not_held_reason) << "the wait ran out";
  }
}

TEST_F(PresenceInTheArchive, whoever_comes_after_all_is_present) {
  chamber = founded();
  enrol_and_convene(chamber);
  chamber.says(AbsenceRecorded{first, expert, AbsenceKind::unexcused, "بی‌خبر"});
  say(chamber.says(MemberArrived{first, expert}));
  const RecordPerson person = seen_by(Audience::staff).people[2];
  EXPECT_EQ(person.presence, Presence::present);
  EXPECT_FALSE(person.excuse);
}

TEST_F(PresenceInTheArchive, substitutions_stand_with_their_times_for_everybody) {
  chamber.says(SubstituteNamed{first, deputy, clerk});
  chamber.says(SubstitutionEnded{first, deputy, clerk});
  chamber.says(SubstituteNamed{first, expert, clerk});
  say(chamber.says(MinutesPublished{first}));
  const auto found = seen_by(Audience::public_).substitutions;
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].absent, deputy);
  EXPECT_EQ(found[0].substitute, clerk);
  EXPECT_LT(found[0].from, *found[0].until);
  EXPECT_EQ(found[1].absent, expert);
  EXPECT_FALSE(found[1].until);
}

TEST_F(PresenceInTheArchive, recusals_stand_with_their_item_and_the_reason_is_for_those_inside) {
  chamber.says(MemberRecused{first, rivers, deputy, Reason{"زمین خانوادگی"}});
  chamber.says(MemberRecused{first, rivers, expert, {}}).says(RecusalLifted{first, rivers, expert});
  chamber.says(MemberRecused{first, office, deputy, Reason{"خویشاوندی"}});
  say(chamber.says(MinutesPublished{first}));
  const MeetingRecord inside = seen_by(Audience::member);
  ASSERT_EQ(find(inside, rivers).recusals.size(), 2u);
  EXPECT_EQ(find(inside, rivers).recusals[0].reason, Reason{"زمین خانوادگی"});
  EXPECT_FALSE(find(inside, rivers).recusals[0].until);
  EXPECT_TRUE(find(inside, rivers).recusals[1].until);
  EXPECT_EQ(find(inside, office).recusals.size(), 1u);

  const MeetingRecord outside = seen_by(Audience::public_);
  ASSERT_EQ(find(outside, rivers).recusals.size(), 2u);
  EXPECT_EQ(find(outside, rivers).recusals[0].person, deputy);
  EXPECT_FALSE(find(outside, rivers).recusals[0].reason);
  EXPECT_TRUE(find(outside, office).recusals.empty());
}

TEST_F(PresenceInTheArchive, whoever_leaves_the_roster_leaves_the_recusals_of_drafts) {
  chamber.says(MeetingDrafted{second, {{}, {0}, 150, "تالار"}});
  chamber.says(ItemAdded{second, ItemId{900}, {}, 0, item("رودخانه‌ها")});
  chamber.says(MemberRecused{second, ItemId{900}, expert, {}}).says(MemberRecused{first, rivers, expert, {}});
  say(chamber.says(MemberRemoved{expert}));
  EXPECT_EQ(number_in(folder.file(), "SELECT count(*) FROM recusal"), 1);
}

TEST_F(PresenceInTheArchive, closed_parts_are_facts_for_everybody_and_their_reason_is_not) {
  chamber.says(ClosedPartBegun{first, Reason{"اطلاعات شخصی"}});
  chamber.says(ItemEdited{first, vision, item("چشم‌انداز توسعهٔ شهر", true)});
  chamber.says(ClosedPartEnded{first});
  say(chamber.says(MinutesPublished{first}));
  const MeetingRecord outside = seen_by(Audience::public_);
  ASSERT_EQ(outside.closed_parts.size(), 1u);
  EXPECT_LT(outside.closed_parts[0].from, *outside.closed_parts[0].until);
  EXPECT_FALSE(outside.closed_parts[0].reason);
  EXPECT_EQ(seen_by(Audience::member).closed_parts[0].reason, Reason{"اطلاعات شخصی"});

  // What was on the table meanwhile is closed, with what is below it.
  EXPECT_TRUE(find(outside, vision).closed);
  EXPECT_TRUE(find(outside, rivers).closed);
  const std::string json = to_json_text(outside);
  for (const char* secret : {"چشم‌انداز", "رودخانه", "اطلاعات"}) {
    EXPECT_EQ(json.find(secret), std::string::npos) << secret;
    EXPECT_TRUE(archive.search(chamber.id, {secret}, Audience::public_, 0, 10).hits.empty()) << secret;
  }
  EXPECT_FALSE(archive.search(chamber.id, {"رودخانه"}, Audience::member, 0, 10).hits.empty());
}

}  // namespace
}  // namespace talar::storage
