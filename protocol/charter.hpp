// The hall's charter: the standing rules that its chair and secretariat may amend.
#pragma once

#include "protocol/voting.hpp"

namespace talar {

/// Who may ask for what, in which order they come and how long they have.
struct FloorRules {
  List<SpeechKind, 4> kinds{SpeechKind::point_of_order, SpeechKind::reply, SpeechKind::question,
                            SpeechKind::speech};  // what may be asked for, what comes first first
  List<PointOfOrder, 3> points_of_order{PointOfOrder::procedure, PointOfOrder::rights, PointOfOrder::fact};  // likewise
  List<SpeechKind, 3> interrupting{SpeechKind::point_of_order};  // pause who speaks; the others follow
  Fairness fairness = Fairness::first_timers;
  Whole<1, 50> patience = 5;  // how often others may pass who asked later
  TurnSeconds question_seconds = 60;
  TurnSeconds presentation_seconds = 600;
  // Budgets of speeches and questions; none: unlimited.
  std::optional<Whole<10, limits::budget_seconds_max>> person_item_seconds;
  std::optional<Whole<10, limits::budget_seconds_max>> person_meeting_seconds;
  std::optional<Whole<10, limits::budget_seconds_max>> group_item_seconds;
  bool transfer = false;  // time left may be given to somebody who waits
  bool operator==(const FloorRules&) const = default;
};
BOOST_DESCRIBE_STRUCT(FloorRules, (),
                      (kinds, points_of_order, interrupting, fairness, patience, question_seconds, presentation_seconds,
                       person_item_seconds, person_meeting_seconds, group_item_seconds, transfer))

struct PresenceRules {
  /// After the announced hour a meeting without quorum is not held any more; none: it waits for the chair.
  std::optional<Whole<1, limits::quorum_wait_minutes_max>> quorum_wait_minutes;
  List<Seat, 8> substitutes;  // seats for which somebody may stand in
  bool operator==(const PresenceRules&) const = default;
};
BOOST_DESCRIBE_STRUCT(PresenceRules, (), (quorum_wait_minutes, substitutes))

/// The weekly meeting. Local time of the hall (Asia/Tehran).
struct Schedule {
  Whole<0, 6> weekday;    // 0: Saturday
  Whole<0, 1439> minute;  // of the day
  Minutes minutes = 150;
  Place place;
  std::optional<TemplateId> standing;  // the items of every meeting
  bool operator==(const Schedule&) const = default;
};
BOOST_DESCRIBE_STRUCT(Schedule, (), (weekday, minute, minutes, place, standing))

/// The hall's standing rules. What was added after the first journals were written may be missing there: the state
/// always has it, with the defaults of its type (CharterAmended, HallFounded).
struct Charter {
  Fraction quorum{1, 2, Comparison::more_than};  // of the members with the right to vote
  TurnSeconds speech_seconds = 180;
  TurnSeconds reply_seconds = 60;
  TurnSeconds point_of_order_seconds = 60;
  VoteRule vote_rule;  // offered when a vote is prepared
  std::optional<FloorRules> floor;
  std::optional<PresenceRules> presence;
  std::optional<Schedule> schedule;
  std::optional<VotingRules> voting;
  bool operator==(const Charter&) const = default;
};
BOOST_DESCRIBE_STRUCT(Charter, (),
                      (quorum, speech_seconds, reply_seconds, point_of_order_seconds, vote_rule, floor, presence,
                       schedule, voting))

}  // namespace talar
