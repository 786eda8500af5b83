#include "server/cli/invitations.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <stdexcept>

#include "protocol/words.hpp"
#include "server/cli/clock.hpp"
#include "server/cli/qr.hpp"
#include "server/hall/hall.hpp"
#include "server/web/access.hpp"
#include "server/web/directory.hpp"
#include "storage/archive.hpp"
#include "storage/fold.hpp"

namespace talar::cli {

Inviter::Inviter(const std::filesystem::path& file, std::optional<HallId> hall, std::string base_url, Millis valid)
    : database_(file, storage::Access::guest),
      journal_(database_),
      accounts_(database_),
      base_url_(std::move(base_url)),
      valid_(valid) {
  const auto halls = storage::Archive(database_).halls();  // chambers before their groups
  if (halls.empty()) throw std::runtime_error("There is no hall yet: found one with `talar import`.");
  hall_ = hall.value_or(halls.front().hall);
  if (!std::ranges::count(halls, hall_, &HallRow::hall))
    throw std::runtime_error(fmt::format("There is no hall \"{}\".", hall_.value));
  journal_.replay(hall_, 0, [this](const Recorded& recorded) { hall::apply(state_, recorded); });
  while (base_url_.ends_with('/')) base_url_.pop_back();
}

Inviter::~Inviter() = default;

Entrance Inviter::invite(const Holder& holder, std::string label) {
  const auto made = accounts_.invite(hall_, holder, clock_now(), valid_);
  return {std::move(label), base_url_ + web::join_link(made.token), made.code};
}

Entrance Inviter::person(PersonId person) {
  hall::Context context;
  context.kind = hall::Context::Kind::person;
  context.person = person;
  const web::Standing standing{
      .role = hall::role_of(state_, context), .audience = {}, .member = state_.members.at(person).member};
  Entrance entrance = invite(person, fmt::format("{} · {}", word(standing.role), standing.member->name.value));
  if (standing.needs_passphrase() && !accounts_.has_passphrase(person)) entrance.code.reset();
  return entrance;
}

Entrance Inviter::display() {
  return invite(DeviceKind::display, "display · نمایشگر تالار");
}

Entrance Inviter::kiosk() {
  return invite(DeviceKind::kiosk, "kiosk · تبلت ورودی تالار");
}

Entrance Inviter::observer() const {
  return {"observer · ناظر", fmt::format("{}/hall/{}/observe", base_url_, hall_.value), std::nullopt};
}

std::vector<PersonId> Inviter::everyone() const {
  std::vector<const std::pair<const PersonId, hall::Enrolled>*> rows;
  for (const auto& row : state_.members) rows.push_back(&row);
  std::ranges::sort(rows, {}, [](const auto* row) { return row->second.order; });
  std::vector<PersonId> people;
  for (const auto* row : rows) people.push_back(row->first);
  return people;
}

std::vector<PersonId> Inviter::of_role(Role role) const {
  std::vector<PersonId> people = everyone();
  std::erase_if(people, [&](PersonId person) {
    hall::Context context;
    context.kind = hall::Context::Kind::person;
    context.person = person;
    return hall::role_of(state_, context) != role;
  });
  return people;
}

std::vector<PersonId> Inviter::named(const std::string& name) const {
  std::vector<PersonId> people = everyone();
  const std::string folded = storage::fold(name);
  std::erase_if(people, [&](PersonId p) { return storage::fold(state_.members.at(p).member.name.value) != folded; });
  return people;
}

void print(const Entrance& entrance) {
  const bool terminal = isatty(STDOUT_FILENO) != 0;
  fmt::print("\n{}\n  {}\n", entrance.label, entrance.link);
  if (entrance.code) fmt::print("  code {} {}\n", entrance.code->substr(0, 3), entrance.code->substr(3));
  if (terminal) fmt::print("{}", qr_code(entrance.link, std::getenv("NO_COLOR") == nullptr));
}

}  // namespace talar::cli
