#include "storage/archive_oparl.hpp"

#include "tests/contract/meeting.hpp"

namespace talar::storage {
namespace {

constexpr AttachmentId shown{700}, kept{701}, closed{702};

/// The first meeting with files, held and published; a second one that is only convened.
class OpenData : public testing::Test {
 protected:
  OpenData() {
    enrol_and_convene(chamber);
    attach(shown, rivers, Visibility::everyone);
    attach(kept, rivers, Visibility::inside);
    attach(closed, salaries, Visibility::everyone);
    hold_meeting(chamber);
    journal.commit(chamber.fresh());
  }

  void attach(AttachmentId id, ItemId item, Visibility visibility) {
    chamber.says(
        AttachmentAdded{first, id, {item, "طرح.pdf", "application/pdf", 10, std::string(64, 'a'), visibility}, clerk});
  }
  void publish() {
    chamber.says(MinutesPublished{first});
    published_at = chamber.now();
    chamber.says(MeetingDrafted{second, {{}, {1'704'346'200'000}, 150, "تالار"}}).says(MeetingConvened{second, 2, 1});
    journal.commit(chamber.fresh());
  }
  OparlPage list(OparlKind kind, const OparlWindow& window = {}, std::size_t offset = 0, std::size_t limit = 50) {
    return open.page({kind, {chamber.id}, {"html", "pdf"}, window, offset, limit});
  }
  std::vector<std::string> ids(OparlKind kind) {
    std::vector<std::string> ids;
    for (const OparlEntry& entry : list(kind).entries) ids.push_back(entry.id);
    return ids;
  }

  Folder folder;
  Database database{folder.file(), Access::owner};
  Journal journal{database};
  Archive archive{database};
  OparlArchive open{archive};
  Hall chamber = founded();
  Instant published_at;
};

TEST_F(OpenData, nothing_is_there_before_the_minutes_are_published) {
  for (const OparlKind kind : {OparlKind::meetings, OparlKind::items, OparlKind::papers, OparlKind::files})
    EXPECT_EQ(list(kind).total, 0);
  EXPECT_FALSE(open.place(first));
  EXPECT_FALSE(open.place(rivers));
  EXPECT_FALSE(open.place(river_resolution));
  EXPECT_FALSE(open.place(shown));
}

TEST_F(OpenData, of_closed_items_there_is_the_item_and_nothing_of_it) {
  publish();
  EXPECT_EQ(list(OparlKind::meetings).total, 1);
  EXPECT_EQ(list(OparlKind::items).total, 5);
  EXPECT_EQ(ids(OparlKind::papers), (std::vector{"item-" + rivers.text(), "resolution-" + river_resolution.text()}));
  EXPECT_EQ(ids(OparlKind::files),
            (std::vector{shown.text(), "record-" + first.text() + ".html", "record-" + first.text() + ".pdf"}));
  EXPECT_TRUE(open.place(salaries));
  EXPECT_FALSE(open.place(salary_resolution));
  EXPECT_FALSE(open.place(kept));
  EXPECT_FALSE(open.place(closed));
  EXPECT_EQ(open.place(shown)->meeting, first);
}

TEST_F(OpenData, a_list_is_cut_into_pages_and_windows) {
  publish();
  const OparlPage page = list(OparlKind::items, {}, 3, 3);
  EXPECT_EQ(page.total, 5);
  EXPECT_EQ(page.entries.size(), 2u);
  EXPECT_EQ(list(OparlKind::items, {}, 9, 3).total, 5);
  OparlWindow window;
  window.modified_since = published_at;
  EXPECT_EQ(list(OparlKind::meetings, window).total, 1);
  window.modified_since = published_at + Millis{1};
  EXPECT_EQ(list(OparlKind::meetings, window).total, 0);
}

TEST_F(OpenData, a_voided_resolution_is_listed_for_those_who_ask_what_has_changed) {
  publish();
  chamber.says(ResolutionVoided{first, river_resolution, "دو بار"});
  journal.commit(chamber.fresh());
  EXPECT_EQ(list(OparlKind::papers).total, 1);
  OparlWindow window;
  window.modified_since = published_at;
  EXPECT_EQ(list(OparlKind::papers, window).total, 2);
  EXPECT_TRUE(open.place(river_resolution));
}

TEST_F(OpenData, whoever_has_left_stays_a_person_of_the_records) {
  publish();
  chamber.says(MemberRemoved{expert});
  journal.commit(chamber.fresh());
  const auto people = open.people({chamber.id});
  ASSERT_EQ(people.size(), 4u);
  EXPECT_EQ(people[2].person, expert);
  EXPECT_TRUE(people[2].seats.empty());
  EXPECT_EQ(people[0].seats.at(0).seat, Seat::president);
}

TEST_F(OpenData, a_hall_says_since_when_it_is_there_and_when_it_last_changed) {
  publish();
  const auto halls = open.halls();
  ASSERT_EQ(halls.size(), 1u);
  EXPECT_EQ(halls[0].created, Instant{1'703'741'401'000});
  EXPECT_EQ(halls[0].modified, published_at);
  chamber.says(MemberRemoved{expert});
  journal.commit(chamber.fresh());
  EXPECT_EQ(open.halls()[0].modified, chamber.now());
}

TEST_F(OpenData, what_is_only_talked_about_inside_moves_no_time) {
  publish();
  chamber.says(CorrectionProposed{first, {900}, {rivers, "رودخانه", "رود", {}}}, expert);
  chamber.says(CorrectionDeclined{first, {900}, "چنین گفته شد"}, clerk);
  journal.commit(chamber.fresh());
  EXPECT_EQ(open.place(first)->modified, published_at);
  EXPECT_EQ(open.place(river_resolution)->modified, published_at);
  EXPECT_EQ(open.halls()[0].modified, published_at);
  chamber.says(AddendumAppended{first, "پیوست"}, clerk);
  journal.commit(chamber.fresh());
  EXPECT_EQ(open.place(first)->modified, chamber.now());
  EXPECT_EQ(open.halls()[0].modified, chamber.now());
}

}  // namespace
}  // namespace talar::storage
