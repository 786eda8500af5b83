#include "server/ballots/recount.hpp"

#include <gtest/gtest.h>

#include "protocol/codec.hpp"
#include "tests/unit/ballots/publication.hpp"

namespace talar::ballots {
namespace {

/// The only fault, or all of them.
std::string fault_of(const PublishedVote& vote) {
  std::string faults;
  for (const auto& fault : recount(vote).faults) faults += (faults.empty() ? "" : "; ") + fault;
  return faults;
}

bool has(const std::string& text, const char* piece) {
  return text.find(piece) != std::string::npos;
}

TEST(Recount, finds_nothing_wrong_with_what_is_right) {
  const PublishedVote vote = five().vote;
  const Recount found = recount(vote);
  EXPECT_TRUE(found.good()) << fault_of(vote);
  EXPECT_EQ(found.result->outcome, Outcome::adopted);
  EXPECT_EQ(found.result->tally, (Tally{3, 1, 1, 4}));
  ASSERT_EQ(found.receipts.size(), 5u);
  EXPECT_EQ(found.receipts[0], digits_of(storage::digest(*from_base64(vote.ballots[0].message.value))));
}

TEST(Recount, comes_to_the_same_after_the_publication_has_been_a_file) {
  const auto read = from_json_text<PublishedVote>(to_json_text(five().vote));
  ASSERT_TRUE(read);
  EXPECT_EQ(fault_of(*read), "");
}

TEST(Recount, counts_rankings_and_elections_too) {
  for (const VoteKind kind : {VoteKind::election, VoteKind::ranking, VoteKind::points}) {
    Publication publication(with_options(kind, 3));
    const auto marked = [](std::vector<Whole<0, 100>> marks) {
      return Ballot(Choice::approve, Marks(std::move(marks)));
    };
    publication.hold({marked({1, 0, 0}), marked({1, 0, 0}), marked({0, 1, 0})});
    EXPECT_EQ(fault_of(publication.vote), "");
    EXPECT_EQ(recount(publication.vote).result->options->front().place, 1);
  }
}

TEST(Recount, finds_a_box_that_nothing_was_cast_into_right) {
  Publication publication;
  publication.hold({});
  EXPECT_EQ(fault_of(publication.vote), "");
}

TEST(Recount, finds_a_result_that_was_changed) {
  PublishedVote vote = five().vote;
  vote.result.outcome = Outcome::rejected;
  EXPECT_EQ(fault_of(vote), "the published result is not what these ballots give");
  vote = five().vote;
  ++vote.result.tally.approve;
  EXPECT_EQ(fault_of(vote), "the published result is not what these ballots give");
}

TEST(Recount, finds_a_ballot_that_was_left_out) {
  PublishedVote vote = five().vote;
  vote.ballots.pop_back();
  EXPECT_TRUE(has(fault_of(vote), "5 ballots are said to have been cast, but there are 4"));
  EXPECT_TRUE(has(fault_of(vote), "the digest of these ballots is"));
}

TEST(Recount, finds_a_ballot_that_is_there_twice) {
  Publication publication = five();
  publication.vote.ballots.push_back(publication.vote.ballots.back());
  publication.put_right();
  EXPECT_TRUE(has(fault_of(publication.vote), "is there twice"));
}

TEST(Recount, finds_a_ballot_that_the_key_has_not_signed) {
  Publication publication = five();
  publication.vote.ballots[2].signature = publication.vote.ballots[1].signature;
  EXPECT_TRUE(has(fault_of(publication.vote), "was not signed with the key"));
  publication = five();
  publication.vote.ballots[2] = Publication().made(Choice::approve);
  publication.put_right();
  EXPECT_TRUE(has(fault_of(publication.vote), "was not signed with the key"));
}

TEST(Recount, finds_a_ballot_of_another_vote_and_one_that_says_what_it_may_not) {
  Publication publication = five();
  publication.vote.ballots[0] = publication.made(Choice::approve, {43});
  publication.put_right();
  EXPECT_TRUE(has(fault_of(publication.vote), "is not of this vote"));
  Publication points(with_options(VoteKind::points, 2));
  points.hold({});
  points.vote.ballots.push_back(points.made(Ballot(Choice::approve, Marks{9, 9})));
  points.put_right();
  EXPECT_TRUE(has(fault_of(points.vote), "says what it may not"));
}

TEST(Recount, finds_more_ballots_than_were_handed_out) {
  PublishedVote vote = five().vote;
  vote.issued = 4;
  vote.collectors.resize(4);
  EXPECT_EQ(fault_of(vote), "there are 5 ballots, but only 4 were handed out");
  vote = five().vote;
  vote.collectors.back() = vote.collectors.front();
  EXPECT_EQ(fault_of(vote), "عضو 1 has collected twice");
  vote = five().vote;
  vote.entitled = 4;
  EXPECT_TRUE(has(fault_of(vote), "7 ballots were handed out to 4 voters"));
}

TEST(Recount, finds_ballots_in_another_order) {
  PublishedVote vote = five().vote;
  std::swap(vote.ballots[0], vote.ballots[1]);
  EXPECT_TRUE(has(fault_of(vote), "is not in the order of the hashes"));
}

TEST(Recount, does_not_break_on_a_file_that_makes_no_sense) {
  EXPECT_FALSE(recount(PublishedVote()).good());
  PublishedVote vote = five().vote;
  vote.content.form->kind = VoteKind::election;
  EXPECT_TRUE(has(fault_of(vote), "no vote can be held like this"));
  vote = five().vote;
  vote.content.form->mode = VoteMode::device;
  EXPECT_EQ(fault_of(vote), "it was not a secret vote");
  vote = five().vote;
  vote.key = "AAAA";
  EXPECT_EQ(fault_of(vote), "the key is not an RSA key of 2048 bits");
  vote = five().vote;
  vote.ballots[0].message = "%";
  EXPECT_TRUE(has(fault_of(vote), "ballot 1 cannot be read"));
}

}  // namespace
}  // namespace talar::ballots
