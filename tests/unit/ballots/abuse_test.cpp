// Whoever wants to vote twice, for others, too late, or to break the box.
#include "tests/unit/ballots/booth.hpp"

namespace talar::ballots {
namespace {

TEST(Abuse, a_replayed_ballot_counts_once_however_often_and_fast_it_comes) {
  BoxOptions options = at_once();
  options.group = 8;
  options.patience = std::chrono::milliseconds(2);
  Booth booth(options);
  const auto vote = opened(booth.box);
  const Signed ballot = collected(booth.box, vote);
  std::vector<std::future<Result<storage::Digest>>> answers;
  std::mutex mutex;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      for (int j = 0; j < 25; ++j) {
        auto answer = cast(booth.box, ballot);
        const std::lock_guard lock(mutex);
        answers.push_back(std::move(answer));
      }
    });
  }
  for (auto& thread : threads) thread.join();
  for (auto& answer : answers) EXPECT_EQ(*answer.get(), storage::digest(ballot.message));
  EXPECT_EQ(sealed(booth.box, vote.vote).ballots.size(), 1u);
}

TEST(Abuse, a_ballot_that_nobody_signed_is_refused) {
  Booth booth;
  const auto vote = opened(booth.box);
  const std::string message = test::prepared(vote.vote, vote.form, Choice::approve);
  EXPECT_EQ(refusal_of(cast(booth.box, {message, test::random_bytes(signature_bytes)})), RefusalCode::bad_signature);
  EXPECT_EQ(refusal_of(cast(booth.box, {message, std::string(signature_bytes, '\0')})), RefusalCode::bad_signature);
  EXPECT_EQ(refusal_of(cast(booth.box, {message, std::string(signature_bytes, '\xff')})), RefusalCode::bad_signature);
}

TEST(Abuse, a_ballot_with_a_key_of_ones_own_is_refused) {
  Booth booth;
  const auto vote = opened(booth.box);
  const SigningKey own = SigningKey::generate();
  const test::Blinder blinder(own.public_der());
  const std::string message = test::prepared(vote.vote, vote.form, Choice::approve);
  const auto blinded = blinder.blind(message);
  const Signed forged{message, blinder.finalize(blinded, *own.blind_sign(blinded.bytes))};
  EXPECT_EQ(refusal_of(cast(booth.box, forged)), RefusalCode::bad_signature);
}

TEST(Abuse, one_signature_is_good_for_one_ballot) {
  Booth booth;
  const auto vote = opened(booth.box);
  const Signed first = collected(booth.box, vote), second = collected(booth.box, vote);
  EXPECT_EQ(refusal_of(cast(booth.box, {second.message, first.signature})), RefusalCode::bad_signature);
  EXPECT_EQ(refusal_of(cast(booth.box, {first.message, second.signature})), RefusalCode::bad_signature);
}

TEST(Abuse, collecting_twice_with_the_same_blinded_ballot_gives_nothing_new) {
  Booth booth;
  const auto vote = opened(booth.box);
  const test::Blinder blinder(*from_base64(vote.key));
  const std::string message = test::prepared(vote.vote, vote.form, Choice::approve);
  const auto blinded = blinder.blind(message);
  const auto once = booth.box.sign(vote.vote, blinded.bytes), twice = booth.box.sign(vote.vote, blinded.bytes);
  EXPECT_EQ(*once, *twice);
  for (const auto& signature : {once, twice})
    EXPECT_TRUE(cast(booth.box, {message, blinder.finalize(blinded, *signature)}).get());
  EXPECT_EQ(sealed(booth.box, vote.vote).ballots.size(), 1u);
}

TEST(Abuse, another_votes_ballot_is_refused) {
  Booth booth;
  const auto first = opened(booth.box, {1}), second = opened(booth.box, {2});
  // Signed by the second vote's key, and says that it is of the first.
  const std::string message = test::prepared(first.vote, first.form, Choice::approve);
  const test::Blinder blinder(*from_base64(second.key));
  const auto blinded = blinder.blind(message);
  const Signed ballot{message, blinder.finalize(blinded, *booth.box.sign(second.vote, blinded.bytes))};
  EXPECT_EQ(refusal_of(cast(booth.box, ballot)), RefusalCode::bad_signature);
  EXPECT_EQ(sealed(booth.box, first.vote).ballots.size() + sealed(booth.box, second.vote).ballots.size(), 0u);
}

TEST(Abuse, a_ballot_of_no_vote_that_is_open_is_refused) {
  Booth booth;
  const auto vote = opened(booth.box);
  const Signed ballot = signed_in(booth.box, vote, test::prepared({999}, vote.form, Choice::approve));
  EXPECT_EQ(refusal_of(cast(booth.box, ballot)), RefusalCode::vote_not_open);
}

TEST(Abuse, a_late_ballot_is_refused_after_sealing_counting_and_a_restart) {
  Booth booth;
  const auto vote = opened(booth.box);
  const Signed late = collected(booth.box, vote), later = collected(booth.box, vote);
  sealed(booth.box, vote.vote);
  EXPECT_EQ(refusal_of(cast(booth.box, late)), RefusalCode::vote_not_open);
  booth.box.finish(vote.vote);
  EXPECT_EQ(refusal_of(cast(booth.box, late)), RefusalCode::vote_not_open);
  booth.box.stop();
  Box again(booth.database, at_once());
  again.start({});
  EXPECT_EQ(refusal_of(cast(again, later)), RefusalCode::vote_not_open);
}

TEST(Abuse, a_bit_flipped_in_any_byte_is_refused) {
  Booth booth;
  const auto vote = opened(booth.box);
  const Signed ballot = collected(booth.box, vote);
  const auto flipped = [](std::string bytes, std::size_t at) {
    bytes[at] = static_cast<char>(bytes[at] ^ 1 << at % 8);
    return bytes;
  };
  for (std::size_t at = 0; at < ballot.message.size(); ++at)
    EXPECT_FALSE(cast(booth.box, {flipped(ballot.message, at), ballot.signature}).get()) << at;
  for (std::size_t at = 0; at < ballot.signature.size(); ++at)
    EXPECT_EQ(refusal_of(cast(booth.box, {ballot.message, flipped(ballot.signature, at)})), RefusalCode::bad_signature);
  EXPECT_EQ(booth.box.counted(vote.vote), 0);
  EXPECT_TRUE(cast(booth.box, ballot).get());
}

TEST(Abuse, what_is_too_short_or_too_long_is_refused) {
  Booth booth;
  const auto vote = opened(booth.box);
  const Signed ballot = collected(booth.box, vote);
  for (std::size_t size : {0, 1, 32, 50, 81, 83, 255, 256, 257, 100'000}) {
    std::string resized = ballot.message;
    resized.resize(size);
    EXPECT_EQ(refusal_of(cast(booth.box, {resized, ballot.signature})), RefusalCode::out_of_bounds) << size;
    resized = ballot.signature;
    resized.resize(size);
    if (size == signature_bytes) continue;
    EXPECT_EQ(refusal_of(cast(booth.box, {ballot.message, resized})), RefusalCode::out_of_bounds) << size;
  }
}

// Blind signing means that anybody who may vote can have anything signed.
TEST(Abuse, nonsense_that_was_duly_signed_is_still_no_ballot) {
  Booth booth;
  VoteForm form = with_options(VoteKind::election, 3);
  form.marks = 1;
  form.options[2].withdrawn = true;
  const auto vote = opened(booth.box, {1}, form);
  const auto cast_marks = [&](std::vector<Whole<0, 100>> marks) {
    return cast(booth.box, collected(booth.box, vote, Ballot(Choice::approve, Marks(std::move(marks)))));
  };
  EXPECT_EQ(refusal_of(cast_marks({1, 1, 0})), RefusalCode::bad_ballot);     // more than one may
  EXPECT_EQ(refusal_of(cast_marks({2, 0, 0})), RefusalCode::bad_ballot);     // twice
  EXPECT_EQ(refusal_of(cast_marks({0, 0, 1})), RefusalCode::bad_ballot);     // withdrawn
  EXPECT_EQ(refusal_of(cast_marks({0, 0, 0, 1})), RefusalCode::bad_ballot);  // nobody
  const std::string noise = test::random_bytes(ballot_message_bytes);
  EXPECT_EQ(refusal_of(cast(booth.box, signed_in(booth.box, vote, noise))), RefusalCode::bad_ballot);
  EXPECT_TRUE(cast_marks({0, 1, 0}).get());
  EXPECT_TRUE(cast_marks({0, 0, 0}).get());
  EXPECT_EQ(sealed(booth.box, vote.vote).ballots.size(), 2u);
}

TEST(Abuse, what_is_no_blinded_ballot_is_not_signed) {
  Booth booth;
  const auto vote = opened(booth.box);
  for (std::size_t size : {0, 255, 257, 65'536}) {
    const auto refused = booth.box.sign(vote.vote, std::string(size, '\1'));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, RefusalCode::out_of_bounds);
  }
  EXPECT_EQ(booth.box.sign({999}, std::string(256, '\1')).error().code, RefusalCode::vote_not_open);
}

}  // namespace
}  // namespace talar::ballots
