// Commands about votes (commands.hpp).
#pragma once

#include "protocol/charter.hpp"

namespace talar {

struct PrepareVote {
  ItemId item;
  VoteContent content;
};
struct EditVote {
  VoteId vote;
  VoteContent content;
};
struct DiscardVote {
  VoteId vote;
};
/// Before the vote opens: by the candidate, or by the desk. `option` counts from 0.
struct WithdrawCandidate {
  VoteId vote;
  Whole<0, limits::options - 1> option;
};
struct OpenVote {
  VoteId vote;
};
/// `choice` of a motion, `marks` of anything with options. Can be done again until the vote closes.
struct CastVote {
  VoteId vote;
  std::optional<Choice> choice;
  std::optional<Marks> marks;
};
/// To a consent: it is turned into a vote.
struct RaiseObjection {
  VoteId vote;
};
/// Of a roll call: what `person` has answered.
struct RecordAnswer {
  VoteId vote;
  PersonId person;
  Choice choice = Choice::abstain;
};
/// Of a show of hands.
struct RecordCount {
  VoteId vote;
  HandCount count;
};
/// A mistake of entry in a show of hands that is closed; both stand on record.
struct CorrectCount {
  VoteId vote;
  HandCount count;
  Reason reason;
};
/// Tells those who have not voted that it will close soon.
struct WarnVoters {
  VoteId vote;
};
struct ExtendVote {
  VoteId vote;
  Whole<10, 600> seconds = 60;
};
struct CloseVote {
  VoteId vote;
};
/// Open or closed, it does not count.
struct VoidVote {
  VoteId vote;
  Reason reason;
};
/// Prepares a voided vote once more.
struct RepeatVote {
  VoteId vote;
};
/// Puts a result of this meeting on the screens, again.
struct ShowResult {
  VoteId vote;
};
/// One's ballot of a secret vote will be signed. digest: SHA-256 of the blinded ballot in hexadecimal. The server has
/// it on record before it signs (RFC 9474 BlindSign).
struct CollectBallot {
  VoteId vote;
  Text<64, 64> digest;
};
/// The server's own: about so many ballots of a secret vote have been cast.
struct NoteTurnout {
  VoteId vote;
  Whole<0, limits::members> cast;
};
/// The server's own: what was in the box of a secret vote. digest: as in SecretCount.
struct CountBallots {
  VoteId vote;
  List<Ballot, limits::members> ballots;
  Text<64, 64> digest;
};
BOOST_DESCRIBE_STRUCT(PrepareVote, (), (item, content))
BOOST_DESCRIBE_STRUCT(EditVote, (), (vote, content))
BOOST_DESCRIBE_STRUCT(DiscardVote, (), (vote))
BOOST_DESCRIBE_STRUCT(WithdrawCandidate, (), (vote, option))
BOOST_DESCRIBE_STRUCT(OpenVote, (), (vote))
BOOST_DESCRIBE_STRUCT(CastVote, (), (vote, choice, marks))
BOOST_DESCRIBE_STRUCT(RaiseObjection, (), (vote))
BOOST_DESCRIBE_STRUCT(RecordAnswer, (), (vote, person, choice))
BOOST_DESCRIBE_STRUCT(RecordCount, (), (vote, count))
BOOST_DESCRIBE_STRUCT(CorrectCount, (), (vote, count, reason))
BOOST_DESCRIBE_STRUCT(WarnVoters, (), (vote))
BOOST_DESCRIBE_STRUCT(ExtendVote, (), (vote, seconds))
BOOST_DESCRIBE_STRUCT(CloseVote, (), (vote))
BOOST_DESCRIBE_STRUCT(VoidVote, (), (vote, reason))
BOOST_DESCRIBE_STRUCT(RepeatVote, (), (vote))
BOOST_DESCRIBE_STRUCT(ShowResult, (), (vote))
BOOST_DESCRIBE_STRUCT(CollectBallot, (), (vote, digest))
BOOST_DESCRIBE_STRUCT(NoteTurnout, (), (vote, cast))
BOOST_DESCRIBE_STRUCT(CountBallots, (), (vote, ballots, digest))

}  // namespace talar
