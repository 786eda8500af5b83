// Events about votes (events.hpp).
#pragma once

#include "protocol/charter.hpp"

namespace talar {

struct VotePrepared {
  MeetingId meeting;
  ItemId item;
  VoteId vote;
  VoteContent content;
  std::optional<VoteId> follows;
  std::optional<FollowKind> follow_kind;  // exactly when it follows on another
};
struct VoteEdited {
  MeetingId meeting;
  VoteId vote;
  VoteContent content;
};
struct VoteDiscarded {
  MeetingId meeting;
  VoteId vote;
};
struct CandidateWithdrawn {
  MeetingId meeting;
  VoteId vote;
  std::int64_t option = 0;
};
/// rules: the charter's of this moment. weights: of those with more than one vote. key: of a secret vote, the public
/// key (DER SubjectPublicKeyInfo, RFC 5280, base64) that signs the ballots of this vote and of no other.
struct VoteOpened {
  MeetingId meeting;
  ItemId item;
  VoteId vote;
  List<PersonId, limits::members> electorate;
  std::optional<Instant> deadline;
  std::optional<VotingRules> rules;
  std::optional<List<VoterWeight, limits::members>> weights;
  std::optional<Text<limits::ballot_key_chars>> key;
};
/// Arrived while it was open.
struct VoterAdmitted {
  MeetingId meeting;
  VoteId vote;
  PersonId person;
  Whole<1, limits::vote_weight_max> weight;
};
/// marks: on a ballot with options; then `choice` says whether there are any.
struct BallotCast {
  MeetingId meeting;
  VoteId vote;
  PersonId person;
  Choice choice = Choice::abstain;
  std::optional<Marks> marks;
};
struct ObjectionRaised {
  MeetingId meeting;
  VoteId vote;
  PersonId person;
};
struct HandsCounted {
  MeetingId meeting;
  VoteId vote;
  HandCount count;
};
struct VotersWarned {
  MeetingId meeting;
  VoteId vote;
};
struct VoteExtended {
  MeetingId meeting;
  VoteId vote;
  Instant deadline;
};
/// The ballot with this digest, blinded, is the person's, and is signed from now on whenever they ask.
struct BallotIssued {
  MeetingId meeting;
  VoteId vote;
  PersonId person;
  Text<64, 64> digest;
};
struct TurnoutNoted {
  MeetingId meeting;
  VoteId vote;
  std::int64_t cast = 0;
};
/// No more ballots are handed out; those that are out may be cast until `casts_until`.
struct CountingBegun {
  MeetingId meeting;
  ItemId item;
  VoteId vote;
  CloseCause cause = CloseCause::chair;
  Instant casts_until;
};
struct VoteClosed {
  MeetingId meeting;
  ItemId item;
  VoteId vote;
  CloseCause cause = CloseCause::chair;
  VoteResult result;
  std::optional<SecretCount> secret;
};
struct CountCorrected {
  MeetingId meeting;
  ItemId item;
  VoteId vote;
  HandCount count;
  Reason reason;
  VoteResult result;
};
struct VoteVoided {
  MeetingId meeting;
  ItemId item;
  VoteId vote;
  Reason reason;
};
struct ResultShown {
  MeetingId meeting;
  VoteId vote;
};
BOOST_DESCRIBE_STRUCT(VotePrepared, (), (meeting, item, vote, content, follows, follow_kind))
BOOST_DESCRIBE_STRUCT(VoteEdited, (), (meeting, vote, content))
BOOST_DESCRIBE_STRUCT(VoteDiscarded, (), (meeting, vote))
BOOST_DESCRIBE_STRUCT(CandidateWithdrawn, (), (meeting, vote, option))
BOOST_DESCRIBE_STRUCT(VoteOpened, (), (meeting, item, vote, electorate, deadline, rules, weights, key))
BOOST_DESCRIBE_STRUCT(VoterAdmitted, (), (meeting, vote, person, weight))
BOOST_DESCRIBE_STRUCT(BallotCast, (), (meeting, vote, person, choice, marks))
BOOST_DESCRIBE_STRUCT(ObjectionRaised, (), (meeting, vote, person))
BOOST_DESCRIBE_STRUCT(HandsCounted, (), (meeting, vote, count))
BOOST_DESCRIBE_STRUCT(VotersWarned, (), (meeting, vote))
BOOST_DESCRIBE_STRUCT(VoteExtended, (), (meeting, vote, deadline))
BOOST_DESCRIBE_STRUCT(BallotIssued, (), (meeting, vote, person, digest))
BOOST_DESCRIBE_STRUCT(TurnoutNoted, (), (meeting, vote, cast))
BOOST_DESCRIBE_STRUCT(CountingBegun, (), (meeting, item, vote, cause, casts_until))
BOOST_DESCRIBE_STRUCT(VoteClosed, (), (meeting, item, vote, cause, result, secret))
BOOST_DESCRIBE_STRUCT(CountCorrected, (), (meeting, item, vote, count, reason, result))
BOOST_DESCRIBE_STRUCT(VoteVoided, (), (meeting, item, vote, reason))
BOOST_DESCRIBE_STRUCT(ResultShown, (), (meeting, vote))

}  // namespace talar
