#include "server/web/film.hpp"

#include <gtest/gtest.h>

#include "protocol/codec.hpp"
#include "protocol/words.hpp"
#include "server/hall/hall.hpp"

namespace talar::web {
namespace {

constexpr PersonId mayor{1}, clerk{2};

/// A hall whose people act at once whenever they are asked, and everything that it says.
class Sitting {
 public:
  Sitting() {
    HallFounded founded;
    founded.name = "اتاق";
    founded.place = "تالار";
    happens(founded);
    happens(MembersEnrolled{
        {{mayor, "شهردار", "شهردار", Seat::president, true}, {clerk, "دبیر", "دبیر", Seat::secretary, false}}});
    does(clerk, DraftMeeting{{{}, now, 60, "تالار"}});
    meeting = state.meetings.begin()->first;
    ItemContent content;
    content.title = "بند نخست";
    does(clerk, AddItem{meeting, {}, {}, content});
    item = state.meetings.at(meeting).items.begin()->first;
  }

  void happens(Event event) {
    events.push_back({state.seq + 1, now, {}, {}, std::move(event)});
    hall::apply(state, events.back());
  }
  void does(PersonId person, const Command& command) {
    hall::Context context{.kind = hall::Context::Kind::person, .person = person, .now = now, .seed = ++seed_};
    const auto decided = hall::decide(state, context, command);
    ASSERT_TRUE(decided) << word(decided.error().code);
    for (const Event& event : *decided) happens(event);
  }
  void open() {
    does(clerk, ConveneMeeting{meeting});
    after(10'000);
    does(clerk, RecordArrival{mayor});
    does(mayor, OpenMeeting{});
    after(10'000);
    does(mayor, ActivateItem{item});
  }
  void after(std::int64_t ms) { now = now + Millis{ms}; }

  /// All that there is, as its record might tell it.
  Film::Shown everything() const {
    Film::Shown shown;
    for (const auto& [id, each] : state.meetings.at(meeting).items) shown.items.insert(id);
    for (const auto& [seq, each] : state.meetings.at(meeting).record.entries) shown.entries.insert(seq);
    return shown;
  }
  Replay film(Audience audience) const { return film(audience, everything()); }
  Replay film(Audience audience, Film::Shown shown) const {
    Film film(meeting, audience, std::move(shown));
    hall::State at;
    for (const Recorded& recorded : events)
      if (film.take(at, recorded) == Film::At::end) break;
    return film.cut(at);
  }

  hall::State state;
  Instant now{1'703'741'400'000};
  MeetingId meeting;
  ItemId item;
  std::vector<Recorded> events;

 private:
  std::uint64_t seed_ = 0;
};

std::string all_of(const Replay& replay) {
  return to_json_text(replay);
}

TEST(Film, begins_with_the_convened_meeting_and_ends_with_its_end) {
  Sitting sitting;
  sitting.open();
  sitting.after(10'000);
  sitting.does(mayor, CloseMeeting{});
  const Instant end = sitting.now;
  sitting.after(10'000);
  sitting.does(clerk, PublishMinutes{sitting.meeting});
  const Replay replay = sitting.film(Audience::staff);
  EXPECT_EQ(replay.view.meetings.at(sitting.meeting).state, MeetingState::convened);
  EXPECT_EQ(replay.until, end);
  EXPECT_EQ(replay.until - replay.from, Millis{30'000});
  ASSERT_EQ(replay.steps.size(), 3u);  // opened; on the first item; closed
  EXPECT_EQ(replay.steps.back().at, end);
}

TEST(Film, what_happens_within_a_second_is_one_step) {
  Sitting sitting;
  sitting.open();
  sitting.after(5'000);
  sitting.does(mayor, BeginClosedPart{});
  sitting.after(999);
  sitting.does(mayor, EndClosedPart{});
  EXPECT_EQ(sitting.film(Audience::member).steps.size(), 3u);
  sitting.after(1);
  sitting.does(mayor, CloseMeeting{});
  EXPECT_EQ(sitting.film(Audience::member).steps.size(), 4u);
}

TEST(Film, shows_nothing_of_what_is_closed_today) {
  Sitting sitting;
  sitting.open();
  EXPECT_NE(all_of(sitting.film(Audience::public_)).find("بند نخست"), std::string::npos);
  EXPECT_EQ(all_of(sitting.film(Audience::public_, {})).find("بند نخست"), std::string::npos);
}

TEST(Film, shows_those_outside_nothing_of_an_item_that_was_removed_later) {
  Sitting sitting;
  sitting.does(clerk, ConveneMeeting{sitting.meeting});
  sitting.after(5'000);
  ItemContent content;
  content.title = "بندی به اشتباه";
  sitting.does(clerk, AddItem{sitting.meeting, {}, {}, content});
  ItemId mistake;
  for (const auto& [id, item] : sitting.state.meetings.at(sitting.meeting).items)
    if (id != sitting.item) mistake = id;
  sitting.after(5'000);
  sitting.does(clerk, RemoveItem{mistake});
  const Replay seen = sitting.film(Audience::public_);
  EXPECT_NE(all_of(seen).find(mistake.text()), std::string::npos) << "that there was one is no secret";
  EXPECT_EQ(all_of(seen).find("بندی به اشتباه"), std::string::npos);
  EXPECT_NE(all_of(sitting.film(Audience::staff)).find("بندی به اشتباه"), std::string::npos);
}

TEST(Film, shows_a_line_that_was_left_out_later_to_the_desk_only) {
  Sitting sitting;
  sitting.open();
  sitting.after(5'000);
  sitting.does(mayor, CloseMeeting{});
  auto shown = sitting.everything();
  const auto [arrived, opened] = std::pair(*shown.entries.begin(), *std::next(shown.entries.begin()));
  shown.entries.erase(arrived);
  const auto has = [](const Replay& replay, std::int64_t seq) {
    return all_of(replay).find("\"" + std::to_string(seq) + "\":{") != std::string::npos;
  };
  const Replay members = sitting.film(Audience::member, shown);
  EXPECT_FALSE(has(members, arrived));
  EXPECT_TRUE(has(members, opened));
  EXPECT_TRUE(has(sitting.film(Audience::staff, shown), arrived));
}

TEST(Film, shows_the_public_the_notice_of_a_closed_part) {
  Sitting sitting;
  sitting.open();
  sitting.after(5'000);
  sitting.does(mayor, BeginClosedPart{Reason("شخصی")});
  sitting.after(5'000);
  const Replay seen = sitting.film(Audience::public_, {});
  EXPECT_NE(seen.steps.back().patch.text.find("closed_since"), std::string::npos);
  EXPECT_EQ(all_of(seen).find("شخصی"), std::string::npos);
}

TEST(Film, nothing_is_there_of_a_meeting_that_was_never_convened) {
  const Sitting sitting;
  EXPECT_TRUE(sitting.film(Audience::staff).steps.empty());
}

TEST(Film, leaves_out_what_the_desk_keeps_for_other_meetings) {
  Sitting sitting;
  sitting.does(clerk, SaveTemplate{"همیشگی", sitting.meeting});
  sitting.open();
  EXPECT_EQ(all_of(sitting.film(Audience::staff)).find("همیشگی"), std::string::npos);
}

}  // namespace
}  // namespace talar::web
