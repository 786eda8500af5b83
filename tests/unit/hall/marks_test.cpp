// What the secretariat does with the lines that write themselves, and its text modules.
#include "tests/unit/hall/given.hpp"

namespace talar::hall {
namespace {

constexpr PhraseId greeting{701};

/// The last one of its kind.
std::int64_t entry_of(const Scene& scene, EntryKind kind) {
  std::int64_t found = 0;
  for (const auto& [seq, entry] : scene.current().record.entries)
    if (entry.kind == kind) found = seq;
  return found;
}

Scene decided() {
  auto scene = given(voting());
  return scene.does(ann, CastVote{ballot, Choice::approve})
      .does(mayor, CloseVote{ballot})
      .does(clerk, AdoptResolution{report, resolution_of("متن")});
}

TEST(Marks, MIN_16_a_line_gets_a_note) {
  auto scene = given(discussing());
  const auto arrival = entry_of(scene, EntryKind::arrived);
  scene.when(clerk, EditEntry{meeting, arrival, false, Note{"با تأخیر"}})
      .then({EntryEdited{meeting, arrival, false, Note{"با تأخیر"}}});
  scene.does(clerk, EditEntry{meeting, arrival, false, Note{"با تأخیر"}});
  EXPECT_EQ(scene.seen_by(Audience::member).minutes->entries.at(arrival).note, Note{"با تأخیر"});
  EXPECT_EQ(scene.seen_by(Audience::member).minutes->entries.at(arrival).kind, EntryKind::arrived);
  scene.does(clerk, EditEntry{meeting, arrival, false, {}});
  EXPECT_EQ(scene.seen_by(Audience::member).minutes->entries.at(arrival).note, std::nullopt);
}

TEST(Marks, MIN_16_a_line_left_out_is_seen_by_the_desk_only) {
  auto scene = given(discussing());
  const auto arrival = entry_of(scene, EntryKind::arrived);
  scene.does(clerk, EditEntry{meeting, arrival, true, {}});
  EXPECT_FALSE(scene.seen_by(Audience::member).minutes->entries.contains(arrival));
  EXPECT_TRUE(scene.seen_by(Audience::staff).minutes->entries.at(arrival).hidden);
  scene.does(clerk, EditEntry{meeting, arrival, false, {}});
  EXPECT_TRUE(scene.seen_by(Audience::member).minutes->entries.contains(arrival));
}

TEST(Marks, MIN_16_votes_and_resolutions_stay) {
  const auto scene = decided();
  for (const EntryKind kind : {EntryKind::vote, EntryKind::resolution}) {
    const auto entry = entry_of(scene, kind);
    scene.when(clerk, EditEntry{meeting, entry, true, {}}).then(RefusalCode::entry_not_hideable, "hidden");
    scene.when(clerk, EditEntry{meeting, entry, false, Note{"بند ۲"}})
        .then({EntryEdited{meeting, entry, false, Note{"بند ۲"}}});
  }
}

TEST(Marks, MIN_16_so_does_what_became_of_a_vote) {
  auto scene = decided().does(mayor, VoidVote{ballot, "اشتباه در پرسش"});
  const auto entry = entry_of(scene, EntryKind::vote_voided);
  scene.when(clerk, EditEntry{meeting, entry, true, {}}).then(RefusalCode::entry_not_hideable, "hidden");
}

TEST(Marks, MIN_16_there_is_no_other_line) {
  given(discussing()).when(clerk, EditEntry{meeting, 1, true, {}}).then(RefusalCode::no_such_entry, "entry");
  given(discussing()).when(clerk, EditEntry{next_meeting, 1, true, {}}).then(RefusalCode::no_such_meeting, "meeting");
}

TEST(Marks, MIN_17_phrases_are_saved_changed_and_removed) {
  const Phrase turn{"نوبت", "{chair} نوبت سخن را به {speaker} داد."};
  auto scene = given(enrolled());
  scene.when(clerk, SavePhrase{{}, turn}).then({PhraseSaved{fresh<PhraseId>(), turn}});
  scene.happens({PhraseSaved{greeting, {"آغاز", "جلسه آغاز شد."}}});
  scene.when(clerk, SavePhrase{greeting, turn}).then({PhraseSaved{greeting, turn}});
  scene.does(clerk, SavePhrase{greeting, turn});
  EXPECT_EQ(scene.state().phrases, (std::map<PhraseId, Phrase>{{greeting, turn}}));
  scene.when(clerk, RemovePhrase{greeting}).then({PhraseRemoved{greeting}});
  EXPECT_TRUE(scene.does(clerk, RemovePhrase{greeting}).state().phrases.empty());
}

TEST(Marks, MIN_17_they_are_the_desks) {
  const auto scene = given(enrolled(), PhraseSaved{greeting, {"آغاز", "جلسه آغاز شد."}});
  EXPECT_EQ(scene.seen_by(Audience::staff).phrases.size(), 1u);
  for (const Audience audience : {Audience::public_, Audience::member, Audience::display})
    EXPECT_TRUE(scene.seen_by(audience).phrases.empty());
}

TEST(Marks, MIN_17_sixty_are_enough) {
  auto scene = given(enrolled());
  for (std::size_t i = 0; i < limits::phrases; ++i) scene.happens({PhraseSaved{PhraseId{800 + i}, {"م", "متن"}}});
  scene.when(clerk, SavePhrase{{}, {"م", "متن"}}).then(RefusalCode::too_many_phrases, Args{{"max", "60"}});
  scene.when(clerk, SavePhrase{PhraseId{800}, {"م", "نو"}}).then({PhraseSaved{PhraseId{800}, {"م", "نو"}}});
}

TEST(Marks, ROL_6_phrases_that_are_not_there) {
  given(enrolled()).when(clerk, SavePhrase{greeting, {"م", "متن"}}).then(RefusalCode::no_such_phrase, "phrase");
  given(enrolled()).when(clerk, RemovePhrase{greeting}).then(RefusalCode::no_such_phrase, "phrase");
}

}  // namespace
}  // namespace talar::hall
