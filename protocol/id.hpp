// Strong identifiers. A fresh id is 50 random bits, written as ten characters of Crockford's base 32 (lower case).
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace talar {

/// Ten base-32 digits of a 50-bit value, e.g. "0k3v9yq2rt".
std::string id_text(std::uint64_t value);
/// The value behind exactly ten base-32 digits; nothing for any other text.
std::optional<std::uint64_t> id_value(std::string_view text);

template <class Tag>
struct Id {
  std::uint64_t value = 0;

  auto operator<=>(const Id&) const = default;
  std::string text() const { return id_text(value); }
};

using PersonId = Id<struct PersonTag>;
using MeetingId = Id<struct MeetingTag>;
using ItemId = Id<struct ItemTag>;
using RequestId = Id<struct RequestTag>;
using VoteId = Id<struct VoteTag>;
using ResolutionId = Id<struct ResolutionTag>;
using DeviceId = Id<struct DeviceTag>;
using InvitationId = Id<struct InvitationTag>;
using AttachmentId = Id<struct AttachmentTag>;
using TemplateId = Id<struct TemplateTag>;
using ProposalId = Id<struct ProposalTag>;
using ReferralId = Id<struct ReferralTag>;
using LetterId = Id<struct LetterTag>;
using PhraseId = Id<struct PhraseTag>;
using CorrectionId = Id<struct CorrectionTag>;

/// Fresh ids from a seed that the caller draws at random: the rules stay free of randomness (splitmix64).
class IdSource {
 public:
  explicit IdSource(std::uint64_t seed) : state_(seed) {}

  template <class SomeId>
  SomeId next() {
    return SomeId{draw()};
  }

 private:
  std::uint64_t draw();

  std::uint64_t state_;
};

}  // namespace talar

template <class Tag>
struct std::hash<talar::Id<Tag>> {
  std::size_t operator()(talar::Id<Tag> id) const noexcept { return std::hash<std::uint64_t>{}(id.value); }
};
