// The demo hall's past, told on any day of the week.
#include "server/cli/past.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>

#include "protocol/time_text.hpp"
#include "server/cli/founding.hpp"
#include "server/cli/reliving.hpp"
#include "server/hall/hall.hpp"
#include "server/web/roster.hpp"

namespace talar::cli {
namespace {

const std::string demo = std::string(TALAR_SOURCE_DIR) + "/server/demo/";
constexpr std::int64_t hour = 3'600'000;
constexpr Millis week{7 * 24 * hour};
const Instant some_saturday = *parse_instant("2024-01-06T00:00:00Z");

std::vector<NewMember> members() {
  std::ifstream in(demo + "roster.csv", std::ios::binary);
  const std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  return web::enrollable(web::read_roster(text, {}, limits::members));
}

Seal any_seal(Recorder& hall, MeetingId meeting) {
  const std::string nothing(64, '0');
  return {.digest = nothing, .chain = nothing, .seq = hall.state().records.at(meeting).seq};
}

struct Lived {
  Recorder hall{HallId{"rasht"}, 7};
  Instant first;
  Instant coming;
};

Lived live(const Past& past, Instant now) {
  Lived lived;
  Chamber chamber = read_chamber(demo + "chamber.json");
  lived.coming = next_meeting(chamber.meets, now);
  lived.first = chamber.starts_at = first_session(past, lived.coming, now);
  found(lived.hall, chamber, members(), chamber.starts_at + Millis{-week.ms});
  relive(lived.hall, past, lived.first, now, any_seal);
  return lived;
}

/// The script of the demo after a change of its text.
std::string refusal(const std::string& from, const std::string& to) {
  std::ifstream in(demo + "past.json", std::ios::binary);
  std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  text.replace(text.find(from), from.size(), to);
  const auto file = std::filesystem::temp_directory_path() / ("talar-past-" + std::to_string(getpid()) + ".json");
  std::ofstream(file, std::ios::binary) << text;
  std::string sentence = "nothing was wrong";
  try {
    live(read_past(file), some_saturday);
  } catch (const std::runtime_error& error) {
    sentence = error.what();
  }
  std::filesystem::remove(file);
  return sentence;
}

void expect_refusal(const std::string& from, const std::string& to, const std::string& part) {
  const std::string sentence = refusal(from, to);
  EXPECT_NE(sentence.find(part), std::string::npos) << sentence;
}

TEST(Past, can_be_told_at_any_hour_of_the_week) {
  const Past past = read_past(demo + "past.json");
  for (int i = 0; i < 7 * 24; i += 7) {
    const Instant now = some_saturday + Millis{i * hour};
    Lived lived = live(past, now);
    hall::check(lived.hall.state());
    const auto events = lived.hall.take();
    EXPECT_TRUE(std::ranges::is_sorted(events, {}, &Recorded::at)) << to_text(now);
    EXPECT_EQ(events.back().at, now);
    for (const auto& [id, meeting] : lived.hall.state().meetings)
      if (meeting.state == MeetingState::drafted) {
        EXPECT_EQ(meeting.content.starts_at, lived.coming) << to_text(now);
      }
  }
}

TEST(Past, leaves_a_week_out_while_the_last_session_goes_on) {
  const Past past = read_past(demo + "past.json");
  const Instant thursday = *parse_instant("2024-01-04T05:30:00Z");
  const Instant coming = thursday + week;
  const auto weeks_ago = [&](Instant now) { return (coming - first_session(past, coming, now)).ms / week.ms; };
  EXPECT_EQ(weeks_ago(thursday + Millis{2 * hour}), 4);
  EXPECT_EQ(weeks_ago(thursday + Millis{24 * hour}), 3);
  EXPECT_EQ(weeks_ago(coming + Millis{-1}), 3);
}

TEST(Past, is_the_same_whenever_it_is_told) {
  const Past past = read_past(demo + "past.json");
  const auto kinds = [&](Instant now) {
    std::vector<std::size_t> all;
    for (const Recorded& recorded : live(past, now).hall.take()) all.push_back(recorded.event.index());
    return all;
  };
  EXPECT_EQ(kinds(some_saturday), kinds(some_saturday + Millis{100 * hour}));
}

TEST(Past, names_the_step_that_the_rules_refuse) {
  expect_refusal(R"("type": "open_meeting")", R"("type": "close_meeting")",
                 "sessions[0].steps[6]: the rules refuse \"close_meeting\" of شهردار رشت: wrong_meeting_state");
}

TEST(Past, names_the_step_whose_words_mean_nothing) {
  expect_refusal("\"@item 1\"", "\"@item 1.9\"", "sessions[0].steps[7]: there is no item \"1.9\" at that time");
  expect_refusal("\"as\": \"شهردار رشت\"", "\"as\": \"شهردار تهران\"", "there is no seat \"شهردار تهران\"");
  expect_refusal("\"as\": \"@voters\"", "\"as\": \"@everybody\"", "there is no set of people");
  expect_refusal(R"("type": "open_meeting")", R"("type": "open_window")", "no command of the protocol: type");
  expect_refusal(R"("at": "0:02:10")", R"("when": "0:02:10")", "sessions[0].steps[6] has \"when\"");
  expect_refusal(R"("at": "0:02:10")", R"("at": "at nine")", "sessions[0].steps[6].at must be a time");
}

TEST(Past, goes_forward) {
  expect_refusal(R"("at": "0:02:10")", R"("at": "-1d 23:00")",
                 "sessions[0].steps[6]: this is told before the step before it is over");
}

}  // namespace
}  // namespace talar::cli
