// What people call a thing, in the place of its id: "@" and
//   a seat of the roster       "@شهردار رشت"
//   meeting 2                  by its number; "meeting": the session that is told of
//   item 3.1, vote 3.1/2       of that session's agenda; the second vote on item 3.1
//   resolution 4, group NAME   by the number through the term, by name
//   correction 1               the first one that was proposed to that session's record
//   day +14                    a day, so many after that session, or after today for the coming one
//   seal 1                     of that meeting's record as it stands
#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "server/cli/recorder.hpp"

namespace talar::cli {

/// The seal that fits a record, whose events are all in `hall`.
using Sealer = std::function<Seal(Recorder& hall, MeetingId meeting)>;

/// In one session. Everything throws std::runtime_error for what is not there.
class Names {
 public:
  Names(Recorder& hall, std::int64_t session, Instant begins, const Sealer& sealer)
      : hall_(hall), session_(session), begins_(begins), sealer_(sealer) {}

  /// The same command with ids for names.
  nlohmann::json resolve(const nlohmann::json& named) const;

  MeetingId session() const { return meeting(session_); }
  ItemId item(const std::string& number) const;
  PersonId person(const std::string& name) const;
  /// One seat, or those who are still missing: "@absent", "@voters", "@signers 2"; in the roster's order.
  std::vector<PersonId> people(const std::string& name) const;

 private:
  nlohmann::json value(const std::string& name) const;
  MeetingId meeting(std::int64_t number) const;
  const hall::Meeting& agenda() const;
  VoteId vote(const std::string& number) const;
  ResolutionId resolution(std::int64_t number) const;
  CorrectionId correction(std::size_t number) const;
  HallId group(const std::string& name) const;
  bool is_missing(const std::string& set, PersonId person) const;

  Recorder& hall_;
  std::int64_t session_;
  Instant begins_;
  const Sealer& sealer_;
};

}  // namespace talar::cli
