// A box with votes that go on in it, and voters who do right or wrong.
#pragma once

#include <gtest/gtest.h>

#include <future>
#include <thread>

#include "protocol/base64.hpp"
#include "server/ballots/box.hpp"
#include "tests/contract/store.hpp"
#include "tests/unit/ballots/blinding.hpp"
#include "tests/unit/ballots/forms.hpp"

namespace talar::ballots {

using Folder = storage::Folder;

struct Signed {
  std::string message;
  std::string signature;
};

inline VoteUnderWay opened(Box& box, VoteId vote = {1}, VoteForm form = motion()) {
  std::optional<std::string> key;
  while (!(key = box.take_key())) std::this_thread::yield();
  VoteUnderWay made{vote, *key, std::move(form)};
  box.open(made);
  return made;
}

/// A message as some voter may have had it signed: the signer cannot tell.
inline Signed signed_in(const Box& box, const VoteUnderWay& vote, const std::string& message) {
  const test::Blinder blinder(*from_base64(vote.key));
  const auto blinded = blinder.blind(message);
  return {message, blinder.finalize(blinded, box.sign(vote.vote, blinded.bytes).value())};
}

inline Signed collected(const Box& box, const VoteUnderWay& vote, const Ballot& ballot = Choice::approve) {
  return signed_in(box, vote, test::prepared(vote.vote, vote.form, ballot));
}

inline std::future<Result<storage::Digest>> cast(Box& box, const Signed& ballot) {
  auto answer = std::make_shared<std::promise<Result<storage::Digest>>>();
  box.cast(ballot.message, ballot.signature,
           [answer](Result<storage::Digest> result) { answer->set_value(std::move(result)); });
  return answer->get_future();
}

inline SealedBallots sealed(Box& box, VoteId vote) {
  std::promise<SealedBallots> told;
  box.seal(vote, [&told](SealedBallots ballots) { told.set_value(std::move(ballots)); });
  return told.get_future().get();
}

/// Writes at once whatever comes.
inline BoxOptions at_once() {
  BoxOptions options;
  options.group = 1;
  options.on_failure = [](const storage::StorageError& error) { ADD_FAILURE() << error.what(); };
  return options;
}

/// A running box on a database of its own.
struct Booth {
  explicit Booth(BoxOptions options = at_once()) : box(database, std::move(options)) { box.start({}); }

  Folder folder;
  storage::Database database{folder.file(), storage::Access::owner};
  Box box;
};

inline RefusalCode refusal_of(std::future<Result<storage::Digest>> answer) {
  const auto result = answer.get();
  EXPECT_FALSE(result);
  return result ? RefusalCode::malformed_json : result.error().code;
}

}  // namespace talar::ballots
