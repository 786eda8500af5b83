// Files of agenda items over HTTP: who may bring one, what may be brought, and who is given it.
#include "protocol/codec.hpp"
#include "tests/integration/house.hpp"
#include "tests/integration/http_server.hpp"

namespace talar::test {
namespace {

using http_test::Answer;
using Http = http_test::Client;
using Lines = http_test::Lines;

const std::string pdf = "%PDF-1.7\n% a paper\n";

/// A house with a meeting that is open, and somebody at the desk.
class HttpAttachments : public testing::Test {
 protected:
  HttpAttachments() : chair(house.device(people::president)), staff(house.device(people::secretary)) {
    desk = house.cookie(house.last_device());
    chair.hello().until("state");
    staff.hello().until("state");
    running = house.open_meeting(chair, staff);
  }

  std::string cookie_of(PersonId person) {
    house.device(person);
    return house.cookie(house.last_device());
  }
  std::string path(const std::string& query = "?name=a.pdf") const {
    return "/api/halls/rasht/items/" + running.items.front() + "/attachments" + query;
  }
  Lines lines(const std::string& cookie) const {
    return {cookie, "Talar-Client: 1", "Origin: http://127.0.0.1:" + std::to_string(house.port())};
  }
  /// The origin's own: a head that is written by hand.
  std::string host() const { return "Host: 127.0.0.1:" + std::to_string(house.port()) + "\r\n"; }
  Answer upload(const std::string& bytes, const std::string& query = "?name=a.pdf") {
    return Http(house.port()).ask("POST", path(query), lines(desk), bytes);
  }
  std::string uploaded(const std::string& bytes, const std::string& query = "?name=a.pdf") {
    const Answer answer = upload(bytes, query);
    EXPECT_EQ(answer.status, 201u) << answer.body;
    return json::parse(answer.body).value("attachment", "");
  }
  Answer give(const std::string& attachment, const Lines& more = {}) {
    return Http(house.port()).get("/api/halls/rasht/attachments/" + attachment, more);
  }
  void expect_problem(const Answer& answer, unsigned status, const std::string& code) {
    EXPECT_EQ(answer.status, status) << answer.body;
    EXPECT_EQ(json::parse(answer.body).value("code", ""), code) << answer.body;
  }

  House house;
  Device chair, staff;
  std::string desk;
  House::Running running;
};

TEST_F(HttpAttachments, the_desk_brings_one_and_everybody_inside_sees_it) {
  const Answer answer = upload(pdf, "?name=%DA%AF%D8%B2%D8%A7%D8%B1%D8%B4.pdf");
  ASSERT_EQ(answer.status, 201u) << answer.body;
  const auto row = from_json_text<AttachmentRow>(answer.body);
  ASSERT_TRUE(row);
  EXPECT_EQ(row->content.name.value, "گزارش.pdf");
  EXPECT_EQ(row->content.media_type.value, "application/pdf");
  EXPECT_EQ(row->content.bytes.value, static_cast<std::int64_t>(pdf.size()));
  EXPECT_EQ(row->content.visibility, Visibility::inside);
  staff.until_view([&](json view) { return view["attachments"].contains(row->attachment.text()); });
  EXPECT_EQ(staff.view.at("attachments").at(row->attachment.text()).at("name"), "گزارش.pdf");

  const Answer given = give(row->attachment.text(), {cookie_of(people::guest)});
  ASSERT_EQ(given.status, 200u);
  EXPECT_EQ(given.body, pdf);
}

TEST_F(HttpAttachments, it_comes_with_headers_that_let_it_do_nothing) {
  const Answer given = give(uploaded(pdf, "?name=a.pdf&visibility=everyone"));
  ASSERT_EQ(given.status, 200u);
  EXPECT_EQ(given.header("content-type"), "application/pdf");
  EXPECT_EQ(given.header("x-content-type-options"), "nosniff");
  EXPECT_EQ(given.header("content-disposition"), "inline; filename=\"a.pdf\"; filename*=UTF-8''a.pdf");
  EXPECT_EQ(given.headers.count("content-security-policy"), 1u);
  EXPECT_TRUE(given.header("content-security-policy").starts_with("default-src 'none'"));
  EXPECT_EQ(given.headers.count("x-frame-options"), 1u);
  EXPECT_EQ(given.header("cache-control"), "private, no-cache");

  const Answer text = give(uploaded("سطر\n", "?name=a.html&visibility=everyone"));
  EXPECT_EQ(text.header("content-type"), "text/plain; charset=utf-8");
  EXPECT_EQ(text.header("content-disposition"), "attachment; filename=\"a.html.txt\"; filename*=UTF-8''a.html.txt");
  EXPECT_TRUE(text.header("content-security-policy").ends_with("sandbox"));
}

TEST_F(HttpAttachments, a_head_and_an_unchanged_copy_bring_no_bytes) {
  const std::string id = uploaded(pdf, "?name=a.pdf&visibility=everyone");
  const Answer head = Http(house.port()).ask("HEAD", "/api/halls/rasht/attachments/" + id, {}, {});
  EXPECT_EQ(head.status, 200u);
  EXPECT_EQ(head.header("content-length"), std::to_string(pdf.size()));
  EXPECT_EQ(give(id, {"If-None-Match: " + head.header("etag")}).status, 304u);
}

TEST_F(HttpAttachments, only_the_desk_brings_one) {
  const auto as = [&](const std::string& cookie) { return Http(house.port()).ask("POST", path(), lines(cookie), pdf); };
  expect_problem(as(cookie_of(people::deputy(0))), 403, "not_allowed");
  expect_problem(as(cookie_of(people::guest)), 403, "not_allowed");
  expect_problem(as("X-No: cookie"), 401, "signed_out");
  expect_problem(Http(house.port()).ask("POST", path(), {desk, "Talar-Client: 1", "Origin: https://evil.example"}, pdf),
                 403, "foreign_origin");
  expect_problem(Http(house.port()).ask("GET", path(), {desk}, {}), 405, "method_not_allowed");
}

TEST_F(HttpAttachments, whoever_may_not_is_told_before_a_large_one_is_read) {
  Http client(house.port());
  std::string head = "POST " + path() + " HTTP/1.1\r\n" + host() + "Content-Length: 25000000\r\n";
  for (const std::string& line : lines(cookie_of(people::deputy(0)))) head += line + "\r\n";
  client.send(head + "\r\nthe first bytes");
  expect_problem(client.read_answer(), 403, "not_allowed");
}

TEST_F(HttpAttachments, a_client_that_waits_to_be_asked_is_asked) {
  Http client(house.port());
  std::string head = "POST " + path() + " HTTP/1.1\r\n" + host() + "Expect: 100-continue\r\nContent-Length: 100000\r\n";
  for (const std::string& line : lines(desk)) head += line + "\r\n";
  client.send(head + "\r\n");
  EXPECT_EQ(client.read_answer(false).status, 100u);
  client.send(pdf + std::string(100'000 - pdf.size(), ' '));
  EXPECT_EQ(client.read_answer().status, 201u);
}

TEST_F(HttpAttachments, the_largest_fits_and_one_byte_more_does_not) {
  const std::string largest = pdf + std::string(limits::attachment_bytes_max - pdf.size(), 'x');
  const std::string id = uploaded(largest, "?name=a.pdf&visibility=everyone");
  EXPECT_EQ(give(id).body.size(), largest.size());
  Http client(house.port());
  std::string head = "POST " + path() + " HTTP/1.1\r\n" + host() + "Content-Length: 25000001\r\n";
  for (const std::string& line : lines(desk)) head += line + "\r\n";
  client.send(head + "\r\n");
  expect_problem(client.read_answer(), 413, "body_too_large");
}

TEST_F(HttpAttachments, its_bytes_say_what_it_is_and_not_its_name) {
  expect_problem(upload("<!doctype html><script>alert(1)</script>", "?name=a.pdf"), 415, "wrong_content_type");
  expect_problem(upload("<svg xmlns='http://www.w3.org/2000/svg'/>", "?name=a.png"), 415, "wrong_content_type");
  expect_problem(upload("MZ\x90", "?name=a.docx"), 415, "wrong_content_type");
  const auto row = from_json_text<AttachmentRow>(upload(pdf, "?name=..%2F..%2Fpayload.exe").body);
  ASSERT_TRUE(row);
  EXPECT_EQ(row->content.name.value, "payload.exe.pdf");
}

TEST_F(HttpAttachments, what_is_wrong_with_the_question_is_named) {
  expect_problem(upload(pdf, ""), 400, "missing_field");
  expect_problem(upload(pdf, "?name="), 400, "out_of_bounds");
  expect_problem(upload(pdf, "?name=a%00b.pdf"), 400, "bad_text");
  expect_problem(upload(pdf, "?name=a%E2%80%AEfdp.exe.pdf"), 400, "bad_text");
  expect_problem(upload(pdf, "?name=%FF.pdf"), 400, "malformed_json");
  expect_problem(upload(pdf, "?name=" + std::string(300, 'a')), 400, "out_of_bounds");
  expect_problem(upload(pdf, "?name=a.pdf&visibility=nobody"), 400, "unknown_word");
}

TEST_F(HttpAttachments, what_the_rules_refuse_is_a_conflict) {
  uploaded(pdf);
  expect_problem(upload(pdf, "?name=b.pdf"), 409, "already_attached");
  running.items.front() = "0000000000";
  expect_problem(upload(pdf), 404, "no_such_item");
  running.items.front() = "nonsense";
  expect_problem(upload(pdf), 404, "no_such_item");
}

TEST_F(HttpAttachments, outside_only_those_for_everyone_are_given_and_none_of_a_closed_item) {
  const std::string inside = uploaded(pdf);
  const std::string open = uploaded(pdf + "%", "?name=b.pdf&visibility=everyone");
  expect_problem(give(inside), 404, "no_such_attachment");
  expect_problem(give("nonsense"), 404, "no_such_attachment");
  EXPECT_EQ(give(open).status, 200u);
  staff.must({{"type", "edit_item"},
              {"item", running.items.front()},
              {"content",
               {{"title", "بند"},
                {"kind", "decision"},
                {"minutes", 20},
                {"confidential", true},
                {"options", json::array()}}}});
  expect_problem(give(open), 404, "no_such_attachment");
  EXPECT_EQ(give(open, {desk}).status, 200u);
}

TEST_F(HttpAttachments, removed_is_gone) {
  const std::string id = uploaded(pdf, "?name=a.pdf&visibility=everyone");
  staff.must({{"type", "remove_attachment"}, {"attachment", id}});
  expect_problem(give(id), 404, "no_such_attachment");
  expect_problem(give(id, {desk}), 404, "no_such_attachment");
}

TEST_F(HttpAttachments, a_past_meetings_are_given_as_its_record_is) {
  const std::string id = uploaded(pdf, "?name=a.pdf&visibility=everyone");
  chair.must({{"type", "close_meeting"}});
  const std::string first = running.meeting;
  staff.must({{"type", "draft_meeting"},
              {"content", {{"starts_at", "2024-01-04T05:30:00.000Z"}, {"minutes", 150}, {"place", "تالار"}}}});
  std::string next;
  for (const auto& [meeting, view] : staff.view.at("meetings").items())
    if (view.at("state") == "drafted") next = meeting;
  staff.must({{"type", "carry_over"}, {"to", next}});
  staff.must({{"type", "convene_meeting"}, {"meeting", next}});
  EXPECT_EQ(give(id, {desk}).status, 200u);
  expect_problem(give(id), 404, "no_such_attachment");
  staff.must({{"type", "publish_minutes"}, {"meeting", first}});
  EXPECT_EQ(give(id).body, pdf);
}

TEST_F(HttpAttachments, many_who_open_the_same_one_are_all_given_it) {
  const std::string large = pdf + std::string(5'000'000, 'x');
  const std::string id = uploaded(large, "?name=a.pdf&visibility=everyone");
  std::vector<std::unique_ptr<Http>> readers;
  for (int i = 0; i < 20; ++i) {
    readers.push_back(std::make_unique<Http>(house.port()));
    readers.back()->send("GET /api/halls/rasht/attachments/" + id + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
  }
  for (auto& reader : readers) EXPECT_EQ(reader->read_answer().body.size(), large.size());
}

}  // namespace
}  // namespace talar::test
