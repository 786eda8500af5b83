// Who of a hall is connected right now. Observers are not called by name: only their network thread knows them.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <vector>

#include "server/live/identity.hpp"

namespace talar::live {

class Roll {
 public:
  struct Line {
    Identity identity;
    std::optional<Audience> wish;  // what its hello asked for
    Audience audience = Audience::public_;
    std::optional<Me> me;          // as it was last told
    std::set<EditorId> editors{};  // that it points for
  };
  using Lines = std::unordered_map<ConnectionId, Line>;

  void enter(ConnectionId id, Line line);
  void leave(ConnectionId id);
  Line* find(ConnectionId id);
  Lines& lines() { return lines_; }

  bool connected(PersonId person) const { return persons_.contains(person); }
  std::vector<ConnectionId> connections_of(PersonId person) const;
  std::vector<DeviceId> devices() const;

 private:
  Lines lines_;
  std::unordered_map<PersonId, std::vector<ConnectionId>> persons_;
};

}  // namespace talar::live
