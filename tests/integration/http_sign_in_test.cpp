// Invitations, passphrases, devices and who may do what about them, through the real binary.
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "tests/integration/http_server.hpp"

namespace talar::http_test {
namespace {

using Json = nlohmann::json;

Json body(const Answer& answer) {
  return Json::parse(answer.body);
}
std::string token_form(const Invited& invited) {
  return R"({"token":")" + invited.token + R"("})";
}
std::string code_form(const std::string& code) {
  return R"({"code":")" + code + R"("})";
}
std::string device_of(const std::string& cookie_line) {
  return cookie_line.substr(14, 10);
}  // "Cookie: talar_…"

Invited one(const House& house, const char* role) {
  return house.invite({"--role", role}).at(0);
}
Invited member(const House& house) {
  return house.invite({"--person", "معاون خدمات شهری"}).at(0);
}

TEST(HttpSignIn, a_member_comes_in_by_link_once) {
  const House house;
  const Invited invited = member(house);
  const Answer in = house.post("/api/sign-in", token_form(invited));
  ASSERT_EQ(in.status, 200u) << in.body;
  EXPECT_EQ(body(in)["passphrase"], "none");
  EXPECT_EQ(body(in)["hall"], "rasht");
  EXPECT_EQ(body(in)["role"], "member");
  EXPECT_EQ(body(in)["name"], "معاون خدمات شهری");
  const std::string cookie = in.header("set-cookie");
  EXPECT_EQ(cookie.find("talar_" + body(in)["device"].get<std::string>() + "="), 0u);
  EXPECT_NE(cookie.find("; HttpOnly; SameSite=Strict"), std::string::npos);
  EXPECT_EQ(in.header("cache-control"), "no-store");

  const Json me = body(house.get("/api/whoami", {"Cookie: " + cookie.substr(0, cookie.find(';'))}));
  EXPECT_EQ(me["role"], "member");
  EXPECT_EQ(me["halls"][0]["hall"], "rasht");

  EXPECT_EQ(house.post("/api/sign-in", token_form(invited)).status, 401u);
}

TEST(HttpSignIn, a_code_is_taken_as_people_type_it) {
  const House house;
  std::string code = member(house).code;  // "123 456"
  std::string persian;
  for (const char digit : code)
    persian += digit == ' ' ? "-" : "\xDB" + std::string(1, static_cast<char>(0xB0 + digit - '0'));
  EXPECT_EQ(house.post("/api/sign-in", code_form(persian)).status, 200u);
}

TEST(HttpSignIn, whatever_is_wrong_with_an_invitation_the_answer_is_the_same) {
  const House house;
  const Invited used = member(house);
  ASSERT_EQ(house.post("/api/sign-in", code_form(used.code)).status, 200u);
  const Invited replaced = member(house);
  member(house);
  std::vector<Answer> answers;
  for (const std::string& form : {code_form(used.code), code_form(replaced.code), code_form("000000"), code_form("12"),
                                  code_form("seven"), token_form(used), token_form({"", std::string(26, 'a'), ""})})
    answers.push_back(house.post("/api/sign-in", form));
  for (const Answer& answer : answers) {
    EXPECT_EQ(answer.status, 401u);
    EXPECT_EQ(answer.body, answers.front().body);
    EXPECT_EQ(answer.header("set-cookie"), "");
  }
  EXPECT_EQ(body(answers.front())["code"], "sign_in_refused");
}

TEST(HttpSignIn, the_chair_chooses_a_passphrase_and_gives_it_on_the_next_device) {
  const House house;
  const Invited first = one(house, "chair");
  const Answer asked = house.post("/api/sign-in", token_form(first));
  EXPECT_EQ(body(asked)["passphrase"], "set");
  EXPECT_EQ(asked.header("set-cookie"), "");
  const auto with = [](const Invited& invited, const std::string& passphrase) {
    return R"({"token":")" + invited.token + R"(","passphrase":")" + passphrase + R"("})";
  };
  const Answer shorter = house.post("/api/sign-in", with(first, "کوتاه"));
  EXPECT_EQ(shorter.status, 422u);
  EXPECT_EQ(body(shorter)["code"], "passphrase_too_short");
  const Answer set = house.post("/api/sign-in", with(first, "درخت انجیر معابد"));
  EXPECT_EQ(body(set)["role"], "chair");
  EXPECT_NE(set.header("set-cookie"), "");

  const Invited second = one(house, "chair");
  EXPECT_EQ(body(house.post("/api/sign-in", token_form(second)))["passphrase"], "give");
  const Answer wrong = house.post("/api/sign-in", with(second, "درخت انجیر"));
  EXPECT_EQ(wrong.status, 401u);
  EXPECT_EQ(body(wrong)["code"], "wrong_passphrase");
  EXPECT_NE(house.post("/api/sign-in", with(second, "درخت انجیر معابد")).header("set-cookie"), "");
}

TEST(HttpSignIn, guessing_a_passphrase_is_slowed_down) {
  const House house;
  house.sign_in(one(house, "chair").token);
  const Invited again = one(house, "chair");
  const std::string form = R"({"token":")" + again.token + R"(","passphrase":"not this one"})";
  for (int i = 0; i < 5; ++i) EXPECT_EQ(house.post("/api/sign-in", form).status, 401u);
  const Answer slowed = house.post("/api/sign-in", form);
  EXPECT_EQ(slowed.status, 429u);
  EXPECT_GT(std::stoi(slowed.header("retry-after")), 0);
}

TEST(HttpSignIn, guessing_codes_is_slowed_down_and_links_of_others_are_not) {
  const House house;
  Client guesser(house.port());
  Answer answer;
  int tries = 0;
  do answer = guesser.post("/api/sign-in", code_form("000000"));
  while (answer.status == 401 && ++tries < 100);
  EXPECT_EQ(answer.status, 429u);
  EXPECT_EQ(tries, 30);
  EXPECT_EQ(body(answer)["retry_after_seconds"].get<int>(), std::stoi(answer.header("retry-after")));
}

TEST(HttpSignIn, forms_are_read_strictly) {
  const House house;
  Client client(house.port());
  EXPECT_EQ(body(client.post("/api/sign-in", "{"))["code"], "malformed_json");
  EXPECT_EQ(body(client.post("/api/sign-in", "{}"))["code"], "missing_field");
  EXPECT_EQ(body(client.post("/api/sign-in", R"({"code":"1","tokn":"x"})"))["code"], "unknown_field");
  EXPECT_EQ(body(client.post("/api/sign-in", R"({"code":"1","token":"x"})"))["code"], "missing_field");
  EXPECT_EQ(client.ask("POST", "/api/sign-in", {"Talar-Client: 1", "Content-Type: text/plain"}, "{}").status, 415u);
}

TEST(HttpSignIn, other_pages_cannot_act_through_a_signed_in_browser) {
  const House house;
  const std::string cookie = house.sign_in(member(house).token);
  Client client(house.port());
  const auto post = [&](const std::string& origin, const std::string& header) {
    return body(client.ask("POST", "/api/sign-out", {cookie, origin, header}, "")).value("code", "");
  };
  EXPECT_EQ(post("Origin: https://evil.example", "Talar-Client: 1"), "foreign_origin");
  EXPECT_EQ(post("Origin: null", "Talar-Client: 1"), "foreign_origin");
  EXPECT_EQ(post("X-None: 1", "Talar-Client: 1"), "foreign_origin");
  EXPECT_EQ(post(house.server.origin(), "X-None: 1"), "client_header_missing");
}

TEST(HttpSignIn, signing_out_forgets_the_device) {
  const House house;
  const std::string cookie = house.sign_in(member(house).token);
  EXPECT_TRUE(body(house.get("/api/whoami", {cookie})).contains("device"));
  const Answer out = house.post("/api/sign-out", "", {cookie});
  EXPECT_EQ(out.status, 204u);
  EXPECT_NE(out.header("set-cookie").find("Max-Age=0"), std::string::npos);
  EXPECT_FALSE(body(house.get("/api/whoami", {cookie})).contains("device"));
}

TEST(HttpSignIn, two_devices_in_one_browser_are_told_apart_by_the_tab) {
  const House house;
  const std::string ann = house.sign_in(member(house).token);
  const std::string bob = house.sign_in(house.invite({"--person", "نخبهٔ حوزهٔ هنر"}).at(0).token);
  const std::string both = ann + "; " + bob.substr(8);
  EXPECT_FALSE(body(house.get("/api/whoami", {both})).contains("device"));
  EXPECT_EQ(body(house.get("/api/whoami", {both, "Talar-Device: " + device_of(bob)}))["name"], "نخبهٔ حوزهٔ هنر");
  EXPECT_EQ(body(house.get("/api/whoami", {both, "Talar-Device: " + device_of(ann)}))["name"], "معاون خدمات شهری");
}

TEST(HttpAccess, is_for_chair_and_secretariat) {
  const House house;
  const std::string plain = house.sign_in(member(house).token);
  const Answer stranger = house.get("/api/halls/rasht/access");
  EXPECT_EQ(stranger.status, 401u);
  EXPECT_EQ(body(house.get("/api/halls/rasht/access", {plain}))["code"], "not_allowed");
  EXPECT_EQ(body(house.post("/api/halls/rasht/invitations", R"({"persons":[],"display":true,"kiosk":true})",
                            {plain}))["code"],
            "not_allowed");
  EXPECT_EQ(body(house.get("/api/halls/nowhere/access", {plain}))["code"], "no_such_hall");
}

TEST(HttpAccess, staff_invite_see_and_revoke) {
  const House house;
  const std::string desk = house.sign_in(one(house, "secretary").token);
  const std::string plain = house.sign_in(member(house).token);

  const Json access = body(house.get("/api/halls/rasht/access", {desk}));
  ASSERT_EQ(access["devices"].size(), 2u);
  const auto is_mine = [&](const Json& row) { return row["device"] == device_of(plain); };
  const auto mine = std::ranges::find_if(access["devices"], is_mine);
  ASSERT_NE(mine, access["devices"].end());
  EXPECT_EQ((*mine)["name"], "معاون خدمات شهری");
  EXPECT_EQ((*mine)["connected"], false);

  const std::string person = (*mine)["person"];
  const Answer invited = house.post("/api/halls/rasht/invitations",
                                    R"({"persons":[")" + person + R"("],"display":true,"kiosk":true})", {desk});
  ASSERT_EQ(invited.status, 200u) << invited.body;
  const Json invitations = body(invited)["invitations"];
  ASSERT_EQ(invitations.size(), 3u);
  EXPECT_EQ(invitations[0]["link"].get<std::string>().find("/join#"), 0u);
  EXPECT_EQ(invitations[1]["kind"], "display");
  EXPECT_FALSE(invitations[1].contains("person"));
  EXPECT_EQ(invitations[2]["kind"], "kiosk");
  // The three, and the other secretary's, still unused.
  EXPECT_EQ(body(house.get("/api/halls/rasht/access", {desk}))["invitations"].size(), 4u);

  // Display and kiosk sign in without a person; the person's invitation is revoked before it is used.
  const Answer display = house.post("/api/sign-in", code_form(invitations[1]["code"]));
  EXPECT_EQ(body(display)["role"], "display");
  const std::string kiosk = house.sign_in(invitations[2]["link"].get<std::string>().substr(6));
  EXPECT_EQ(body(house.get("/api/whoami", {kiosk}))["role"], "kiosk");
  const Json devices = body(house.get("/api/halls/rasht/access", {desk}))["devices"];
  EXPECT_EQ(std::ranges::count_if(devices, [](const Json& row) { return row["kind"] == "kiosk"; }), 1);
  EXPECT_EQ(body(house.get("/api/halls/rasht/access", {kiosk}))["code"], "not_allowed");
  const std::string open = invitations[0]["invitation"];
  EXPECT_EQ(house.post("/api/halls/rasht/revoke", R"({"invitation":")" + open + R"("})", {desk}).status, 204u);
  EXPECT_EQ(house.post("/api/sign-in", code_form(invitations[0]["code"])).status, 401u);

  const std::string revoke = R"({"device":")" + device_of(plain) + R"("})";
  EXPECT_EQ(house.post("/api/halls/rasht/revoke", revoke, {desk}).status, 204u);
  EXPECT_FALSE(body(house.get("/api/whoami", {plain})).contains("device"));
  EXPECT_EQ(body(house.post("/api/halls/rasht/revoke", revoke, {desk}))["code"], "no_such_device");
  EXPECT_EQ(body(house.post("/api/halls/rasht/revoke", "{}", {desk}))["code"], "missing_field");
  EXPECT_EQ(body(house.post("/api/halls/rasht/invitations",
                            R"({"persons":["0000000000"],"display":false,"kiosk":false})", {desk}))["field"],
            "persons.0");
}

TEST(HttpAccess, a_roster_is_previewed_against_the_hall) {
  const House house;
  const std::string desk = house.sign_in(one(house, "secretary").token);
  Client client(house.port());
  const Answer answer =
      client.ask("POST", "/api/halls/rasht/roster-preview",
                 {desk, house.server.origin(), "Talar-Client: 1", "Content-Type: text/csv; charset=utf-8"},
                 "عنوان,جایگاه\nنخبهٔ حوزهٔ هنر,نخبه\nآزاده "
                 "كريمي,نخبه\nبی‌جا,پادشاه\n");
  ASSERT_EQ(answer.status, 200u) << answer.body;
  const Json rows = body(answer)["rows"];
  EXPECT_EQ(rows[0]["known"], true);
  EXPECT_EQ(rows[1]["member"]["name"], "آزاده کریمی");
  EXPECT_EQ(rows[1]["respelled"], true);
  EXPECT_EQ(rows[2]["problem"], "unknown_word");
  EXPECT_EQ(rows[2]["field"], "seat");
  EXPECT_EQ(body(answer)["bad"], 1);
}

TEST(HttpArchive, answers_pages_records_and_searches) {
  const House house;
  Client client(house.port());
  EXPECT_EQ(body(client.get("/api/halls/rasht/meetings"))["meetings"].size(), 0u);  // a draft is no meeting yet
  EXPECT_EQ(body(client.get("/api/halls/rasht/search?q=%DA%A9%D9%85%DB%8C%D8%B3%DB%8C%D9%88%D9%86"))["more"], false);
  EXPECT_EQ(body(client.get("/api/halls/rasht/meetings/0000000000"))["code"], "no_such_meeting");
  EXPECT_EQ(body(client.get("/api/halls/rasht/meetings/x"))["code"], "no_such_meeting");
  EXPECT_EQ(body(client.get("/api/halls/rasht/search?q=a&offset=-1"))["field"], "offset");
  EXPECT_EQ(body(client.get("/api/halls/nowhere/meetings"))["code"], "no_such_hall");
  EXPECT_EQ(client.ask("POST", "/api/halls/rasht/meetings", {"Talar-Client: 1"}, "").header("allow"), "GET, HEAD");
}

}  // namespace
}  // namespace talar::http_test
