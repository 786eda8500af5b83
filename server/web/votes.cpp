#include "server/web/votes.hpp"

#include "protocol/base64.hpp"
#include "protocol/codec.hpp"
#include "server/ballots/encoding.hpp"
#include "server/web/bodies.hpp"
#include "server/web/problems.hpp"
#include "server/web/published.hpp"
#include "server/web/text.hpp"
#include "server/web/visitor.hpp"
#include "storage/ballots.hpp"

namespace talar::web {
BallotBox BoxPlace::told() const {
  if (url) return {{}, url->scheme + "://" + url->host};
  return {port, {}};
}

std::string BoxPlace::source(std::string_view host) const {
  if (url) return " " + url->scheme + "://" + url->host;
  // A policy cannot name an IPv6 address (CSP 3, section 2.3.1).
  const std::string_view name = host.starts_with('[') ? "*" : without_port(host);
  return " " + std::string(name) + ":" + std::to_string(port);
}

Response VoteDesk::collect(const Request& request, const HallId& hall, std::string_view vote) {
  const auto id = id_value(vote);
  if (!id) return problem(Trouble::no_such_vote);
  const Instant now = directory_.now();
  const Visitor visitor = visitor_of(request, accounts_, now);
  if (!visitor.device) return problem(Trouble::signed_out);
  if (!visitor.standing(directory_, hall).member) return problem(Trouble::not_allowed);
  if (const auto wait = collecting_.take(visitor.device->device.text(), now))
    return problem(Trouble::too_many_tries, {.retry_after_seconds = (wait->ms + 999) / 1000});
  return with_body<BlindedBallot>(request, [&](const BlindedBallot& form) {
    return collect(hall, VoteId{*id}, *visitor.device->holder.person, form);
  });
}

Response VoteDesk::collect(const HallId& hall, VoteId vote, PersonId person, const BlindedBallot& form) {
  const auto blinded = from_base64(form.blinded.value);
  if (!blinded || blinded->size() != ballots::signature_bytes)
    return problem(
        {RefusalCode::bad_text, "blinded", std::to_string(ballots::signature_bytes) + " bytes in base64", {}});
  const std::string digest = ballots::to_hex(ballots::as_bytes(storage::digest(*blinded)));
  // First it is on record whose ballot this is, then it is signed: whoever asks again, gets the same or nothing.
  const auto recorded = directory_.execute(hall, CollectBallot{vote, digest}, person);
  if (!recorded && recorded.error().code != RefusalCode::same_ballot) return refused(recorded.error());
  const auto signature = box_.sign(vote, *blinded);
  if (!signature) return refused(signature.error());
  return respond_json(to_json_text(BlindSignature{to_base64(*signature)}));
}

Response VoteDesk::ballots(const Request& request, const HallId& hall, std::string_view vote) {
  const auto id = id_value(vote);
  if (!id) return problem(Trouble::no_such_vote);
  const Audience audience = visitor_of(request, accounts_, directory_.now()).standing(directory_, hall).audience;
  auto found = find(hall, VoteId{*id}, audience);
  if (!found) return problem(Trouble::no_such_vote);
  constexpr std::size_t ballot_chars = 500;
  Response response = respond_json("");
  response.body = shelf_.take(found->vote.text(), static_cast<std::size_t>(found->cast) * ballot_chars, [&] {
    for (const storage::KeptBallot& kept : storage::ballots_of(database_, found->vote))
      found->ballots.push_back({to_base64(kept.message), to_base64(kept.signature)});
    return to_json_text(*found);
  });
  if (!response.body) return problem(Trouble::overloaded, {.retry_after_seconds = 2});
  return response;
}

std::optional<PublishedVote> VoteDesk::find(const HallId& hall, VoteId vote, Audience audience) const {
  if (auto found = directory_.published(hall, vote, audience)) return found;
  const auto meeting = archive_.meeting_of(hall, vote);
  const auto record = meeting ? archive_.record(hall, *meeting, audience) : std::nullopt;
  return record ? published(hall, vote, *record) : std::nullopt;
}

}  // namespace talar::web
