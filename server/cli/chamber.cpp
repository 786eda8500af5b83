#include "server/cli/chamber.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>

#include "protocol/time_text.hpp"
#include "server/cli/spot.hpp"

namespace talar::cli {
namespace {

MajorityKind read_majority(const Spot& from) {
  const auto majority = from.one_of<MajorityKind>();
  if (majority == MajorityKind::fraction)
    from.fail("must be simple, absolute, two_thirds, three_quarters or four_fifths");
  return majority;
}

ChamberVote read_vote(const Spot& from) {
  ChamberVote vote{
      .question = from.at("question").text(limits::question_chars), .form = {}, .candidates = {}, .majority = {}};
  vote.form.kind = from.at("kind").one_of<VoteKind>();
  if (const auto mode = from.find("mode")) vote.form.mode = mode->one_of<VoteMode>();
  if (const auto seats = from.find("seats")) vote.form.seats = seats->number(1, limits::options);
  if (const auto marks = from.find("marks")) vote.form.marks = marks->number(1, limits::options);
  if (const auto points = from.find("points")) vote.form.points = points->number(1, limits::vote_points_max);
  if (const auto majority = from.find("majority")) vote.majority = read_majority(*majority);
  if (const auto candidates = from.find("candidates"))
    for (const auto& name : candidates->entries()) vote.candidates.push_back(name.text(limits::name_chars));
  return vote;
}

ChamberItem read_item(const Spot& from, std::size_t depth) {
  if (depth > limits::item_depth) from.fail(fmt::format("is nested more than {} deep", limits::item_depth));
  ChamberItem item;
  item.content.title = from.at("title").text(limits::title_chars);
  if (const auto title = from.find("short_title")) item.content.short_title = title->text(limits::short_name_chars);
  item.content.kind = from.at("kind").one_of<ItemKind>();
  if (const auto minutes = from.find("minutes")) item.content.minutes = minutes->number(0, limits::item_minutes_max);
  if (const auto confidential = from.find("confidential")) item.content.confidential = confidential->flag();
  if (const auto options = from.find("options")) {
    for (const auto& option : options->entries()) item.content.options.push_back(option.text(limits::title_chars));
    if (item.content.options.size() > limits::options)
      options->fail(fmt::format("may have {} entries", limits::options));
  }
  if (const auto presenter = from.find("presenter")) item.presenter = presenter->text(limits::name_chars);
  if (const auto majority = from.find("majority")) item.majority = read_majority(*majority);
  if (const auto votes = from.find("votes"))
    for (const auto& vote : votes->entries()) item.votes.push_back(read_vote(vote));
  if (const auto items = from.find("items"))
    for (const auto& part : items->entries()) item.items.push_back(read_item(part, depth + 1));
  return item;
}

Schedule read_schedule(const Spot& chamber) {
  constexpr std::array days{"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"};
  Schedule schedule;
  if (const auto zone = chamber.find("timezone")) schedule.timezone = zone->text(60);
  const auto meets = chamber.at("meets");
  const auto day = std::ranges::find(days, meets.at("weekday").text(20));
  if (day == days.end()) meets.at("weekday").fail("must be a day such as \"thursday\"");
  schedule.weekday = static_cast<int>(day - days.begin());
  const std::string time = meets.at("time").text(5);
  if (std::sscanf(time.c_str(), "%2d:%2d", &schedule.hour, &schedule.minute) != 2 || schedule.hour > 23 ||
      schedule.minute > 59 || schedule.hour < 0 || schedule.minute < 0)
    meets.at("time").fail("must be a time such as \"09:00\"");
  return schedule;
}

Chamber read(const Spot& root) {
  Chamber chamber;
  chamber.name = root.at("name").at("fa").text(limits::name_chars);
  if (const auto english = root.at("name").find("en")) chamber.name_en = english->text(limits::name_chars);
  if (const auto kind = root.find("kind")) chamber.kind = kind->one_of<HallKind>();
  chamber.place = root.at("place").at("fa").text(limits::place_chars);
  chamber.meets = read_schedule(root);
  chamber.minutes = root.at("meets").at("minutes").number(0, limits::item_minutes_max);

  const auto first = root.at("first_session");
  const auto starts = parse_instant(first.at("starts").text(40));
  if (!starts) first.at("starts").fail("must be a moment such as \"2023-12-28T05:30:00Z\"");
  chamber.starts_at = *starts;
  chamber.agenda = read_agenda(first.at("agenda"));
  if (const auto phrases = root.find("phrases"))
    for (const auto& phrase : phrases->entries())
      chamber.phrases.push_back(
          {phrase.at("name").text(limits::short_name_chars), phrase.at("text").text(limits::phrase_chars)});
  return chamber;
}

}  // namespace

std::vector<ChamberItem> read_agenda(const Spot& from) {
  std::vector<ChamberItem> agenda;
  for (const auto& item : from.entries()) agenda.push_back(read_item(item, 1));
  return agenda;
}

Chamber read_chamber(const std::filesystem::path& file) {
  return read_file(file, read);
}

}  // namespace talar::cli
