// Secret votes over HTTP: whoever is entitled has a ballot signed, and what a closed vote consists of is published.
// Where ballots are cast is a listener of its own (casting.hpp).
#pragma once

#include "protocol/published.hpp"
#include "server/ballots/box.hpp"
#include "server/web/directory.hpp"
#include "server/web/limiter.hpp"
#include "server/web/origin.hpp"
#include "server/web/shelf.hpp"
#include "storage/accounts.hpp"
#include "storage/archive.hpp"

namespace talar::web {

/// Where ballots are cast: at `url`, or at `port` of the name by which the server was reached.
struct BoxPlace {
  std::uint16_t port = 0;
  std::optional<PublicUrl> url;

  BallotBox told() const;
  /// For the policy of pages that came from `host` (page_policy).
  std::string source(std::string_view host) const;
};

/// Blocks: not for a network thread. Any thread may call.
class VoteDesk {
 public:
  VoteDesk(storage::Accounts& accounts, const storage::Archive& archive, const storage::Database& database,
           ballots::Box& box, const Directory& directory, Limiter::Rule collecting)
      : accounts_(accounts),
        archive_(archive),
        database_(database),
        box_(box),
        directory_(directory),
        collecting_(collecting) {}

  /// The same signature for the same blinded ballot, as long as the vote lasts.
  Response collect(const Request& request, const HallId& hall, std::string_view vote);
  /// Of a closed vote that the visitor may see.
  Response ballots(const Request& request, const HallId& hall, std::string_view vote);

 private:
  Response collect(const HallId& hall, VoteId vote, PersonId person, const BlindedBallot& form);
  /// Without its ballots.
  std::optional<PublishedVote> find(const HallId& hall, VoteId vote, Audience audience) const;

  storage::Accounts& accounts_;
  const storage::Archive& archive_;
  const storage::Database& database_;
  ballots::Box& box_;
  const Directory& directory_;
  Limiter collecting_;
  Shelf shelf_;  // every voter's device fetches the list when the vote closes
};

}  // namespace talar::web
