#include "tests/unit/exports/source.hpp"

namespace talar::exports {

using namespace rich;

namespace {

RecordVote vote(VoteId id, std::string_view question, std::int64_t at, const VoteForm& form = {}) {
  RecordVote vote{id, {question, {}, 60, form}, minute(at), minute(at + 1)};
  vote.entitled = 5;
  vote.rules = VotingRules();
  return vote;
}

RecordVote closed(RecordVote vote, const VoteResult& result) {
  vote.result = result;
  return vote;
}

VoteResult counted(Tally tally, Outcome outcome) {
  VoteResult result{tally, tally.approve + tally.against, tally.against + 1, outcome};
  result.quorum = Quorum{5, 4, 7, true};
  return result;
}

RecordVote device_vote() {
  RecordVote cast =
      closed(vote(by_device, "آیا لایروبی زرجوب تصویب شود؟", 46), counted({4, 1, 1, 0}, Outcome::adopted));
  cast.ballots = {{mayor, Choice::approve, 2},
                  {vice, Choice::against, {}},
                  {deputy, Choice::approve, {}},
                  {architect, Choice::approve, {}},
                  {stand_in, Choice::abstain, {}}};
  return cast;
}

RecordVote roll_call() {
  RecordVote called =
      closed(vote(by_roll_call, "آیا گزارش ماهانه الزامی شود؟", 47, {VoteKind::motion, VoteMode::roll_call}),
             counted({1, 3, 0, 1}, Outcome::rejected));
  called.content.rule = {Base::entitled, {MajorityKind::fraction, Fraction{2, 3, Comparison::more_than}}};
  called.ballots = {{mayor, Choice::approve, {}},
                    {vice, Choice::against, {}},
                    {deputy, Choice::against, {}},
                    {architect, Choice::against, {}}};
  return called;
}

RecordVote show_of_hands() {
  RecordVote hands = closed(vote(by_hands, "آیا اولویت‌ها پذیرفته شود؟", 62,
                                 {VoteKind::motion, VoteMode::show_of_hands}),
                            counted({2, 2, 1, 0}, Outcome::tied));
  hands.hands = HandCount{2, 2, 1, Choice::against};
  hands.corrections = {{minute(64), secretary, "شمارش نادرست", {3, 1, 1, {}}}};
  return hands;
}

RecordVote secret_vote() {
  RecordVote cast = closed(vote(secret, "رأی مخفی به دبیر کارگروه", 70, {VoteKind::motion, VoteMode::secret}),
                           counted({3, 1, 0, 1}, Outcome::adopted));
  cast.key = "MIIBIjANBgkq";
  cast.secret = SecretCount{5, 4, std::string(64, 'd')};
  cast.collectors = {mayor, vice, deputy, architect, stand_in};
  return cast;
}

RecordVote election_vote() {
  VoteForm form{
      VoteKind::election, VoteMode::device, {{"معمار", architect}, {"معاون فنی", deputy}, {"افرا", {}, true}}};
  form.seats = 1;
  form.marks = 1;
  VoteResult result = counted({4, 0, 1, 0}, Outcome::elected);
  result.options = {{3, 1, true}, {1, 2, false}, {0, {}, false}};
  RecordVote cast = closed(vote(elected, "دبیر کارگروه که باشد؟", 75, form), result);
  cast.ballots = {{mayor, {Choice::approve, Marks{1, 0, 0}}, {}},
                  {vice, {Choice::approve, Marks{0, 1, 0}}, {}},
                  {deputy, Choice::abstain, {}},
                  {architect, {Choice::approve, Marks{1, 0, 0}}, {}},
                  {stand_in, {Choice::approve, Marks{1, 0, 0}}, {}}};
  return cast;
}

RecordVote ranking_vote() {
  const VoteForm form{
      VoteKind::ranking, VoteMode::device, {{"رودخانه‌ها"}, {"بازار"}, {"حمل‌ونقل"}}};
  VoteResult result = counted({2, 0, 0, 3}, Outcome::ranked);
  result.options = {{2, 1, false}, {1, 2, false}, {0, 3, false}};
  result.pairs = {{0, 2, 2}, {0, 0, 1}, {0, 0, 0}};
  RecordVote cast = closed(vote(ranked, "ترتیب اولویت‌ها", 55, form), result);
  cast.ballots = {{mayor, {Choice::approve, Marks{1, 2, 3}}, {}}, {vice, {Choice::approve, Marks{1, 2, 0}}, {}}};
  return cast;
}

RecordVote points_vote() {
  VoteForm form{VoteKind::points, VoteMode::device, {{"رودخانه‌ها"}, {"بازار"}, {"حمل‌ونقل"}}};
  form.points = 10;
  VoteResult result = counted({1, 0, 0, 4}, Outcome::ranked);
  result.options = {{7, 1, false}, {3, 2, false}, {0, 3, false}};
  RecordVote cast = closed(vote(points, "سهم هر اولویت", 58, form), result);
  cast.ballots = {{deputy, {Choice::approve, Marks{7, 3, 0}}, {}}};
  return cast;
}

RecordVote consent_vote() {
  return closed(
      vote(by_consent, "بندهای بی‌بحث یکجا پذیرفته شود؟", 82, {VoteKind::consent}),
      counted({5, 0, 0, 0}, Outcome::adopted));
}

RecordVote objected_vote() {
  RecordVote cast =
      closed(vote(objected, "روشنایی پیاده‌راه پذیرفته شود؟", 84, {VoteKind::consent}),
             counted({0, 0, 0, 5}, Outcome::objected));
  cast.cause = CloseCause::objection;
  cast.objected_by = architect;
  return cast;
}

RecordVote vote_after_objection() {
  RecordVote cast = closed(vote(after_objection, "روشنایی پیاده‌راه پذیرفته شود؟", 86),
                           counted({2, 0, 0, 3}, Outcome::no_quorum));
  cast.follows = objected;
  cast.follow_kind = FollowKind::objection;
  cast.result->quorum = Quorum{2, 4, 7, false};
  cast.ballots = {{mayor, Choice::approve, {}}, {vice, Choice::approve, {}}};
  return cast;
}

RecordVote voided_vote() {
  RecordVote cast = vote(voided, "پرسش اشتباه", 66);
  cast.voided_at = minute(67);
  cast.void_reason = "پرسش نادرست خوانده شد.";
  return cast;
}

}  // namespace

void add_votes(MeetingRecord& record) {
  item_of(record, rivers).votes = {device_vote(), roll_call()};
  item_of(record, wishes).votes = {ranking_vote(), points_vote(), show_of_hands()};
  item_of(record, election).votes = {voided_vote(), secret_vote(), election_vote()};
  item_of(record, block).votes = {consent_vote()};
  item_of(record, lighting).votes = {objected_vote(), vote_after_objection()};
  item_of(record, contract).votes = {
      closed(vote(in_closed_item, "قرارداد امضا شود؟", 100), counted({5, 0, 0, 0}, Outcome::adopted))};
}

}  // namespace talar::exports
