// Whether outside tools accept these forms is for tests/exports; here is what they say.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <pugixml.hpp>

#include "server/exports/oparl_objects.hpp"
#include "tests/unit/exports/source.hpp"

namespace talar::exports {
namespace {

using nlohmann::json;

json find(const json& list, const std::string& key, const json& value) {
  for (const json& each : list) {
    if (each.contains(key) && each[key] == value) return each;
  }
  return {};
}

pugi::xml_document parsed(const Source& source) {
  pugi::xml_document document;
  EXPECT_TRUE(document.load_string(akoma_ntoso(source).c_str()));
  return document;
}

TEST(Popolo, a_vote_that_led_to_a_resolution_is_a_vote_on_it) {
  const json all = json::parse(popolo(inside_source()));
  const json motion = find(all["motions"], "identifier", "41");
  const json event = find(all["vote_events"], "id", rich::by_device.text());
  EXPECT_EQ(motion["text"], "لایروبی زرجوب تا پایان سال انجام شود.");
  EXPECT_EQ(event["motion_id"], motion["id"]);
  EXPECT_EQ(event["result"], "pass");
  EXPECT_EQ(event["start_date"], "2023-12-28T09:46:00+03:30");
  EXPECT_EQ(find(event["counts"], "option", "yes")["value"], 4);
  EXPECT_EQ(find(event["votes"], "voter_id", rich::mayor.text()),
            json({{"voter_id", rich::mayor.text()}, {"option", "yes"}, {"weight", 2}}));
}

TEST(Popolo, knows_the_hall_the_one_above_it_and_the_groups_that_are_named) {
  const json all = json::parse(popolo(inside_source()));
  ASSERT_EQ(all["organizations"].size(), 2U);
  EXPECT_FALSE(find(all["organizations"], "id", "rasht").contains("parent_id"));
  EXPECT_EQ(find(all["organizations"], "id", "rivers")["parent_id"], "rasht");
}

TEST(Popolo, a_voided_resolution_was_never_moved) {
  EXPECT_EQ(find(json::parse(popolo(inside_source()))["motions"], "identifier", "43"), json());
}

TEST(Popolo, a_secret_vote_has_counts_and_no_voters) {
  const json event = find(json::parse(popolo(inside_source()))["vote_events"], "id", rich::secret.text());
  EXPECT_EQ(event["votes"], json::array());
  EXPECT_EQ(find(event["counts"], "option", "not voting")["value"], 1);
}

TEST(Popolo, of_a_ballot_with_options_every_mark_is_a_vote) {
  const json event = find(json::parse(popolo(inside_source()))["vote_events"], "id", rich::points.text());
  EXPECT_EQ(event["votes"].size(), 2U);
  EXPECT_EQ(event["votes"][0]["option"], "رودخانه‌ها");
  EXPECT_EQ(event["votes"][0]["weight"], 7);
}

TEST(Popolo, everybody_reads_nothing_of_a_closed_item_but_that_it_was_there) {
  const std::string text = popolo(public_source());
  EXPECT_EQ(text.find("قرارداد"), std::string::npos);
  EXPECT_EQ(find(json::parse(text)["events"], "id", rich::contract.text())["name"], "بند غیرعلنی");
}

TEST(Oparl, a_meeting_carries_its_items_files_and_papers_with_addresses) {
  const json meeting = json::parse(oparl(public_source()));
  EXPECT_EQ(meeting["id"], "https://talar.example.ir/oparl/v1/meetings/" + rich::meeting.text());
  EXPECT_EQ(meeting["resultsProtocol"]["accessUrl"],
            "https://talar.example.ir/api/halls/rasht/meetings/" + rich::meeting.text() + "/as/html");
  const json item = meeting["agendaItem"][1];
  EXPECT_EQ(item["resolutionText"],
            "لایروبی زرجوب تا پایان سال انجام شود.\nکارگروه رودخانه‌ها گزارش "
            "ماهانه "
            "بدهد.");
  EXPECT_EQ(item["auxiliaryFile"].size(), 1U);
  EXPECT_EQ(meeting["talar:paper"].size(), 3U);
  const json closed = find(meeting["agendaItem"], "name", "بند غیرعلنی");
  EXPECT_EQ(closed["public"], false);
  EXPECT_FALSE(closed.contains("result"));
}

TEST(Oparl, without_an_address_of_the_server_it_has_names_and_nothing_to_download) {
  const std::string text = oparl(draft_source());
  EXPECT_EQ(json::parse(text)["id"], "urn:talar:oparl/v1/meetings/" + rich::meeting.text());
  EXPECT_EQ(text.find("accessUrl"), std::string::npos);
}

TEST(Oparl, a_voided_resolution_is_a_deleted_paper) {
  const Source source = public_source();
  const RecordItem& item = *std::ranges::find(source.record.items, rich::rivers, &RecordItem::item);
  const OparlRecord record(source, {.body = {}, .modified = rich::opened});
  const json gone = record.paper(item, item.resolutions.back());
  EXPECT_EQ(gone["deleted"], true);
  EXPECT_EQ(gone.size(), 5U) << gone;
  EXPECT_FALSE(record.paper(item, item.resolutions.front()).contains("deleted"));
  EXPECT_EQ(record.consultation(item, OparlRecord::id_of(ResolutionId{402}))["deleted"], true);
}

TEST(AkomaNtoso, what_happened_stands_within_its_item_in_its_order) {
  const auto document = parsed(inside_source());
  const auto rivers = document.select_node("//debateSection[num='۲']").node();
  EXPECT_STREQ(rivers.child_value("heading"), "احیای رودخانه‌های زرجوب و گوهررود");
  std::string order;
  for (const auto& node : rivers.children()) {
    const std::string name = node.name();
    if (name != "p" && name != "narrative") order += name + " ";
  }
  EXPECT_EQ(
      order,
      "num heading speech speech question answer pointOfOrder scene scene resolutions resolutions debateSection ");
  EXPECT_TRUE(rivers.select_node("narrative[contains(., 'مصوبهٔ ۴۳ باطل شد. کارگروه گزارش بدهد. (دلیل ابطال: ')]"));
  EXPECT_STREQ(rivers.select_node("question").node().attribute("startTime").value(), "2023-12-28T09:20:00+03:30");
}

TEST(AkomaNtoso, a_vote_is_counted_in_the_analysis_and_named_in_the_debate) {
  const auto document = parsed(inside_source());
  const std::string vote = "#vote-" + rich::by_device.text();
  const auto voting = document.select_node(("//voting[@refersTo='" + vote + "']").c_str()).node();
  EXPECT_STREQ(voting.attribute("outcome").value(), "#outcome-adopted");
  EXPECT_STREQ(voting.select_node("count[@refersTo='#choice-approve']").node().attribute("value").value(), "4");
  EXPECT_TRUE(document.select_node(("//scene[@refersTo='" + vote + "']").c_str()));
  EXPECT_EQ(document.select_nodes("//vote[@choice='#choice-against']").size(), 4U);
}

TEST(AkomaNtoso, whatever_is_referred_to_is_in_the_references) {
  for (const Source& source : {inside_source(), public_source(), draft_source(), not_held_source()}) {
    const auto document = parsed(source);
    for (const auto& found : document.select_nodes("//@refersTo | //@by | //@as | //@outcome | //@choice")) {
      const std::string id = std::string(found.attribute().value()).substr(1);
      EXPECT_TRUE(document.select_node(("//references/*[@eId='" + id + "']").c_str())) << id;
    }
  }
}

TEST(AkomaNtoso, everybody_reads_nothing_of_a_closed_item) {
  EXPECT_EQ(akoma_ntoso(public_source()).find("قرارداد"), std::string::npos);
}

TEST(OpenData, the_same_record_gives_the_same_bytes) {
  EXPECT_EQ(popolo(inside_source()), popolo(inside_source()));
  EXPECT_EQ(oparl(inside_source()), oparl(inside_source()));
  EXPECT_EQ(akoma_ntoso(inside_source()), akoma_ntoso(inside_source()));
}

}  // namespace
}  // namespace talar::exports
