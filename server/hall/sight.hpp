// Inside view(): what an audience may see, and the parts of its view, as many as are asked for.
#pragma once

#include "protocol/parts.hpp"
#include "server/hall/agenda.hpp"

namespace talar::hall {

/// One audience's eyes. Every part of a view asks here, so that the confidentiality rules (CNF) stand in one place.
class Sight {
 public:
  explicit Sight(Audience audience) : audience_(audience) {}

  /// The people of the hall: they see closed items, minutes and notes to the chair.
  bool is_inside() const { return audience_ == Audience::member || audience_ == Audience::staff; }
  /// Chair and secretariat: drafts, prepared votes, excuses.
  bool is_desk() const { return audience_ == Audience::staff; }

  /// A closed part is running.
  bool is_shut_out(const Meeting& current) const { return !is_inside() && current.closed_since; }
  bool sees(const Meeting& meeting) const { return is_desk() || meeting.state != MeetingState::drafted; }
  /// More of an item than that it is there.
  bool sees(const Meeting& meeting, std::optional<ItemId> item) const {
    return is_inside() || !is_closed(meeting, item);
  }
  bool sees(const Meeting& meeting, const Vote& vote) const {
    return (is_desk() || vote.state != VoteState::prepared) && sees(meeting, vote.item);
  }

 private:
  Audience audience_;
};

std::map<MeetingId, MeetingView> view_meetings(const State& state, Sight sight, const Parts& parts);
/// What is left of them while a closed part is running.
std::map<MeetingId, MeetingView> view_notice(MeetingId id, const Meeting& current, const Parts& parts);
void view_items(std::map<ItemId, ItemView>& items, MeetingId id, const Meeting& meeting, Sight sight,
                const Parts& parts);
std::map<PersonId, PersonView> view_people(const State& state, const Meeting* current, Sight sight, const Parts& parts);
std::optional<FloorView> view_floor(const State& state, const Meeting& meeting, Sight sight, const Parts& parts);
void view_votes(std::map<VoteId, VoteView>& votes, const Meeting& meeting, Sight sight, const Parts& parts);
void view_attachments(std::map<AttachmentId, Attachment>& attachments, const Meeting& meeting, Sight sight,
                      const Parts& parts);
std::map<ResolutionId, ResolutionView> view_resolutions(const Meeting& meeting, Sight sight, const Parts& parts);
std::optional<MinutesView> view_minutes(const State& state, const Meeting& current, Sight sight, const Parts& parts);

std::map<ProposalId, ProposalView> view_proposals(const State& state, Sight sight, const Parts& parts);
std::map<HallId, GroupView> view_groups(const State& state, const Parts& parts);
std::map<ReferralId, ReferralView> view_referrals(const State& state, Sight sight, const Parts& parts);

}  // namespace talar::hall
