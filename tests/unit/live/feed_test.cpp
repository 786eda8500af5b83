#include "server/live/feed.hpp"

#include <gtest/gtest.h>

#include "protocol/codec.hpp"

namespace talar::live::test {
namespace {

using namespace std::chrono_literals;

constexpr Instant now{1'703'741'400'000};

View saying(const std::string& text) {
  View view;
  view.message = MessageView{text, now};
  return view;
}

Parts message() {
  Parts parts;
  parts.message = true;
  return parts;
}

struct FeedTest : testing::Test {
  Limits limits;
  Feed feed{limits, Feed::Numbering::journal};

  void SetUp() override { feed.start(saying("0"), 1); }
  Frame flush(const std::string& text, std::int64_t seq) {
    feed.owe(message());
    return feed.show(feed.render(saying(text), seq, now), seq);
  }
};

TEST_F(FeedTest, a_state_is_cut_once_for_all_who_come_until_the_next_patch) {
  const Frame first = feed.state(now);
  EXPECT_EQ(feed.state(Instant{now.ms + 60'000}).plain, first.plain) << "the same bytes, however late";
  EXPECT_EQ(feed.state(now).deflated, first.deflated);
  flush("1", 2);
  EXPECT_NE(feed.state(now).plain, first.plain);
}

TEST_F(FeedTest, a_state_shows_the_last_flush_not_what_is_owed) {
  const Frame before = feed.state(now);
  feed.owe(message());
  EXPECT_EQ(feed.state(now).plain, before.plain);
  EXPECT_EQ(feed.seq(), 1);
}

TEST_F(FeedTest, what_changes_nothing_for_this_audience_moves_only_its_seq) {
  const Frame before = feed.state(now);
  EXPECT_FALSE(flush("0", 2));
  EXPECT_EQ(feed.seq(), 2);
  EXPECT_EQ(feed.state(now).plain, before.plain);
  EXPECT_TRUE(feed.catch_up(1, now).resumed);
}

TEST_F(FeedTest, an_audience_that_counts_for_itself_learns_nothing_of_what_it_is_not_shown) {
  Feed outside{limits, Feed::Numbering::own};
  outside.start(saying("0"), 700);
  const auto flush_outside = [&](const std::string& text, std::int64_t seq) {
    outside.owe(message());
    return outside.show(outside.render(saying(text), seq, now), seq);
  };
  EXPECT_EQ(outside.seq(), 1);
  EXPECT_FALSE(flush_outside("0", 750));
  EXPECT_EQ(outside.seq(), 1);
  EXPECT_NE(flush_outside("1", 800).plain->find(R"("seq":2,)"), std::string::npos);
  EXPECT_NE(outside.state(now).plain->find(R"("seq":2,)"), std::string::npos);
  EXPECT_FALSE(flush_outside("1", 801));
  const Frame last = flush_outside("2", 900);
  EXPECT_NE(last.plain->find(R"("seq":3,)"), std::string::npos);
  EXPECT_TRUE(outside.catch_up(1, now).resumed);
  EXPECT_EQ(*outside.catch_up(2, now).frame.plain, *last.plain);
  EXPECT_FALSE(outside.catch_up(4, now).resumed) << "not yet";
}

TEST_F(FeedTest, what_a_herd_has_missed_is_put_together_once_for_all_of_it) {
  flush("1", 2);
  flush("2", 3);
  const Frame missed = feed.catch_up(1, now).frame;
  EXPECT_EQ(feed.catch_up(1, now).frame.plain, missed.plain);
  EXPECT_NE(feed.catch_up(2, now).frame.plain, missed.plain);
  flush("3", 4);
  EXPECT_NE(*feed.catch_up(1, now).frame.plain, *missed.plain);
}

TEST_F(FeedTest, is_ready_when_every_thread_has_finished_and_says_how_long_it_took) {
  const Feed::Clock::time_point begun{};
  feed.going_out(2, begun);
  EXPECT_FALSE(feed.ready());
  EXPECT_FALSE(feed.flushed_by_one_thread(begun + 5ms));
  EXPECT_FALSE(feed.ready());
  EXPECT_EQ(feed.flushed_by_one_thread(begun + 8ms), 8ms);
  EXPECT_TRUE(feed.ready());
  feed.rest();
  EXPECT_FALSE(feed.ready());
  feed.rested();
  EXPECT_TRUE(feed.ready());
}

TEST_F(FeedTest, forgets_the_patches_of_before_a_closed_part) {
  flush("1", 2);
  View shut;
  shut.meetings[MeetingId{7}].closed_since = now;
  feed.owe(Parts::whole());
  feed.show(feed.render(shut, 3, now), 3);
  EXPECT_FALSE(feed.catch_up(2, now).resumed);
}

TEST_F(FeedTest, forgets_the_patches_that_tell_of_what_is_closed_now) {
  View open = saying("0");
  open.items[ItemId{7}].title = "a secret from here on";
  Parts item;
  item.items.insert(ItemId{7});
  feed.owe(item);
  feed.show(feed.render(open, 2, now), 2);
  View closed = saying("0");
  closed.items[ItemId{7}].closed = true;
  feed.owe(item);
  feed.show(feed.render(closed, 3, now), 3);
  const auto caught_up = feed.catch_up(1, now);
  EXPECT_FALSE(caught_up.resumed);
  EXPECT_EQ(caught_up.frame.plain->find("secret"), std::string::npos);
}

}  // namespace
}  // namespace talar::live::test
