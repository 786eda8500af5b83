// The list that closes by itself.
#include "tests/unit/hall/given.hpp"

namespace talar::hall {
namespace {

Scene called() {
  auto scene = given(discussing());
  scene.does(mayor, CallLast{60});
  return scene;
}

const Item& item_of(const Scene& scene) {
  return scene.current().items.at(report);
}

TEST(LastCall, FLR_29_the_list_stays_open_until_then) {
  given(discussing()).when(mayor, CallLast{60}).then({LastCalled{meeting, report, nine_o_clock + seconds(60)}});
  auto scene = called();
  EXPECT_EQ(scene.seen_by(Audience::public_).floor->list_closes_at, nine_o_clock + seconds(60));
  EXPECT_TRUE(scene.seen_by(Audience::public_).floor->list_open);
  EXPECT_EQ(next_deadline(scene.state()), nine_o_clock + seconds(60));
  scene.after(seconds(59)).does(ann, RequestFloor{});
}

TEST(LastCall, FLR_29_the_tick_closes_it) {
  auto scene = called();
  scene.after(seconds(59)).when(server, Tick{}).then(RefusalCode::wrong_vote_state);
  scene.after(seconds(1)).when(server, Tick{}).then({ListClosed{meeting, report}});
  scene.does(server, Tick{});
  EXPECT_FALSE(item_of(scene).list_open);
  EXPECT_EQ(next_deadline(scene.state()), std::nullopt);
}

TEST(LastCall, FLR_29_nobody_slips_in_when_the_tick_is_late) {
  called().after(seconds(60)).when(ann, RequestFloor{}).then(RefusalCode::list_closed);
}

TEST(LastCall, FLR_29_it_goes_out_once_and_only_for_an_open_list) {
  called().when(mayor, CallLast{60}).then(RefusalCode::last_call_running);
  given(discussing(), ListClosed{meeting, report}).when(mayor, CallLast{60}).then(RefusalCode::list_already_closed);
  given(open_meeting()).when(mayor, CallLast{60}).then(RefusalCode::no_active_item);
}

TEST(LastCall, FLR_29_opening_or_closing_the_list_calls_it_off) {
  auto opened = called();
  opened.does(mayor, OpenList{});
  EXPECT_TRUE(item_of(opened).list_open);
  EXPECT_EQ(next_deadline(opened.state()), std::nullopt);
  opened.when(mayor, OpenList{}).then(RefusalCode::list_already_open);
  auto closed = called();
  closed.does(mayor, CloseList{});
  EXPECT_FALSE(item_of(closed).list_open);
  EXPECT_EQ(next_deadline(closed.state()), std::nullopt);
}

TEST(LastCall, FLR_29_a_recess_and_the_end_of_the_item_call_it_off) {
  auto paused = called();
  paused.does(mayor, CallRecess{});
  EXPECT_TRUE(item_of(paused).list_open);
  EXPECT_EQ(next_deadline(paused.state()), std::nullopt);
  auto ended = called();
  ended.does(mayor, EndItem{});
  EXPECT_EQ(item_of(ended).list_closes_at, std::nullopt);
  EXPECT_EQ(next_deadline(ended.state()), std::nullopt);
}

TEST(LastCall, FLR_29_the_least_of_the_clocks_is_next_and_what_is_due_comes_together) {
  auto scene = called();
  scene.does(clerk, PrepareVote{report, question(VoteRule{}, 30)});
  const VoteId vote = scene.current().votes.begin()->first;
  scene.does(mayor, OpenVote{vote});
  EXPECT_EQ(next_deadline(scene.state()), nine_o_clock + seconds(30));
  scene.after(seconds(60)).does(server, Tick{});
  EXPECT_EQ(scene.current().votes.at(vote).cause, CloseCause::deadline);
  EXPECT_FALSE(item_of(scene).list_open);
}

}  // namespace
}  // namespace talar::hall
