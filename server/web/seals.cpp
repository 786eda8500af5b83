#include "server/web/seals.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "protocol/codec.hpp"
#include "server/web/bodies.hpp"
#include "server/web/problems.hpp"
#include "server/web/visitor.hpp"

namespace talar::web {

Response SealDesk::sign(const Request& request, const HallId& hall, std::string_view meeting) {
  const auto id = id_value(meeting);
  if (!id) return problem(Trouble::no_such_meeting);
  auto who = member(request, hall);
  if (auto* const response = std::get_if<Response>(&who)) return std::move(*response);
  const PersonId person = std::get<PersonId>(who);
  return with_body<SignForm>(request, [&](const SignForm& form) {
    if (auto response = prove(person, form)) return std::move(*response);
    const auto done = directory_.execute(hall, SignMinutes{MeetingId{*id}}, person);
    return done ? respond(204, "text/plain", "") : refused(done.error());
  });
}

Response SealDesk::seal(const Request& request, const HallId& hall, std::string_view meeting) {
  const auto id = id_value(meeting);
  if (!id) return problem(Trouble::no_such_meeting);
  auto who = member(request, hall);
  if (auto* const response = std::get_if<Response>(&who)) return std::move(*response);
  return with_body<SealForm>(request, [&](const SealForm& form) {
    const auto seal = archive_.sealable(hall, MeetingId{*id});
    if (!seal) return problem(Trouble::no_such_meeting);
    // Whatever has happened to the record since, the hall knows its last event and refuses.
    const auto done =
        directory_.execute(hall, SealMinutes{MeetingId{*id}, *seal, form.reason}, std::get<PersonId>(who));
    return done ? check(hall, MeetingId{*id}) : refused(done.error());
  });
}

Response SealDesk::check(const HallId& hall, std::string_view meeting) {
  const auto id = id_value(meeting);
  return id ? check(hall, MeetingId{*id}) : problem(Trouble::no_such_meeting);
}

Response SealDesk::check(const HallId& hall, MeetingId meeting) {
  const auto found = archive_.check_seal(hall, meeting);
  if (!found) return problem(Trouble::no_such_meeting);
  if (!found->holds) spdlog::error("the seal of meeting {} does not hold", meeting.text());
  return respond_json(to_json_text(*found));
}

Response SealDesk::text(const Request& request, const HallId& hall, std::string_view meeting) {
  const auto id = id_value(meeting);
  if (!id) return problem(Trouble::no_such_meeting);
  const Visitor visitor = visitor_of(request, accounts_, directory_.now());
  if (!visitor.device) return problem(Trouble::signed_out);
  if (visitor.standing(directory_, hall).audience != Audience::staff) return problem(Trouble::not_allowed);
  auto text = archive_.sealed_text(hall, MeetingId{*id});
  if (!text) return problem(Trouble::no_such_meeting);
  return respond(200, "text/plain; charset=utf-8", *std::move(text))
      .with("Content-Disposition", fmt::format("attachment; filename=\"{}-{}.txt\"", hall.value, id_text(*id)));
}

std::variant<PersonId, Response> SealDesk::member(const Request& request, const HallId& hall) const {
  const Visitor visitor = visitor_of(request, accounts_, directory_.now());
  if (!visitor.device) return problem(Trouble::signed_out);
  if (!visitor.standing(directory_, hall).member) return problem(Trouble::not_allowed);
  return *visitor.device->holder.person;
}

std::optional<Response> SealDesk::prove(PersonId person, const SignForm& form) {
  if (!passphrases_.has(person)) return std::nullopt;
  // Not the 401 of signing in, which tells a device that it is nobody's any more.
  if (!form.passphrase) return problem(Trouble::not_allowed, {.field = "passphrase"});
  return passphrases_.check(person, *form.passphrase, directory_.now(), Trouble::not_allowed);
}

}  // namespace talar::web
