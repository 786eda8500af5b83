#include "server/ballots/box.hpp"

#include <algorithm>

#include "server/ballots/encoding.hpp"
#include "tests/unit/ballots/booth.hpp"

namespace talar::ballots {
namespace {

TEST(Box, counts_what_was_collected_and_cast) {
  Booth booth;
  const auto vote = opened(booth.box);
  for (const Choice choice : {Choice::approve, Choice::against, Choice::approve, Choice::abstain})
    ASSERT_TRUE(cast(booth.box, collected(booth.box, vote, choice)).get());
  EXPECT_EQ(booth.box.counted(vote.vote), 4);
  const SealedBallots in_it = sealed(booth.box, vote.vote);
  EXPECT_EQ(std::ranges::count(in_it.ballots, Ballot(Choice::approve)), 2);
  EXPECT_EQ(std::ranges::count(in_it.ballots, Ballot(Choice::against)), 1);
  EXPECT_EQ(std::ranges::count(in_it.ballots, Ballot(Choice::abstain)), 1);
}

TEST(Box, gives_each_key_out_once) {
  Booth booth;
  std::set<std::string> keys;
  for (std::uint64_t id = 1; id <= 4; ++id) keys.insert(opened(booth.box, {id}).key);
  EXPECT_EQ(keys.size(), 4u);
}

TEST(Box, a_key_is_on_disk_before_anybody_has_it) {
  Booth booth;
  const auto vote = opened(booth.box);
  EXPECT_EQ(storage::number_in(booth.folder.file(), "SELECT count(*) FROM ballot_key WHERE public_key = x'" +
                                                        to_hex(*from_base64(vote.key)) + "'"),
            1);
}

TEST(Box, a_key_outlives_a_stop_if_it_was_given_out_and_a_start_only_with_its_vote) {
  Folder folder;
  const auto keys = [&] { return storage::number_in(folder.file(), "SELECT count(*) FROM ballot_key"); };
  const storage::Database database(folder.file(), storage::Access::owner);
  VoteUnderWay vote{{1}, {}, motion()};
  {
    Box box(database, at_once());
    box.start({});
    std::optional<std::string> key;
    while (!(key = box.take_key())) std::this_thread::yield();
    vote.key = *key;
  }
  EXPECT_EQ(keys(), 1);
  {
    Box box(database, at_once());
    box.start({vote});
    EXPECT_TRUE(cast(box, collected(box, vote)).get());
  }
  EXPECT_EQ(keys(), 1);
  Box box(database, at_once());
  box.start({});
  box.stop();
  EXPECT_EQ(keys(), 0);
}

TEST(Box, acknowledges_only_what_is_on_disk) {
  Booth booth;
  const auto vote = opened(booth.box);
  for (int i = 1; i <= 10; ++i) {
    ASSERT_TRUE(cast(booth.box, collected(booth.box, vote)).get());
    EXPECT_EQ(storage::number_in(booth.folder.file(), "SELECT count(*) FROM secret_ballot"), i);
  }
}

TEST(Box, the_same_ballot_again_is_acknowledged_again_and_counted_once) {
  Booth booth;
  const auto vote = opened(booth.box);
  const Signed ballot = collected(booth.box, vote);
  const auto first = cast(booth.box, ballot).get();
  const auto second = cast(booth.box, ballot).get();
  EXPECT_EQ(*first, *second);
  EXPECT_EQ(*first, storage::digest(ballot.message));
  EXPECT_EQ(booth.box.counted(vote.vote), 1);
}

TEST(Box, the_same_ballot_twice_in_one_group_is_counted_once) {
  BoxOptions options = at_once();
  options.group = 2;
  Booth booth(options);
  const auto vote = opened(booth.box);
  const Signed ballot = collected(booth.box, vote);
  auto first = cast(booth.box, ballot), second = cast(booth.box, ballot);
  EXPECT_TRUE(first.get());
  EXPECT_TRUE(second.get());
  EXPECT_EQ(sealed(booth.box, vote.vote).ballots.size(), 1u);
}

TEST(Box, waits_for_a_group_before_it_writes) {
  BoxOptions options = at_once();
  options.group = 3;
  options.patience = std::chrono::hours(1);
  Booth booth(options);
  const auto vote = opened(booth.box);
  auto first = cast(booth.box, collected(booth.box, vote)), second = cast(booth.box, collected(booth.box, vote));
  EXPECT_EQ(first.wait_for(std::chrono::milliseconds(20)), std::future_status::timeout);
  auto third = cast(booth.box, collected(booth.box, vote));
  for (auto* answer : {&first, &second, &third}) EXPECT_TRUE(answer->get());
}

TEST(Box, does_not_let_a_lone_ballot_wait_for_ever) {
  BoxOptions options = at_once();
  options.group = 100;
  options.patience = std::chrono::milliseconds(5);
  Booth booth(options);
  EXPECT_TRUE(cast(booth.box, collected(booth.box, opened(booth.box))).get());
}

TEST(Box, refuses_for_the_moment_when_too_many_wait) {
  BoxOptions options = at_once();
  options.group = 100;
  options.patience = std::chrono::hours(1);
  options.waiting_max = 1;
  Booth booth(options);
  const auto vote = opened(booth.box);
  auto first = cast(booth.box, collected(booth.box, vote));
  EXPECT_EQ(refusal_of(cast(booth.box, collected(booth.box, vote))), RefusalCode::too_many_commands);
  booth.box.stop();
  EXPECT_TRUE(first.get());
  EXPECT_EQ(refusal_of(cast(booth.box, collected(booth.box, vote))), RefusalCode::shutting_down);
}

TEST(Box, sealing_writes_what_waits_and_takes_nothing_more) {
  BoxOptions options = at_once();
  options.group = 100;
  options.patience = std::chrono::hours(1);
  Booth booth(options);
  const auto vote = opened(booth.box);
  const Signed late = collected(booth.box, vote);
  auto waiting = cast(booth.box, collected(booth.box, vote));
  const SealedBallots first = sealed(booth.box, vote.vote);
  EXPECT_EQ(first.ballots.size(), 1u);
  EXPECT_TRUE(waiting.get());
  EXPECT_EQ(refusal_of(cast(booth.box, late)), RefusalCode::vote_not_open);
  const SealedBallots again = sealed(booth.box, vote.vote);
  EXPECT_EQ(again.ballots, first.ballots);
  EXPECT_EQ(again.digest, first.digest);
  const auto unsigned_now = booth.box.sign(vote.vote, std::string(signature_bytes, '\1'));
  ASSERT_FALSE(unsigned_now);
  EXPECT_EQ(unsigned_now.error().code, RefusalCode::vote_not_open);
}

TEST(Box, tells_the_turnout_in_steps_and_when_it_is_asked_to) {
  BoxOptions options = at_once();
  std::vector<std::int64_t> told;
  options.on_turnout = [&](VoteId, std::int64_t cast) { told.push_back(cast); };
  Booth booth(options);
  const auto vote = opened(booth.box);
  const auto casts = [&](int count) {
    for (int i = 0; i < count; ++i) ASSERT_TRUE(cast(booth.box, collected(booth.box, vote)).get());
  };
  casts(5);
  booth.box.expect(vote.vote, 7);
  casts(3);
  booth.box.expect(vote.vote, 8);
  sealed(booth.box, vote.vote);
  EXPECT_EQ(told, (std::vector<std::int64_t>{5, 7, 8}));
}

TEST(Box, finishing_forgets_the_key_and_keeps_the_ballots) {
  Booth booth;
  const auto vote = opened(booth.box);
  ASSERT_TRUE(cast(booth.box, collected(booth.box, vote)).get());
  sealed(booth.box, vote.vote);
  booth.box.finish(vote.vote);
  booth.box.stop();
  EXPECT_EQ(storage::number_in(booth.folder.file(), "SELECT count(*) FROM ballot_key"), 0);
  EXPECT_EQ(storage::ballots_of(booth.database, vote.vote).size(), 1u);
  EXPECT_FALSE(booth.box.counted(vote.vote));
}

TEST(Box, discarding_forgets_the_ballots_too) {
  Booth booth;
  const auto vote = opened(booth.box, {1}), other = opened(booth.box, {2});
  const Signed late = collected(booth.box, vote);
  ASSERT_TRUE(cast(booth.box, collected(booth.box, vote)).get());
  ASSERT_TRUE(cast(booth.box, collected(booth.box, other)).get());
  booth.box.discard(vote.vote);
  EXPECT_EQ(sealed(booth.box, other.vote).ballots.size(), 1u);
  EXPECT_EQ(refusal_of(cast(booth.box, late)), RefusalCode::vote_not_open);
  EXPECT_TRUE(storage::ballots_of(booth.database, vote.vote).empty());
}

TEST(Box, discarding_refuses_what_still_waits) {
  BoxOptions options = at_once();
  options.group = 100;
  options.patience = std::chrono::hours(1);
  Booth booth(options);
  const auto vote = opened(booth.box, {1}), other = opened(booth.box, {2});
  auto waiting = cast(booth.box, collected(booth.box, vote)), stays = cast(booth.box, collected(booth.box, other));
  booth.box.discard(vote.vote);
  EXPECT_EQ(refusal_of(std::move(waiting)), RefusalCode::vote_not_open);
  EXPECT_EQ(sealed(booth.box, other.vote).ballots.size(), 1u);
  EXPECT_TRUE(stays.get());
  EXPECT_TRUE(storage::ballots_of(booth.database, vote.vote).empty());
}

TEST(Box, goes_on_with_the_same_key_after_a_restart) {
  Folder folder;
  VoteUnderWay vote;
  Signed before, between;
  {
    const storage::Database database(folder.file(), storage::Access::owner);
    Box box(database, at_once());
    box.start({});
    vote = opened(box);
    before = collected(box, vote);
    between = collected(box, vote);
    ASSERT_TRUE(cast(box, before).get());
  }
  const storage::Database database(folder.file(), storage::Access::owner);
  Box box(database, at_once());
  box.start({vote});
  EXPECT_EQ(box.counted(vote.vote), 1);
  EXPECT_TRUE(cast(box, before).get());
  EXPECT_TRUE(cast(box, between).get());
  EXPECT_TRUE(cast(box, collected(box, vote)).get());
  EXPECT_EQ(sealed(box, vote.vote).ballots.size(), 3u);
}

TEST(Box, a_vote_whose_key_is_lost_still_takes_what_was_signed) {
  Booth lost;
  const auto vote = opened(lost.box);
  const Signed ballot = collected(lost.box, vote);
  Booth booth;
  booth.box.open(vote);
  EXPECT_TRUE(cast(booth.box, ballot).get());
  const auto refused = booth.box.sign(vote.vote, std::string(signature_bytes, '\1'));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, RefusalCode::no_ballot_key);
}

}  // namespace
}  // namespace talar::ballots
