#include "tests/unit/hall/record_story.hpp"

namespace talar::hall {
namespace {

const Reason mistake = "دوبار ثبت شد";

ResolutionContent by_the_vote(const char* text) {
  ResolutionContent content = resolution_of(text);
  content.vote = ballot;
  content.responsible = {ann};
  return content;
}

/// Adopted by a vote, and voided.
Scene voided() {
  auto scene = given(voting(), BallotCast{meeting, ballot, ann, Choice::approve});
  scene.does(mayor, CloseVote{ballot});
  scene.happens({ResolutionAdopted{meeting, report, decree, 1, by_the_vote("متن")}});
  return scene.does(clerk, VoidResolution{decree, mistake});
}

TEST(VoidResolution, MIN_18_it_keeps_its_number_and_is_marked) {
  given(written()).when(clerk, VoidResolution{decree, mistake}).then({ResolutionVoided{meeting, decree, mistake}});
  const auto scene = voided();
  for (const Audience audience : {Audience::staff, Audience::public_}) {
    const ResolutionView seen = scene.seen_by(audience).resolutions.at(decree);
    EXPECT_EQ(seen.number, 1);
    EXPECT_EQ(seen.void_reason, mistake);
    EXPECT_EQ(seen.content, by_the_vote("متن"));
  }
}

TEST(VoidResolution, MIN_18_nobody_follows_it_up) {
  const auto scene = voided();
  scene.when(clerk, FollowUp{decree, {FollowUpState::done, {}, {}, {}, {}}})
      .then(RefusalCode::no_such_resolution, "resolution");
  EXPECT_TRUE(me(scene.state(), ann)->tasks.empty());
}

TEST(VoidResolution, MIN_18_it_is_neither_edited_nor_voided_again) {
  const auto scene = voided();
  scene.when(clerk, EditResolution{decree, resolution_of("نو"), {}})
      .then(RefusalCode::no_such_resolution, "resolution");
  scene.when(clerk, VoidResolution{decree, mistake}).then(RefusalCode::no_such_resolution, "resolution");
}

TEST(VoidResolution, MIN_18_what_was_meant_is_adopted_in_its_place) {
  voided()
      .when(clerk, AdoptResolution{report, by_the_vote("نو")})
      .then({ResolutionAdopted{meeting, report, fresh<ResolutionId>(), 2, by_the_vote("نو")}});
}

TEST(VoidResolution, MIN_18_until_the_minutes_are_frozen) {
  auto scene = given(followed(written()));
  scene.when(clerk, VoidResolution{decree, mistake}).then({ResolutionVoided{meeting, decree, mistake}});
  scene.does(clerk, VoidResolution{decree, mistake});
  EXPECT_EQ(scene.state().records.at(meeting).resolutions.at(decree).void_reason, mistake);
  scene.when(clerk, EditResolution{decree, resolution_of("نو"), {}}).then(RefusalCode::no_such_resolution);
  given(approved()).when(clerk, VoidResolution{decree, mistake}).then(RefusalCode::minutes_frozen, "resolution");
}

TEST(VoidResolution, VOT_48_its_vote_carries_nothing_any_more) {
  voided().when(mayor, VoidVote{ballot, mistake}).then({VoteVoided{meeting, report, ballot, mistake}});
}

TEST(VoidResolution, MIN_12_an_edit_does_not_overwrite_what_was_not_seen) {
  auto scene = given(written());
  const EditResolution edit{decree, resolution_of("نو"), resolution_of("متن")};
  scene.when(clerk, edit).then({ResolutionEdited{meeting, decree, resolution_of("نو")}});
  scene.happens({ResolutionEdited{meeting, decree, resolution_of("میز دیگر")}});
  scene.when(clerk, edit).then(RefusalCode::stale_text, "before");
}

}  // namespace
}  // namespace talar::hall
