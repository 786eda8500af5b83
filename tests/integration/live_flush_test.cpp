// How a patch goes to its audience: in slices, and not before the one before it has gone out.
#include "protocol/codec.hpp"
#include "server/live/derived_id.hpp"
#include "server/live/sequencer.hpp"
#include "tests/integration/house.hpp"

namespace talar::test {
namespace {

json message(const std::string& text) {
  return {{"type", "post_message"}, {"text", text}};
}

HouseOptions one_send_per_turn() {
  HouseOptions options;
  options.limits.sends_per_turn = 1;
  options.limits.commands_burst = options.limits.messages_burst = 10'000;
  return options;
}

TEST(LiveFlush, who_comes_and_goes_while_a_patch_goes_out_misses_nothing) {
  House house(one_send_per_turn());
  Device chair = house.device(people::president);
  Device staff = house.device(people::secretary);
  chair.hello().until("state");
  staff.hello().until("state");
  const auto meeting = house.open_meeting(chair, staff).meeting;
  // Every command leaves its trace in the view: who misses a patch lacks it for good.
  const auto item = [&](const std::string& title) {
    return json{{"type", "add_item"},
                {"meeting", meeting},
                {"content",
                 {{"title", title},
                  {"kind", "decision"},
                  {"minutes", 5},
                  {"confidential", false},
                  {"options", json::array()}}}};
  };
  std::vector<Device> observers;
  for (int i = 0; i < 60; ++i) observers.push_back(house.observer());
  for (Device& observer : observers) observer.hello();
  std::string last;
  for (std::size_t round = 0; round < 40; ++round) {
    for (int i = 0; i < 5; ++i) last = staff.ask(item(std::to_string(round) + "." + std::to_string(i)));
    // One goes without a word, one comes anew, one comes back for what it missed.
    Device& gone = observers[(round * 7) % observers.size()];
    gone = house.observer();
    gone.hello();
    Device& back = observers[(round * 11) % observers.size()];
    const auto where = back.where();
    const json view = back.view;
    back = house.observer();
    back.view = view;
    back.seq = where.second;
    where.first.empty() ? back.hello() : back.resume(where);
    staff.answer(last);  // the device fails the test when a patch comes twice or out of order
  }
  staff.must(item("the end"));
  Device fresh = house.observer();
  fresh.hello().until_view([](const json& view) { return view.contains("items") && view.at("items").size() == 203; });
  for (Device& observer : observers) {
    observer.until_view([&](const json& view) { return view.contains("items") && view.at("items").size() == 203; });
    EXPECT_EQ(observer.view, fresh.view);
  }
}

TEST(LiveFlush, a_done_comes_after_the_patch_that_shows_it_however_slowly_that_goes_out) {
  House house(one_send_per_turn());
  Device chair = house.device(people::president);
  Device staff = house.device(people::secretary);
  chair.hello().until("state");
  staff.hello().until("state");
  std::vector<Device> others;
  for (std::size_t i = 0; i < people::deputies; ++i) others.push_back(house.device(people::deputy(i)));
  for (int i = 0; i < 100; ++i) others.push_back(house.observer());
  for (Device& other : others) other.hello().until("state");
  for (int i = 0; i < 30; ++i) {
    const std::string mine = std::to_string(i);
    const std::string first = staff.ask(message(mine + "a")), second = chair.ask(message(mine + "b"));
    for (auto& [device, id] : {std::pair<Device&, const std::string&>(staff, first), {chair, second}}) {
      const std::int64_t seq = device.answer(id).at("seq");
      EXPECT_GE(device.seq, seq);
    }
  }
}

TEST(LiveFlush, a_member_who_moves_to_another_audience_is_told_in_order) {
  House house(one_send_per_turn());
  Device chair = house.device(people::president);
  Device vice = house.device(people::vice);
  Device staff = house.device(people::secretary);
  for (Device* device : {&chair, &vice, &staff}) device->hello().until("state");
  house.open_meeting(chair, staff);
  for (int i = 0; i < 20; ++i) {
    staff.ask(message(std::to_string(i)));
    Device& from = i % 2 == 0 ? chair : vice;
    from.must({{"type", "hand_chair"}, {"to", (i % 2 == 0 ? people::vice : people::president).text()}});
  }
  const auto end = staff.must(message("the end"));
  Device again = house.device(people::president);
  again.hello().until("state");
  chair.until_seq(end);
  EXPECT_EQ(chair.audience, again.audience);
  EXPECT_EQ(chair.view, again.view);
}

/// A sequencer whose network threads only speak when the test says so.
class Alone : public testing::Test, private live::Calls {
 protected:
  live::Sequencer& hall() { return *sequencer_; }

  std::int64_t post(const std::string& text) {
    std::optional<std::int64_t> done;
    PostMessage command;
    command.text = text;
    hall().ask(
        {.kind = hall::Context::Kind::person, .person = people::secretary, .command = command, .done = [&](auto seq) {
           done = *seq;
         }});
    while (!done) work();
    return *done;
  }
  std::string shown() { return hall().view(Audience::public_).message->text; }
  void flushed() { hall().flushed(live::AudienceSet{}.set()); }
  void until_shown(const std::string& text) {
    while (shown() != text) work();
  }
  void work() {
    context_.restart();
    context_.run_one_for(std::chrono::seconds(10));
  }
  std::uint64_t patches() const { return metrics_.frames_published; }

  void SetUp() override {
    fanout_.add(network_, hub_);
    sequencer_ = std::make_unique<live::Sequencer>(house_, HallId{"rasht"});
    std::optional<std::int64_t> done;
    HallFounded founded;
    founded.name = "تالار";
    founded.place = "رشت";
    const MembersEnrolled enrolled{{{people::secretary, "دبیر اتاق", "دبیر", Seat::secretary, false}}};
    hall().ask({.founding = {founded, enrolled}, .done = [&](auto seq) { done = *seq; }});
    while (!done) work();
    flushed();
  }

 private:
  void join(live::ConnectionId, const live::Identity&, Hello) override {}
  void leave(live::ConnectionId, const HallId&) override {}
  void command(live::ConnectionId, const live::Identity&, Do) override {}
  void fresh_state(live::ConnectionId, const HallId&, Audience) override {}
  void point(live::ConnectionId, const HallId&, Point) override {}
  void flushed(const HallId&, live::AudienceSet) override {}
  Instant now() const override { return {1'703'741'400'000}; }

  Folder folder_;
  storage::Database database_{folder_.path() / "talar.db", storage::Access::owner};
  storage::Journal journal_{database_};
  storage::Committer committer_{journal_, [](const auto& error) { FAIL() << error.what(); }};
  live::Limits limits_;
  live::Metrics metrics_;
  live::asio::io_context context_, network_;
  live::Hub hub_{0, network_, *this, limits_, metrics_};
  live::Fanout fanout_{context_};
  std::uint64_t drawn_ = 0;
  live::House house_{context_,
                     journal_,
                     committer_,
                     fanout_,
                     limits_,
                     metrics_,
                     [this] { return now(); },
                     [this] { return ++drawn_; },
                     "epoch",
                     [](const std::string& reason) { FAIL() << reason; },
                     [](const live::Sequencer&) {},
                     {}};
  std::unique_ptr<live::Sequencer> sequencer_;
};

TEST_F(Alone, what_happens_while_a_patch_goes_out_comes_as_one_patch) {
  post("1");
  EXPECT_EQ(shown(), "1") << "an idle hall is flushed at once";
  const auto before = patches();
  post("2");
  post("3");
  const auto last = post("4");
  EXPECT_EQ(hall().seq(), last) << "durable";
  EXPECT_EQ(shown(), "1") << "the first patch is still going out";
  EXPECT_EQ(patches(), before);
  flushed();
  while (patches() < before + live::audiences) work();
  EXPECT_EQ(shown(), "4");
  flushed();
  EXPECT_EQ(patches(), before + live::audiences) << "one for each";
}

TEST_F(Alone, whoever_joins_meanwhile_is_shown_what_was_flushed_not_what_is_durable) {
  post("1");
  post("2");
  EXPECT_EQ(shown(), "1");
  flushed();
  until_shown("2");
}

TEST_F(Alone, a_command_that_waited_while_its_person_came_to_need_a_passphrase_is_an_observers) {
  std::optional<Result<std::int64_t>> answer;
  hall().ask({.kind = hall::Context::Kind::person,
              .person = people::secretary,
              .proven = false,
              .command = PostMessage{"سلام"},
              .done = [&](auto result) { answer = std::move(result); }});
  while (!answer) work();
  EXPECT_EQ(answer->error().code, RefusalCode::not_allowed);
  EXPECT_EQ(answer->error().args.at("role"), "observer");
}

TEST_F(Alone, what_the_server_does_under_an_id_of_its_own_is_nobody_elses) {
  const CommandId own = live::derived_id("test", 1);
  EnrolMembers command;
  command.members.push_back({people::guest, "مهمان", "مهمان", Seat::guest, false, {}});
  const auto enrol = [&](hall::Context::Kind kind) {
    std::optional<Result<std::int64_t>> answer;
    hall().ask({.kind = kind, .id = own, .command = command, .done = [&](auto result) { answer = std::move(result); }});
    while (!answer) work();
    return *answer;
  };
  const auto done = enrol(hall::Context::Kind::system);
  EXPECT_TRUE(done);
  EXPECT_EQ(enrol(hall::Context::Kind::system).value(), done.value()) << "done once";
  EXPECT_EQ(enrol(hall::Context::Kind::kiosk).error().code, RefusalCode::id_reused);
  EXPECT_FALSE(parse_client_frame(R"({"type":"do","id":")" + own.value + R"(","command":{"type":"check_in"}})"));
}

TEST_F(Alone, at_the_end_everything_durable_goes_out) {
  post("1");
  post("2");
  hall().stop_taking();
  hall().finish();
  EXPECT_EQ(shown(), "2");
}

}  // namespace
}  // namespace talar::test
