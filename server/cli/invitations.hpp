// Invitations made beside the server, or before it runs.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "protocol/values.hpp"
#include "server/hall/state.hpp"
#include "storage/accounts.hpp"
#include "storage/database.hpp"
#include "storage/journal.hpp"

namespace talar::cli {

/// What one person (or the display, the tablet at the door, whoever watches) needs to come in.
struct Entrance {
  std::string label;
  std::string link;
  std::optional<std::string> code;  // none to watch, and none where a first passphrase takes the link
};

class Inviter {
 public:
  /// Throws std::runtime_error when there is no such hall. Without a hall: the first one.
  Inviter(const std::filesystem::path& file, std::optional<HallId> hall, std::string base_url, Millis valid);
  ~Inviter();

  const HallId& hall() const { return hall_; }
  const hall::State& state() const { return state_; }

  Entrance person(PersonId person);
  Entrance display();
  Entrance kiosk();
  Entrance observer() const;

  std::vector<PersonId> everyone() const;  // in the roster's order
  std::vector<PersonId> of_role(Role role) const;
  /// By name, however it is spelled.
  std::vector<PersonId> named(const std::string& name) const;

 private:
  Entrance invite(const Holder& holder, std::string label);

  storage::Database database_;
  storage::Journal journal_;
  storage::Accounts accounts_;
  std::string base_url_;
  Millis valid_;
  HallId hall_;
  hall::State state_;
};

/// With its QR code when it goes to a terminal.
void print(const Entrance& entrance);

}  // namespace talar::cli
