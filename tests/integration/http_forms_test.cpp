// A record in all its forms over HTTP, each as the asker may see it.
#include "tests/integration/house.hpp"
#include "tests/integration/http_server.hpp"

namespace talar::test {
namespace {

using http_test::Answer;
using Http = http_test::Client;

class HttpForms : public testing::Test {
 protected:
  HttpForms() : chair(house.device(people::president)), staff(house.device(people::secretary)) {
    cookie = house.cookie(house.last_device());
    chair.hello().until("state");
    staff.hello().until("state");
    running = house.open_meeting(chair, staff);
    staff.must(
        {{"type", "write_minutes"}, {"item", running.items.front()}, {"text", "شرح <b>گفتگو</b>"}, {"version", 0}});
    chair.must({{"type", "close_meeting"}});
  }
  Answer form(const std::string& name, const http_test::Lines& more) {
    return Http(house.port()).get("/api/halls/rasht/meetings/" + running.meeting + "/as/" + name, more);
  }
  Answer inside(const std::string& name) { return form(name, {cookie}); }

  House house;
  Device chair, staff;
  std::string cookie;
  House::Running running;
};

TEST_F(HttpForms, the_page_runs_nothing_fetches_nothing_and_stands_in_our_own_frames_only) {
  const Answer page = inside("html");
  ASSERT_EQ(page.status, 200u) << page.body;
  EXPECT_EQ(page.header("content-type"), "text/html; charset=utf-8");
  const std::string policy = page.header("content-security-policy");
  EXPECT_TRUE(policy.starts_with("default-src 'none';")) << policy;
  EXPECT_NE(policy.find("frame-ancestors 'self'"), std::string::npos);
  EXPECT_NE(policy.find("sandbox "), std::string::npos);
  EXPECT_EQ(policy.find("allow-scripts"), std::string::npos);
  EXPECT_EQ(page.header("x-frame-options"), "SAMEORIGIN");
  EXPECT_EQ(page.header("content-disposition"), "inline; filename=\"rasht-1-1.html\"");
  EXPECT_NE(page.body.find("شرح &lt;b&gt;گفتگو&lt;/b&gt;"), std::string::npos);
  EXPECT_NE(page.body.find("http://127.0.0.1:" + std::to_string(house.port()) + "/hall/rasht/"), std::string::npos);
}

TEST_F(HttpForms, every_form_comes_as_a_file_with_its_name_and_type) {
  for (const auto& [name, type, file] :
       {std::tuple("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "rasht-1-1.docx"),
        std::tuple("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "rasht-1-1.xlsx"),
        std::tuple("csv", "text/csv; charset=utf-8", "rasht-1-1.csv"),
        std::tuple("akn", "application/akn+xml", "rasht-1-1.xml"),
        std::tuple("popolo", "application/json", "rasht-1-1.popolo.json"),
        std::tuple("oparl", "application/json", "rasht-1-1.oparl.json"),
        std::tuple("ics", "text/calendar; charset=utf-8", "rasht-1-1.ics"),
        std::tuple("jsonl", "application/jsonl", "rasht-1-1.jsonl")}) {
    const Answer answer = inside(name);
    EXPECT_EQ(answer.status, 200u) << name;
    EXPECT_EQ(answer.header("content-type"), type);
    EXPECT_EQ(answer.header("content-disposition"), std::string("attachment; filename=\"") + file + '"');
    EXPECT_FALSE(answer.body.empty()) << name;
  }
  EXPECT_NE(inside("ics").body.find("BEGIN:VEVENT"), std::string::npos);
}

TEST_F(HttpForms, are_not_sent_twice_and_are_the_same_twice) {
  const Answer page = inside("html");
  EXPECT_EQ(inside("html").body, page.body);
  const Answer again = form("html", {cookie, "If-None-Match: " + page.header("etag")});
  EXPECT_EQ(again.status, 304u);
  EXPECT_EQ(again.body, "");
}

TEST_F(HttpForms, before_it_is_published_nobody_outside_is_given_the_record) {
  EXPECT_EQ(form("html", {}).status, 404u);
  staff.must({{"type", "publish_minutes"}, {"meeting", running.meeting}});
  EXPECT_EQ(form("html", {}).status, 200u);
}

TEST_F(HttpForms, the_events_themselves_are_for_chair_and_staff) {
  EXPECT_NE(inside("jsonl").body.find("meeting_closed"), std::string::npos);
  staff.must({{"type", "publish_minutes"}, {"meeting", running.meeting}});
  EXPECT_EQ(form("jsonl", {}).status, 403u);
}

TEST(HttpFormsOfAnOpenMeeting, have_no_events_for_anybody) {
  House house;
  Device chair = house.device(people::president), staff = house.device(people::secretary);
  const std::string cookie = house.cookie(house.last_device());
  chair.hello().until("state");
  staff.hello().until("state");
  const auto running = house.open_meeting(chair, staff);
  const auto form = [&](const std::string& name) {
    return Http(house.port()).get("/api/halls/rasht/meetings/" + running.meeting + "/as/" + name, {cookie});
  };
  const Answer early = form("jsonl");
  EXPECT_EQ(early.status, 409u);
  EXPECT_EQ(json::parse(early.body).at("code"), "wrong_meeting_state");
  EXPECT_EQ(form("html").status, 200u);
  chair.must({{"type", "close_meeting"}});
  EXPECT_EQ(form("jsonl").status, 200u);
}

TEST_F(HttpForms, what_is_no_form_and_what_is_no_meeting_are_problems) {
  const Answer form = inside("exe");
  EXPECT_EQ(form.status, 404u);
  EXPECT_NE(form.body.find("no_such_form"), std::string::npos);
  EXPECT_EQ(Http(house.port()).get("/api/halls/rasht/meetings/nothing/as/html", {cookie}).status, 404u);
  EXPECT_EQ(Http(house.port()).post("/api/halls/rasht/meetings/" + running.meeting + "/as/html", "{}", {cookie}).status,
            405u);
}

TEST_F(HttpForms, pdf_is_printed_or_said_to_be_impossible_here) {
  const Answer answer = inside("pdf");
  if (answer.status == 503u) {
    EXPECT_NE(answer.body.find("no_printer"), std::string::npos) << answer.body;
    return;
  }
  EXPECT_EQ(answer.status, 200u) << answer.body;
  EXPECT_EQ(answer.header("content-type"), "application/pdf");
  EXPECT_TRUE(answer.body.starts_with("%PDF-"));
}

}  // namespace
}  // namespace talar::test
