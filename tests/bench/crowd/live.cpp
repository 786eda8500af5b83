// A hall that lives by itself, for whoever starts the demo: attendees check in, ask for the floor, speak and vote; the
// chair moves on slowly, and keeps still for a while whenever a person has taken the chair's tablet in hand.
#include <csignal>

#include "attendees.hpp"
#include "desk.hpp"

namespace crowd {
namespace {

volatile std::sig_atomic_t told_to_end = 0;

}  // namespace

/// --members N: the last N of the roster are the crowd's; the others are left to the people who look on.
void live(Bench& bench) {
  const auto count = static_cast<std::size_t>(bench.options.number("members", 20));
  std::vector<Device> members;
  for (const Device& device : bench.devices)
    if (device.role == "member") members.push_back(device);
  if (members.size() > count) members.erase(members.begin(), members.end() - static_cast<std::ptrdiff_t>(count));
  for (const int signal : {SIGINT, SIGTERM}) std::signal(signal, [](int) { told_to_end = 1; });

  Desk desk(bench);
  Attendees attendees(bench, members);
  attendees.join();
  desk.join();
  while (told_to_end == 0) {
    bench.loop.turn(100);
    attendees.look();
    desk.look();
  }
}

}  // namespace crowd
