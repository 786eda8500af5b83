#include "server/live/farewell.hpp"

#include "protocol/codec.hpp"

namespace talar::live {
namespace {

CloseCode code_of(ByeReason reason) {
  switch (reason) {
    case ByeReason::restarting:
      return CloseCode::restarting;
    case ByeReason::overloaded:
      return CloseCode::try_later;
    case ByeReason::signed_out:
      return CloseCode::policy;
    case ByeReason::storage_failed:
      return CloseCode::internal_error;
  }
  return CloseCode::going_away;
}

}  // namespace

Farewell bye(ByeReason reason, std::optional<Millis> retry_after) {
  return {text_frame(encode(Bye{reason, retry_after})), code_of(reason)};
}

Farewell turned_away(const Refusal& refusal) {
  return {text_frame(encode(Refused{{}, refusal.code, refusal.field, refusal.expected, refusal.args})),
          CloseCode::policy};
}

}  // namespace talar::live
