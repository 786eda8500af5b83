// What travels about secret ballots over HTTP, and what is published of a secret vote once it is closed: everything
// that anybody needs to count again (server/hall/BALLOTS.md, `talar recount`). All bytes are base64 (RFC 4648, section
// 4).
#pragma once

#include <string>
#include <vector>

#include "protocol/views.hpp"

namespace talar {

/// To be signed without being seen.
struct BlindedBallot {
  Text<limits::ballot_key_chars> blinded;
};
struct BlindSignature {
  std::string signature;
};

/// A prepared message (ballot_paper.hpp) and its signature.
struct SignedBallot {
  Text<limits::ballot_key_chars> message;
  Text<limits::ballot_key_chars> signature;
  bool operator==(const SignedBallot&) const = default;
};
/// It is in the box. hash: in hexadecimal.
struct BallotReceipt {
  std::string hash;
};

/// Where ballots are cast: at `url`, or at `port` of the name by which this was asked.
struct BallotBox {
  std::optional<std::int64_t> port;
  std::optional<std::string> url;
};

struct Collector {
  PersonId person;
  Name name;
  bool operator==(const Collector&) const = default;
};

/// entitled: voters. issued: ballots handed out, cast: ballots in the box. ballots: by their hashes, ascending. digest:
/// as in SecretCount. The heads that the result's base may be taken of are in the result itself (base_count).
struct PublishedVote {
  Text<40> format;
  HallId hall;
  VoteId vote;
  VoteContent content;
  VotingRules rules;
  Text<limits::ballot_key_chars> key;
  std::int64_t entitled = 0;
  std::int64_t issued = 0;
  std::int64_t cast = 0;
  List<Collector, limits::members> collectors;
  List<SignedBallot, limits::members> ballots;
  Text<64, 64> digest;
  VoteResult result;
};

inline constexpr char published_format[] = "talar-ballots-1";

BOOST_DESCRIBE_STRUCT(BlindedBallot, (), (blinded))
BOOST_DESCRIBE_STRUCT(BlindSignature, (), (signature))
BOOST_DESCRIBE_STRUCT(SignedBallot, (), (message, signature))
BOOST_DESCRIBE_STRUCT(BallotReceipt, (), (hash))
BOOST_DESCRIBE_STRUCT(BallotBox, (), (port, url))
BOOST_DESCRIBE_STRUCT(Collector, (), (person, name))
BOOST_DESCRIBE_STRUCT(PublishedVote, (),
                      (format, hall, vote, content, rules, key, entitled, issued, cast, collectors, ballots, digest,
                       result))

}  // namespace talar
