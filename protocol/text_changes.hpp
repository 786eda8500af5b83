// Texts that several people write at once: what an update makes of a text. Places are UTF-16 units, texts are UTF-8.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "protocol/views_minutes.hpp"

namespace talar {

/// The text after the update; nothing when a place is not in the text, parts a surrogate pair, or places do not ascend.
std::optional<std::string> updated(std::string_view text, const TextUpdate& update);

/// One change that leads from one text to the other; none when they are the same.
TextUpdate difference(std::string_view before, std::string_view after);

/// Whose update a text is that was written whole by nobody knows which editor: none takes it for its own.
inline constexpr const char* no_editor = "whole";

/// Without line ends. An empty text has no lines.
std::vector<std::string_view> lines_of(std::string_view text);

/// Its length in Unicode code points.
std::size_t chars_of(std::string_view text);
/// What an update puts in, in all.
std::size_t inserted_chars(const RecentUpdate& update);

}  // namespace talar
