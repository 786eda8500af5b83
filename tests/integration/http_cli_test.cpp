// The command line, as an operator meets it.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "protocol/codec.hpp"
#include "storage/journal.hpp"
#include "tests/integration/http_server.hpp"
#include "tests/unit/ballots/publication.hpp"

namespace talar::http_test {
namespace {

const std::string demo = std::string(TALAR_SOURCE_DIR) + "/server/demo/";

class Cli : public testing::Test {
 protected:
  std::string data() const { return (folder / "talar.db").string(); }
  Ran import(const std::string& roster = demo + "roster.csv", const Arguments& more = {}) const {
    Arguments arguments{"import", demo + "chamber.json", "--data", data(), "--roster", roster};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run(talar(), arguments);
  }
  Folder folder;
};

TEST_F(Cli, founds_the_demo_hall_and_only_once) {
  const Ran first = import();
  EXPECT_EQ(first.exit_code, 0) << first.out;
  EXPECT_NE(
      first.out.find("24 people, 10 agenda items, 6 prepared votes; the first meeting starts 2023-12-28T05:30:00.000Z"),
      std::string::npos)
      << first.out;
  EXPECT_NE(first.out.find("roster.csv:16: respelled"), std::string::npos) << first.out;
  const Ran second = import();
  EXPECT_EQ(second.exit_code, 1);
  EXPECT_NE(second.out.find("The hall \"rasht\" exists already"), std::string::npos) << second.out;

  const Ran verified = run(talar(), {"verify", "--data", data()});
  EXPECT_EQ(verified.exit_code, 0) << verified.out;
  EXPECT_EQ(run(talar(), {"rebuild", "--data", data()}).exit_code, 0);
  EXPECT_EQ(run(talar(), {"verify", "--data", data()}).out, verified.out);
}

TEST_F(Cli, the_next_meeting_is_on_a_thursday_at_nine_in_tehran) {
  const Ran ran = import(demo + "roster.csv", {"--starts-at", "next"});
  ASSERT_EQ(ran.exit_code, 0) << ran.out;
  EXPECT_NE(ran.out.find("T05:30:00.000Z"), std::string::npos) << ran.out;
  EXPECT_EQ(import(demo + "roster.csv", {"--starts-at", "soon"}).exit_code, 1);
}

TEST_F(Cli, imports_nothing_when_a_row_is_wrong_and_names_each) {
  folder.write("bad.csv", "عنوان,جایگاه\nآزاده,نخبه\nبی‌جا,پادشاه\n,نخبه\n");
  const Ran ran = import((folder / "bad.csv").string());
  EXPECT_EQ(ran.exit_code, 1);
  EXPECT_NE(ran.out.find("bad.csv:3: unknown_word (seat)"), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("bad.csv:4: missing_field (name)"), std::string::npos) << ran.out;
  EXPECT_EQ(import().exit_code, 0);
}

TEST_F(Cli, a_faulty_chamber_file_is_named_with_the_place_in_it) {
  folder.write("chamber.json", R"({"name":{"fa":"تالار"},"place":{"fa":"رشت"},
    "meets":{"weekday":"thursday","time":"09:00","minutes":150},
    "first_session":{"starts":"2023-12-28T05:30:00Z","agenda":[{"title":"آغاز","kind":"party"}]}})");
  const Ran ran = run(talar(), {"import", (folder / "chamber.json").string(), "--data", data()});
  EXPECT_EQ(ran.exit_code, 1);
  EXPECT_NE(ran.out.find("first_session.agenda[0].kind is not a word that is known here"), std::string::npos)
      << ran.out;
}

TEST_F(Cli, restores_nothing_that_the_rules_could_not_have_written) {
  import();
  const std::string dump = (folder / "all.jsonl").string(), restored = (folder / "restored.db").string();
  const auto restore = [&] {
    EXPECT_EQ(run(talar(), {"export", "all", "--as", "jsonl", "--data", data(), "-o", dump}).exit_code, 0);
    return run(talar(), {"import", dump, "--data", restored});
  };
  EXPECT_EQ(restore().exit_code, 0);
  std::filesystem::remove(restored);
  {
    const storage::Database database(data(), storage::Access::owner);
    storage::Journal journal(database);
    const HallId hall{"rasht"};
    const std::int64_t seq = journal.head(hall).seq;
    journal.commit(
        std::vector<storage::Entry>{{hall, {seq + 1, {1'703'741'400'000}, {}, {}, MinutesPublished{{7}}}}});
  }
  const Ran ran = restore();
  EXPECT_EQ(ran.exit_code, 1);
  EXPECT_NE(ran.out.find("talar: line "), std::string::npos) << ran.out;
  EXPECT_FALSE(std::filesystem::exists(restored));
}

TEST_F(Cli, invites_by_role_and_by_name_however_spelled) {
  import();
  EXPECT_EQ(invite(data(), {"--all"}).size(), 24u);
  EXPECT_EQ(invite(data(), {"--role", "secretary"}).size(), 2u);
  EXPECT_EQ(invite(data(), {"--role", "chair"}).at(0).label, "chair · شهردار رشت");
  EXPECT_EQ(invite(data(), {"--person", "نخبه حوزه گردشگري و خوراك"}).size(), 1u);
  EXPECT_EQ(invite(data(), {"--demo"}).size(), 7u);
  EXPECT_EQ(invite(data(), {"--role", "kiosk"}).at(0).label, "kiosk · تبلت ورودی تالار");
  const Ran nobody = run(talar(), {"invite", "rasht", "--data", data(), "--person", "هیچ‌کس"});
  EXPECT_EQ(nobody.exit_code, 1);
  EXPECT_EQ(run(talar(), {"invite", "rasht", "--data", data()}).exit_code, 2);
  EXPECT_EQ(run(talar(), {"invite", "nowhere", "--data", data(), "--all"}).exit_code, 1);
  const Ran url =
      run(talar(), {"invite", "--data", data(), "--role", "observer", "--url", "https://talar.example.ir/"});
  EXPECT_NE(url.out.find("https://talar.example.ir/hall/rasht/observe"), std::string::npos) << url.out;
}

TEST_F(Cli, settings_go_flag_then_environment_then_file) {
  import();
  folder.write("talar.toml", "data = \"" + data() + "\"\npublic_url = \"https://from.file\"\n");
  const std::string config = (folder / "talar.toml").string();
  const auto link = [&](const Arguments& words) {
    Arguments arguments{"TALAR_CONFIG=" + config};
    arguments.insert(arguments.end(), words.begin(), words.end());
    return run("env", arguments).out;
  };
  const std::string binary = talar().string();
  EXPECT_NE(link({binary, "invite", "--role", "observer"}).find("https://from.file/"), std::string::npos);
  EXPECT_NE(
      link({"TALAR_PUBLIC_URL=https://from.env", binary, "invite", "--role", "observer"}).find("https://from.env/"),
      std::string::npos);
  EXPECT_NE(
      link({"TALAR_PUBLIC_URL=https://from.env", binary, "invite", "--role", "observer", "--url", "https://from.flag"})
          .find("https://from.flag/"),
      std::string::npos);
  for (const std::string command : {"verify", "backup"}) {  // wherever a command stands among the others
    Arguments words{"TALAR_DATA=" + (folder / "none.db").string(), talar().string(), command, "--data", data()};
    if (command == "backup") words.push_back((folder / "copy.db").string());
    EXPECT_EQ(run("env", words).exit_code, 0) << command;
  }
  folder.write("talar.toml", "prot = 80\n");
  const Ran unknown = run(binary, {"--config", config, "verify"});
  EXPECT_EQ(unknown.exit_code, 1);
  EXPECT_NE(unknown.out.find("\"prot\""), std::string::npos) << unknown.out;
}

TEST_F(Cli, says_in_one_sentence_what_is_wrong) {
  EXPECT_EQ(run(talar(), {"dance"}).exit_code, 2);
  EXPECT_EQ(run(talar(), {}).exit_code, 2);
  const Ran nothing = run(talar(), {"verify", "--data", (folder / "none.db").string()});
  EXPECT_EQ(nothing.exit_code, 1);
  EXPECT_EQ(std::ranges::count(nothing.out, '\n'), 1) << nothing.out;
  const Ran address = run(talar(), {"serve", "--data", data(), "--listen", "example"});
  EXPECT_EQ(address.exit_code, 1);
  const Ran last_port = run(talar(), {"serve", "--data", data(), "--port", "65535"});
  EXPECT_NE(last_port.out.find("--cast-port"), std::string::npos) << last_port.out;
  const Ran cast_url = run(talar(), {"serve", "--data", data(), "--port", "0", "--cast-url", "box"});
  EXPECT_NE(cast_url.out.find("URL for casting"), std::string::npos) << cast_url.out;
  const Ran tls = run(talar(), {"serve", "--data", data(), "--tls-cert", "x.pem"});
  EXPECT_NE(tls.out.find("needs both"), std::string::npos) << tls.out;
}

TEST_F(Cli, says_where_secret_ballots_are_cast) {
  const House behind({"--cast-url", "https://box.example.ir/"});
  EXPECT_EQ(behind.get("/api/ballot-box").body, R"({"url":"https://box.example.ir"})");
  folder.write("talar.toml", "cast_port = 0\n");
  const House beside({"--config", (folder / "talar.toml").string()});
  EXPECT_EQ(beside.get("/api/ballot-box").body, R"({"port":)" + std::to_string(beside.server.cast_port()) + "}");
  EXPECT_NE(beside.get("/").header("content-security-policy").find(":" + std::to_string(beside.server.cast_port())),
            std::string::npos);
}

TEST_F(Cli, helps) {
  for (const char* command : {"serve", "import", "invite", "backup", "verify", "rebuild", "recount", "schema"}) {
    const Ran help = run(talar(), {command, "--help"});
    EXPECT_EQ(help.exit_code, 0);
    EXPECT_NE(help.out.find(command), std::string::npos);
    EXPECT_NE(run(talar(), {"--help"}).out.find(command), std::string::npos);
  }
  EXPECT_EQ(run(talar(), {"--version"}).exit_code, 0);
}

TEST_F(Cli, counts_a_secret_vote_again) {
  PublishedVote vote = ballots::five().vote;
  const std::string file = (folder / "ballots.json").string();
  folder.write("ballots.json", to_json_text(vote));
  const Ran right = run(talar(), {"recount", file, "--receipts"});
  EXPECT_EQ(right.exit_code, 0) << right.out;
  EXPECT_NE(right.out.find("approve 3, against 1, abstain 1; 2 needed of 4"), std::string::npos) << right.out;
  const auto hash = storage::digest(*from_base64(vote.ballots.front().message.value));
  EXPECT_NE(right.out.find(ballots::digits_of(hash)), std::string::npos) << right.out;

  vote.result.outcome = Outcome::rejected;
  folder.write("ballots.json", to_json_text(vote));
  const Ran wrong = run(talar(), {"recount", file});
  EXPECT_EQ(wrong.exit_code, 3);
  EXPECT_NE(wrong.out.find("FAULT the published result is not what these ballots give"), std::string::npos);

  folder.write("ballots.json", "{}");
  EXPECT_EQ(run(talar(), {"recount", file}).exit_code, 1);
  EXPECT_EQ(run(talar(), {"recount", file + ".none"}).exit_code, 1);
}

TEST_F(Cli, prints_the_protocol_as_json) {
  for (const char* form : {"json-schema", "asyncapi"}) {
    const Ran ran = run(talar(), {"schema", "--as", form});
    EXPECT_EQ(ran.exit_code, 0);
    EXPECT_TRUE(nlohmann::json::accept(ran.out)) << form;
  }
}

TEST_F(Cli, backs_up_beside_a_running_server) {
  const House house;
  const std::string copy = (folder / "copy.db").string();
  EXPECT_EQ(run(talar(), {"backup", copy, "--data", house.data.string()}).exit_code, 0);
  EXPECT_EQ(run(talar(), {"verify", "--data", copy}).exit_code, 0);
  EXPECT_EQ(run(talar(), {"backup", copy, "--data", house.data.string()}).exit_code, 1);
  EXPECT_EQ(run(talar(), {"backup", copy, "--data", house.data.string(), "--replace"}).exit_code, 0);
  // Two owners at once would be two writers.
  EXPECT_EQ(run(talar(), {"serve", "--data", house.data.string(), "--port", "0"}).exit_code, 1);
  EXPECT_EQ(run(talar(), {"rebuild", "--data", house.data.string()}).exit_code, 1);
}

TEST_F(Cli, writes_everything_and_reads_it_again_into_an_empty_database) {
  import();
  const std::string first = (folder / "first.jsonl").string();
  const std::string second = (folder / "second.jsonl").string();
  const std::string restored = (folder / "restored.db").string();
  const Ran written = run(talar(), {"export", "all", "--as", "jsonl", "-o", first, "--data", data()});
  ASSERT_EQ(written.exit_code, 0) << written.out;
  const Ran taken = run(talar(), {"import", first, "--data", restored});
  ASSERT_EQ(taken.exit_code, 0) << taken.out;
  EXPECT_EQ(run(talar(), {"verify", "--data", restored}).out, run(talar(), {"verify", "--data", data()}).out);
  ASSERT_EQ(run(talar(), {"export", "all", "--as", "jsonl", "-o", second, "--data", restored}).exit_code, 0);
  EXPECT_EQ(run("cmp", {first, second}).exit_code, 0);

  const Ran again = run(talar(), {"import", first, "--data", restored});
  EXPECT_EQ(again.exit_code, 1);
  EXPECT_NE(again.out.find("is not empty"), std::string::npos) << again.out;
  EXPECT_EQ(run("sed", {"-i", "7d", first}).exit_code, 0);
  const Ran gap = run(talar(), {"import", first, "--data", (folder / "gap.db").string()});
  EXPECT_EQ(gap.exit_code, 1);
  EXPECT_NE(gap.out.find("line 7: "), std::string::npos) << gap.out;
  EXPECT_FALSE(fs::exists(folder / "gap.db"));
}

}  // namespace
}  // namespace talar::http_test
