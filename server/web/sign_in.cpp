#include "server/web/sign_in.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>

#include "protocol/words.hpp"
#include "server/web/bodies.hpp"
#include "server/web/cookies.hpp"

namespace talar::web {
namespace {

Response too_many(Millis wait) {
  return problem(Trouble::too_many_tries, {.retry_after_seconds = (wait.ms + 999) / 1000});
}

}  // namespace

SignInDesk::SignInDesk(storage::Accounts& accounts, const storage::Archive& archive, const Directory& directory,
                       Passphrases& passphrases, SignInRules rules)
    : accounts_(accounts),
      archive_(archive),
      directory_(directory),
      passphrases_(passphrases),
      addresses_(rules.address),
      codes_(rules.codes) {}

Response SignInDesk::sign_in(const Request& request) {
  return with_body<SignIn>(request, [&](const SignIn& form) { return sign_in(request, form); });
}

std::optional<storage::OpenInvitation> SignInDesk::find(const SignIn& form) const {
  const Instant now = directory_.now();
  return form.token ? accounts_.find_by_token(form.token->value, now) : accounts_.find_by_code(form.code->value, now);
}

Response SignInDesk::sign_in(const Request& request, const SignIn& form) {
  if (form.token.has_value() == form.code.has_value())
    return problem({RefusalCode::missing_field, "token", "either a token or a code", {}});

  // Whatever is wrong with an invitation, the answer, its wording and the work before it are the same.
  const Instant now = directory_.now();
  const std::string network = network_of(request.address);
  const std::string guesses = guesses_of(network, now);
  if (form.code) {
    if (const auto wait = addresses_.take(network, now)) return too_many(*wait);
    if (const auto wait = codes_.take(guesses, now)) return too_many(*wait);
  }
  const auto invitation = find(form);
  if (!invitation) {
    // A token cannot be guessed, so a right one is never made to wait for its neighbours' wrong ones.
    if (form.token) {
      if (const auto wait = addresses_.take(network, now)) return too_many(*wait);
    }
    spdlog::info("sign-in refused: no such invitation, from {}", network);
    return problem(Trouble::sign_in_refused);
  }
  const Standing standing = directory_.standing(invitation->hall, invitation->holder);
  if (invitation->holder.person && !standing.member) return problem(Trouble::sign_in_refused);
  if (must_come_by_link(form, standing, invitation->holder)) return problem(Trouble::sign_in_refused);
  if (form.code) {
    addresses_.give_back(network);
    codes_.give_back(guesses);
  }

  SignedIn answer;
  answer.hall = invitation->hall;
  answer.role = standing.role;
  if (standing.member) answer.name = standing.member->name;
  if (standing.needs_passphrase()) {
    if (auto response = ask_passphrase(*invitation->holder.person, form, answer)) return std::move(*response);
  }

  const std::string device_name = form.device_name ? form.device_name->value : std::string();
  const auto bound = accounts_.bind_device(invitation->invitation, device_name, now);
  if (!bound) return problem(Trouble::sign_in_refused);  // somebody else was faster
  networks_.note(network, now);
  if (standing.needs_passphrase()) accounts_.prove_device(bound->device.device, now);
  const Holder& holder = invitation->holder;
  spdlog::info("device {} signed in to hall {} as {}", bound->device.device.text(), invitation->hall.value,
               holder.person ? holder.person->text() : std::string(word(holder.kind)));
  answer.device = bound->device.device;
  return respond_json(to_json_text(answer))
      .with("Set-Cookie", set_cookie({bound->device.device, bound->secret}, request.secure));
}

std::string SignInDesk::guesses_of(const std::string& network, Instant now) const {
  return networks_.knows(network, now) ? network : std::string();
}

bool SignInDesk::must_come_by_link(const SignIn& form, const Standing& standing, const Holder& holder) const {
  return form.code && standing.needs_passphrase() && !passphrases_.has(*holder.person);
}

std::optional<Response> SignInDesk::ask_passphrase(PersonId person, const SignIn& form, SignedIn so_far) {
  if (form.passphrase) return passphrases_.check_or_set(person, *form.passphrase, directory_.now());
  so_far.passphrase = step_of(person);
  return respond_json(to_json_text(so_far));
}

PassphraseStep SignInDesk::step_of(PersonId person) const {
  return passphrases_.has(person) ? PassphraseStep::give : PassphraseStep::set;
}

Response SignInDesk::prove(const Request& request) {
  const Visitor visitor = visitor_of(request, accounts_, directory_.now());
  if (!visitor.device || !visitor.device->holder.person) return problem(Trouble::signed_out);
  const PersonId person = *visitor.device->holder.person;
  const bool is_needed = std::ranges::any_of(directory_.halls().ids(), [&](const HallId& hall) {
    return directory_.standing(hall, person).needs_passphrase();
  });
  if (!is_needed) return problem(Trouble::not_allowed);
  return with_body<GivePassphrase>(request, [&](const GivePassphrase& form) {
    if (auto response = passphrases_.check_or_set(person, form.passphrase, directory_.now()))
      return std::move(*response);
    accounts_.prove_device(visitor.device->device, directory_.now());
    spdlog::info("device {} was proven by its person's passphrase", visitor.device->device.text());
    return respond(204, "text/plain", "");
  });
}

Response SignInDesk::sign_out(const Request& request) {
  const auto cookie = cookie_of(request);
  Response response = respond(204, "text/plain", "");
  if (!cookie) return response;
  if (const Visitor visitor = visitor_of(request, accounts_, directory_.now()); visitor.device) {
    accounts_.sign_out(visitor.device->hall, visitor.device->device, directory_.now());
    directory_.halls().disconnect(visitor.device->device);
  }
  return std::move(response).with("Set-Cookie", clear_cookie(cookie->device, request.secure));
}

Response SignInDesk::whoami(const Request& request) {
  WhoAmI answer;
  answer.halls = archive_.halls();
  if (const Visitor visitor = visitor_of(request, accounts_, directory_.now()); visitor.device) {
    const Standing standing = visitor.standing(directory_, visitor.device->hall);
    answer.device = visitor.device->device;
    answer.person = visitor.device->holder.person;
    answer.hall = visitor.device->hall;
    answer.role = standing.role;
    if (standing.member) answer.name = standing.member->name;
    for (HallRow& row : answer.halls) add_standing(row, visitor);
  }
  return respond_json(to_json_text(answer));
}

void SignInDesk::add_standing(HallRow& row, const Visitor& visitor) const {
  const storage::Device& device = *visitor.device;
  if (!device.holder.person && device.hall != row.hall) return;
  const Standing standing = directory_.standing(row.hall, device.holder);
  if (device.holder.person && !standing.member) return;
  row.role = standing.role;
  if (visitor.lacks_passphrase(standing)) row.passphrase = step_of(*device.holder.person);
}

}  // namespace talar::web
