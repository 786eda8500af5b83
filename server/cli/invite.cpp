#include <fmt/format.h>

#include <memory>
#include <stdexcept>

#include "protocol/words.hpp"
#include "server/cli/cli.hpp"
#include "server/cli/demo.hpp"
#include "server/cli/invitations.hpp"

namespace talar::cli {
namespace {

struct Wish {
  std::string hall;
  std::string person;
  std::string role;
  bool all = false;
  bool demo = false;
};

std::vector<PersonId> people_of(const Inviter& inviter, const Wish& wish) {
  if (wish.all) return inviter.everyone();
  if (!wish.person.empty()) {
    auto people = inviter.named(wish.person);
    if (people.empty()) throw std::runtime_error(fmt::format("Nobody in this hall is called \"{}\".", wish.person));
    return people;
  }
  const Role role = wish.role == "secretary" ? Role::staff : *parse_word<Role>(wish.role);
  auto people = inviter.of_role(role);
  if (people.empty()) throw std::runtime_error(fmt::format("Nobody in this hall has the role \"{}\".", wish.role));
  return people;
}

std::string base_url(const Config& config) {
  if (!config.public_url.empty()) return config.public_url;
  return fmt::format("http://localhost:{}", config.port);
}

void run(const Config& config, const Wish& wish) {
  const std::string base = base_url(config);
  if (wish.demo) return print_demo(config, base);
  if (!wish.all && wish.person.empty() && wish.role.empty())
    throw CLI::ValidationError("invite", "say whom: --person, --role, --all or --demo");

  const Millis valid{static_cast<std::int64_t>(config.invitation_days) * 86'400'000};
  Inviter inviter(config.database(), wish.hall.empty() ? std::nullopt : std::optional(HallId{wish.hall}), base, valid);
  if (wish.role == "observer") return print(inviter.observer());
  if (wish.role == "display") return print(inviter.display());
  if (wish.role == "kiosk") return print(inviter.kiosk());
  for (const PersonId person : people_of(inviter, wish)) print(inviter.person(person));
}

}  // namespace

void add_invite(CLI::App& talar, Invocation& invocation) {
  Config& config = invocation.config;
  CLI::App& invite = *talar.add_subcommand("invite", "Make fresh sign-in links; works while the server runs");
  const auto wish = std::make_shared<Wish>();
  invite.add_option("hall", wish->hall, "The hall; when left out, the first one")->type_name("HALL");
  add_data(invite, config);

  const std::string whom = "Whom";
  auto* person = invite.add_option("--person", wish->person, "One person, by name, however spelled")->type_name("NAME");
  auto* role = invite.add_option("--role", wish->role, "Everyone of this role")
                   ->check(CLI::IsMember({"chair", "secretary", "member", "guest", "display", "kiosk", "observer"}))
                   ->type_name("chair|secretary|member|guest|display|kiosk|observer");
  auto* all = invite.add_flag("--all", wish->all, "Everyone in the roster");
  auto* demo = invite.add_flag("--demo", wish->demo,
                               "A link for each: chair, secretariat, two attendees, observer, display, kiosk");
  person->group(whom)->excludes(role)->excludes(all)->excludes(demo);
  role->group(whom)->excludes(all)->excludes(demo);
  all->group(whom)->excludes(demo);
  demo->group(whom);

  const std::string how = "How";
  from_environment(invite.add_option("--public-url,--url", config.public_url, "How people reach the server"))
      ->type_name("URL")
      ->group(how);
  from_environment(invite.add_option("--invitation-days", config.invitation_days, "How long an invitation is valid"))
      ->check(CLI::Range(1, 90))
      ->type_name("DAYS")
      ->capture_default_str()
      ->group(how);
  invite.footer(
      "A link can be used once; a new one takes the place of the person's older one.\n\n"
      "Examples:\n"
      "  talar invite rasht --role chair --url https://talar.example.ir\n"
      "  talar invite rasht --person \"معاون خدمات شهری\"");
  invite.callback([&invocation, wish] { run(invocation.config, *wish); });
}

}  // namespace talar::cli
