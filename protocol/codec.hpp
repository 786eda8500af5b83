// JSON of the protocol, from the declarations alone. Strict inwards: what is refused is refused by name and path.
// Absent optionals are left out, Persian stays Persian (nothing above ASCII is escaped), no nulls except in patches.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "protocol/events.hpp"
#include "protocol/frames.hpp"
#include "protocol/parts.hpp"

namespace talar {

// Frames ------------------------------------------------------------------------------------------------------------

std::string encode(const ServerFrame& frame);
/// What a client sends: for tests and tools that speak to a server.
std::string encode(const ClientFrame& frame);
/// encode(State{seq, now, view}) without a copy of the view.
std::string encode_state(std::int64_t seq, Instant now, const View& view);
/// encode(Patch{seq, now, patch}) without a copy; `patch` is what diff() gave.
std::string encode_patch(std::int64_t seq, Instant now, std::string_view patch);

/// `field` of a refusal is the path from the frame's root, e.g. "command.content.minutes".
Result<ClientFrame> parse_client_frame(std::string_view text);
/// The command id of a `do` frame that was refused, as far as it can be known: the refusal names it.
std::optional<CommandId> command_id_of(std::string_view text);
/// "request_floor": for logs, metrics and tables.
std::string_view command_type(const Command& command);

/// The RFC 7396 merge patch that leads from one view to the other; nothing when they are equal.
std::optional<std::string> diff(const View& before, const View& after);
/// The same patch when nothing but these parts differs; `after` need not hold more than them.
std::optional<std::string> diff(const View& before, const View& after, const Parts& parts);
/// Brings the view up to date with these parts of a later one.
void take_over(View& view, View&& after, const Parts& parts);

// Events (of the journal) -------------------------------------------------------------------------------------------

std::string_view event_type(const Event& event);
/// The event's fields as an object, without its type.
std::string encode_event(const Event& event);
/// Reads our own writing: throws std::runtime_error when it cannot. Bounds are not checked again, so that a bound
/// that was tightened since then does not lock the journal.
Event parse_event(std::string_view type, std::string_view body);

// Single values: every struct of archive.hpp and accounts.hpp, View, Me, Command and the contents in terms.hpp
// ----------------------------

template <class T>
std::string to_json_text(const T& value);
template <class T>
Result<T> from_json_text(std::string_view text);

}  // namespace talar
