// Everything as lines of text, and back: the same journal, the same records, the same dump.
#include "storage/dump.hpp"

#include <sstream>

#include "protocol/codec.hpp"
#include "storage/archive.hpp"
#include "storage/ballots.hpp"
#include "storage/files.hpp"
#include "storage/verify.hpp"
#include "tests/contract/meeting.hpp"

namespace talar::storage {
namespace {

/// A chamber and one of its groups, taking turns, with a large file and a secret vote.
class Dumps : public testing::Test {
 protected:
  Dumps() {
    const Database database(folder.file(), Access::owner);
    Journal journal(database);
    Files(database).keep(file_digest(drawing), drawing);
    Hall chamber = chamber_after_first_meeting();
    chamber.says(AttachmentAdded{first, {700}, attached(), mayor});
    chamber.says(VotePrepared{first, rivers, secret, {"؟", {}, {}, VoteForm{VoteKind::motion, VoteMode::secret}}});
    VoteOpened opened{first, rivers, secret, {mayor, deputy}, {}, VotingRules()};
    opened.key = Text<limits::ballot_key_chars>("MIIB");
    chamber.says(opened);
    const SecretCount count{2, 2, std::string(64, 'a')};
    chamber.says(VoteClosed{first, rivers, secret, CloseCause::chair, {{2, 0, 0, 0}, 2, 1, Outcome::adopted}, count});
    Hall group = founded("group");
    group.says(message(1), mayor, command(1));
    const auto fresh = chamber.fresh();
    journal.commit(std::span(fresh).first(20));
    journal.commit(group.fresh());
    journal.commit(std::span(fresh).subspan(20));
    Ballots ballots(database);
    ballots.keep({{secret, digest("یک"), "یک", "امضا"}, {secret, digest("دو"), "دو", std::string("\0\xFF", 2)}});
    ballots.keep({{VoteId{999}, digest("?"), "of a vote that is still open", "s"}});
  }

  Attachment attached() const {
    return {rivers,
            "نقشه.pdf",
            "application/pdf",
            static_cast<std::int64_t>(drawing.size()),
            file_digest(drawing),
            Visibility::everyone};
  }
  std::string dumped(const std::string& from = "talar.db") const {
    std::ostringstream to;
    dump(Database(folder.file(from), Access::guest), to);
    return to.str();
  }
  std::string restored(const std::string& text, const std::string& to = "new.db") const {
    std::istringstream from(text);
    try {
      restore(from, folder.file(to));
    } catch (const StorageError& error) {
      return error.what();
    }
    return "";
  }
  std::string record(const std::string& file, Audience audience) const {
    const Database database(folder.file(file), Access::guest);
    return to_json_text(Archive(database).record(HallId{"chamber"}, first, audience).value_or(MeetingRecord()));
  }
  std::vector<std::string> lines() const {
    std::vector<std::string> lines;
    std::istringstream text(dumped());
    for (std::string line; std::getline(text, line);) lines.push_back(line + "\n");
    return lines;
  }
  static std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const auto& line : lines) text += line;
    return text;
  }

  static constexpr VoteId secret{302'000};
  const std::string drawing = std::string(2 * dump_piece_bytes + 17, '\xE9');
  Folder folder;
};

TEST_F(Dumps, a_dump_is_restored_to_the_same_heads_records_and_dump) {
  const std::string before = dumped();
  ASSERT_EQ(restored(before), "");
  EXPECT_EQ(dumped("new.db"), before);
  const auto old_one = verify(folder.file());
  const auto new_one = verify(folder.file("new.db"));
  ASSERT_TRUE(new_one.good()) << new_one.findings.front().sentence;
  ASSERT_EQ(new_one.halls.size(), old_one.halls.size());
  for (std::size_t i = 0; i < new_one.halls.size(); ++i)
    EXPECT_EQ(new_one.halls[i].head.chain, old_one.halls[i].head.chain);
  for (const Audience audience : {Audience::staff, Audience::member, Audience::public_})
    EXPECT_EQ(record("new.db", audience), record("talar.db", audience));
  const Database database(folder.file("new.db"), Access::owner);
  EXPECT_EQ(Files(database).bytes(file_digest(drawing)), drawing);
  ASSERT_EQ(ballots_of(database, secret).size(), 2u);
  EXPECT_EQ(ballots_of(database, secret)[0].signature.size() + ballots_of(database, secret)[1].signature.size(),
            std::string("امضا").size() + 2);
}

TEST_F(Dumps, ballots_of_votes_that_are_not_closed_are_nobodys_business) {
  EXPECT_FALSE(holds(dumped(), VoteId{999}.text()));
  EXPECT_TRUE(holds(lines().back(), R"("files":1,"ballots":2)")) << lines().back();
}

TEST_F(Dumps, the_body_of_an_event_stands_in_its_line_as_it_is_in_the_journal) {
  const std::string body = encode_event(MeetingClosed{first});
  EXPECT_TRUE(holds(dumped(), R"(,"body":)" + body + "}}\n"));
}

TEST_F(Dumps, a_changed_event_is_named_with_its_line_and_nothing_is_left) {
  std::string text = dumped();
  text.replace(text.find("لایروبی"), std::string("لایروبی").size(), "تخریبی");
  EXPECT_TRUE(holds(restored(text), ": the chain of event ")) << restored(text);
  EXPECT_TRUE(restored(text).starts_with("line ")) << restored(text);
  EXPECT_FALSE(std::filesystem::exists(folder.file("new.db")));
  EXPECT_FALSE(std::filesystem::exists(folder.file("new.db-wal")));
  EXPECT_EQ(restored(dumped()), "") << "the place is free for a good one";
}

TEST_F(Dumps, a_missing_line_is_noticed_wherever_it_was) {
  const auto all = lines();
  for (std::size_t gone : {std::size_t{0}, std::size_t{1}, std::size_t{30}, all.size() - 6, all.size() - 5,
                           all.size() - 4, all.size() - 2, all.size() - 1}) {
    auto fewer = all;
    fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(gone));
    EXPECT_NE(restored(joined(fewer)), "") << gone << ": " << all[gone].substr(0, 80);
  }
  EXPECT_FALSE(std::filesystem::exists(folder.file("new.db")));
}

TEST_F(Dumps, half_a_line_words_and_nothing_at_all_are_no_dump) {
  const std::string text = dumped();
  EXPECT_NE(restored(text.substr(0, text.size() / 2)), "");
  EXPECT_TRUE(holds(restored(text + "{}\n"), "comes after the end"));
  EXPECT_TRUE(holds(restored("hello\n"), "line 1: this is no line of a dump")) << restored("hello\n");
  EXPECT_TRUE(holds(restored(""), "cut off"));
  EXPECT_TRUE(holds(restored(std::string(dump_line_bytes + 1, ' ')), "line 1: this line is longer"));
  EXPECT_TRUE(holds(restored(R"({"talar":{"form":2}})"), "needs a newer Talar"));
}

TEST_F(Dumps, a_changed_file_is_noticed) {
  auto all = lines();
  auto& piece = all[all.size() - 5];
  ASSERT_TRUE(holds(piece, R"("file":)"));
  piece.replace(piece.find("6enp"), 4, "AAAA");
  EXPECT_TRUE(holds(restored(joined(all)), "the bytes of the file"));
}

TEST_F(Dumps, a_database_that_holds_something_is_left_alone) {
  const std::string before = dumped();
  EXPECT_TRUE(holds(restored(before, "talar.db"), "is not empty"));
  EXPECT_EQ(dumped(), before);
}

TEST_F(Dumps, a_damaged_journal_is_not_passed_on) {
  tamper(folder.file(), "UPDATE event SET at = at + 1 WHERE hall = 'chamber' AND seq = 5");
  EXPECT_THROW(dumped(), StorageError);
}

TEST_F(Dumps, there_is_none_while_a_secret_vote_is_under_way) {
  constexpr VoteId running{303'000};
  Hall chamber("chamber", number_in(folder.file(), "SELECT max(seq) FROM event WHERE hall = 'chamber'"));
  const auto says = [&](Event event) {
    const Database database(folder.file(), Access::owner);
    Journal(database).commit(chamber.says(std::move(event)).fresh());
  };
  says(VotePrepared{first, rivers, running, {"دبیر کیست؟", {}, {}, VoteForm{VoteKind::motion, VoteMode::secret}}});
  EXPECT_NO_THROW(dumped());
  VoteOpened opened{first, rivers, running, {mayor, deputy}, {}, VotingRules()};
  opened.key = Text<limits::ballot_key_chars>("MIIB");
  says(opened);
  try {
    dumped();
    FAIL() << "a dump without its ballots";
  } catch (const StorageError& error) {
    EXPECT_TRUE(holds(error.what(), "meeting 1 of hall chamber: \"دبیر کیست؟\"")) << error.what();
  }
  says(VoteVoided{first, rivers, running, "از نو"});
  EXPECT_NO_THROW(dumped());
}

TEST_F(Dumps, whoever_looks_on_sees_every_event_with_its_line_and_may_stop_it) {
  std::istringstream from(dumped());
  std::vector<std::int64_t> lines;
  restore(from, folder.file("new.db"),
          [&](const HallId&, const Recorded&, std::int64_t line) { lines.push_back(line); });
  EXPECT_EQ(lines.front(), 2);
  EXPECT_EQ(lines.back(), 1 + static_cast<std::int64_t>(lines.size()));
  from = std::istringstream(dumped());
  try {
    restore(from, folder.file("other.db"), [](const HallId&, const Recorded& recorded, std::int64_t) {
      if (recorded.seq == 3) throw std::out_of_range("map::at");
    });
    FAIL() << "nobody stopped it";
  } catch (const StorageError& error) {
    EXPECT_STREQ(error.what(), "line 4: map::at");
  }
  EXPECT_FALSE(std::filesystem::exists(folder.file("other.db")));
}

TEST_F(Dumps, of_one_meeting_there_are_its_events_only) {
  const Database database(folder.file(), Access::guest);
  std::ostringstream to;
  const auto found = dump_meeting(database, HallId{"chamber"}, first, to);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->events, number_in(folder.file(), "SELECT count(*) FROM event WHERE meeting IS NOT NULL"));
  EXPECT_FALSE(holds(to.str(), "hall_founded"));
  EXPECT_TRUE(holds(restored(to.str()), "line 1: these are the events of one meeting"));
  EXPECT_FALSE(dump_meeting(database, HallId{"group"}, first, to));
}

TEST(MeetingsDump, has_no_ballots_of_votes_that_were_voided_before_they_had_a_result) {
  Folder folder;
  const Database database(folder.file(), Access::owner);
  constexpr VoteId by_hand{302'001};
  Hall chamber = founded();
  enrol_and_convene(chamber);
  hold_vote(chamber, rivers, closed_vote);
  const auto open = [&](VoteId vote, VoteMode mode) {
    chamber.says(VotePrepared{first, rivers, vote, {"؟", {}, {}, VoteForm{VoteKind::motion, mode}}});
    chamber.says(VoteOpened{first, rivers, vote, {mayor, deputy}, {}, VotingRules()});
  };
  open(open_vote, VoteMode::device);
  chamber.says(BallotCast{first, open_vote, deputy, Choice::against}, deputy);
  chamber.says(VoteVoided{first, rivers, open_vote, Reason("پرسش نادرست")});
  open(by_hand, VoteMode::show_of_hands);
  chamber.says(HandsCounted{first, by_hand, {1, 0, 0}});
  chamber.says(VoteVoided{first, rivers, by_hand, Reason("پرسش نادرست")});
  chamber.says(VoteVoided{first, rivers, closed_vote, Reason("پرسش نادرست")}).says(MeetingClosed{first});
  Journal(database).commit(chamber.fresh());
  std::ostringstream to;
  const auto end = dump_meeting(database, chamber.id, first, to).value();
  const std::string dumped = to.str();
  EXPECT_EQ(end.events, number_in(folder.file(), "SELECT count(*) - 2 FROM event WHERE meeting IS NOT NULL"));
  EXPECT_FALSE(holds(dumped, encode_event(BallotCast{first, open_vote, deputy, Choice::against})));
  EXPECT_FALSE(holds(dumped, "hands_counted"));
  EXPECT_TRUE(holds(dumped, encode_event(BallotCast{first, closed_vote, mayor, Choice::approve}))) << "had a result";
}

}  // namespace
}  // namespace talar::storage
