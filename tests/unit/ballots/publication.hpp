// What a server publishes of a secret vote, made without one.
#pragma once

#include <algorithm>

#include "protocol/base64.hpp"
#include "protocol/published.hpp"
#include "server/ballots/blind_rsa.hpp"
#include "server/ballots/encoding.hpp"
#include "server/hall/count.hpp"
#include "tests/unit/ballots/blinding.hpp"
#include "tests/unit/ballots/forms.hpp"

namespace talar::ballots {

/// What is published of a motion among 9 of which 7 have collected and these have cast.
class Publication {
 public:
  explicit Publication(VoteForm form = motion()) : key_(SigningKey::generate()), blinder_(key_.public_der()) {
    vote.format = published_format;
    vote.hall.value = "rasht";
    vote.vote = {42};
    vote.content.question = "آیا صورتجلسه تصویب شود؟";
    vote.content.form = std::move(form);
    vote.key = to_base64(key_.public_der());
    vote.entitled = 9;
    vote.issued = 7;
    for (std::uint64_t person = 1; person <= 7; ++person)
      vote.collectors.push_back({{person}, "عضو " + std::to_string(person)});
  }

  SignedBallot made(const Ballot& ballot, VoteId of = {42}) const {
    const std::string message = test::prepared(of, *vote.content.form, ballot);
    const auto blinded = blinder_.blind(message);
    return {to_base64(message), to_base64(blinder_.finalize(blinded, *key_.blind_sign(blinded.bytes)))};
  }

  /// Everything about these ballots as it must be.
  void hold(const std::vector<Ballot>& ballots) {
    std::vector<hall::Counted> counted;
    for (const Ballot& ballot : ballots) {
      vote.ballots.push_back(made(ballot));
      counted.push_back({.ballot = ballot});
    }
    put_right();
    vote.result = hall::count(vote.content, vote.rules, counted, {9, 9, 9}, {}, {});
  }

  /// Order, number and digest.
  void put_right() {
    const auto hash = [](const SignedBallot& ballot) { return storage::digest(*from_base64(ballot.message.value)); };
    std::ranges::sort(vote.ballots, {}, hash);
    std::string hashes;
    for (const auto& ballot : vote.ballots) hashes += as_bytes(hash(ballot));
    vote.digest = to_hex(as_bytes(storage::digest(hashes)));
    vote.cast = static_cast<std::int64_t>(vote.ballots.size());
  }

  PublishedVote vote;

 private:
  SigningKey key_;
  test::Blinder blinder_;
};

inline Publication five() {
  Publication publication;
  publication.hold({Choice::approve, Choice::approve, Choice::against, Choice::abstain, Choice::approve});
  return publication;
}

}  // namespace talar::ballots
