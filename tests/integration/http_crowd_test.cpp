// What many ask at once, or one for many: whoever signs in, acts or votes does not wait behind them.
#include "tests/integration/house.hpp"
#include "tests/integration/http_server.hpp"

namespace talar::test {
namespace {

using http_test::Answer;
using Http = http_test::Client;
using Lines = http_test::Lines;

/// The hall says nothing as long as this is there.
class Silence {
 public:
  explicit Silence(House& house) {
    std::promise<void> begun;
    house.halls().with(house.hall(), [&begun, over = over_.get_future().share()](const live::Sequencer*) {
      begun.set_value();
      over.wait();
    });
    begun.get_future().wait();
  }
  ~Silence() { over_.set_value(); }

 private:
  std::promise<void> over_;
};

TEST(HttpCrowd, many_readers_of_one_network_keep_nobody_from_signing_in) {
  House house;
  house.device(people::deputy(0));
  const std::string request =
      "GET /api/halls/rasht/meetings HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(house.port()) + "\r\n" +
      house.cookie(house.last_device()) + "\r\n\r\n";
  std::vector<std::unique_ptr<Http>> readers;
  {
    const Silence silence(house);
    for (int i = 0; i < 140; ++i) readers.emplace_back(std::make_unique<Http>(house.port()))->send(request);
    EXPECT_EQ(Http(house.port()).post("/api/sign-in", R"({"token":"no such one"})").status, 401u);
  }
  int told_to_come_again = 0;
  for (const auto& reader : readers) {
    const Answer answer = reader->read_answer();
    if (answer.body.find("overloaded") == std::string::npos) continue;
    EXPECT_EQ(answer.status, 503u);
    EXPECT_EQ(answer.header("retry-after"), "2");
    ++told_to_come_again;
  }
  EXPECT_GT(told_to_come_again, 0);
}

TEST(HttpCrowd, answers_that_nobody_reads_are_bounded_for_one_network) {
  HouseOptions options;
  options.answers_bytes_per_network = 30'000'000;
  House house(options);
  Device chair = house.device(people::president), staff = house.device(people::secretary);
  const std::string desk = house.cookie(house.last_device());
  chair.hello().until("state");
  staff.hello().until("state");
  const auto running = house.open_meeting(chair, staff);
  const auto uploaded = [&](char letter) {
    const std::string path =
        "/api/halls/rasht/items/" + running.items.front() + "/attachments?name=a.txt&visibility=everyone";
    const Lines lines{desk, "Talar-Client: 1", "Origin: http://127.0.0.1:" + std::to_string(house.port())};
    const Answer answer = Http(house.port()).ask("POST", path, lines, std::string(20'000'000, letter));
    EXPECT_EQ(answer.status, 201u) << answer.body;
    return "/api/halls/rasht/attachments/" + json::parse(answer.body).value("attachment", "");
  };
  const std::string one = uploaded('a'), another = uploaded('b');
  staff.until_view([&](const json& view) { return view.at("attachments").size() == 2; });
  {
    Http slow(house.port());
    slow.send("GET " + one + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(house.port()) + "\r\n\r\n");
    ASSERT_TRUE(slow.read_some().starts_with("HTTP/1.1 200"));
    EXPECT_EQ(Http(house.port()).get(one).status, 200u) << "the same bytes";
    EXPECT_EQ(Http(house.port()).get(another).status, 503u);
  }
  unsigned status = 503;
  while (status == 503) status = Http(house.port()).get(another).status;  // until it is noticed that nobody reads
  EXPECT_EQ(status, 200u);
}

TEST(HttpCrowd, where_ballots_are_cast_whoever_is_slowest_to_ask_gives_way) {
  HouseOptions options;
  options.limits.nameless_connections = 4;
  House house(options);
  std::vector<std::unique_ptr<Http>> idle;
  for (int i = 0; i < 4; ++i) idle.push_back(std::make_unique<Http>(house.cast_port()));
  idle.front()->send("POST /cast HTTP/1.1\r\n");
  const auto cast = [&] {
    return Http(house.cast_port()).ask("POST", "/cast", {"Content-Type: text/plain"}, "no ballot").status;
  };
  for (int i = 0; i < 8; ++i) EXPECT_EQ(cast(), 400u) << i;
  EXPECT_EQ(idle.front()->read_to_end(), "") << "closed, without a word";
}

TEST(HttpCrowd, where_ballots_are_cast_nobody_may_be_silent_for_long) {
  House house;
  Http casting(house.cast_port());
  const auto begun = std::chrono::steady_clock::now();
  EXPECT_EQ(casting.read_to_end(), "");
  EXPECT_LT(std::chrono::steady_clock::now() - begun, house.halls().limits().handshake);
}

}  // namespace
}  // namespace talar::test
