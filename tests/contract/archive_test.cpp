#include "storage/archive.hpp"

#include <atomic>
#include <thread>

#include "protocol/codec.hpp"
#include "storage/chain.hpp"
#include "tests/contract/meeting.hpp"

namespace talar::storage {
namespace {

class ArchiveOf : public testing::Test {
 protected:
  void say(Hall& hall) { journal.commit(hall.fresh()); }
  void publish() { say(chamber.says(MinutesPublished{first})); }

  static const RecordItem& find(const MeetingRecord& record, ItemId id) {
    for (const RecordItem& item : record.items)
      if (item.item == id) return item;
    throw std::runtime_error("no such item");
  }

  Folder folder;
  Database database{folder.file(), Access::owner};
  Journal journal{database};
  Archive archive{database};
  Hall chamber = founded();
};

TEST_F(ArchiveOf, halls_lists_every_founded_hall) {
  say(chamber);
  Hall group("group");
  say(group.says(HallFounded{"کارگروه", {}, HallKind::working_group, "تالار", 1, {}}));
  const auto halls = archive.halls();
  ASSERT_EQ(halls.size(), 2u);
  EXPECT_EQ(halls[0].hall, chamber.id);
  EXPECT_EQ(halls[0].name_en, Name("Rasht Chamber"));
  EXPECT_EQ(halls[1].kind, HallKind::working_group);
}

TEST_F(ArchiveOf, drafts_are_nobodys_and_a_convened_meeting_is_the_members) {
  chamber.says(MeetingDrafted{first, {{}, {0}, 150, "تالار"}});
  say(chamber);
  EXPECT_TRUE(archive.meetings(chamber.id, Audience::staff, {}, 10).meetings.empty());
  say(chamber.says(MeetingConvened{first, 1, 1}));
  EXPECT_EQ(archive.meetings(chamber.id, Audience::member, {}, 10).meetings.size(), 1u);
  EXPECT_TRUE(archive.meetings(chamber.id, Audience::public_, {}, 10).meetings.empty());
  EXPECT_FALSE(archive.record(chamber.id, first, Audience::public_));
}

TEST_F(ArchiveOf, a_discarded_draft_is_gone) {
  chamber.says(MeetingDrafted{first, {{}, {0}, 150, "تالار"}})
      .says(ItemAdded{first, vision, {}, 0, item("چشم‌انداز")});
  say(chamber.says(DraftDiscarded{first}));
  EXPECT_EQ(number_in(folder.file(),
                      "SELECT (SELECT count(*) FROM meeting) + (SELECT count(*) FROM agenda_item) + "
                      "(SELECT count(*) FROM search_entry) + (SELECT count(*) FROM search_index)"),
            0);
}

TEST_F(ArchiveOf, the_public_and_the_display_wait_until_the_minutes_are_published) {
  chamber = chamber_after_first_meeting();
  say(chamber);
  for (const Audience audience : {Audience::public_, Audience::display}) {
    EXPECT_TRUE(archive.meetings(chamber.id, audience, {}, 10).meetings.empty());
    EXPECT_FALSE(archive.record(chamber.id, first, audience));
  }
  publish();
  for (const Audience audience : {Audience::public_, Audience::display}) {
    EXPECT_EQ(archive.meetings(chamber.id, audience, {}, 10).meetings.size(), 1u);
    EXPECT_TRUE(archive.record(chamber.id, first, audience));
  }
}

TEST_F(ArchiveOf, a_meeting_that_was_not_held_is_listed_for_everyone_with_its_reason) {
  enrol_and_convene(chamber);
  say(chamber.says(MeetingNotHeld{first, {1, 2, 3, false}, "به حد نصاب نرسید"}));
  const auto page = archive.meetings(chamber.id, Audience::public_, {}, 10);
  ASSERT_EQ(page.meetings.size(), 1u);
  EXPECT_EQ(page.meetings[0].state, MeetingState::not_held);
  const auto record = archive.record(chamber.id, first, Audience::public_);
  ASSERT_TRUE(record);
  EXPECT_EQ(record->not_held_reason, Reason("به حد نصاب نرسید"));
  EXPECT_EQ(record->quorum, (Quorum{1, 2, 3, false}));
}

TEST_F(ArchiveOf, pages_go_from_the_newest_to_the_oldest_across_terms) {
  say(chamber);
  for (int i = 1; i <= 5; ++i) {
    const MeetingId id{static_cast<std::uint64_t>(1000 + i)};
    chamber.says(MeetingDrafted{id, {{}, {0}, 150, "تالار"}})
        .says(MeetingConvened{id, i <= 3 ? i : i - 3, i <= 3 ? 1 : 2});
    say(chamber.says(MeetingNotHeld{id, {}, "؟"}));
  }
  std::vector<std::int64_t> seen;
  std::optional<std::string> after;
  int pages = 0;
  do {
    const auto page = archive.meetings(chamber.id, Audience::public_, after, 2);
    for (const auto& meeting : page.meetings) seen.push_back(meeting.term * 10 + meeting.number);
    after = page.next;
    ++pages;
  } while (after);
  EXPECT_EQ(seen, (std::vector<std::int64_t>{22, 21, 13, 12, 11}));
  EXPECT_EQ(pages, 3);
  EXPECT_EQ(archive.meetings(chamber.id, Audience::public_, "nonsense", 9).meetings.size(), 5u);
  EXPECT_TRUE(archive.meetings({"elsewhere"}, Audience::staff, {}, 9).meetings.empty());
}

TEST_F(ArchiveOf, items_are_in_reading_order_and_numbered_without_the_removed_one) {
  chamber = chamber_after_first_meeting();
  say(chamber);
  const auto record = archive.record(chamber.id, first, Audience::member);
  ASSERT_TRUE(record);
  using Number = std::vector<std::int64_t>;
  std::vector<std::pair<ItemId, Number>> order;
  for (const auto& item : record->items) order.emplace_back(item.item, item.number);
  EXPECT_EQ(order, (std::vector<std::pair<ItemId, Number>>{
                       {opening, {1}}, {vision, {2}}, {rivers, {2, 1}}, {office, {3}}, {salaries, {3, 1}}}));
}

TEST_F(ArchiveOf, moving_an_item_renumbers_both_lists) {
  enrol_and_convene(chamber);
  chamber.says(ItemMoved{first, office, vision, 0}).says(ItemMoved{first, opening, {}, 1});
  say(chamber);
  const auto record = archive.record(chamber.id, first, Audience::member);
  std::vector<std::pair<ItemId, std::vector<std::int64_t>>> order;
  for (const auto& item : record->items) order.emplace_back(item.item, item.number);
  EXPECT_EQ(order, (std::vector<std::pair<ItemId, std::vector<std::int64_t>>>{
                       {vision, {1}}, {office, {1, 1}}, {salaries, {1, 1, 1}}, {rivers, {1, 2}}, {opening, {2}}}));
}

TEST_F(ArchiveOf, a_members_record_holds_all_that_happened) {
  chamber = chamber_after_first_meeting();
  say(chamber);
  const auto record = archive.record(chamber.id, first, Audience::member);
  ASSERT_TRUE(record);
  EXPECT_EQ(record->chair, mayor);
  EXPECT_EQ(record->quorum, (Quorum{3, 2, 3, true}));
  EXPECT_EQ(record->chain, chain_text(journal.head(chamber.id).chain));
  EXPECT_EQ(record->summary.present, 3);
  EXPECT_EQ(record->summary.items, 5);
  EXPECT_EQ(record->summary.votes, 2);
  EXPECT_EQ(record->summary.resolutions, 2);

  const RecordItem& item = find(*record, rivers);
  EXPECT_FALSE(item.closed);
  EXPECT_EQ(item.state, ItemState::done);
  EXPECT_EQ(item.spent, Millis{600'000});
  ASSERT_EQ(item.speeches.size(), 1u);
  EXPECT_EQ(item.speeches[0].person, deputy);
  EXPECT_EQ(item.speeches[0].spoken, Millis{90'000});
  EXPECT_EQ(item.speeches[0].limit, Millis{240'000});
  ASSERT_EQ(item.votes.size(), 1u);
  const RecordVote& vote = item.votes[0];
  VoteContent motion = question("موافقید؟");
  motion.form = VoteForm();
  EXPECT_EQ(vote.content, motion) << "an old journal leaves the form out";
  EXPECT_EQ(vote.entitled, 3);
  EXPECT_EQ(vote.result, (VoteResult{{2, 0, 0, 1}, 2, 2, Outcome::adopted}));
  ASSERT_EQ(vote.ballots.size(), 2u);
  EXPECT_EQ(vote.ballots[0].person, mayor);
  EXPECT_EQ(vote.ballots[1].ballot.choice, Choice::approve);  // the last word counts
  ASSERT_EQ(item.resolutions.size(), 1u);
  EXPECT_EQ(item.resolutions[0].number, 1);
  EXPECT_EQ(item.resolutions[0].content.responsible, (std::vector<PersonId>{deputy, expert}));
  EXPECT_EQ(item.resolutions[0].content.due, (Date{2024, 1, 4}));
  EXPECT_EQ(find(*record, salaries).reason, Reason("به جلسهٔ بعد"));
}

TEST_F(ArchiveOf, people_stand_as_they_were_with_their_times) {
  chamber = chamber_after_first_meeting();
  chamber.says(MemberEdited{{deputy, "معاون تازه", "معاون", Seat::deputy, true}});
  chamber.says(MemberRemoved{expert}).says(MembersEnrolled{{{guest, "مهمان", "مهمان", Seat::guest, false}}});
  say(chamber);
  const auto record = archive.record(chamber.id, first, Audience::member);
  ASSERT_EQ(record->people.size(), 4u);
  EXPECT_EQ(record->people[1].name, Name("معاون برنامه‌ریزی"));
  EXPECT_EQ(record->people[1].turns, 2);
  EXPECT_EQ(record->people[1].spoken, Millis{180'000});
  EXPECT_EQ(record->people[2].attendance.size(), 2u);
  EXPECT_TRUE(record->people[2].attendance[0].until);
  EXPECT_FALSE(record->people[2].attendance[1].until);  // stayed to the end
  EXPECT_EQ(record->people[3].presence, Presence::excused);
  EXPECT_FALSE(record->people[3].excuse);
  EXPECT_EQ(archive.record(chamber.id, first, Audience::staff)->people[3].excuse, Reason("بیماری"));
}

TEST_F(ArchiveOf, whoever_was_excused_and_came_is_present_without_an_excuse) {
  chamber = chamber_after_first_meeting();
  say(chamber.says(MemberArrived{first, clerk}));
  const auto record = archive.record(chamber.id, first, Audience::staff);
  EXPECT_EQ(record->people[3].presence, Presence::present);
  EXPECT_FALSE(record->people[3].excuse);
}

TEST_F(ArchiveOf, the_public_record_holds_nothing_of_closed_items_and_what_is_below_them) {
  chamber = chamber_after_first_meeting();
  say(chamber);
  publish();
  const auto record = archive.record(chamber.id, first, Audience::public_);
  ASSERT_TRUE(record);
  for (const ItemId id : {office, salaries}) {
    const RecordItem& item = find(*record, id);
    EXPECT_TRUE(item.closed);
    EXPECT_FALSE(item.content);
    EXPECT_FALSE(item.reason);
    EXPECT_TRUE(item.text.empty() && item.speeches.empty() && item.votes.empty() && item.resolutions.empty());
  }
  EXPECT_EQ(find(*record, salaries).number, (std::vector<std::int64_t>{3, 1}));
  EXPECT_EQ(find(*record, salaries).spent, Millis{300'000});
  EXPECT_FALSE(find(*record, rivers).closed);
  EXPECT_EQ(record->people[1].turns, 1);
  EXPECT_EQ(record->people[1].spoken, Millis{90'000});
  EXPECT_EQ(record->summary.items, 5);
  EXPECT_EQ(record->summary.votes, 1);
  EXPECT_EQ(record->summary.resolutions, 1);
  const std::string json = to_json_text(*record);
  for (const char* secret : {"محرمانه", "حقوق", "به جلسهٔ بعد", "بیماری"})
    EXPECT_EQ(json.find(secret), std::string::npos) << secret;
}

TEST_F(ArchiveOf, confidentiality_follows_the_item_when_it_is_edited_or_moved) {
  chamber = chamber_after_first_meeting();
  chamber.says(ItemMoved{first, rivers, office, 0}).says(ItemEdited{first, vision, item("چشم‌انداز", true)});
  say(chamber);
  publish();
  auto record = archive.record(chamber.id, first, Audience::public_);
  EXPECT_TRUE(find(*record, rivers).closed);
  EXPECT_TRUE(find(*record, vision).closed);
  EXPECT_FALSE(find(*record, opening).closed);
  say(chamber.says(ItemEdited{first, office, item("امور اداری")})
          .says(ItemEdited{first, vision, item("چشم‌انداز")}));
  record = archive.record(chamber.id, first, Audience::public_);
  EXPECT_FALSE(find(*record, rivers).closed);
  EXPECT_FALSE(find(*record, salaries).closed);
}

TEST_F(ArchiveOf, another_halls_meeting_is_not_there) {
  chamber = chamber_after_first_meeting();
  say(chamber);
  EXPECT_FALSE(archive.record({"group"}, first, Audience::staff));
}

TEST_F(ArchiveOf, many_threads_ask_while_the_journal_commits_and_each_sees_whole_commits) {
  chamber = chamber_after_first_meeting();
  say(chamber);
  std::atomic<bool> over = false;
  std::vector<std::thread> askers;
  for (int i = 0; i < 4; ++i)
    askers.emplace_back([&] {
      while (!over) {
        const auto record = archive.record(chamber.id, first, Audience::member);
        ASSERT_TRUE(record);
        // Both texts are written in one commit each time.
        EXPECT_EQ(find(*record, opening).text, find(*record, vision).text);
        archive.search(chamber.id, {"متن"}, Audience::member, 0, 5);
      }
    });
  for (int version = 1; version <= 50; ++version) {
    const std::string text = "متن " + std::to_string(version);
    say(chamber.says(MinutesWritten{first, opening, text, version}).says(MinutesWritten{first, vision, text, version}));
  }
  over = true;
  for (auto& asker : askers) asker.join();
}

TEST_F(ArchiveOf, priorities_keep_their_options_in_order) {
  chamber.says(MeetingDrafted{first, {{}, {0}, 150, "تالار"}});
  ItemContent content = item("اولویت‌بندی");
  content.kind = ItemKind::priorities;
  content.options = {{"زیرساخت‌ها", "محیط زیست", "کیفیت زندگی"}};
  chamber.says(ItemAdded{first, vision, {}, 0, content}).says(MeetingConvened{first, 1, 1});
  say(chamber);
  EXPECT_EQ(archive.record(chamber.id, first, Audience::member)->items[0].content, content);
}

TEST_F(ArchiveOf, an_item_keeps_its_links_and_its_notes_which_are_for_the_desk) {
  chamber.says(MeetingDrafted{first, {{}, {0}, 150, "تالار"}});
  ItemContent content = item("گزارش");
  content.links = List<Link, limits::links>{{"قانون", "https://rasht.ir/b"}, {"سند", "https://rasht.ir/a"}};
  content.notes = "کوتاه بگویید";
  chamber.says(ItemAdded{first, vision, {}, 0, item("گزارش")}).says(MeetingConvened{first, 1, 1});
  chamber.says(ItemEdited{first, vision, content});
  say(chamber);
  EXPECT_EQ(archive.record(chamber.id, first, Audience::staff)->items[0].content, content);
  content.notes.reset();
  EXPECT_EQ(archive.record(chamber.id, first, Audience::member)->items[0].content, content);
}

TEST_F(ArchiveOf, a_carried_item_is_found_from_either_meeting) {
  chamber = chamber_after_first_meeting();
  const ItemOrigin origin{OriginKind::carried_over, vision, {}, {}};
  chamber.says(MeetingDrafted{second, {{}, {0}, 150, "تالار"}});
  chamber.says(ItemAdded{second, ItemId{900}, {}, 0, item("چشم‌انداز"), origin});
  say(chamber);
  EXPECT_FALSE(find(*archive.record(chamber.id, first, Audience::staff), vision).carried_to) << "a draft is nobody's";
  chamber.says(MeetingConvened{second, 2, 1});
  say(chamber);
  const auto to = find(*archive.record(chamber.id, first, Audience::member), vision).carried_to;
  ASSERT_TRUE(to);
  EXPECT_EQ(to->meeting, second);
  EXPECT_EQ(to->item, ItemId{900});
  EXPECT_EQ(to->number, 2);
  const RecordItem on = archive.record(chamber.id, second, Audience::member)->items[0];
  EXPECT_EQ(on.origin, origin);
  ASSERT_TRUE(on.carried_from);
  EXPECT_EQ(on.carried_from->item, vision);
  EXPECT_EQ(on.carried_from->number, 1);
  publish();
  EXPECT_FALSE(find(*archive.record(chamber.id, first, Audience::public_), vision).carried_to) << "not published";
}

TEST_F(ArchiveOf, a_consent_block_leaves_who_took_out_what_and_what_decided_the_rest) {
  chamber.says(MeetingDrafted{first, {{}, {0}, 150, "تالار"}});
  chamber.says(ItemAdded{first, vision, {}, 0, item("دستورهای یکجا")});
  chamber.says(ItemAdded{first, rivers, vision, 0, item("رودخانه‌ها")});
  chamber.says(ItemAdded{first, office, vision, 1, item("دبیرخانه")}).says(MeetingConvened{first, 1, 1});
  chamber.says(ItemTakenOut{first, rivers, deputy, {}, 1});
  hold_vote(chamber, vision, open_vote);
  chamber.says(ItemEnded{first, office, ItemState::done, {}, {}, open_vote});
  const Instant decided_at = chamber.now();
  say(chamber);
  const auto record = archive.record(chamber.id, first, Audience::member);
  EXPECT_EQ(find(*record, rivers).taken_out_by, deputy);
  EXPECT_EQ(find(*record, rivers).number, (std::vector<std::int64_t>{2}));
  EXPECT_EQ(find(*record, office).decided_by, open_vote);
  EXPECT_EQ(find(*record, office).ended_at, decided_at);
}

}  // namespace
}  // namespace talar::storage
