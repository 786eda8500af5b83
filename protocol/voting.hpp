// The terms of voting: what a ballot looks like, how it is cast, how it is counted and what came of it.
#pragma once

#include "protocol/terms.hpp"

namespace talar {

BOOST_DEFINE_ENUM_CLASS(Choice, approve, against, abstain)
/// counting: no more ballots are handed out; those that are out may still be cast. voided: it does not count, whatever
/// came of it.
BOOST_DEFINE_ENUM_CLASS(VoteState, prepared, open, counting, closed, voided)
/// motion: approve, against or abstain. consent: adopted unless somebody objects; an objection turns it into a motion.
/// election: candidates for seats. ranking: the options in order. points: so many to share out among the options.
BOOST_DEFINE_ENUM_CLASS(VoteKind, motion, consent, election, ranking, points)
/// device: everybody on their own, by name. roll_call: the names are called, the desk writes down each answer.
/// show_of_hands: the desk writes down how many. secret: nobody can link a ballot to a voter (BALLOTS.md).
BOOST_DEFINE_ENUM_CLASS(VoteMode, device, roll_call, show_of_hands, secret)
/// schulze: by pairwise comparison (Schulze 2011, doi 10.1007/s00355-010-0475-4). borda: of n options the first of a
/// ballot gets n - 1 points, the next n - 2, one that is not ranked none.
BOOST_DEFINE_ENUM_CLASS(RankingMethod, schulze, borda)
/// What a threshold is taken of. valid: approve + against; cast: valid + abstain; present: entitled voters present at
/// closing; entitled: the electorate; members: all members with the right to vote.
BOOST_DEFINE_ENUM_CLASS(Base, valid, cast, present, entitled, members)
/// simple: more approve than against. absolute: more than half of the base. The others: at least that share of the
/// base.
BOOST_DEFINE_ENUM_CLASS(MajorityKind, simple, absolute, two_thirds, three_quarters, four_fifths, fraction)
BOOST_DEFINE_ENUM_CLASS(Comparison, at_least, more_than)
/// objected: a consent that somebody objected to. no_quorum: too few were there at closing. elected, incomplete: all
/// seats of an election are filled, or not. ranked: a ranking, or shared-out points. undecided: of these nothing was
/// cast.
BOOST_DEFINE_ENUM_CLASS(Outcome, adopted, rejected, tied, objected, no_quorum, elected, incomplete, ranked, undecided)
BOOST_DEFINE_ENUM_CLASS(CloseCause, chair, deadline, objection)
/// Why a vote follows on another.
BOOST_DEFINE_ENUM_CLASS(FollowKind, repeat, runoff, objection)

/// numerator/denominator, compared exactly. numerator <= denominator is checked by the rules (VOT).
struct Fraction {
  Whole<1, 1000> numerator;
  Whole<1, 1000> denominator;
  Comparison comparison = Comparison::at_least;
  bool operator==(const Fraction&) const = default;
};
BOOST_DESCRIBE_STRUCT(Fraction, (), (numerator, denominator, comparison))

/// fraction is given exactly when kind is `fraction`.
struct Majority {
  MajorityKind kind = MajorityKind::simple;
  std::optional<Fraction> fraction;
  bool operator==(const Majority&) const = default;
};
BOOST_DESCRIBE_STRUCT(Majority, (), (kind, fraction))

/// How a motion is decided; in an election what a candidate needs (simple: the most marks).
struct VoteRule {
  Base base = Base::valid;
  Majority majority;
  bool operator==(const VoteRule&) const = default;
};
BOOST_DESCRIBE_STRUCT(VoteRule, (), (base, majority))

/// A candidate of an election, an option of a ranking or of points. Its place in the list is its name everywhere.
struct VoteOption {
  Title title;
  std::optional<PersonId> person;
  bool withdrawn = false;
  bool operator==(const VoteOption&) const = default;
};
BOOST_DESCRIBE_STRUCT(VoteOption, (), (title, person, withdrawn))

/// What a ballot looks like and how it is cast. options: of an election, a ranking and points. seats, marks: of an
/// election; without `marks` a voter may mark as many candidates as they like (approval). points: of points.
struct VoteForm {
  VoteKind kind = VoteKind::motion;
  VoteMode mode = VoteMode::device;
  List<VoteOption, limits::options> options;
  std::optional<Whole<1, limits::options>> seats;
  std::optional<Whole<1, limits::options>> marks;
  std::optional<Whole<1, limits::vote_points_max>> points;
  bool operator==(const VoteForm&) const = default;
};
BOOST_DESCRIBE_STRUCT(VoteForm, (), (kind, mode, options, seats, marks, points))

/// What is put to the vote. Without `seconds` only the chair closes it. form: missing in old journals and where it is a
/// motion by device; the state always has it.
struct VoteContent {
  Question question;
  VoteRule rule;
  std::optional<Whole<10, limits::vote_seconds_max>> seconds;
  std::optional<VoteForm> form;
  bool operator==(const VoteContent&) const = default;
};
BOOST_DESCRIBE_STRUCT(VoteContent, (), (question, rule, seconds, form))

/// One number for each option. election: 1 marks it. ranking: 1 is first, 0 not ranked, equal numbers are equal.
/// points: its points.
using Marks = List<Whole<0, limits::vote_points_max>, limits::options>;

/// What somebody chose. marks: on a ballot with options; then `choice` is approve, or abstain when nothing is marked.
struct Ballot {
  Choice choice = Choice::abstain;
  std::optional<Marks> marks;

  Ballot() = default;
  Ballot(Choice chosen) : choice(chosen) {}
  Ballot(Choice chosen, std::optional<Marks> marked) : choice(chosen), marks(std::move(marked)) {}
  bool operator==(const Ballot&) const = default;
};
BOOST_DESCRIBE_STRUCT(Ballot, (), (choice, marks))

/// In votes: voters, or the sum of their weights. Of ballots with options, `approve` counts those that mark something
/// and `abstain` the blank ones.
struct Tally {
  std::int64_t approve = 0;
  std::int64_t against = 0;
  std::int64_t abstain = 0;
  std::int64_t not_cast = 0;
  bool operator==(const Tally&) const = default;
};
BOOST_DESCRIBE_STRUCT(Tally, (), (approve, against, abstain, not_cast))

/// Of one option, in the order of the form's. count: marks or points; of a Schulze ranking, how many others it beats
/// (by its strongest paths). place: 1 is the first; equal options share it; none for who has withdrawn.
struct OptionResult {
  std::int64_t count = 0;
  std::optional<std::int64_t> place;
  bool elected = false;
  bool operator==(const OptionResult&) const = default;
};
BOOST_DESCRIBE_STRUCT(OptionResult, (), (count, place, elected))

/// base_count: the base in votes; needed: approvals needed of it (for a simple majority: against + 1; in an election
/// marks, 1 where the most are enough). pairs: of a ranking, how many prefer the row's option to the column's. casting:
/// a tie that the chair's own vote has decided. quorum: when the charter asks for one at closing.
struct VoteResult {
  Tally tally;
  std::int64_t base_count = 0;
  std::int64_t needed = 0;
  Outcome outcome = Outcome::rejected;
  std::optional<List<OptionResult, limits::options>> options;
  std::optional<List<List<std::int64_t, limits::options>, limits::options>> pairs;
  std::optional<Choice> casting;
  std::optional<Quorum> quorum;
  bool operator==(const VoteResult&) const = default;
};
BOOST_DESCRIBE_STRUCT(VoteResult, (), (tally, base_count, needed, outcome, options, pairs, casting, quorum))

/// Of a show of hands. chair: on which side the chair was, where that may decide a tie.
struct HandCount {
  Whole<0, limits::members> approve;
  Whole<0, limits::members> against;
  Whole<0, limits::members> abstain;
  std::optional<Choice> chair;
  bool operator==(const HandCount&) const = default;
};
BOOST_DESCRIBE_STRUCT(HandCount, (), (approve, against, abstain, chair))

/// Of a secret vote: ballots handed out, ballots cast, and the SHA-256 in hexadecimal over the hashes of all cast
/// ballots in their order, which the published list must match.
struct SecretCount {
  std::int64_t issued = 0;
  std::int64_t cast = 0;
  Text<64, 64> digest;
  bool operator==(const SecretCount&) const = default;
};
BOOST_DESCRIBE_STRUCT(SecretCount, (), (issued, cast, digest))

/// More than one vote in the hand of one voter.
struct VoterWeight {
  PersonId person;
  Whole<1, limits::vote_weight_max> weight;
  bool operator==(const VoterWeight&) const = default;
};
BOOST_DESCRIBE_STRUCT(VoterWeight, (), (person, weight))

struct SeatWeight {
  Seat seat = Seat::expert;
  Whole<1, limits::vote_weight_max> weight;
  bool operator==(const SeatWeight&) const = default;
};
BOOST_DESCRIBE_STRUCT(SeatWeight, (), (seat, weight))

/// What the charter says of every vote. A vote goes by the rules of the moment when it was opened.
struct VotingRules {
  bool quorum = true;          // nothing is decided unless there is a quorum at closing
  bool casting_vote = false;   // on a tie the side of the chair's own vote wins
  bool live = false;           // by device: who chose what is seen at once, not at closing
  bool late_arrivals = false;  // who arrives while a vote is open may vote
  RankingMethod ranking = RankingMethod::schulze;
  List<SeatWeight, 8> weights;  // not in secret votes, a show of hands or a consent
  Whole<2, 100> secret_voters_min = 5;
  bool operator==(const VotingRules&) const = default;
};
BOOST_DESCRIBE_STRUCT(VotingRules, (), (quorum, casting_vote, live, late_arrivals, ranking, weights, secret_voters_min))

}  // namespace talar
