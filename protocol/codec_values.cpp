#include "protocol/accounts.hpp"
#include "protocol/archive.hpp"
#include "protocol/codec.hpp"
#include "protocol/dump.hpp"
#include "protocol/json_in.hpp"
#include "protocol/json_out.hpp"
#include "protocol/published.hpp"

namespace talar {

template <class T>
std::string to_json_text(const T& value) {
  std::string out;
  detail::put(out, value);
  return out;
}

template <class T>
Result<T> from_json_text(std::string_view text) {
  return detail::read_document<T>(text, detail::Bounds::checked);
}

#define TALAR_VALUES(X)                                                                                              \
  X(MeetingSummary)                                                                                                  \
  X(MeetingPage)                                                                                                     \
  X(MeetingRecord)                                                                                                   \
  X(SearchPage)                                                                                                      \
  X(SimilarPage)                                                                                                     \
  X(CalendarLink)                                                                                                    \
  X(SignIn)                                                                                                          \
  X(SignedIn)                                                                                                        \
  X(Invite)                                                                                                          \
  X(Invitations)                                                                                                     \
  X(Access) X(Revoke) X(WhoAmI) X(GivePassphrase) X(RosterPreview) X(AttachmentRow) X(Problem) X(View) X(Me)         \
      X(Command) X(Charter) X(Member) X(NewMember) X(ItemContent) X(MeetingContent) X(VoteContent)                   \
          X(ResolutionContent) X(BlindedBallot) X(BlindSignature) X(SignedBallot) X(BallotReceipt) X(PublishedVote)  \
              X(VoteForm) X(VotingRules) X(VoteResult) X(HandCount) X(SecretCount) X(Marks) X(BallotBox) X(SignForm) \
                  X(SealForm) X(SealCheck) X(TextUpdates) X(RegisterPage) X(Figures) X(FollowUpContent)              \
                      X(CorrectionContent) X(Seal) X(DumpLine) X(DumpEnd)
#define TALAR_INSTANTIATE(T)                   \
  template std::string to_json_text(const T&); \
  template Result<T> from_json_text(std::string_view);
TALAR_VALUES(TALAR_INSTANTIATE)
// Its patches are texts that only pass through here.
template std::string to_json_text(const Replay&);

}  // namespace talar
