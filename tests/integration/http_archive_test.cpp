// What has been, over HTTP: search, the register of resolutions, figures of a year, replays.
#include "tests/integration/house.hpp"
#include "tests/integration/http_server.hpp"

namespace talar::test {
namespace {

using http_test::Answer;
using Http = http_test::Client;
using Lines = http_test::Lines;

/// A house with an open meeting, somebody at the desk, a member and an observer.
class HttpFinding : public testing::Test {
 protected:
  explicit HttpFinding(HouseOptions options = {})
      : house(options), chair(house.device(people::president)), staff(house.device(people::secretary)) {
    desk = house.cookie(house.last_device());
    house.device(people::deputy(0));
    member = house.cookie(house.last_device());
    chair.hello().until("state");
    staff.hello().until("state");
    running = house.open_meeting(chair, staff);
  }

  Answer get(const std::string& path, const std::string& cookie = {}) {
    return Http(house.port()).get("/api/halls/rasht/" + path, cookie.empty() ? Lines{} : Lines{cookie});
  }
  json found(const std::string& path, const std::string& cookie = {}) {
    const Answer answer = get(path, cookie);
    EXPECT_EQ(answer.status, 200u) << answer.body;
    return json::parse(answer.body);
  }
  void expect_problem(const std::string& path, unsigned status, const std::string& code, const std::string& field = {},
                      const std::string& cookie = {}) {
    const Answer answer = get(path, cookie);
    EXPECT_EQ(answer.status, status) << path << " " << answer.body;
    const json problem = json::parse(answer.body);
    EXPECT_EQ(problem.value("code", ""), code) << path;
    EXPECT_EQ(problem.value("field", ""), field) << path;
  }

  void write(const std::string& text) {
    staff.must({{"type", "write_minutes"}, {"item", running.items[0]}, {"text", text}, {"version", 0}});
  }
  void adopt(const std::string& text) {
    staff.must({{"type", "adopt_resolution"},
                {"item", running.items[0]},
                {"content", {{"text", text}, {"responsible", {people::deputy(0).text()}}, {"due", "2023-12-29"}}}});
  }
  void close() { chair.must({{"type", "close_meeting"}}); }
  void publish() { staff.must({{"type", "publish_minutes"}, {"meeting", running.meeting}}); }
  std::string replay() const { return "meetings/" + running.meeting + "/replay"; }

  House house;
  Device chair, staff;
  std::string desk, member;
  House::Running running;
};

TEST_F(HttpFinding, search_gives_the_line_and_what_was_found_in_it) {
  write("سطر نخست\nپل نو ساخته شد.");
  EXPECT_TRUE(found("search?q=%D9%BE%D9%84").at("hits").empty());
  const json inside = found("search?q=%D9%BE%D9%84", member).at("hits");
  ASSERT_EQ(inside.size(), 1u);
  EXPECT_EQ(inside[0].at("kind"), "minutes");
  EXPECT_EQ(inside[0].at("line"), 2);
  EXPECT_EQ(inside[0].at("text"), "پل نو ساخته شد.");
  EXPECT_EQ(inside[0].at("marks"), json::array({json::array({0, 2})}));
  EXPECT_TRUE(found("search?q=%D9%BE%D9%84&kind=agenda", member).at("hits").empty());
  EXPECT_EQ(found("search?q=%D9%BE%D9%84&sort=date&meeting=1&from=2023-12-28&to=2023-12-28", member).at("hits").size(),
            1u);
  EXPECT_TRUE(found("search?q=%D9%BE%D9%84&to=2023-12-27", member).at("hits").empty());
  close();
  publish();
  EXPECT_EQ(found("search?q=%D9%BE%D9%84").at("hits").size(), 1u);
}

TEST_F(HttpFinding, search_names_the_parameter_that_is_wrong) {
  expect_problem("search?q=a&kind=speech", 400, "unknown_word", "kind");
  expect_problem("search?q=a&sort=length", 400, "unknown_word", "sort");
  expect_problem("search?q=a&person=somebody", 400, "wrong_type", "person");
  expect_problem("search?q=a&from=1402-13-01", 400, "wrong_type", "from");
  expect_problem("search?q=a&to=tomorrow", 400, "wrong_type", "to");
  expect_problem("search?q=a&meeting=0", 400, "out_of_bounds", "meeting");
  expect_problem("search?q=a&offset=-1", 400, "out_of_bounds", "offset");
  expect_problem("search?q=" + std::string(401, 'a'), 400, "out_of_bounds", "q");
}

TEST_F(HttpFinding, the_register_is_everybodys_as_soon_as_something_is_resolved) {
  adopt("لایروبی رودخانه");
  const json page = found("resolutions");
  ASSERT_EQ(page.at("rows").size(), 1u);
  EXPECT_EQ(page.at("rows")[0].at("text"), "لایروبی رودخانه");
  EXPECT_EQ(page.at("rows")[0].at("state"), "adopted");
  EXPECT_EQ(page.at("counts").at("due_soon"), 1);
  EXPECT_EQ(page.at("people")[0].at("person"), people::deputy(0).text());
  EXPECT_TRUE(found("resolutions?state=overdue").at("rows").empty());
  house.advance(std::chrono::hours(48));
  EXPECT_EQ(found("resolutions?state=overdue").at("rows").size(), 1u);
  EXPECT_EQ(found("resolutions?state=open&person=" + people::deputy(0).text()).at("rows").size(), 1u);
  EXPECT_TRUE(found("resolutions?group=rivers").at("rows").empty());
  EXPECT_TRUE(found("resolutions?from=2023-12-30").at("rows").empty());
}

TEST_F(HttpFinding, the_register_names_the_parameter_that_is_wrong) {
  expect_problem("resolutions?state=late", 400, "unknown_word", "state");
  expect_problem("resolutions?person=x", 400, "wrong_type", "person");
  expect_problem("resolutions?group=Rivers!", 400, "wrong_type", "group");
  expect_problem("resolutions?from=x", 400, "wrong_type", "from");
}

TEST_F(HttpFinding, figures_are_for_the_people_of_the_hall) {
  close();
  expect_problem("figures", 401, "signed_out");
  const json figures = found("figures", member);
  EXPECT_EQ(figures.at("year"), 1402);
  EXPECT_EQ(figures.at("meetings").size(), 1u);
  EXPECT_TRUE(found("figures?year=1401", member).at("meetings").empty());
  expect_problem("figures?year=2023", 400, "out_of_bounds", "year", member);
}

/// The view that a replay leads to.
json folded(const json& replay) {
  json view = replay.at("view");
  for (const json& step : replay.at("steps")) view.merge_patch(step.at("patch"));
  return view;
}
/// What a replay leaves out.
json without_the_rest(json view) {
  for (const char* other : {"templates", "proposals", "phrases"}) view[other] = json::object();
  return view;
}

TEST_F(HttpFinding, a_replay_leads_to_what_was_seen_at_the_end) {
  Device observer = house.observer();
  observer.hello().until("state");
  house.advance(std::chrono::seconds(10));
  write("متن");
  adopt("مصوبه");
  close();
  staff.until_seq(chair.seq);
  observer.until_view([&](const json& view) {
    const auto meeting = view.at("meetings").find(running.meeting);
    return meeting != view.at("meetings").end() && meeting->at("state") == "closed";
  });

  const json inside = found(replay(), desk);
  EXPECT_EQ(inside.at("meeting"), running.meeting);
  EXPECT_EQ(folded(inside), without_the_rest(staff.view));
  EXPECT_EQ(inside.at("view").at("meetings").at(running.meeting).at("state"), "convened");
  expect_problem(replay(), 404, "no_such_meeting");
  publish();
  EXPECT_EQ(found(replay(), desk), inside);  // what comes after the end is no part of it
  EXPECT_EQ(folded(found(replay())), without_the_rest(observer.view));
  expect_problem("meetings/0000000000/replay", 404, "no_such_meeting");
  expect_problem("meetings/x/replay", 404, "no_such_meeting");
}

TEST_F(HttpFinding, a_replay_has_one_step_a_second_at_most) {
  house.advance(std::chrono::seconds(10));
  write("یک");
  adopt("دو");
  house.advance(std::chrono::seconds(10));
  adopt("سه");
  close();
  const json steps = found(replay(), desk).at("steps");
  ASSERT_EQ(steps.size(), 3u);  // what led to the open meeting happened in one moment
  EXPECT_EQ(steps[1].at("patch").at("resolutions").size(), 1u);
  EXPECT_LT(steps[1].at("at"), steps[2].at("at"));
}

TEST_F(HttpFinding, the_publics_replay_keeps_closed_what_was_closed_later_on) {
  house.advance(std::chrono::seconds(10));
  chair.must({{"type", "begin_closed_part"}, {"reason", "شخصی"}});
  write("سخن محرمانه");
  house.advance(std::chrono::seconds(10));
  chair.must({{"type", "end_closed_part"}});
  house.advance(std::chrono::seconds(10));
  close();
  publish();
  const Answer seen = get(replay());
  ASSERT_EQ(seen.status, 200u);
  const json film = json::parse(seen.body);
  EXPECT_FALSE(film.at("view").at("items").at(running.items[0]).contains("title"));
  EXPECT_EQ(seen.body.find("محرمانه"), std::string::npos);
  EXPECT_EQ(seen.body.find("شخصی"), std::string::npos);
  bool noticed = false;
  for (const json& step : film.at("steps"))
    noticed |= step.at("patch")
                   .value(json::json_pointer("/meetings/" + running.meeting + "/closed_since"), json())
                   .is_string();
  EXPECT_TRUE(noticed);
  EXPECT_NE(get(replay(), member).body.find("محرمانه"), std::string::npos);
}

TEST_F(HttpFinding, a_meeting_that_goes_on_is_replayed_up_to_now) {
  const std::size_t before = found(replay(), member).at("steps").size();
  house.advance(std::chrono::seconds(10));
  write("متن");
  EXPECT_EQ(found(replay(), member).at("steps").size(), before + 1);
}

TEST_F(HttpFinding, a_replay_shows_those_who_are_not_of_the_desk_no_line_that_was_left_out_since) {
  house.advance(std::chrono::seconds(10));
  adopt("مصوبه");
  close();
  const auto lines = [&](const std::string& cookie) {
    return folded(found(replay(), cookie)).at("minutes").at("entries");
  };
  const json before = lines(member);
  ASSERT_GT(before.size(), 1u);
  EXPECT_EQ(before, lines(desk));
  const std::string left_out = before.begin().key();
  staff.must({{"type", "edit_entry"}, {"meeting", running.meeting}, {"entry", std::stoll(left_out)}, {"hidden", true}});
  json after = before;
  after.erase(left_out);
  EXPECT_EQ(lines(member), after);
  EXPECT_EQ(lines(desk), before);
}

TEST_F(HttpFinding, what_is_no_hall_has_no_memberships) {
  for (const char* id : {"%22.x", "x%22,%22rasht.0000000001", "nowhere.0000000001"})
    EXPECT_EQ(Http(house.port()).get(std::string("/oparl/v1/memberships/") + id).status, 404u) << id;
}

class HttpShortReplays : public HttpFinding {
 protected:
  HttpShortReplays() : HttpFinding({.replays = {.bytes = 2'000}}) {}
};

TEST_F(HttpShortReplays, one_that_would_be_too_long_is_refused) {
  close();
  expect_problem(replay(), 422, "replay_too_long", {}, desk);
}

}  // namespace
}  // namespace talar::test
