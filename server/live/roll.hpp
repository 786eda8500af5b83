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
  /// In the order in which they came.
  std::vector<ConnectionId> connections_of(PersonId person) const { return of(persons_, person); }
  std::vector<ConnectionId> connections_of(DeviceId device) const { return of(devices_, device); }
  std::vector<DeviceId> devices() const;

 private:
  template <class Id>
  using Index = std::unordered_map<Id, std::vector<ConnectionId>>;

  template <class Id>
  static std::vector<ConnectionId> of(const Index<Id>& index, Id id) {
    const auto theirs = index.find(id);
    return theirs == index.end() ? std::vector<ConnectionId>{} : theirs->second;
  }
  template <class Id>
  static void strike(Index<Id>& index, const std::optional<Id>& id, ConnectionId connection);

  Lines lines_;
  Index<PersonId> persons_;
  Index<DeviceId> devices_;
};

}  // namespace talar::live
