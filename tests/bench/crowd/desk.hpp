// Chair and secretariat of a hall that lives by itself.
#pragma once

#include <array>

#include "meeting.hpp"
#include "rhythm.hpp"

namespace crowd {

/// The chair's own device and the secretariat's.
class Desk {
 public:
  explicit Desk(Bench& bench) : chair_(bench, bench.one("chair")), staff_(bench, bench.one("staff")) {}

  void join() {
    chair_.join();
    staff_.join();
    const auto drafts = in_state(staff_, "meetings", "drafted");
    if (!staff_.view()["current"] && !drafts.empty())
      staff_.ask(command("convene_meeting", field("meeting", drafts[0])));
    if (staff_.meeting()["state"].is("convened")) {
      seat_the_others();
      prepare_an_early_vote();
    }
    known_ = situation();
    due_ = now_us() + 14 * second;
  }

  /// One step at most, when nothing has changed for its time.
  void look() {
    if (const Situation now = situation(); now != known_) {
      if (now_us() - acted_at_ > second && begun(known_, now)) hands_off_until_ = now_us() + 40 * second;
      known_ = now;
      due_ = now_us() + patience();
    }
    due_ = std::min(due_, now_us() + patience());  // a hand that goes up shortens it
    if (now_us() < std::max(due_, hands_off_until_)) return;
    if (const std::string next = step(); !next.empty()) {
      acted_at_ = now_us();
      chair_.try_to(next);
    }
    due_ = now_us() + 2 * second;
  }

 private:
  /// Those of the usual roster come, but for the two seats whose links the demo gives away.
  void seat_the_others() {
    std::map<long, std::string> seats;
    for (const auto& [id, person] : staff_.view()["people"].members) {
      const Json& seat = person["seat"];
      if (person["order"].number() < 24 && !seat.is("president") && !seat.is("vice_president") && !seat.is("secretary"))
        seats[person["order"].number()] = id;
    }
    for (int given = 0; given < 2 && !seats.empty(); ++given) seats.erase(seats.begin());
    for (const auto& [order, id] : seats) staff_.try_to(command("record_arrival", field("person", id)));
    chair_.try_to(command("check_in"));
  }

  /// So that whoever looks on sees a vote within two minutes.
  void prepare_an_early_vote() {
    const auto items = agenda(staff_);
    if (items.size() > 1)
      staff_.try_to(
          command("prepare_vote",
                  field("item", items[1]) + vote_content("آیا این گزارش به تصویب می‌رسد؟")));
  }

  /// State, item, vote and turn: what only the chair begins. If one begins and it was not us, a person is at work.
  using Situation = std::array<std::string, 4>;
  Situation situation() const {
    const Json& now = chair_.meeting();
    return {now["state"].scalar, now["active_item"].scalar, now["open_vote"].scalar,
            chair_.view()["floor"]["turn"]["request"].scalar};
  }
  static bool begun(const Situation& before, const Situation& now) {
    for (std::size_t i = 0; i < now.size(); ++i)
      if (now[i] != before[i] && !now[i].empty()) return true;
    return false;
  }

  std::int64_t patience() const {
    if (chair_.meeting()["open_vote"]) return 11 * second;
    if (chair_.meeting()["shown_result"]) return 10 * second;
    const std::string item = chair_.meeting()["active_item"].scalar;
    if (item.empty()) return 4 * second;
    if (chair_.view()["items"][item]["kind"].is("opening")) return 8 * second;
    return chair_.view()["floor"]["queue"].items.empty() ? 16 * second : 3 * second;
  }

  std::string step() const {
    const Json& now = chair_.meeting();
    const Json& floor = chair_.view()["floor"];
    if (now["state"].is("convened")) return command("open_meeting");
    if (!now["state"].is("open") || floor["turn"]) return {};
    if (now["open_vote"]) return command("close_vote", field("vote", now["open_vote"].scalar));
    if (!floor["queue"].items.empty()) return command("give_floor", field("request", floor["queue"].items[0].scalar));
    for (const std::string& vote : in_state(chair_, "votes", "prepared"))
      if (now["active_item"] && chair_.view()["votes"][vote]["item"].is(now["active_item"].scalar))
        return command("open_vote", field("vote", vote));
    for (const std::string& item : agenda(chair_))
      if (chair_.view()["items"][item]["state"].is("planned")) return command("activate_item", field("item", item));
    return command("close_meeting");
  }

  Person chair_, staff_;
  Situation known_;
  std::int64_t due_ = 0, acted_at_ = 0, hands_off_until_ = 0;
};

}  // namespace crowd
