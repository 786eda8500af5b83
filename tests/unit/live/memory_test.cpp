#include "server/live/memory.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace talar::live::test {
namespace {

/// A memory beside a journal of whose events some were commanded.
struct CommandMemoryTest : testing::Test {
  std::map<std::int64_t, storage::KnownCommand> journal;
  int readings = 0;
  CommandMemory memory{2, [this](std::int64_t seq) -> std::optional<storage::KnownCommand> {
                         ++readings;
                         const auto found = journal.find(seq);
                         return found == journal.end() ? std::nullopt : std::optional(found->second);
                       }};

  void note(const std::string& id, std::int64_t seq, Actor actor = {}) {
    journal[seq] = {{id}, actor};
    memory.note({id}, {actor, seq});
  }
};

TEST_F(CommandMemoryTest, a_command_is_known_by_its_last_event) {
  note("a", 1);
  note("a", 2);
  EXPECT_EQ(memory.find({"a"})->seq, 2);
  EXPECT_EQ(readings, 0);
}

TEST_F(CommandMemoryTest, an_old_command_is_found_in_the_journal_with_whoever_gave_it) {
  note("old", 7, {PersonId{3}});
  for (int i = 0; i < 5'000; ++i) note(std::to_string(i), 10 + i);
  const auto found = memory.find({"old"});
  ASSERT_TRUE(found);
  EXPECT_EQ(found->seq, 7);
  EXPECT_EQ(found->actor, Actor{PersonId{3}});
  for (int i = 0; i < 5'000; ++i) ASSERT_EQ(memory.find({std::to_string(i)})->seq, 10 + i);
}

TEST_F(CommandMemoryTest, a_fresh_command_costs_no_reading) {
  for (int i = 0; i < 1'000; ++i) note(std::to_string(i), 1 + i);
  for (int i = 0; i < 1'000; ++i) EXPECT_FALSE(memory.find({"fresh " + std::to_string(i)}));
  EXPECT_LE(readings, 1) << "two ids share a mark once in millions";
}

TEST(SeqsByMark, two_commands_of_one_mark_are_both_there) {
  SeqsByMark seqs;
  EXPECT_TRUE(seqs.find(5).empty());
  seqs.add(5, 1);
  seqs.add(5, 2);
  seqs.add(6, 3);
  EXPECT_EQ(seqs.find(5), (std::vector<std::int64_t>{1, 2}));
}

TEST(SeqsByMark, nothing_is_lost_as_it_grows) {
  SeqsByMark seqs;
  // Marks that crowd at the end of every size of the array, so that chains go round.
  for (std::uint32_t i = 1; i <= 4'000; ++i) seqs.add(0xFFFF'FFFF - i % 1'000, i);
  for (std::uint32_t mark = 0; mark < 1'000; ++mark) EXPECT_EQ(seqs.find(0xFFFF'FFFF - mark).size(), 4u);
}

}  // namespace
}  // namespace talar::live::test
