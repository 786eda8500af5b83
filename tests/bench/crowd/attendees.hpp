// The people in the seats of a hall that lives by itself.
#pragma once

#include "audience.hpp"
#include "meeting.hpp"
#include "rhythm.hpp"

namespace crowd {

/// Everybody in the seats. They look at the view that they share and act on what is new in it.
class Attendees {
 public:
  Attendees(Bench& bench, std::vector<Device> people) : audience_(bench, std::move(people)) {
    audience_.personal = [this](std::size_t index, std::string_view text) {
      if (type_of(text) == "welcome") index_[Json::parse(text)["me"]["person"].scalar] = index;
    };
  }
  void join() { audience_.join(); }

  void look() {
    plans_.run();
    const Json& now = meeting();
    if (now["state"].is("convened") || now["state"].is("open")) check_in();
    if (changed(item_, now["active_item"].scalar) && !item_.empty()) ask_for_the_floor();
    if (changed(vote_, now["open_vote"].scalar) && !vote_.empty()) vote();
    if (changed(turn_, view()["floor"]["turn"]["request"].scalar) && !turn_.empty()) speak();
  }

 private:
  static bool changed(std::string& known, const std::string& now) {
    if (known == now) return false;
    known = now;
    return true;
  }
  const Json& view() const { return audience_.view(0); }
  const Json& meeting() const { return view()["meetings"][view()["current"].scalar]; }
  std::size_t anyone() {
    return static_cast<std::size_t>(dice_.between(0, static_cast<std::int64_t>(audience_.size())));
  }
  void give(std::size_t who, const std::string& what) { audience_.say(who, command_frame(what)); }

  void check_in() {
    if (!changed(arriving_, view()["current"].scalar)) return;
    for (std::size_t i = 0; i < audience_.size(); ++i)
      plans_.in(dice_.between(0, 12 * second), [this, i] { give(i, command("check_in")); });
  }

  void ask_for_the_floor() {
    if (view()["items"][item_]["kind"].is("opening")) return;
    for (auto hands = dice_.between(2, 6); hands > 0; --hands) {
      plans_.in(dice_.between(1 * second, 15 * second), [this, who = anyone(), item = item_] {
        if (item != item_) return;
        give(who, command("request_floor", field("kind", "speech")));
        if (dice_.chance(10)) plans_.in(dice_.between(3 * second, 8 * second), [this, who] { withdraw(who); });
      });
    }
  }

  void withdraw(std::size_t who) {
    for (const Json& id : view()["floor"]["queue"].items) {
      const auto found = index_.find(view()["floor"]["requests"][id.scalar]["person"].scalar);
      if (found != index_.end() && found->second == who)
        return give(who, command("withdraw_request", field("request", id.scalar)));
    }
  }

  void vote() {
    for (const Json& person : view()["votes"][vote_]["electorate"].items) {
      const auto found = index_.find(person.scalar);
      if (found == index_.end() || dice_.chance(4)) continue;  // somebody always forgets
      const char* choice = dice_.chance(64) ? "approve" : dice_.chance(60) ? "against" : "abstain";
      plans_.in(dice_.between(1 * second, 9 * second), [this, who = found->second, choice, vote = vote_] {
        if (vote == vote_) give(who, command("cast_vote", field("vote", vote) + field("choice", choice)));
      });
    }
  }

  void speak() {
    const auto speaker = index_.find(view()["floor"]["turn"]["person"].scalar);
    if (dice_.chance(35))
      plans_.in(dice_.between(3 * second, 9 * second), [this, who = anyone(), item = item_] {
        if (item == item_)
          give(who,
               command("request_floor", dice_.chance(80) ? field("kind", "reply")
                                                         : field("kind", "point_of_order") + field("point", "fact")));
      });
    if (speaker == index_.end()) return;  // a person, who ends when they like
    plans_.in(dice_.between(9 * second, 22 * second), [this, who = speaker->second, turn = turn_] {
      if (turn == turn_) give(who, command("end_turn"));
    });
  }

  Audience audience_;
  std::map<std::string, std::size_t> index_;  // by person
  Plans plans_;
  Dice dice_;
  std::string arriving_, item_, vote_, turn_;
};

}  // namespace crowd
