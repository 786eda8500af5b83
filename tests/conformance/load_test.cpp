// Control frames among the frames that everybody gets, while a publisher posts and every peer dribbles: each received
// byte is parsed, each answer comes in order, nothing is lost, nothing follows a Close.
#include <atomic>
#include <barrier>
#include <random>
#include <thread>

#include "tests/conformance/script.hpp"

namespace talar::test {
namespace {

constexpr int peers = 24, rounds = 150;

/// One observer's part: talks in its own manner, listens to everything.
class Peer {
 public:
  Peer(House& house, unsigned number, Deflate deflate)
      : random_(number),
        device_(std::make_unique<Client>(
            house.port(), "/live/rasht",
            deflate == Deflate::offered ? Headers{"Sec-WebSocket-Extensions: permessage-deflate"} : Headers{})) {
    device_.hello().until("state");
  }

  void talk(int round) {
    const std::string word = std::to_string(round) + std::string(below(100), '.');
    const std::string question = ping_text(static_cast<unsigned>(round), below(400));
    std::string bytes = masked(fin | ping, word) + in_fragments(question, 1 + below(60));
    bytes += masked(fin | pong, "unasked") + masked(text, " ") + masked(fin | ping, word + "!") + masked(fin, "");
    wanted_ = {"pong:" + word, "t:" + std::to_string(round), "pong:" + word + "!", "malformed_json"};
    while (!bytes.empty()) {
      const std::size_t piece = std::min<std::size_t>(1 + below(40), bytes.size());
      device_.client().send_raw(bytes.substr(0, piece));
      bytes.erase(0, piece);
    }
    while (!wanted_.empty()) listen();
  }

  void listen_until(const std::string& message) {
    while (!device_.view.contains("message") || device_.view.at("message").at("text") != message) listen();
  }

  /// The state at least is long enough; whoever did not agree gets nothing compressed: the client sees to that.
  bool was_served_as_agreed(Deflate deflate) {
    return (device_.client().deflated() > 0) == (deflate == Deflate::offered);
  }

  void end() {
    device_.client().send_raw(close_frame(1000));
    EXPECT_EQ(device_.client().receive_close(), 1000u);
    EXPECT_TRUE(device_.client().ended());
  }

  const Device& device() const { return device_; }

 private:
  std::size_t below(std::size_t end) { return random_() % end; }

  void listen() {
    const auto message = device_.client().receive();
    if (!message) throw std::runtime_error("the server has ended the stream");
    std::string line;
    if (message->opcode == Client::pong) {
      line = "pong:" + message->payload;
    } else {
      ASSERT_EQ(message->opcode, unsigned{text});
      const json frame = device_.take(json::parse(message->payload));
      if (frame.at("type") == "patch") return;
      line = frame.at("type") == "pong" ? "t:" + frame.at("t").dump() : frame.value("code", "");
    }
    ASSERT_FALSE(wanted_.empty()) << line;
    EXPECT_EQ(line, wanted_.front());
    wanted_.erase(wanted_.begin());
  }

  std::mt19937 random_;
  Device device_;
  std::vector<std::string> wanted_;
};

TEST(ConformanceUnderLoad, control_frames_and_shared_frames_keep_their_order) {
  HouseOptions options = patient_house();
  options.limits.commands_burst = 1'000'000;
  House house(options);
  Device staff = house.device(people::secretary);
  staff.hello().until("state");

  std::atomic<int> talking = peers;
  std::promise<std::string> last;
  std::vector<json> views(peers);
  std::vector<int> patches(peers);
  std::vector<std::thread> threads;
  std::shared_future<std::string> end = last.get_future().share();
  for (unsigned number = 0; number < peers; ++number) {
    threads.emplace_back([&, number] {
      const Deflate deflate = number % 2 ? Deflate::offered : Deflate::not_offered;
      std::optional<Peer> peer;
      EXPECT_NO_THROW({
        peer.emplace(house, number, deflate);
        for (int round = 0; round < rounds; ++round) peer->talk(round);
      });
      --talking;
      EXPECT_NO_THROW({
        peer.value().listen_until(end.get());
        views[number] = peer->device().view;
        patches[number] = peer->device().patches;
        EXPECT_TRUE(peer->was_served_as_agreed(deflate));
        peer->end();
      });
    });
  }
  std::string message;
  for (int i = 0; i == 0 || talking > 0; ++i) {
    message = "پیام " + std::to_string(i);
    staff.must({{"type", "post_message"}, {"text", message}});
  }
  last.set_value(message);
  for (std::thread& thread : threads) thread.join();

  Device fresh = house.observer();
  fresh.hello().until("state");
  for (unsigned number = 0; number < peers; ++number) {
    EXPECT_EQ(views[number], fresh.view) << "peer " << number;
    EXPECT_GT(patches[number], 0);
  }
}

TEST(ConformanceUnderLoad, nothing_follows_a_close_that_waits_in_a_queue) {
  HouseOptions options = patient_house();
  options.limits.commands_burst = 1'000'000;
  options.limits.send_buffer_bytes = 8 * 1024;
  options.limits.outbox_bytes = 16 * 1024 * 1024;
  options.limits.outbox_stall = options.limits.closing = 60s;
  House house(options);
  const live::Metrics& metrics = house.halls().metrics();
  Device chair = house.device(people::president), staff = house.device(people::secretary);
  chair.hello().until("state");
  staff.hello().until("state");
  const auto running = house.open_meeting(chair, staff);
  Device reads_late = house.device(people::deputy(0), {.receive_buffer = 4'096});
  reads_late.hello().until("state");
  int version = 0;
  const auto write = [&] {
    staff.must({{"type", "write_minutes"},
                {"item", running.items[0]},
                {"text", std::string(15'000, static_cast<char>('a' + version % 26))},
                {"version", version}});
    ++version;
  };
  while (version < 40) write();
  reads_late.client().send_raw(masked(fin | ping, "1") + close_frame(1000) + masked(fin | ping, "2"));
  while (metrics.closed_by_peer == 0) write();
  for (int i = 0; i < 5; ++i) write();
  // The client complains about anything behind the Close.
  EXPECT_EQ(reads_late.client().receive_close(), 1000u);
  EXPECT_TRUE(reads_late.client().ended());
}

TEST(ConformanceUnderLoad, a_close_from_both_sides_at_once_is_one_close_each) {
  House house(patient_house());
  std::barrier ready(peers + 1);
  std::vector<std::thread> threads;
  for (unsigned number = 0; number < peers; ++number) {
    threads.emplace_back([&] {
      Device device = house.observer();
      device.hello().until("state");
      ready.arrive_and_wait();
      device.client().send_raw(close_frame(1000));
      const unsigned code = device.client().receive_close();
      EXPECT_TRUE(code == 1000 || code == 1012) << code;
      EXPECT_TRUE(device.client().ended());
    });
  }
  ready.arrive_and_wait();
  house.stop();
  for (std::thread& thread : threads) thread.join();
}

}  // namespace
}  // namespace talar::test
