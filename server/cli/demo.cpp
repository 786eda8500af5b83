#include "server/cli/demo.hpp"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <ifaddrs.h>
#include <net/if.h>

#include <array>
#include <cstdio>
#include <memory>

#include "server/cli/invitations.hpp"

namespace talar::cli {
namespace {

constexpr std::size_t attendees = 2;

/// The first IPv4 address of this machine that others can reach.
std::string own_address() {
  ifaddrs* list = nullptr;
  if (getifaddrs(&list) != 0) return "localhost";
  const std::unique_ptr<ifaddrs, decltype(&freeifaddrs)> owner(list, &freeifaddrs);
  for (const ifaddrs* at = list; at; at = at->ifa_next) {
    if (!at->ifa_addr || at->ifa_addr->sa_family != AF_INET) continue;
    if ((at->ifa_flags & IFF_LOOPBACK) != 0 || (at->ifa_flags & IFF_UP) == 0) continue;
    std::array<char, INET_ADDRSTRLEN> text{};
    const auto* address = reinterpret_cast<const sockaddr_in*>(at->ifa_addr);
    if (inet_ntop(AF_INET, &address->sin_addr, text.data(), text.size())) return text.data();
  }
  return "localhost";
}

}  // namespace

std::string reachable(const std::string& url) {
  std::string shown = url;
  for (const std::string any : {"0.0.0.0", "[::]"})
    if (const auto at = shown.find(any); at != std::string::npos) shown.replace(at, any.size(), own_address());
  if (const auto at = shown.find("127.0.0.1"); at != std::string::npos) shown.replace(at, 9, "localhost");
  return shown;
}

void print_demo(const Config& config, const std::string& base_url) {
  const Millis valid{static_cast<std::int64_t>(config.invitation_days) * 86'400'000};
  Inviter inviter(config.database(), std::nullopt, base_url, valid);
  fmt::print("\nOne link per role of «{}». Each can be used once; chair and secretariat choose a passphrase.\n",
             inviter.state().name.value);
  for (const PersonId chair : inviter.of_role(Role::chair)) print(inviter.person(chair));
  const auto staff = inviter.of_role(Role::staff);
  if (!staff.empty()) print(inviter.person(staff.front()));
  std::size_t printed = 0;
  for (const PersonId member : inviter.of_role(Role::member)) {
    const Seat seat = inviter.state().members.at(member).member.seat;
    if (seat == Seat::president || seat == Seat::vice_president) continue;  // they would choose a passphrase, too
    if (printed++ == attendees) break;
    print(inviter.person(member));
  }
  print(inviter.observer());
  print(inviter.display());
  print(inviter.kiosk());
  std::fflush(stdout);
}

}  // namespace talar::cli
