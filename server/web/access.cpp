#include "server/web/access.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <map>
#include <set>

#include "server/web/bodies.hpp"
#include "server/web/roster.hpp"
#include "server/web/visitor.hpp"

namespace talar::web {
namespace {

std::map<PersonId, Member> by_person(std::vector<Member> members) {
  std::map<PersonId, Member> map;
  for (Member& member : members) map.emplace(member.person, std::move(member));
  return map;
}

Invitation as_told(const storage::NewInvitation& made, const Holder& holder, std::string name) {
  return {.invitation = made.invitation,
          .kind = holder.kind,
          .person = holder.person,
          .name = std::move(name),
          .link = join_link(made.token),
          .code = made.code,
          .expires_at = made.expires_at,
          .code_expires_at = made.code_expires_at};
}

}  // namespace

std::string join_link(std::string_view token) {
  return "/join#" + std::string(token);
}

std::optional<Response> AccessDesk::turn_away(const Request& request, const HallId& hall) {
  return unless_at_the_desk(request, hall, accounts_, directory_);
}

Response AccessDesk::invitations(const Request& request, const HallId& hall) {
  if (auto response = turn_away(request, hall)) return std::move(*response);
  return with_body<Invite>(request, [&](const Invite& form) { return invite(hall, form); });
}

Response AccessDesk::invite(const HallId& hall, const Invite& form) {
  const auto members = by_person(directory_.members(hall));
  for (std::size_t i = 0; i < form.persons.size(); ++i)
    if (!members.contains(form.persons[i]))
      return problem(Trouble::no_such_person, {.field = "persons." + std::to_string(i)});

  Invitations answer;
  const Instant now = directory_.now();
  const auto add = [&](const Holder& holder, std::string name) {
    answer.invitations.push_back(
        as_told(accounts_.invite(hall, holder, now, invitations_valid_), holder, std::move(name)));
  };
  for (const PersonId person : form.persons) {
    add(person, members.at(person).name.value);
    if (directory_.standing(hall, person).needs_passphrase() && !accounts_.has_passphrase(person))
      answer.invitations.back().code.clear();
  }
  if (form.display) add(DeviceKind::display, "");
  if (form.kiosk) add(DeviceKind::kiosk, "");
  return respond_json(to_json_text(answer));
}

Response AccessDesk::access(const Request& request, const HallId& hall) {
  if (auto response = turn_away(request, hall)) return std::move(*response);
  const auto members = by_person(directory_.members(hall));
  const auto connected = directory_.connected(hall);
  const std::set<DeviceId> online(connected.begin(), connected.end());

  Access answer;
  for (const storage::Device& device : accounts_.devices(hall)) {
    const Holder& holder = device.holder;
    const auto member = holder.person ? members.find(*holder.person) : members.end();
    answer.devices.push_back({.device = device.device,
                              .kind = holder.kind,
                              .person = holder.person,
                              .name = member == members.end() ? std::string() : member->second.name.value,
                              .device_name = device.name,
                              .signed_in_at = device.signed_in_at,
                              .seen_at = device.seen_at,
                              .connected = online.contains(device.device)});
  }
  for (const storage::OpenInvitation& open : accounts_.open_invitations(hall, directory_.now()))
    answer.invitations.push_back({open.invitation, open.holder.kind, open.holder.person, open.expires_at});
  return respond_json(to_json_text(answer));
}

Response AccessDesk::revoke(const Request& request, const HallId& hall) {
  if (auto response = turn_away(request, hall)) return std::move(*response);
  return with_body<Revoke>(request, [&](const Revoke& form) { return revoke(hall, form); });
}

Response AccessDesk::revoke(const HallId& hall, const Revoke& form) {
  if (form.device.has_value() == form.invitation.has_value())
    return problem({RefusalCode::missing_field, "device", "either a device or an invitation", {}});
  const Instant now = directory_.now();
  const bool done = form.device ? accounts_.revoke_device(hall, *form.device, now)
                                : accounts_.revoke_invitation(hall, *form.invitation, now);
  if (!done) return problem(Trouble::no_such_device);
  if (form.device) {
    spdlog::info("device {} revoked in hall {}", form.device->text(), hall.value);
    directory_.halls().disconnect(*form.device);
  }
  return respond(204, "text/plain", "");
}

Response AccessDesk::roster_preview(const Request& request, const HallId& hall) {
  if (auto response = turn_away(request, hall)) return std::move(*response);
  if (!has_type(request, "text/csv") && !has_type(request, "text/plain"))
    return problem(Trouble::wrong_content_type, {.expected = "text/csv"});
  return respond_json(to_json_text(read_roster(request.body, directory_.members(hall))));
}

}  // namespace talar::web
