#include "tests/unit/hall/record_story.hpp"

namespace talar::hall {
namespace {

CorrectionProposed proposed(const char* passage = "دو", const char* proposal = "چهار") {
  return {meeting, correction, instead(passage, proposal)};
}

AcceptCorrection accept(AcceptMeans means = AcceptMeans::replace) {
  return {meeting, correction, means};
}

Scene with_correction() {
  return given(circulated(), proposed());
}

TEST(Corrections, REC_4_those_inside_propose_something_else_for_a_passage) {
  const auto scene = given(circulated());
  for (const PersonId person : {mayor, ann, guest, clerk}) {
    scene.when(person, ProposeCorrection{meeting, instead("دو", "چهار")})
        .then({CorrectionProposed{meeting, fresh<CorrectionId>(), instead("دو", "چهار")}});
  }
}

TEST(Corrections, REC_4_also_after_the_next_meeting_was_convened) {
  given(followed(circulated()))
      .when(ann, ProposeCorrection{meeting, instead("دو", "")})
      .then({CorrectionProposed{meeting, fresh<CorrectionId>(), instead("دو", "")}});
}

TEST(Corrections, REC_4_the_passage_stands_there) {
  const auto scene = given(circulated());
  scene.when(ann, ProposeCorrection{meeting, instead("پنج", "چهار")})
      .then(RefusalCode::passage_changed, "content.passage");
  scene.when(ann, ProposeCorrection{meeting, instead("دو", "دو")}).then(RefusalCode::bad_text, "content.proposal");
  scene.when(ann, ProposeCorrection{meeting, {ItemId{999}, "دو", "چهار", {}}})
      .then(RefusalCode::no_such_item, "content.item");
  given(followed(circulated()))
      .when(ann, ProposeCorrection{meeting, {approval, "دو", "چهار", {}}})
      .then(RefusalCode::no_such_item, "content.item");
}

TEST(Corrections, REC_4_until_the_day_is_over_in_tehran) {
  auto scene = given(written(), MinutesCirculated{meeting, Date{2023, 12, 28}});
  const ProposeCorrection late{meeting, instead("دو", "چهار")};
  scene.after(minutes(15 * 60 - 1));
  scene.when(ann, late).then({CorrectionProposed{meeting, fresh<CorrectionId>(), instead("دو", "چهار")}});
  scene.after(minutes(1));
  scene.when(ann, late).then(RefusalCode::wrong_record_state, Args{{"state", "circulated"}});
  scene.does(clerk, CirculateMinutes{meeting, Date{2024, 1, 4}});
  scene.when(ann, late).then({CorrectionProposed{meeting, fresh<CorrectionId>(), instead("دو", "چهار")}});
}

TEST(Corrections, REC_5_forty_by_one_person_are_enough) {
  auto scene = given(circulated());
  for (std::uint64_t i = 0; i < limits::corrections_per_person; ++i) {
    scene.happens({CorrectionProposed{meeting, CorrectionId{1000 + i}, instead("دو", "چهار")}});  // by the clerk
  }
  scene.when(clerk, ProposeCorrection{meeting, instead("دو", "چهار")})
      .then(RefusalCode::too_many_corrections, Args{{"max", "40"}});
  for (std::uint64_t i = limits::corrections_per_person; i < limits::corrections; ++i) {
    scene.happens({CorrectionProposed{meeting, CorrectionId{1000 + i}, instead("دو", "چهار")}});
  }
  scene.when(ann, ProposeCorrection{meeting, instead("دو", "چهار")})
      .then(RefusalCode::too_many_corrections, Args{{"max", "300"}});
}

TEST(Corrections, REC_6_one_is_answered_once) {
  for (const Event& answered :
       {Event(CorrectionWithdrawn{meeting, correction}), Event(CorrectionDeclined{meeting, correction, "درست است"}),
        Event(CorrectionAccepted{meeting, correction, AcceptMeans::by_hand})}) {
    auto scene = with_correction();
    scene.happens({answered});
    scene.when(clerk, accept()).then(RefusalCode::wrong_correction_state);
    scene.when(clerk, DeclineCorrection{meeting, correction, "نه"}).then(RefusalCode::wrong_correction_state);
    scene.when(clerk, WithdrawCorrection{meeting, correction}).then(RefusalCode::wrong_correction_state);
  }
  given(circulated()).when(clerk, accept()).then(RefusalCode::no_such_correction, "correction");
}

TEST(Corrections, REC_6_withdrawn_by_whoever_proposed_it) {
  auto scene = given(circulated());
  scene.does(ann, ProposeCorrection{meeting, instead("دو", "چهار")});
  const CorrectionId theirs = scene.current().record.corrections.begin()->first;
  scene.when(ben, WithdrawCorrection{meeting, theirs}).then(RefusalCode::not_your_own, "correction");
  scene.when(ann, WithdrawCorrection{meeting, theirs}).then({CorrectionWithdrawn{meeting, theirs}});
}

TEST(Corrections, REC_16_everybody_inside_sees_it_and_what_came_of_it) {
  auto scene = given(circulated());
  scene.does(ann, ProposeCorrection{meeting, instead("دو", "چهار")});
  const CorrectionId theirs = scene.current().record.corrections.begin()->first;
  scene.after(minutes(5)).does(clerk, DeclineCorrection{meeting, theirs, "درست است"});
  const auto seen = scene.seen_by(Audience::member).records.at(meeting).corrections.at(theirs);
  EXPECT_EQ(seen.person, ann);
  EXPECT_EQ(seen.at, nine_o_clock);
  EXPECT_EQ(seen.state, CorrectionState::declined);
  EXPECT_EQ(seen.decided_at, nine_o_clock + minutes(5));
  EXPECT_EQ(seen.reason, Reason{"درست است"});
}

TEST(Corrections, REC_17_accepting_replaces_the_passage) {
  const List<TextUpdate, limits::text_updates> updates{TextUpdate{{TextChange{3, 5, "چهار"}}}};
  with_correction()
      .when(clerk, accept())
      .then({CorrectionAccepted{meeting, correction, AcceptMeans::replace},
             TextEdited{meeting, report, 2, "correction", updates}});
}

TEST(Corrections, REC_17_where_it_stands_once) {
  auto scene = with_correction();
  scene.happens({MinutesWritten{meeting, report, "دو دو", 2, {}}});
  scene.when(clerk, accept()).then(RefusalCode::passage_changed);
  scene.happens({MinutesWritten{meeting, report, "یک", 3, {}}});
  scene.when(clerk, accept()).then(RefusalCode::passage_changed);
}

TEST(Corrections, REC_17_unless_it_was_written_by_hand) {
  auto scene = with_correction();
  scene.happens({MinutesWritten{meeting, report, "یک چهار سه", 2, {}}});
  scene.when(clerk, accept(AcceptMeans::by_hand)).then({CorrectionAccepted{meeting, correction, AcceptMeans::by_hand}});
}

TEST(Corrections, REC_17_not_while_somebody_holds_the_text) {
  auto scene = with_correction();
  scene.happens({TextHeld{meeting, report, "editor", nine_o_clock + minutes(1)}});
  scene.when(clerk, accept()).then(RefusalCode::text_held);
  scene.after(minutes(1));
  scene.when(clerk, accept(AcceptMeans::by_hand)).then({CorrectionAccepted{meeting, correction, AcceptMeans::by_hand}});
}

TEST(Corrections, REC_17_the_text_has_room_for_it) {
  auto scene =
      given(circulated(), MinutesWritten{meeting, report, std::string(limits::minutes_chars - 1, 'a') + "b", 2, {}},
            proposed("b", "bb"));
  scene.when(clerk, accept()).then(RefusalCode::out_of_bounds, "correction");
}

}  // namespace
}  // namespace talar::hall
