// kill -9 of the real server between any two steps of a secret vote: every voter finishes, and counts once. And a whole
// hall that votes at once.
#include <set>

#include "storage/ballots.hpp"
#include "tests/integration/house.hpp"
#include "tests/integration/voter.hpp"

namespace talar::test {
namespace {

/// A meeting with an open item, made by a server in the test's process; then the real one goes on with it, and is
/// killed as often as one likes.
class HttpVotesCrash : public testing::Test {
 protected:
  static constexpr std::size_t voters_max = 7;

  /// Deputies, and so many more members, all of them there.
  void convene(std::size_t more = 0) {
    live::Limits limits;
    limits.commands_per_second = limits.commands_burst = limits.messages_per_second = limits.messages_burst = 100'000;
    House house({.limits = limits, .database = data});
    Device president = house.device(people::president);
    chair_cookie = house.cookie(house.last_device());
    Device staff = house.device(people::secretary);
    president.hello().until("state");
    staff.hello().until("state");
    for (std::size_t i = 0; i < people::deputies; ++i) sign_in(house, people::deputy(i));
    item = house.open_meeting(president, staff).items.front();
    enrol(staff, more);  // now, for they would count for the quorum of its opening
    for (std::size_t i = 0; i < more; ++i) {
      sign_in(house, another(i));
      staff.must({{"type", "record_arrival"}, {"person", another(i).text()}});
    }
  }

  void start() {
    server = std::make_unique<http_test::Server>(data, http_test::Arguments{"--log-level", "debug", "--commands-per-second", "100000"});
    const std::string origin = "Origin: http://127.0.0.1:" + std::to_string(server->port());
    chair = std::make_unique<Device>(std::make_unique<Client>(
        server->port(), "/live/rasht?device=" + chair_cookie.substr(14, 10), Headers{chair_cookie, origin}));
    chair->hello().until("state");
  }
  void kill() {
    server->signal(SIGKILL);
    server->wait();
    log += server->log();
    server.reset();
  }
  void restart() {
    kill();
    start();
  }

  const json& seen(const SecretVote& vote) { return chair->view.at("votes").at(vote.vote.text()); }
  void close(const SecretVote& vote) { chair->ask({{"type", "close_vote"}, {"vote", vote.vote.text()}}); }
  void until(const SecretVote& vote, const std::string& state) {
    chair->until_view([&](const json&) { return seen(vote).at("state") == state; });
  }
  /// At once, each on a connection of its own.
  std::vector<Answer> cast(const std::vector<Voter>& voters) {
    std::vector<std::unique_ptr<Http>> booths;
    for (const Voter& voter : voters) {
      booths.push_back(std::make_unique<Http>(server->cast_port()));
      booths.back()->send(voter.casting(server->cast_port()));
    }
    std::vector<Answer> answers;
    for (const auto& booth : booths) answers.push_back(booth->read_answer());
    return answers;
  }
  static std::set<std::string> receipts(const std::vector<Voter>& voters) {
    std::set<std::string> all;
    for (const Voter& voter : voters) all.insert(voter.receipt());
    return all;
  }
  std::set<std::string> kept(const SecretVote& vote) const {
    std::set<std::string> all;
    const storage::Database database(data, storage::Access::guest);
    for (const auto& ballot : storage::ballots_of(database, vote.vote))
      all.insert(ballots::to_hex(ballots::as_bytes(ballot.hash)));
    return all;
  }

  Folder folder;
  const std::filesystem::path data = folder.path() / "talar.db";
  std::string chair_cookie, item, log;
  std::vector<std::string> cookies;
  std::unique_ptr<http_test::Server> server;
  std::unique_ptr<Device> chair;

 private:
  void sign_in(House& house, PersonId person) {
    const auto now = house.halls().now();
    const auto invitation = house.accounts().invite(house.hall(), person, now, Millis{3'600'000});
    cookies.push_back(house.cookie(house.keep(*house.accounts().bind_device(invitation.invitation, "tests", now))));
  }
  static PersonId another(std::size_t i) { return {1'000 + i}; }
  static void enrol(Device& staff, std::size_t count) {
    for (std::size_t i = 0; i < count; i += limits::enrol_batch) {
      json members = json::array();
      for (std::size_t k = i; k < std::min(count, i + limits::enrol_batch); ++k) {
        const std::string name = "عضو " + std::to_string(k + 1);
        members.push_back(
            {{"person", another(k).text()}, {"name", name}, {"short_name", name}, {"seat", "expert"}, {"votes", true}});
      }
      staff.must({{"type", "enrol_members"}, {"members", members}});
    }
  }
};

TEST_F(HttpVotesCrash, every_voter_finishes_exactly_once_whenever_the_server_is_killed) {
  convene();
  start();
  const SecretVote vote = open_secret_vote(*chair, item);
  restart();
  ASSERT_EQ(seen(vote).at("state"), "open");
  std::vector<Voter> voters;
  for (std::size_t i = 0; i < voters_max; ++i)
    voters.emplace_back(vote, cookies.at(i), i % 3 == 0 ? Choice::against : Choice::approve);

  {  // The ballot is on record, or not; nobody has read the signature.
    Http lost(server->port());
    lost.send(voters[0].collecting(server->port()));
    restart();
  }
  for (Voter& voter : voters) ASSERT_EQ(voter.collect(server->port()).status, 200u);
  const std::string signature = voters[0].signature;
  restart();  // signed and not cast
  ASSERT_EQ(voters[0].collect(server->port()).status, 200u);
  EXPECT_EQ(voters[0].signature, signature);

  {  // On their way into the box: taken, or not.
    Http lost(server->cast_port());
    lost.send(voters[0].casting(server->cast_port()));
    restart();
  }
  {  // In the box, for the turnout says so; nobody has read that they are.
    std::vector<std::unique_ptr<Http>> lost;
    for (std::size_t i = 0; i + 1 < voters.size(); ++i) {
      lost.push_back(std::make_unique<Http>(server->cast_port()));
      lost.back()->send(voters[i].casting(server->cast_port()));
    }
    chair->until_view([&](const json&) { return seen(vote).at("cast") == 5; });
    restart();
  }
  const Voter last = voters.back();
  const std::vector<Voter> early(voters.begin(), voters.end() - 1);
  for (const Answer& answer : cast(early)) EXPECT_EQ(answer.status, 200u) << answer.body;
  EXPECT_EQ(kept(vote), receipts(early));

  close(vote);
  until(vote, "counting");
  restart();
  ASSERT_EQ(seen(vote).at("state"), "counting") << "one ballot is still out";
  {  // The last one: it is in the box, sealed, counted, or none of that.
    Http lost(server->cast_port());
    lost.send(last.casting(server->cast_port()));
    restart();
  }
  if (seen(vote).at("state") == "counting") last.cast(server->cast_port());
  until(vote, "closed");
  restart();
  EXPECT_EQ(seen(vote).at("secret").at("cast"), 7);
  EXPECT_EQ(seen(vote).at("result").at("tally").at("approve"), 4);
  EXPECT_EQ(seen(vote).at("result").at("tally").at("against"), 3);
  EXPECT_EQ(kept(vote), receipts(voters));

  kill();
  for (const Voter& voter : voters) EXPECT_EQ(log.find(voter.receipt().substr(0, 12)), std::string::npos) << log;
  for (std::size_t at = log.find("127.0.0.1"); at != std::string::npos; at = log.find("127.0.0.1", at + 1)) {
    const std::string before = log.substr(0, at);
    EXPECT_TRUE(before.ends_with(" on http://")) << "only its own address: " << log;
  }
}

TEST_F(HttpVotesCrash, a_hall_of_five_hundred_votes_at_once_and_every_acknowledged_ballot_is_kept) {
  constexpr std::size_t count = 500, at_a_time = 50;
  convene(count - people::deputies);
  start();
  const SecretVote vote = open_secret_vote(*chair, item);
  std::vector<Voter> voters;
  for (std::size_t i = 0; i < count; ++i) voters.emplace_back(vote, cookies.at(i));
  for (std::size_t i = 0; i < count; i += at_a_time) {
    std::vector<std::unique_ptr<Http>> desks;
    for (std::size_t k = i; k < i + at_a_time; ++k) {
      desks.push_back(std::make_unique<Http>(server->port()));
      desks.back()->send(voters[k].collecting(server->port()));
    }
    for (std::size_t k = i; k < i + at_a_time; ++k) {
      Answer answer = desks[k - i]->read_answer();
      ASSERT_EQ(voters[k].take(answer).status, 200u) << answer.body;
    }
  }
  for (const Answer& answer : cast(voters)) ASSERT_EQ(answer.status, 200u) << answer.body;
  kill();
  EXPECT_EQ(kept(vote), receipts(voters));
  start();
  close(vote);
  until(vote, "closed");
  EXPECT_EQ(seen(vote).at("secret").at("cast"), static_cast<int>(count));
  EXPECT_EQ(seen(vote).at("result").at("tally").at("approve"), static_cast<int>(count));
}

}  // namespace
}  // namespace talar::test
