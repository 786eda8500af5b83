// Halls as the measurements need them, brought about by the commands that people give.
#include "meeting.hpp"
#include "prose.hpp"

namespace crowd {
namespace {

const std::string speech =
    "سخنان نماینده دربارهٔ پیاده‌راه‌ها، رودخانه‌ها و بازار بزرگ رشت و "
    "پیشنهادهایی "
    "برای "
    "سال "
    "آینده. ";

std::string text_of(std::size_t bytes) {
  std::string text;
  while (text.size() + speech.size() <= bytes) text += speech;
  return text.empty() ? speech : text;
}

void write_minutes(Person& staff, const std::string& item, const std::string& text) {
  const long version = staff.view()["minutes"]["texts"][item]["version"].number();
  staff.order(
      command("write_minutes", field("item", item) + field("text", text) + R"(,"version":)" + std::to_string(version)));
}

/// Convenes the draft, everybody arrives, the chair opens.
void begin(Person& chair, Person& staff, const std::string& draft) {
  staff.ask(command("convene_meeting", field("meeting", draft)));
  all_arrive(staff);
  chair.ask(command("open_meeting"));
}

/// `text` is what is written of it.
void discuss(Person& chair, Person& staff, const std::vector<std::string>& people, const std::string& item,
             const std::string& text) {
  chair.ask(command("activate_item", field("item", item)));
  for (std::size_t i = 0; i < 5; ++i) {
    chair.order(
        command("give_floor_to", field("person", people[(i * 7 + item[9]) % people.size()]) + field("kind", "speech")));
    chair.order(command("end_turn"));
  }
  write_minutes(staff, item, text);
  staff.wait_for_answers();
  chair.wait_for_answers();
}

void decide(Person& chair, Person& staff, const std::string& item, Prose& prose) {
  staff.ask(command("prepare_vote", field("item", item) + vote_content(prose.question())));
  const std::string vote = open_prepared_vote(chair);
  chair.ask(command("cast_vote", field("vote", vote) + field("choice", "approve")));
  chair.ask(command("close_vote", field("vote", vote)));
  staff.ask(command("adopt_resolution", field("item", item) + R"(,"content":{"text":)" + quoted(prose.resolution()) +
                                            field("vote", vote) + R"(,"responsible":[]})"));
}

void one_week(Person& chair, Person& staff, long week, std::size_t lines) {
  Prose prose(static_cast<std::uint64_t>(week));
  const std::string starts = "20" + std::to_string(24 + week / 52 % 60) + "-01-04T05:30:00Z";
  staff.ask(command("draft_meeting",
                    R"(,"content":{"starts_at":)" + quoted(starts) + R"(,"minutes":150,"place":"تالار گفتگو"})"));
  const std::string draft = in_state(staff, "meetings", "drafted").back();
  for (int i = 0; i < 8; ++i) staff.order(command("add_item", field("meeting", draft) + item_content(prose.title())));
  staff.wait_for_answers();
  begin(chair, staff, draft);
  std::vector<std::string> people;
  for (const auto& [id, person] : staff.view()["people"].members) people.push_back(id);
  const auto items = agenda(chair);
  for (std::size_t i = 0; i < items.size(); ++i) {
    discuss(chair, staff, people, items[i], prose.text(lines));
    if (i % 4 == 1) decide(chair, staff, items[i], prose);
  }
  chair.ask(command("close_meeting"));
  staff.ask(command("publish_minutes", field("meeting", draft)));
}

}  // namespace

/// --meetings N archived ones, --lines N of minutes to each of their eight items.
void history(Bench& bench) {
  Person chair(bench, bench.one("chair")), staff(bench, bench.one("staff"));
  chair.join();
  staff.join();
  for (const std::string& draft : in_state(staff, "meetings", "drafted"))
    staff.ask(command("discard_draft", field("meeting", draft)));
  const long meetings = bench.options.number("meetings", 520);
  const auto lines = static_cast<std::size_t>(bench.options.number("lines", 25));
  bench.gauge.begin();
  for (long week = 0; week < meetings; ++week) one_week(chair, staff, week, lines);
  bench.gauge.end();
  bench.report.add("meetings", static_cast<double>(meetings));
  bench.report.add(bench.gauge, 0);
}

/// The imported draft becomes an open meeting whose first item is active and has a vote prepared.
void prepare(Bench& bench) {
  Person chair(bench, bench.one("chair")), staff(bench, bench.one("staff"));
  chair.join();
  staff.join();
  begin(chair, staff, in_state(staff, "meetings", "drafted").at(0));
  const auto items = agenda(chair);
  auto left = static_cast<std::size_t>(bench.options.number("minutes-bytes", 0));
  for (std::size_t i = 0; i < items.size() && left > 0; ++i) {
    const std::size_t bytes = std::min<std::size_t>(left, 30'000);
    write_minutes(staff, items[i], text_of(bytes));
    left -= bytes;
  }
  staff.wait_for_answers();
  chair.ask(command("activate_item", field("item", items.at(0))));
  staff.ask(command("prepare_vote", field("item", items.at(0)) + vote_content("آیا با این پیشنهاد موافقید؟")));
  bench.report.add("items", static_cast<double>(items.size()));
}

}  // namespace crowd
