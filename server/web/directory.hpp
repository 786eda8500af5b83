// Who is who in the running halls, for threads that may wait: every question is asked on the hall thread.
#pragma once

#include <optional>
#include <stdexcept>
#include <vector>

#include "protocol/holder.hpp"
#include "protocol/published.hpp"
#include "protocol/terms.hpp"
#include "server/hall/hall.hpp"
#include "server/live/halls.hpp"
#include "storage/accounts.hpp"

namespace talar::web {

/// The hall thread is stopping or overwhelmed; answered as 503.
struct HallSilent : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Who somebody is in a hall at this moment.
struct Standing {
  Role role = Role::observer;
  Audience audience = Audience::public_;
  std::optional<Member> member;

  bool runs_the_hall() const { return role == Role::chair || role == Role::staff; }
  bool needs_passphrase() const;
};

/// As whom the rules know a device of this holder.
hall::Context::Kind kind_of(const Holder& holder);

class Directory {
 public:
  explicit Directory(live::Halls& halls) : halls_(halls) {}

  bool exists(const HallId& hall) const { return halls_.exists(hall); }
  Instant now() const { return halls_.now(); }
  live::Halls& halls() const { return halls_; }

  Standing standing(const HallId& hall, const Holder& holder) const;
  std::vector<Member> members(const HallId& hall) const;
  std::vector<DeviceId> connected(const HallId& hall) const;
  /// The hall, its groups and the hall above it.
  std::vector<HallId> family(const HallId& hall) const;
  /// One that the audience is shown at this moment.
  std::optional<Attachment> attachment(const HallId& hall, AttachmentId attachment, Audience audience) const;
  /// Likewise a secret vote that is closed, without its ballots.
  std::optional<PublishedVote> published(const HallId& hall, VoteId vote, Audience audience) const;
  /// As this person, or as the server itself. Comes back once it is durable, or refused.
  Result<std::int64_t> execute(const HallId& hall, Command command, std::optional<PersonId> person = {}) const;

 private:
  template <class Look>
  auto ask(const HallId& hall, Look look) const;

  live::Halls& halls_;
};

}  // namespace talar::web
