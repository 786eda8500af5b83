#include <algorithm>

#include "server/hall/paper.hpp"
#include "server/hall/refuse.hpp"
#include "server/hall/votes.hpp"

namespace talar::hall {
namespace {

/// Why no vote can be prepared for the item.
std::optional<Refusal> closed_to_votes(const Meeting& meeting, const Item& item, const char* field) {
  if (item.state == ItemState::withdrawn) {
    return with(refuse(RefusalCode::wrong_item_state, field), "state", item.state);
  }
  return full_of_votes(meeting);
}

}  // namespace

Decision decide_on(const Asking& a, const PrepareVote& c) {
  const auto place = item_in(a.state, c.item, agenda_is_alive);
  if (!place) return place.error();
  if (auto refusal = closed_to_votes(place->meeting, place->item, "item")) return *refusal;
  if (auto refusal = malformed(c.content)) return *refusal;
  return Events{VotePrepared{place->meeting_id, c.item, a.ids().next<VoteId>(), c.content, {}, {}}};
}

Decision decide_on(const Asking& a, const EditVote& c) {
  const auto place = prepared_vote(a.state, c.vote);
  if (!place) return place.error();
  if (auto refusal = malformed(c.content)) return *refusal;
  return Events{VoteEdited{place->meeting_id, c.vote, c.content}};
}

Decision decide_on(const Asking& a, const DiscardVote& c) {
  const auto place = prepared_vote(a.state, c.vote);
  if (!place) return place.error();
  return Events{VoteDiscarded{place->meeting_id, c.vote}};
}

Decision decide_on(const Asking& a, const WithdrawCandidate& c) {
  const auto place = prepared_vote(a.state, c.vote);
  if (!place) return place.error();
  const VoteForm& form = *place->vote.content.form;
  if (form.kind != VoteKind::election) return with(refuse(RefusalCode::wrong_vote_kind), "kind", form.kind);
  const auto option = static_cast<std::size_t>(c.option.value);
  if (option >= form.options.size()) return refuse(RefusalCode::no_such_option, "option");
  const bool is_desk = a.role == Role::chair || a.role == Role::staff;
  if (!is_desk && form.options[option].person != a.person()) return refuse(RefusalCode::not_your_own, "option");
  if (form.options[option].withdrawn) return refuse(RefusalCode::already_withdrawn, "option");
  return Events{CandidateWithdrawn{place->meeting_id, c.vote, c.option}};
}

Decision decide_on(const Asking& a, const RepeatVote& c) {
  const auto place = vote_in(a.state, c.vote, agenda_is_alive);
  if (!place) return place.error();
  const auto& [meeting_id, meeting, vote_id, vote] = *place;
  if (vote.state != VoteState::voided) return wrong_state(vote);
  const bool is_followed = vote.followed_by && meeting.votes.at(*vote.followed_by).state != VoteState::voided;
  if (is_followed) return refuse(RefusalCode::vote_in_use, "vote", "a vote that no other follows");
  if (auto refusal = closed_to_votes(meeting, meeting.items.at(vote.item), "vote")) return *refusal;
  return Events{VotePrepared{meeting_id, vote.item, a.ids().next<VoteId>(), vote.content, vote_id, FollowKind::repeat}};
}

}  // namespace talar::hall
