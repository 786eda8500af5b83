// Do: patch and receipt, refusals, retries.
#include "tests/integration/house.hpp"

namespace talar::test {
namespace {

const json post_salam{{"type", "post_message"}, {"text", "سلام"}};

TEST(LiveCommand, the_patch_comes_before_the_receipt_and_everybody_gets_it) {
  House house;
  Device staff = house.device(people::secretary);
  Device observer = house.observer();
  staff.hello().until("state");
  observer.hello().until("state");
  const auto id = staff.ask(post_salam);
  const json patch = staff.next();
  EXPECT_EQ(patch.at("type"), "patch");
  EXPECT_EQ(patch.at("patch").at("message").at("text"), "سلام");
  const json done = staff.next();
  EXPECT_EQ(done, json({{"type", "done"}, {"id", id}, {"seq", patch.at("seq")}}));
  EXPECT_EQ(observer.until("patch").at("patch").at("message").at("text"), "سلام");
}

TEST(LiveCommand, what_is_receipted_is_in_the_journal) {
  House house;
  Device staff = house.device(people::secretary);
  staff.hello().until("state");
  const auto seq = staff.must(post_salam);
  const storage::Journal journal(storage::Database(house.database_file(), storage::Access::guest));
  std::vector<std::string> types;
  journal.replay(house.hall(), 2, [&](const Recorded& recorded) {
    EXPECT_EQ(recorded.seq, seq);
    EXPECT_EQ(recorded.actor.person, people::secretary);
    EXPECT_TRUE(std::holds_alternative<MessagePosted>(recorded.event));
    types.emplace_back();
  });
  EXPECT_EQ(types.size(), 1u);
}

TEST(LiveCommand, a_refusal_names_code_and_field) {
  House house;
  Device staff = house.device(people::secretary);
  staff.hello().until("state");
  const auto id = staff.ask({{"type", "post_message"}, {"text", ""}});
  const json refused = staff.next();
  EXPECT_EQ(refused.at("id"), id);
  EXPECT_EQ(refused.at("code"), "out_of_bounds");
  EXPECT_EQ(refused.at("field"), "command.text");
  EXPECT_EQ(staff.refused({{"type", "fly"}}), "unknown_command");
  EXPECT_EQ(staff.refused({{"type", "clear_message"}}), "no_message");
}

TEST(LiveCommand, only_the_entitled_may) {
  House house;
  Device observer = house.observer();
  observer.hello().until("state");
  EXPECT_EQ(observer.refused(post_salam), "not_allowed");
  Device member = house.device(people::deputy(0));
  member.hello().until("state");
  EXPECT_EQ(member.refused(post_salam), "not_allowed");
  EXPECT_EQ(member.refused({{"type", "tick"}}), "not_allowed");
}

TEST(LiveCommand, unreadable_frames_are_refused_and_the_connection_lives_on) {
  House house;
  Device staff = house.device(people::secretary);
  staff.hello().until("state");
  for (const auto& [text, code] :
       std::vector<std::pair<std::string, std::string>>{{"", "malformed_json"},
                                                        {"{", "malformed_json"},
                                                        {"[1,2]", "wrong_type"},
                                                        {R"({"type":"dance"})", "unknown_frame"},
                                                        {std::string(1'000, '['), "too_deep"},
                                                        {R"({"type":"ping"})", "missing_field"},
                                                        {R"({"type":"ping","t":1,"u":2})", "unknown_field"}}) {
    staff.client().send_text(text);
    const json refused = staff.next();
    EXPECT_EQ(refused.at("type"), "refused") << text;
    EXPECT_EQ(refused.at("code"), code) << text;
  }
  staff.must(post_salam);
}

TEST(LiveCommand, a_retry_is_answered_from_the_record_and_not_done_twice) {
  House house;
  Device staff = house.device(people::secretary);
  staff.hello().until("state");
  const auto id = staff.ask(post_salam);
  const json first = staff.answer(id);
  staff.ask(post_salam, id);
  EXPECT_EQ(staff.next(), first);

  Device again = house.again(house.last_device());
  again.hello().until("state");
  again.ask(post_salam, id);
  EXPECT_EQ(again.next(), first) << "from another connection too";
  EXPECT_EQ(house.halls().metrics().commands_done, 1u + 1u) << "the founding and one message";
}

TEST(LiveCommand, two_tries_under_way_at_once_are_one_command) {
  House house;
  Device staff = house.device(people::secretary);
  staff.hello().until("state");
  const std::string id = fresh_id();
  const std::string frame = masked(0x81, json({{"type", "do"}, {"id", id}, {"command", post_salam}}).dump());
  staff.client().send_raw(frame + frame + frame);
  const json first = staff.answer(id);
  EXPECT_EQ(staff.next(), first);
  EXPECT_EQ(staff.next(), first);
  EXPECT_EQ(staff.patches, 1);
}

TEST(LiveCommand, somebody_elses_id_is_refused) {
  House house;
  Device staff = house.device(people::secretary);
  Device chair = house.device(people::president);
  staff.hello().until("state");
  chair.hello().until("state");
  const auto id = staff.ask(post_salam);
  staff.answer(id);
  chair.ask(post_salam, id);
  EXPECT_EQ(chair.answer(id).at("code"), "id_reused");
}

TEST(LiveCommand, a_retry_is_known_after_a_restart_and_long_after) {
  const Folder folder;
  HouseOptions options{.database = folder.path() / "talar.db"};
  options.limits.remembered_commands = 1;
  const std::string old_id = fresh_id(), new_id = fresh_id();
  json old_answer;
  {
    House house(options);
    Device staff = house.device(people::secretary);
    staff.hello().until("state");
    staff.ask(post_salam, old_id);
    old_answer = staff.answer(old_id);
    staff.ask({{"type", "clear_message"}}, new_id);
    staff.answer(new_id);
    staff.ask(post_salam, old_id);
    EXPECT_EQ(staff.answer(old_id), old_answer) << "forgotten, but found in the journal";
  }
  House house(options);
  Device staff = house.device(people::secretary);
  staff.hello().until("state");
  EXPECT_FALSE(staff.view.contains("message"));
  staff.ask(post_salam, old_id);
  EXPECT_EQ(staff.answer(old_id), old_answer);
  Device chair = house.device(people::president);
  chair.hello().until("state");
  chair.ask(post_salam, old_id);
  EXPECT_EQ(chair.answer(old_id).at("code"), "id_reused");
}

TEST(LiveCommand, the_servers_own_commands_are_shown_like_any_other) {
  House house;
  Device member = house.device(people::deputy(0));
  member.hello().until("state");
  std::promise<std::int64_t> seq;
  house.halls().execute(house.hall(), hall::Context::Kind::person, people::secretary, PostMessage{"سلام"},
                        [&](Result<std::int64_t> result) { seq.set_value(result ? *result : -1); });
  EXPECT_EQ(member.until("patch").at("seq"), seq.get_future().get());

  std::promise<RefusalCode> code;
  house.halls().execute({"nowhere"}, hall::Context::Kind::system, {}, Tick{},
                        [&](Result<std::int64_t> result) { code.set_value(result.error().code); });
  EXPECT_EQ(code.get_future().get(), RefusalCode::no_such_hall);
}

TEST(LiveCommand, a_flood_of_commands_is_refused_beyond_the_rate) {
  HouseOptions options;
  options.limits.commands_burst = 5;
  options.limits.commands_per_second = 0;
  House house(options);
  Device staff = house.device(people::secretary);
  staff.hello().until("state");
  for (int i = 0; i < 5; ++i) staff.must({{"type", "post_message"}, {"text", std::to_string(i)}});
  EXPECT_EQ(staff.refused(post_salam), "too_many_commands");
}

TEST(LiveCommand, many_commands_at_once_are_all_answered_in_order) {
  House house;
  Device staff = house.device(people::secretary);
  staff.hello().until("state");
  std::string frames;
  std::vector<std::string> ids;
  for (int i = 0; i < 30; ++i) {
    ids.push_back(fresh_id());
    frames += masked(
        0x81,
        json({{"type", "do"}, {"id", ids.back()}, {"command", {{"type", "post_message"}, {"text", std::to_string(i)}}}})
            .dump());
  }
  staff.client().send_raw(frames);
  std::int64_t last = 0;
  for (const std::string& id : ids) {
    const json answer = staff.until("done");
    EXPECT_EQ(answer.at("id"), id);
    EXPECT_GT(answer.at("seq"), last);
    last = answer.at("seq");
  }
  EXPECT_EQ(staff.view.at("message").at("text"), "29");
  EXPECT_LE(staff.patches, 30) << "commands of one round share their patch";
}

}  // namespace
}  // namespace talar::test
