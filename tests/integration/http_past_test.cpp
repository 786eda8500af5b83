// The demo hall with its past: what whoever opens it for the first time finds.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/integration/http_server.hpp"

namespace talar::http_test {
namespace {

using nlohmann::json;

const std::string demo = std::string(TALAR_SOURCE_DIR) + "/server/demo/";

Arguments with_past(const std::string& file) {
  return {"--starts-at", "next", "--past", file};
}

class HttpPast : public testing::Test {
 protected:
  HttpPast() : house({}, with_past(demo + "past.json")) {
    desk = house.sign_in(house.invite({"--role", "secretary"}).at(0).token);
  }

  json found(const std::string& path, const Lines& more) const {
    const Answer answer = house.get("/api/halls/rasht/" + path, more);
    EXPECT_EQ(answer.status, 200u) << path << " " << answer.body;
    return json::parse(answer.body);
  }
  json found(const std::string& path) const { return found(path, {desk}); }

  House house;
  std::string desk;
};

TEST_F(HttpPast, its_journal_holds_and_a_rebuilt_archive_is_the_same) {
  const Ran verified = run(talar(), {"verify", "--data", house.data.string()});
  EXPECT_EQ(verified.exit_code, 0) << verified.out;
}

TEST_F(HttpPast, three_records_stand_at_three_stages) {
  const json meetings = found("meetings").at("meetings");
  ASSERT_EQ(meetings.size(), 3u);
  const std::vector<std::string> stages{"circulated", "approved", "sealed"};
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(meetings[i].at("record"), stages[i]);
    EXPECT_EQ(meetings[i].at("number"), 3 - i);
    EXPECT_EQ(meetings[i].at("published"), i > 0);
    EXPECT_GT(meetings[i].at("present"), 18);
  }
  EXPECT_EQ(found("meetings", {}).at("meetings").size(), 2u);

  const std::string sealed = meetings[2].at("meeting");
  EXPECT_EQ(found("meetings/" + sealed + "/seal", {}).at("holds"), true);
  EXPECT_GT(found("meetings/" + sealed + "/replay").at("steps").size(), 100u);
  EXPECT_EQ(house.get("/api/halls/rasht/meetings/" + sealed + "/as/html").status, 200u);
}

TEST_F(HttpPast, resolutions_are_done_late_due_soon_and_dropped) {
  const json counts = found("resolutions").at("counts");
  EXPECT_EQ(counts.at("all"), 7);
  EXPECT_EQ(counts.at("done"), 1);
  EXPECT_EQ(counts.at("dropped"), 1);
  EXPECT_EQ(counts.at("overdue"), 1);
  EXPECT_EQ(counts.at("due_soon"), 2);
}

TEST_F(HttpPast, search_and_figures_know_it) {
  const std::string saravan = "%D8%B3%D8%B1%D8%A7%D9%88%D8%A7%D9%86";
  EXPECT_GT(found("search?q=" + saravan, {}).at("hits").size(), 3u);
  std::int64_t held = 0, adopted = 0;
  const json years = found("figures").at("years");
  for (const json& year : years) {  // around Nowruz there are two
    const json figures = found("figures?year=" + std::to_string(year.get<int>()));
    held += static_cast<std::int64_t>(figures.at("meetings").size());
    adopted += figures.at("adopted").get<std::int64_t>();
  }
  EXPECT_EQ(held, 3);
  EXPECT_EQ(adopted, 7);
}

TEST(ImportWithPast, has_the_same_facts_every_time) {
  const auto told = [] {
    const Folder folder;
    const std::string data = (folder / "talar.db").string();
    Arguments arguments{"import", demo + "chamber.json", "--data", data, "--roster", demo + "roster.csv"};
    for (const std::string& more : with_past(demo + "past.json")) arguments.push_back(more);
    const Ran ran = run(talar(), arguments);
    EXPECT_EQ(ran.exit_code, 0) << ran.out;
    const std::string verified = run(talar(), {"verify", "--data", data}).out;
    return ran.out + verified.substr(0, verified.find("chain"));  // ids are drawn
  };
  EXPECT_EQ(told(), told());
}

TEST(ImportWithPast, leaves_nothing_behind_when_a_step_is_refused) {
  const Folder folder;
  folder.write("past.json", R"({"sessions":[{"steps":[
    {"at":"-2d 0:00","as":"مدیر نوسازی و تحول اداری","do":{"type":"convene_meeting","meeting":"@meeting"}},
    {"at":"0:01","as":"شهردار رشت","do":{"type":"open_meeting"}}]}],"coming":[]})");
  const std::string data = (folder / "talar.db").string();
  Arguments arguments{"import", demo + "chamber.json", "--data", data, "--roster", demo + "roster.csv"};
  const Arguments plain = arguments;
  for (const std::string& more : with_past((folder / "past.json").string())) arguments.push_back(more);
  const Ran ran = run(talar(), arguments);
  EXPECT_EQ(ran.exit_code, 1);
  EXPECT_NE(
      ran.out.find("past.json: sessions[0].steps[1]: the rules refuse \"open_meeting\" of شهردار رشت: quorum_missing"),
      std::string::npos)
      << ran.out;
  EXPECT_EQ(run(talar(), plain).exit_code, 0) << "nothing was imported";
}

TEST(ImportWithPast, is_counted_back_from_the_next_meeting) {
  const Folder folder;
  const Ran ran = run(talar(), {"import", demo + "chamber.json", "--data", (folder / "talar.db").string(), "--roster",
                                demo + "roster.csv", "--past", demo + "past.json"});
  EXPECT_EQ(ran.exit_code, 1);
  EXPECT_NE(ran.out.find("--past is counted back from --starts-at next"), std::string::npos) << ran.out;
}

}  // namespace
}  // namespace talar::http_test
