// The words of the protocol's enumerations as the screens write them (client-web/src/i18n/words.ts, speech.ts).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "protocol/terms.hpp"
#include "protocol/voting.hpp"

namespace talar::exports {

std::string_view persian(Seat seat);
std::string_view persian(SpeechKind speech);
std::string_view persian(Stance stance);
std::string_view persian(PointOfOrder point);
std::string_view persian(Choice choice);
std::string_view persian(Outcome outcome);
std::string_view persian(VoteKind kind);
std::string_view persian(VoteMode mode);

/// «سخن موافق», «پرسش», «اخطار».
std::string speech_name(SpeechKind kind, const std::optional<Stance>& stance);
/// «نخستین جلسه».
std::string meeting_name(std::int64_t number);

}  // namespace talar::exports
