// What the archive says of the minutes themselves: lines that wrote themselves, texts, the record's life, follow-up.
#include <algorithm>

#include "protocol/codec.hpp"
#include "storage/rebuild.hpp"
#include "storage/verify.hpp"
#include "tests/contract/record_life.hpp"

namespace talar::storage {
namespace {

class MinutesInTheArchive : public testing::Test {
 protected:
  MeetingRecord record(Audience audience = Audience::staff, MeetingId meeting = first) {
    journal.commit(chamber.fresh());
    return archive.record(chamber.id, meeting, audience).value();
  }
  std::string text_of(ItemId item) {
    const MeetingRecord found = record();
    return std::ranges::find(found.items, item, &RecordItem::item)->text;
  }
  std::vector<RecordEntry> entries(EntryKind kind, Audience audience = Audience::staff, MeetingId meeting = first) {
    std::vector<RecordEntry> found;
    for (const auto& entry : record(audience, meeting).entries)
      if (entry.entry.kind == kind) found.push_back(entry);
    return found;
  }

  Folder folder;
  Database database{folder.file(), Access::owner};
  Journal journal{database};
  Archive archive{database};
  Hall chamber = chamber_after_first_meeting();
};

TEST_F(MinutesInTheArchive, the_lines_tell_the_meeting_in_order) {
  const MeetingRecord found = record();
  std::vector<EntryKind> kinds;
  for (const auto& [seq, entry] : found.entries) kinds.push_back(entry.kind);
  using enum EntryKind;
  EXPECT_EQ(kinds, (std::vector{
                       arrived,      arrived,    arrived,  absence_excused, meeting_opened, item_started,    turn,
                       vote,         resolution, departed, arrived,         recess_called,  meeting_resumed, item_done,
                       item_started, turn,       vote,     resolution,      item_deferred,  meeting_closed}));
  EXPECT_TRUE(std::ranges::is_sorted(found.entries, {}, &RecordEntry::seq));
  EXPECT_EQ(entries(turn).front().entry.spoken, Millis{90'000});
  EXPECT_EQ(entries(item_deferred).front().entry.reason, Reason("به جلسهٔ بعد"));
}

TEST_F(MinutesInTheArchive, outside_a_line_has_its_own_number_and_not_the_events) {
  chamber.says(MinutesPublished{first});
  const MeetingRecord inside = record(Audience::member), outside = record(Audience::public_);
  EXPECT_GT(inside.entries.front().seq, 1);
  EXPECT_LT(outside.entries.size(), inside.entries.size());
  for (std::size_t i = 0; i < outside.entries.size(); ++i)
    EXPECT_EQ(outside.entries[i].seq, static_cast<std::int64_t>(i + 1));
}

TEST_F(MinutesInTheArchive, a_turn_has_its_stance_and_reason_and_a_moved_request_its_person) {
  chamber.says(FloorRequested{first, rivers, {510}, expert, SpeechKind::speech, {}, Stance::against, {}}, expert);
  chamber.says(RequestMoved{first, rivers, {510}, 0, "مهمان است"});
  TurnStarted started{first, rivers, {510}, expert, SpeechKind::speech, {180'000}};
  started.stance = Stance::against;
  started.reason = Reason("مهمان است");
  chamber.says(started);
  chamber.says(TurnEnded{first, rivers, {510}, expert, SpeechKind::speech, {1'000}, {180'000}});
  EXPECT_EQ(entries(EntryKind::queue_changed).at(0).entry.person, expert);
  EXPECT_EQ(entries(EntryKind::turn).back().entry.stance, Stance::against);
  EXPECT_EQ(entries(EntryKind::turn).back().entry.reason, Reason("مهمان است"));
  chamber.says(MinutesPublished{first});
  EXPECT_EQ(entries(EntryKind::queue_changed, Audience::public_).at(0).entry.reason, std::nullopt);
}

TEST_F(MinutesInTheArchive, a_hidden_line_is_for_the_desk_and_a_note_for_everybody) {
  const std::int64_t left = entries(EntryKind::departed).at(0).seq;
  const std::int64_t recess = entries(EntryKind::recess_called).at(0).seq;
  chamber.says(EntryEdited{first, left, true, {}}, clerk);
  chamber.says(EntryEdited{first, recess, false, Note("برای نماز")}, clerk).says(MinutesPublished{first});
  ASSERT_EQ(entries(EntryKind::departed).size(), 1u);
  EXPECT_TRUE(entries(EntryKind::departed).at(0).entry.hidden);
  for (const Audience audience : {Audience::member, Audience::public_}) {
    EXPECT_TRUE(entries(EntryKind::departed, audience).empty());
    EXPECT_EQ(entries(EntryKind::recess_called, audience).at(0).entry.note, Note("برای نماز"));
  }
  chamber.says(EntryEdited{first, left, false, {}}, clerk);
  EXPECT_EQ(entries(EntryKind::departed, Audience::public_).size(), 1u);
}

TEST_F(MinutesInTheArchive, comings_and_goings_leave_room_for_what_is_decided) {
  for (std::size_t lines = record().entries.size(); lines <= limits::ordinary_entries; lines += 2)
    chamber.says(MemberDeparted{first, expert}).says(MemberArrived{first, expert});
  EXPECT_EQ(record().entries.size(), limits::ordinary_entries);
  chamber.says(RecessCalled{first, {}});
  EXPECT_EQ(record().entries.size(), limits::ordinary_entries + 1);
}

TEST_F(MinutesInTheArchive, outside_there_are_neither_closed_items_nor_private_reasons) {
  chamber.says(ClosedPartBegun{first, "امنیتی"}).says(ClosedPartEnded{first});
  chamber.says(MemberRecused{first, rivers, deputy, "سهام‌دار"}).says(MinutesPublished{first});
  const std::string outside = to_json_text(record(Audience::public_));
  for (const char* secret : {"امنیتی", "سهام‌دار", "بیماری", "به جلسهٔ بعد", "محرمانه"})
    EXPECT_FALSE(holds(outside, secret)) << secret;
  for (const auto& [seq, entry] : record(Audience::public_).entries) EXPECT_NE(entry.item, salaries);
  EXPECT_EQ(entries(EntryKind::closed_part_begun, Audience::member).at(0).entry.reason, Reason("امنیتی"));
  EXPECT_EQ(entries(EntryKind::absence_excused, Audience::member).at(0).entry.reason, std::nullopt);
  EXPECT_EQ(entries(EntryKind::absence_excused).at(0).entry.reason, Reason("بیماری"));
}

TEST_F(MinutesInTheArchive, a_report_stands_with_its_item_or_by_its_title) {
  const HallId group{"group"};
  chamber.says(ItemReferred{first, rivers, {900}, {chamber.id, group, rivers, "رودخانه‌ها"}, {901}});
  chamber.says(ReportReceived{{900}, "گزارش"});
  EXPECT_EQ(entries(EntryKind::report_received).at(0).entry.item, rivers);
  const Named named = archive.named_in(chamber.id, record());
  ASSERT_EQ(named.referrals.size(), 2u) << "the line that referred it and the one that answered";
  for (const auto& [seq, referral] : named.referrals) EXPECT_EQ(referral.to, group);
  approve_first_record(chamber);
  chamber.says(ReportReceived{{900}, "گزارش"});
  const EntryView later = entries(EntryKind::report_received, Audience::staff, second).at(0).entry;
  EXPECT_EQ(later.item, std::nullopt);
  EXPECT_EQ(later.reason, Reason("رودخانه‌ها"));
  chamber.says(ItemEnded{second, approval, ItemState::done, {}, {}}).says(MeetingClosed{second});
  chamber.says(ReportReceived{{900}, "گزارش"}).says(ChairHanded{deputy});
  EXPECT_EQ(entries(EntryKind::report_received, Audience::staff, second).size(), 1u) << "its minutes have ended";
  EXPECT_TRUE(entries(EntryKind::chair_handed, Audience::staff, second).empty());
}

TEST_F(MinutesInTheArchive, texts_are_what_all_their_updates_make_of_them) {
  const ItemId vision_item = vision;
  chamber.says(TextEdited{first, vision_item, 2, "a", {insertion(0, "سلام 😀"), insertion(5, "شهر ")}}, clerk);
  chamber.says(TextEdited{first, vision_item, 3, "b", {{{TextChange{0, 5, ""}}}}}, clerk);
  EXPECT_EQ(text_of(vision_item), "شهر 😀");
  chamber.says(TextEdited{first, vision_item, 4, "a", {insertion(0, "ای ")}}, clerk);
  EXPECT_EQ(text_of(vision_item), "ای شهر 😀") << "in a later commit as well";
  chamber.says(MinutesWritten{first, vision_item, "از نو", 5}, clerk);
  chamber.says(TextEdited{first, vision_item, 6, "a", {insertion(5, ".")}}, clerk);
  EXPECT_EQ(text_of(vision_item), "از نو.");
  EXPECT_EQ(number_in(folder.file(), "SELECT count(*) FROM text_version WHERE item = '" + vision_item.text() + "'"), 5);
  EXPECT_EQ(archive.search(chamber.id, {"از نو"}, Audience::staff, 0, 10).hits.size(), 1u);
  EXPECT_TRUE(archive.search(chamber.id, {"سلام"}, Audience::staff, 0, 10).hits.empty());
}

TEST_F(MinutesInTheArchive, an_update_that_does_not_fit_its_text_is_an_error) {
  chamber.says(TextEdited{first, vision, 1, "a", {insertion(7, "؟")}}, clerk);
  EXPECT_THROW(journal.commit(chamber.fresh()), StorageError);
}

TEST_F(MinutesInTheArchive, the_life_of_the_record_is_told_from_circulation_to_signatures) {
  approve_first_record(chamber);
  const Instant approved_at = chamber.now();
  chamber.says(MinutesSigned{first, deputy}, deputy);
  const Instant signed_at = chamber.now();
  RecordLife life = record().life;
  EXPECT_EQ(life.state, RecordState::approved);
  EXPECT_EQ(record().summary.record, RecordState::approved);
  EXPECT_EQ(life.corrections_until, (Date{2024, 1, 10}));
  ASSERT_EQ(life.corrections.size(), 2u);
  EXPECT_EQ(life.corrections[0].proposal.state, CorrectionState::accepted);
  EXPECT_EQ(life.corrections[0].proposal.person, deputy);
  EXPECT_EQ(life.corrections[0].proposal.content.reason, Reason("نام کامل"));
  EXPECT_EQ(life.corrections[1].proposal.state, CorrectionState::declined);
  EXPECT_EQ(life.corrections[1].proposal.reason, Reason("درست است"));
  EXPECT_EQ(life.approved_at, approved_at);
  EXPECT_EQ(life.approved_in, second);
  EXPECT_EQ(life.approved_number, 2);
  ASSERT_EQ(life.signatures.size(), 2u);
  EXPECT_EQ(life.signatures[0].at, std::nullopt);
  EXPECT_EQ(life.signatures[1].at, signed_at);
  chamber.says(MinutesSigned{first, mayor}, mayor).says(AddendumAppended{first, "افزوده"}, clerk);
  EXPECT_EQ(record().life.state, RecordState::signed_);
  EXPECT_EQ(record().life.addenda.at(0).by, clerk);
  chamber.says(MinutesPublished{first});
  EXPECT_TRUE(record(Audience::public_).life.corrections.empty());
  EXPECT_EQ(record(Audience::public_).life.signatures.size(), 2u);
  EXPECT_EQ(entries(EntryKind::minutes_approved, Audience::member, second).at(0).entry.meeting, first);
  EXPECT_EQ(record(Audience::member, second).items.at(0).content->approves, first);
}

TEST_F(MinutesInTheArchive, a_resolution_names_its_group_and_where_it_stands_follows_its_steps) {
  ResolutionContent content{"لایروبی رودخانه", {}, {deputy}, Date{2024, 1, 4}, HallId{"group"}};
  chamber.says(ResolutionEdited{first, river_resolution, content});
  const MeetingRecord found = record();
  EXPECT_EQ(std::ranges::find(found.items, rivers, &RecordItem::item)->resolutions.at(0).content, content);
  const auto state = [&] {
    journal.commit(chamber.fresh());
    SQLite::Database file(folder.file());
    SQLite::Statement row(file,
                          "SELECT state || ' ' || due_now || ' ' || (finished_at IS NOT NULL) FROM resolution WHERE "
                          "number = 1");
    row.executeStep();
    return row.getColumn(0).getString();
  };
  EXPECT_EQ(state(), "adopted 2024-01-04 0");
  FollowUpContent step{FollowUpState::under_way, Text<limits::progress_chars>("آغاز شد"), {}, {}, Date{2024, 2, 1}};
  chamber.says(ResolutionFollowedUp{first, river_resolution, step}, deputy);
  EXPECT_EQ(state(), "under_way 2024-02-01 0");
  content.text = "لایروبی رودخانه‌ها";
  chamber.says(ResolutionEdited{first, river_resolution, content});
  EXPECT_EQ(state(), "under_way 2024-02-01 0") << "other words, the same day";
  chamber.says(ResolutionFollowedUp{first, river_resolution, {FollowUpState::done}}, deputy);
  EXPECT_EQ(state(), "done 2024-02-01 1");
  chamber.says(ResolutionFollowedUp{first, river_resolution, {FollowUpState::under_way}}, clerk);
  EXPECT_EQ(state(), "under_way 2024-02-01 0");
}

TEST_F(MinutesInTheArchive, replaying_the_journal_gives_the_same_bytes_for_every_audience) {
  chamber.says(EntryEdited{first, entries(EntryKind::departed).at(0).seq, true, {}}, clerk);
  approve_first_record(chamber);
  chamber.says(MinutesSigned{first, deputy}, deputy).says(AddendumAppended{first, "افزوده"}, clerk);
  chamber.says(ResolutionFollowedUp{first, river_resolution, {FollowUpState::notified}}, clerk);
  chamber.says(MinutesPublished{first});
  std::vector<std::string> before;
  const auto tell = [&](std::vector<std::string>& to) {
    for (const Audience audience : {Audience::staff, Audience::member, Audience::public_, Audience::display})
      for (const MeetingId meeting : {first, second})
        to.push_back(to_json_text(archive.record(chamber.id, meeting, audience).value_or(MeetingRecord())));
  };
  journal.commit(chamber.fresh());
  tell(before);
  rebuild(database);
  std::vector<std::string> after;
  tell(after);
  EXPECT_EQ(after, before);
  const auto verification = verify(folder.file());
  EXPECT_TRUE(verification.good()) << verification.findings.front().sentence;
}

}  // namespace
}  // namespace talar::storage
