#include "server/web/snapshots.hpp"

#include <gtest/gtest.h>

#include "server/web/replays.hpp"

namespace talar::web {
namespace {

const HallId hall{"rasht"};
constexpr MeetingId meeting{1};

hall::State at(std::int64_t seq) {
  hall::State state;
  state.seq = seq;
  return state;
}

TEST(Snapshots, before_anything_was_kept_a_replay_begins_with_the_founding) {
  EXPECT_EQ(Snapshots().before(hall, meeting).seq, 0);
}

TEST(Snapshots, the_last_one_before_the_meeting_was_convened_is_given) {
  Snapshots snapshots;
  snapshots.offer(hall, at(10'000));
  snapshots.offer(hall, at(20'000));
  hall::State begun = at(30'000);
  begun.current = meeting;
  snapshots.offer(hall, begun);
  hall::State over = at(40'000);
  over.past[meeting] = {};
  snapshots.offer(hall, over);
  EXPECT_EQ(snapshots.before(hall, meeting).seq, 20'000);
  EXPECT_EQ(snapshots.before(hall, {2}).seq, 40'000);
  EXPECT_EQ(snapshots.before({"another"}, meeting).seq, 0);
}

TEST(Snapshots, those_that_lie_close_together_are_not_kept) {
  Snapshots snapshots;
  snapshots.offer(hall, at(9'999));
  EXPECT_EQ(snapshots.before(hall, meeting).seq, 0);
  snapshots.offer(hall, at(10'000));
  snapshots.offer(hall, at(19'999));
  EXPECT_EQ(snapshots.before(hall, meeting).seq, 10'000);
}

TEST(Snapshots, a_long_journal_has_them_further_apart) {
  Snapshots snapshots;
  for (std::int64_t seq = 10'000; seq <= 160'000; seq += 10'000) snapshots.offer(hall, at(seq));
  EXPECT_EQ(snapshots.before(hall, meeting).seq, 160'000);
  snapshots.offer(hall, at(170'000));
  EXPECT_EQ(snapshots.before(hall, meeting).seq, 160'000);
  snapshots.offer(hall, at(180'000));
  EXPECT_EQ(snapshots.before(hall, meeting).seq, 180'000);
}

Body body(std::size_t bytes) {
  return std::make_shared<const std::string>(bytes, 'x');
}

TEST(ReplayShelf, keeps_the_last_ones_that_were_asked_for) {
  ReplayShelf shelf(10);
  shelf.keep("a", body(4));
  shelf.keep("b", body(4));
  EXPECT_TRUE(shelf.find("a"));
  shelf.keep("c", body(4));
  EXPECT_TRUE(shelf.find("a"));
  EXPECT_FALSE(shelf.find("b"));
  EXPECT_TRUE(shelf.find("c"));
}

TEST(ReplayShelf, keeps_nothing_that_is_larger_than_itself) {
  ReplayShelf shelf(10);
  shelf.keep("a", body(11));
  EXPECT_FALSE(shelf.find("a"));
}

}  // namespace
}  // namespace talar::web
