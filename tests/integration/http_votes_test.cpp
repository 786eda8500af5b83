// Secret votes over HTTP: ballots are collected by name, cast without one, counted, and published for everybody to
// check.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "server/live/derived_id.hpp"
#include "tests/integration/house.hpp"
#include "tests/integration/voter.hpp"

namespace talar::test {
namespace {

using Names = std::set<std::string>;

/// Writes ballots at once, and lets a test ask as often as it likes.
live::Limits impatient() {
  live::Limits limits;
  limits.ballot_group = 1;
  limits.commands_per_second = limits.commands_burst = limits.messages_per_second = limits.messages_burst = 100'000;
  return limits;
}

/// A meeting with an open item, chair and secretariat, and seven members at their devices.
class HttpVotes : public testing::Test {
 protected:
  HttpVotes() : chair(house.device(people::president)), staff(house.device(people::secretary)) {
    chair.hello().until("state");
    staff.hello().until("state");
    running = house.open_meeting(chair, staff);
    for (std::size_t i = 0; i < 7; ++i) cookies.push_back(cookie_of(people::deputy(i)));
  }

  std::string cookie_of(PersonId person) {
    house.device(person);
    return house.cookie(house.last_device());
  }
  SecretVote open() { return open_secret_vote(chair, running.items.front()); }
  Voter voter(const SecretVote& vote, std::size_t member, Choice choice = Choice::approve) {
    return {vote, cookies.at(member), choice};
  }
  /// Collects and casts.
  Voter voted(const SecretVote& vote, std::size_t member, Choice choice = Choice::approve) {
    Voter made = voter(vote, member, choice);
    EXPECT_EQ(made.collect(house.port()).status, 200u);
    EXPECT_EQ(made.cast(house.cast_port()).status, 200u);
    return made;
  }
  void close(const SecretVote& vote) { chair.must({{"type", "close_vote"}, {"vote", vote.vote.text()}}); }
  const json& seen(const SecretVote& vote) { return chair.view.at("votes").at(vote.vote.text()); }
  void until(const SecretVote& vote, const std::string& state) {
    chair.until_view([&](const json&) { return seen(vote).at("state") == state; });
  }
  std::string path(const SecretVote& vote, const std::string& what) const {
    return "/api/halls/rasht/votes/" + vote.vote.text() + what;
  }
  Answer list(const SecretVote& vote, const Lines& more = {}) {
    return Http(house.port()).get(path(vote, "/ballots"), more);
  }
  Answer collect(const SecretVote& vote, const std::string& body, const Lines& more) {
    return Http(house.port()).post(path(vote, "/collect"), body, more);
  }
  Answer cast(const std::string& body, const std::string& type = "text/plain") {
    return Http(house.cast_port()).ask("POST", "/cast", {"Content-Type: " + type}, body);
  }
  void expect_problem(const Answer& answer, unsigned status, const std::string& code) {
    EXPECT_EQ(answer.status, status) << answer.body;
    EXPECT_EQ(json::parse(answer.body).value("code", ""), code) << answer.body;
  }

  House house{{.limits = impatient()}};
  Device chair, staff;
  House::Running running;
  std::vector<std::string> cookies;
};

TEST_F(HttpVotes, seven_devices_vote_and_everybody_can_count_again) {
  const SecretVote vote = open();
  const Choice choices[] = {Choice::approve, Choice::against, Choice::approve, Choice::abstain,
                            Choice::approve, Choice::approve, Choice::against};
  std::vector<Voter> voters;
  Names receipts;
  for (std::size_t i = 0; i < 7; ++i) {
    voters.push_back(voter(vote, i, choices[i]));
    EXPECT_EQ(voters.back().collect(house.port()).status, 200u);
  }
  for (const Voter& each : voters) {
    const Answer answer = each.cast(house.cast_port());
    EXPECT_EQ(answer.status, 200u) << answer.body;
    EXPECT_EQ(json::parse(answer.body).at("hash"), each.receipt());
    receipts.insert(each.receipt());
  }
  expect_problem(list(vote), 404, "no_such_vote");
  close(vote);
  until(vote, "closed");
  const json& tally = seen(vote).at("result").at("tally");
  EXPECT_EQ(tally.at("approve"), 4);
  EXPECT_EQ(tally.at("against"), 2);
  EXPECT_EQ(tally.at("abstain"), 1);

  const auto published = from_json_text<PublishedVote>(list(vote).body);
  ASSERT_TRUE(published) << list(vote).body;
  EXPECT_EQ(published->key.value, vote.key);
  EXPECT_EQ(published->issued, 7);
  EXPECT_EQ(published->cast, 7);
  EXPECT_EQ(published->collectors.size(), 7u);
  EXPECT_EQ(published->result.tally.approve, 4);
  const auto key = ballots::VerifyingKey::from_der(from_base64(vote.key).value()).value();
  Names listed;
  std::string hashes;
  for (const SignedBallot& ballot : published->ballots) {
    const std::string message = from_base64(ballot.message.value).value();
    EXPECT_TRUE(key.verify(message, from_base64(ballot.signature.value).value()));
    const storage::Digest hash = storage::digest(message);
    EXPECT_GT(std::string(ballots::as_bytes(hash)), hashes.empty() ? "" : hashes.substr(hashes.size() - 32));
    hashes += ballots::as_bytes(hash);
    listed.insert(ballots::to_hex(ballots::as_bytes(hash)));
  }
  EXPECT_EQ(listed, receipts);
  EXPECT_EQ(published->digest.value, ballots::to_hex(ballots::as_bytes(storage::digest(hashes))));
}

TEST_F(HttpVotes, nobody_uses_up_the_id_under_which_the_server_counts) {
  Device member = house.device(people::deputy(0)), kiosk = house.kiosk();
  member.hello().until("state");
  kiosk.hello().until("state");
  const SecretVote vote = open();
  voted(vote, 1);
  // The vote's id is known to all who see it, and so is how another id may be made of it.
  const std::uint64_t number = vote.vote.value;
  const std::string made = fmt::format("ba110700-{:04x}-4000-8000-{:012x}", number >> 48, number & 0xffff'ffff'ffff);
  EXPECT_EQ(member.answer(member.ask({{"type", "propose"}, {"content", {{"title", "موضوع"}}}}, made)).at("type"),
            "done");
  const json departure{{"type", "record_departure"}, {"person", people::deputy(8).text()}};
  kiosk.ask(departure, live::derived_id("count", number).value);
  const json refused = kiosk.until("refused");
  EXPECT_EQ(refused.at("code"), "wrong_type");
  EXPECT_EQ(refused.at("field"), "id");
  close(vote);
  until(vote, "closed");
}

TEST_F(HttpVotes, the_turnout_is_told_in_steps) {
  const SecretVote vote = open();
  for (std::size_t i = 0; i < 6; ++i) voted(vote, i);
  chair.until_view([&](const json&) { return seen(vote).at("cast") == 5; });
  EXPECT_EQ(seen(vote).at("issued"), 5);
  EXPECT_EQ(json::parse(to_json_text(BallotBox{house.cast_port(), {}})),
            json::parse(Http(house.port()).get("/api/ballot-box").body));
}

TEST_F(HttpVotes, the_same_blinded_ballot_gets_the_same_signature_and_no_other_gets_one) {
  const SecretVote vote = open();
  Voter one = voter(vote, 0);
  const std::string first = one.collect(house.port()).body;
  EXPECT_EQ(one.collect(house.port()).body, first);
  const Answer other = voter(vote, 0).collect(house.port());
  expect_problem(other, 409, "already_collected");
  // Somebody else's blinded ballot is one's own, as far as anybody can tell.
  EXPECT_EQ(collect(vote, one.blinded(), {cookies[1]}).status, 200u);
}

TEST_F(HttpVotes, who_may_not_vote_collects_nothing) {
  const SecretVote vote = open();
  const std::string body = voter(vote, 0).blinded();
  expect_problem(collect(vote, body, {}), 401, "signed_out");
  expect_problem(collect(vote, body, {"Cookie: talar_0000000001=x"}), 401, "signed_out");
  house.display();
  expect_problem(collect(vote, body, {house.cookie(house.last_device())}), 403, "not_allowed");
  house.kiosk();
  expect_problem(collect(vote, body, {house.cookie(house.last_device())}), 403, "not_allowed");
  expect_problem(collect(vote, body, {cookie_of(people::guest)}), 409, "not_entitled");
  expect_problem(collect(vote, body, {cookie_of(people::secretary)}), 409, "not_entitled");
  const Lines foreign{cookies[0], "Content-Type: application/json", "Talar-Client: 1", "Origin: http://evil.example"};
  expect_problem(Http(house.port()).ask("POST", path(vote, "/collect"), foreign, body), 403, "foreign_origin");
  const Lines form{cookies[0], "Content-Type: application/json",
                   "Origin: http://127.0.0.1:" + std::to_string(house.port())};
  expect_problem(Http(house.port()).ask("POST", path(vote, "/collect"), form, body), 403, "client_header_missing");
  expect_problem(Http(house.port()).get(path(vote, "/collect"), {cookies[0]}), 405, "method_not_allowed");
}

TEST_F(HttpVotes, what_is_wrong_with_a_blinded_ballot_is_named_and_nothing_is_recorded) {
  const SecretVote vote = open();
  expect_problem(collect(vote, R"({"blinded":"AAAA"})", {cookies[0]}), 400, "bad_text");
  expect_problem(collect(vote, R"({"blinded":"not base64"})", {cookies[0]}), 400, "bad_text");
  expect_problem(collect(vote, R"({})", {cookies[0]}), 400, "missing_field");
  const Lines lines{cookies[0]};
  expect_problem(Http(house.port()).post("/api/halls/rasht/votes/0000000000/collect", voter(vote, 0).blinded(), lines),
                 404, "no_such_vote");
  expect_problem(Http(house.port()).post("/api/halls/rasht/votes/nonsense/collect", voter(vote, 0).blinded(), lines),
                 404, "no_such_vote");
  EXPECT_EQ(voter(vote, 0).collect(house.port()).status, 200u);
}

TEST_F(HttpVotes, a_device_asks_for_few_signatures_at_a_time) {
  const SecretVote vote = open();
  Voter one = voter(vote, 0);
  for (int i = 0; i < 10; ++i) EXPECT_EQ(one.collect(house.port()).status, 200u);
  expect_problem(one.collect(house.port()), 429, "too_many_tries");
}

TEST_F(HttpVotes, a_ballot_counts_once_however_often_it_is_cast) {
  const SecretVote vote = open();
  const Voter one = voted(vote, 0);
  for (int i = 0; i < 3; ++i) EXPECT_EQ(json::parse(one.cast(house.cast_port()).body).at("hash"), one.receipt());
  close(vote);
  until(vote, "closed");
  EXPECT_EQ(seen(vote).at("secret").at("cast"), 1);
}

TEST_F(HttpVotes, forged_and_altered_ballots_are_refused) {
  const SecretVote vote = open();
  Voter one = voter(vote, 0);
  one.signature = std::string(256, '\1');
  expect_problem(one.cast(house.cast_port()), 409, "bad_signature");
  EXPECT_EQ(one.collect(house.port()).status, 200u);
  for (const std::size_t bit : {0u, 255u, 8u * 46u, 8u * 81u}) {
    Voter altered = one;
    altered.message[bit / 8] = static_cast<char>(altered.message[bit / 8] ^ (1 << bit % 8));
    expect_problem(altered.cast(house.cast_port()), 409, "bad_signature");
  }
  Voter altered = one;
  altered.signature[200] = static_cast<char>(altered.signature[200] ^ 4);
  expect_problem(altered.cast(house.cast_port()), 409, "bad_signature");
  altered.signature.pop_back();
  EXPECT_EQ(altered.cast(house.cast_port()).status, 409u);
  altered.message += 'x';
  EXPECT_EQ(altered.cast(house.cast_port()).status, 409u);
  EXPECT_EQ(one.cast(house.cast_port()).status, 200u);
}

TEST_F(HttpVotes, a_signed_ballot_that_breaks_the_rules_of_its_form_is_refused) {
  const SecretVote vote = open();
  Voter cheat = voter(vote, 0);
  cheat.message[ballot_prefix_bytes + 14] = 9;  // neither approve, against nor abstain
  // What is blinded is seen by nobody, so it is signed.
  const Blinder blinder(from_base64(vote.key).value());
  const auto blinded = blinder.blind(cheat.message);
  const Answer answer = collect(vote, json{{"blinded", to_base64(blinded.bytes)}}.dump(), {cookies[0]});
  cheat.signature =
      blinder.finalize(blinded, from_base64(json::parse(answer.body).at("signature").get<std::string>()).value());
  expect_problem(cheat.cast(house.cast_port()), 409, "bad_ballot");
}

TEST_F(HttpVotes, a_ballot_is_good_in_its_own_vote_only) {
  const SecretVote first = open();
  Voter late = voter(first, 0);
  late.collect(house.port());
  close(first);
  house.advance(std::chrono::seconds(30));
  until(first, "closed");
  expect_problem(late.cast(house.cast_port()), 409, "vote_not_open");

  const SecretVote second = open();
  EXPECT_NE(first.key, second.key);
  expect_problem(late.cast(house.cast_port()), 409, "vote_not_open");
  Voter moved = late;
  moved.message.replace(ballot_prefix_bytes + 6, 8, voter(second, 0).message.substr(ballot_prefix_bytes + 6, 8));
  expect_problem(moved.cast(house.cast_port()), 409, "bad_signature");
}

TEST_F(HttpVotes, whoever_has_a_ballot_when_the_counting_begins_may_still_cast_it) {
  const SecretVote vote = open();
  voted(vote, 0);
  Voter slow = voter(vote, 1, Choice::against);
  slow.collect(house.port());
  close(vote);
  EXPECT_EQ(seen(vote).at("state"), "counting");
  EXPECT_EQ(slow.collect(house.port()).status, 200u) << "the signature may have been lost";
  EXPECT_NE(voter(vote, 2).collect(house.port()).status, 200u);
  EXPECT_EQ(slow.cast(house.cast_port()).status, 200u);
  until(vote, "closed");
  EXPECT_EQ(seen(vote).at("result").at("tally").at("against"), 1);
  EXPECT_NE(slow.collect(house.port()).status, 200u);
}

TEST_F(HttpVotes, after_the_last_moment_nothing_is_taken) {
  const SecretVote vote = open();
  voted(vote, 0);
  Voter late = voter(vote, 1);
  late.collect(house.port());
  close(vote);
  house.advance(std::chrono::seconds(21));
  until(vote, "closed");
  expect_problem(late.cast(house.cast_port()), 409, "vote_not_open");
  EXPECT_EQ(seen(vote).at("secret").at("issued"), 2);
  EXPECT_EQ(seen(vote).at("secret").at("cast"), 1);
  EXPECT_EQ(from_json_text<PublishedVote>(list(vote).body)->ballots.size(), 1u);
}

TEST_F(HttpVotes, of_a_voided_vote_nothing_is_taken_or_published) {
  const SecretVote vote = open();
  voted(vote, 0);
  Voter late = voter(vote, 1);
  late.collect(house.port());
  chair.must({{"type", "void_vote"}, {"vote", vote.vote.text()}, {"reason", "اشتباه در متن"}});
  Answer answer = late.cast(house.cast_port());
  while (answer.status == 200) answer = voted(vote, 1).cast(house.cast_port());
  expect_problem(answer, 409, "vote_not_open");
  expect_problem(list(vote), 404, "no_such_vote");
  EXPECT_NE(voter(vote, 2).collect(house.port()).status, 200u);
}

TEST_F(HttpVotes, the_box_speaks_to_any_page_and_remembers_none) {
  const SecretVote vote = open();
  const Voter one = voted(vote, 0);
  Http client(house.cast_port());
  const Answer answer = client.ask("POST", "/cast",
                                   {"Content-Type: text/plain;charset=UTF-8", "Origin: https://talar.example.ir",
                                    "Cookie: talar_0000000001=x", "Connection: keep-alive"},
                                   one.ballot());
  EXPECT_EQ(answer.status, 200u) << answer.body;
  EXPECT_EQ(answer.header("access-control-allow-origin"), "*");
  EXPECT_EQ(answer.header("cache-control"), "no-store");
  EXPECT_EQ(answer.header("connection"), "close");
  EXPECT_EQ(answer.headers.count("set-cookie"), 0u);
  EXPECT_EQ(client.read_to_end(), "");
}

TEST_F(HttpVotes, the_box_does_nothing_else) {
  const SecretVote vote = open();
  const std::string ballot = voted(vote, 0).ballot();
  expect_problem(cast(ballot, "application/json"), 415, "wrong_content_type");
  expect_problem(cast("{}"), 400, "missing_field");
  expect_problem(cast("no json"), 400, "malformed_json");
  expect_problem(cast(R"({"message":"?","signature":"AAAA"})"), 400, "bad_text");
  expect_problem(cast(R"({"message":"AAAA","signature":"?"})"), 400, "bad_text");
  expect_problem(Http(house.cast_port()).get("/cast"), 405, "method_not_allowed");
  for (const char* other : {"/", "/healthz", "/metrics", "/api/whoami", "/api/halls/rasht/meetings"})
    expect_problem(Http(house.cast_port()).get(other), 404, "not_found");
  Http wrong(house.cast_port());
  const Answer refused = wrong.ask("OPTIONS", "/cast", {}, "");
  EXPECT_EQ(refused.status, 405u);
  EXPECT_EQ(refused.header("access-control-allow-origin"), "*") << "a page may read why";
  Http upgrade(house.cast_port());
  EXPECT_EQ(upgrade.ask("GET", "/live/rasht", {"Connection: Upgrade", "Upgrade: websocket"}, "").status, 404u);
}

TEST_F(HttpVotes, of_a_closed_item_the_list_stays_inside) {
  const SecretVote vote = open();
  voted(vote, 0);
  close(vote);
  until(vote, "closed");
  EXPECT_EQ(list(vote).status, 200u);
  staff.must({{"type", "edit_item"},
              {"item", running.items.front()},
              {"content",
               {{"title", "بند"},
                {"kind", "decision"},
                {"minutes", 20},
                {"confidential", true},
                {"options", json::array()}}}});
  expect_problem(list(vote), 404, "no_such_vote");
  EXPECT_EQ(list(vote, {cookies[0]}).status, 200u);
}

}  // namespace
}  // namespace talar::test
