#include "tests/unit/hall/record_story.hpp"

namespace talar::hall {
namespace {

const std::vector<PersonId> everybody{mayor, vice, ann, cyrus, dana};

Scene approved_record() {
  return given(approved());
}

TEST(Signatures, REC_11_whoever_was_there_and_is_neither_guest_nor_secretary) {
  const auto scene = approved_record();
  scene.when(ann, SignMinutes{meeting}).then({MinutesSigned{meeting, ann}});
  scene.when(dana, SignMinutes{meeting}).then({MinutesSigned{meeting, dana}});
  scene.when(ben, SignMinutes{meeting}).then(RefusalCode::not_a_signer);
  scene.when(clerk, SignMinutes{meeting}).then(RefusalCode::not_a_signer);
  scene.when(guest, SignMinutes{meeting}).then(RefusalCode::not_allowed);
}

TEST(Signatures, REC_11_also_whoever_left_early_but_not_who_has_left_the_hall) {
  MinutesApproved expected = approved_by_all();
  given(up_for_approval(discussing() + Story{MemberDeparted{meeting, cyrus},
                                             ItemEnded{meeting, report, ItemState::done, {}, {}},
                                             MeetingClosed{meeting}}))
      .when(mayor, ApproveMinutes{meeting, {}})
      .then({expected});
  expected.signers = {mayor, vice, ann, cyrus};
  given(up_for_approval(), MemberRemoved{dana}).when(mayor, ApproveMinutes{meeting, {}}).then({expected});
}

TEST(Signatures, REC_12_once) {
  given(approved() + signed_by({ann})).when(ann, SignMinutes{meeting}).then(RefusalCode::already_signed);
}

TEST(Signatures, REC_12_the_last_one_makes_it_signed) {
  auto scene = given(approved() + signed_by({mayor, vice, ann, cyrus}));
  EXPECT_EQ(state_of(scene), RecordState::approved);
  scene.does(dana, SignMinutes{meeting});
  EXPECT_EQ(state_of(scene), RecordState::signed_);
  scene.when(dana, SignMinutes{meeting}).then(RefusalCode::already_signed);
}

TEST(Signatures, REC_12_not_after_the_seal) {
  auto scene = approved_record();
  scene.does(clerk, SealMinutes{meeting, sealing(scene), Reason{"سفر"}});
  scene.when(ann, SignMinutes{meeting}).then(RefusalCode::wrong_record_state, Args{{"state", "sealed"}});
}

TEST(Signatures, REC_13_a_signed_record_is_sealed_without_a_reason) {
  auto scene = given(approved() + signed_by(everybody));
  const Seal seal = sealing(scene);
  scene.when(clerk, SealMinutes{meeting, seal, {}}).then({MinutesSealed{meeting, seal, {}}});
  scene.when(clerk, SealMinutes{meeting, seal, Reason{"سفر"}}).then(RefusalCode::reason_not_expected, "reason");
  scene.does(mayor, SealMinutes{meeting, seal, {}});
  EXPECT_EQ(scene.seen_by(Audience::member).records.at(meeting).seal, seal);
  EXPECT_EQ(scene.seen_by(Audience::member).records.at(meeting).sealed_at, nine_o_clock);
  scene.when(clerk, SealMinutes{meeting, seal, {}}).then(RefusalCode::wrong_record_state, Args{{"state", "sealed"}});
}

TEST(Signatures, REC_13_and_with_one_while_signatures_are_missing) {
  const auto scene = given(approved() + signed_by({ann, mayor}));
  const Seal seal = sealing(scene);
  scene.when(clerk, SealMinutes{meeting, seal, {}}).then(RefusalCode::signatures_missing, Args{{"missing", "3"}});
  scene.when(clerk, SealMinutes{meeting, seal, Reason{"سفر"}}).then({MinutesSealed{meeting, seal, Reason{"سفر"}}});
}

TEST(Signatures, REC_14_the_seal_is_over_the_last_event_of_the_meeting) {
  auto scene = given(approved() + signed_by({mayor, vice, ann, cyrus}));
  const Seal early = sealing(scene);
  scene.happens(signed_by({dana}));
  EXPECT_EQ(sealing(scene).seq.value, scene.state().seq);
  scene.when(clerk, SealMinutes{meeting, early, {}}).then(RefusalCode::record_changed);
  scene.happens({MessagePosted{"پیام"}});
  EXPECT_EQ(sealing(scene).seq.value, scene.state().seq - 1) << "what happens elsewhere is no part of it";
}

TEST(Signatures, REC_15_from_the_approval_on_there_are_addenda) {
  auto scene = approved_record();
  scene.when(clerk, AppendAddendum{meeting, "پیوست"}).then({AddendumAppended{meeting, "پیوست"}});
  scene.does(clerk, SealMinutes{meeting, sealing(scene), Reason{"سفر"}});
  for (std::size_t i = 0; i < limits::addenda; ++i) scene.does(clerk, AppendAddendum{meeting, "پیوست"});
  scene.when(clerk, AppendAddendum{meeting, "پیوست"}).then(RefusalCode::too_many_addenda, Args{{"max", "50"}});
}

}  // namespace
}  // namespace talar::hall
