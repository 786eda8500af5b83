// The whole life of a record: written, circulated, corrected, approved in the next meeting, signed by whoever was
// there, sealed, and checked by anybody.
#include "server/web/text.hpp"
#include "tests/integration/record_life.hpp"

namespace talar::test {
namespace {

constexpr const char* passphrase = "باران و رودخانه";

class HttpRecords : public testing::Test {
 protected:
  HttpRecords()
      : chair(house.device(people::president)),
        chair_cookie(house.cookie(house.last_device())),
        staff(house.device(people::secretary)),
        staff_cookie(house.cookie(house.last_device())) {
    chair.hello().until("state");
    staff.hello().until("state");
    first = held_meeting(house, chair, staff, "یک دو سه");
    for (std::size_t i = 0; i < people::deputies; ++i) cookies.push_back(cookie_of(people::deputy(i)));
  }

  std::string cookie_of(PersonId person) {
    house.device(person);
    return house.cookie(house.last_device());
  }
  void give_passphrase(PersonId person) {
    ASSERT_EQ(house.accounts().set_passphrase(person, passphrase, house.halls().now()), storage::FirstPassphrase::set);
  }
  void approve() {
    bring_up_for_approval(chair, staff, first.meeting);
    chair.must({{"type", "approve_minutes"}, {"meeting", first.meeting}});
  }
  Answer post(const std::string& what, const json& body, const Lines& more) {
    return Http(house.port()).post(record_path(first.meeting, what), body.dump(), more);
  }
  Answer sign(const std::string& cookie, const json& form = json::object()) { return post("/sign", form, {cookie}); }
  Answer seal(const json& form = json::object()) { return post("/seal", form, {staff_cookie}); }
  Answer check() { return Http(house.port()).get(record_path(first.meeting, "/seal")); }
  const json& seen() { return chair.view.at("records").at(first.meeting); }
  void until(const std::string& state) {
    chair.until_view([&](const json&) { return seen().at("state") == state; });
  }

  House house;
  Device chair;
  std::string chair_cookie;
  Device staff;
  std::string staff_cookie;
  House::Running first;
  std::vector<std::string> cookies;
};

TEST_F(HttpRecords, from_the_gavel_to_the_seal_and_after) {
  staff.must({{"type", "circulate_minutes"}, {"meeting", first.meeting}, {"until", "2024-01-03"}});
  Device deputy = house.device(people::deputy(0));
  deputy.hello().until("state");
  deputy.must({{"type", "propose_correction"},
               {"meeting", first.meeting},
               {"content", {{"item", first.items.front()}, {"passage", "دو"}, {"proposal", "چهار"}}}});
  staff.until_view([&](const json& view) { return !view.at("records").at(first.meeting).at("corrections").empty(); });
  const std::string correction = staff.view.at("records").at(first.meeting).at("corrections").begin().key();
  staff.must(
      {{"type", "accept_correction"}, {"meeting", first.meeting}, {"correction", correction}, {"means", "replace"}});
  EXPECT_EQ(staff.view.at("minutes").at("texts").at(first.items.front()).at("lines").at("1"), "یک چهار سه");

  approve();
  EXPECT_EQ(seen().at("signers").size(), people::deputies);
  for (const std::string& cookie : cookies) EXPECT_EQ(sign(cookie).status, 204u);
  until("signed");

  const Answer sealed = seal();
  ASSERT_EQ(sealed.status, 200u) << sealed.body;
  EXPECT_EQ(json::parse(sealed.body).at("holds"), true);
  until("sealed");
  EXPECT_EQ(seen().at("seal"), json::parse(sealed.body).at("seal"));
  EXPECT_EQ(check().body, sealed.body);
  EXPECT_EQ(check().header("cache-control"), "no-store");

  staff.must({{"type", "append_addendum"}, {"meeting", first.meeting}, {"text", "نشانی پیوست درست نبود."}});
  const json after = json::parse(check().body);
  EXPECT_EQ(after.at("addenda"), 1);
  EXPECT_EQ(after.at("holds"), true);
  expect_problem(seal(), 409, "wrong_record_state");
}

TEST_F(HttpRecords, whoever_may_see_all_of_a_sealed_record_makes_its_digest_again_by_themselves) {
  const auto text = [&](const Lines& more) {
    return Http(house.port()).get(record_path(first.meeting, "/seal?canonical"), more);
  };
  expect_problem(text({staff_cookie}), 404, "no_such_meeting");
  approve();
  const std::string digest = json::parse(seal({{"reason", "سفر"}}).body).at("seal").at("digest");
  const Answer answer = text({staff_cookie});
  ASSERT_EQ(answer.status, 200u) << answer.body;
  EXPECT_EQ(answer.header("content-type"), "text/plain; charset=utf-8");
  EXPECT_EQ(web::sha256_hex(answer.body), digest);
  EXPECT_EQ(text({chair_cookie}).body, answer.body);
  expect_problem(text({cookies[0]}), 403, "not_allowed");
  expect_problem(text({}), 401, "signed_out");
}

TEST_F(HttpRecords, whoever_was_there_signs_once) {
  expect_problem(sign(cookies[0]), 409, "wrong_record_state");
  approve();
  EXPECT_EQ(sign(cookies[0]).status, 204u);
  expect_problem(sign(cookies[0]), 409, "already_signed");
  expect_problem(sign(chair_cookie), 409, "not_a_signer");
  expect_problem(sign(staff_cookie), 409, "not_a_signer");
  expect_problem(sign(cookie_of(people::guest)), 403, "not_allowed");
  expect_problem(post("/sign", json::object(), {}), 401, "signed_out");
  house.display();
  expect_problem(sign(house.cookie(house.last_device())), 403, "not_allowed");
  expect_problem(Http(house.port()).post(record_path("0000000000", "/sign"), "{}", {cookies[1]}), 404,
                 "no_such_meeting");
  expect_problem(Http(house.port()).get(record_path(first.meeting, "/sign"), {cookies[1]}), 405, "method_not_allowed");
}

TEST_F(HttpRecords, who_has_a_passphrase_gives_it_and_guessing_it_is_slowed_down) {
  approve();
  give_passphrase(people::deputy(0));
  expect_problem(sign(cookies[0]), 403, "not_allowed");
  expect_problem(sign(cookies[0], {{"passphrase", "باد و باران"}}), 403, "not_allowed");
  EXPECT_TRUE(seen().at("signatures").empty());
  EXPECT_EQ(sign(cookies[0], {{"passphrase", passphrase}}).status, 204u);
  EXPECT_EQ(sign(cookies[1]).status, 204u) << "who has none needs none";

  give_passphrase(people::deputy(2));
  for (int i = 0; i < 5; ++i) expect_problem(sign(cookies[2], {{"passphrase", "حدس"}}), 403, "not_allowed");
  expect_problem(sign(cookies[2], {{"passphrase", passphrase}}), 429, "too_many_tries");
  house.advance(std::chrono::seconds(30));
  EXPECT_EQ(sign(cookies[2], {{"passphrase", passphrase}}).status, 204u);
}

TEST_F(HttpRecords, a_record_is_sealed_without_some_signatures_for_a_reason) {
  expect_problem(check(), 404, "no_such_meeting");
  expect_problem(seal(), 409, "wrong_record_state");
  approve();
  EXPECT_EQ(sign(cookies[0]).status, 204u);
  expect_problem(seal(), 409, "signatures_missing");
  expect_problem(post("/seal", {{"reason", "سفر"}}, {cookies[0]}), 403, "not_allowed");
  expect_problem(post("/seal", {{"reason", "سفر"}}, {}), 401, "signed_out");
  const Answer sealed = seal({{"reason", "سفر"}});
  ASSERT_EQ(sealed.status, 200u) << sealed.body;
  EXPECT_EQ(json::parse(sealed.body).at("holds"), true);
  expect_problem(sign(cookies[1]), 409, "wrong_record_state");
}

TEST_F(HttpRecords, what_needs_proof_never_comes_over_the_websocket) {
  approve();
  Device deputy = house.device(people::deputy(0));
  deputy.hello().until("state");
  EXPECT_EQ(deputy.refused({{"type", "sign_minutes"}, {"meeting", first.meeting}}), "not_allowed");
  const std::string digest(64, 'a');
  EXPECT_EQ(chair.refused({{"type", "seal_minutes"},
                           {"meeting", first.meeting},
                           {"seal", {{"form", 1}, {"digest", digest}, {"chain", digest}, {"seq", 1}}}}),
            "not_allowed");
  EXPECT_EQ(deputy.refused({{"type", "collect_ballot"}, {"vote", "0000000000"}, {"digest", digest}}), "not_allowed");
}

TEST_F(HttpRecords, of_the_real_server_killed_between_approval_and_seal_nothing_is_lost) {
  bring_up_for_approval(chair, staff, first.meeting);
  house.stop();
  // The house keeps its file locked; stopped, it has written everything into it.
  const std::filesystem::path data = house.database_file().string() + ".copy";
  std::filesystem::copy_file(house.database_file(), data);
  const auto talk = [&](auto what) {
    http_test::Server server(data, {});
    what(server);
    server.signal(SIGKILL);
    server.wait();
  };
  const auto ask = [&](http_test::Server& server, const std::string& what, const json& form,
                       const std::string& cookie) {
    return Http(server.port()).post(record_path(first.meeting, what), form.dump(), {cookie});
  };
  talk([&](http_test::Server& server) {
    Device device(std::make_unique<Client>(server.port(), "/live/rasht?device=" + chair_cookie.substr(14, 10),
                                           Headers{chair_cookie, server.origin()}));
    device.hello().until("state");
    device.must({{"type", "approve_minutes"}, {"meeting", first.meeting}});
  });
  talk([&](http_test::Server& server) { EXPECT_EQ(ask(server, "/sign", json::object(), cookies[0]).status, 204u); });
  std::string sealed;
  talk([&](http_test::Server& server) {
    expect_problem(ask(server, "/sign", json::object(), cookies[0]), 409, "already_signed");
    sealed = ask(server, "/seal", {{"reason", "سفر"}}, staff_cookie).body;
    EXPECT_EQ(json::parse(sealed).value("holds", false), true) << sealed;
  });
  talk([&](http_test::Server& server) {
    EXPECT_EQ(Http(server.port()).get(record_path(first.meeting, "/seal")).body, sealed);
  });
}

}  // namespace
}  // namespace talar::test
