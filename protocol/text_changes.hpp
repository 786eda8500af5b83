// Texts that several people write at once: what an update makes of a text. Places are UTF-16 units, texts are UTF-8.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "protocol/minutes.hpp"

namespace talar {

/// The text after the update; nothing when a place is not in the text, parts a surrogate pair, or places do not ascend.
std::optional<std::string> updated(std::string_view text, const TextUpdate& update);

/// One change that leads from one text to the other; none when they are the same.
TextUpdate difference(std::string_view before, std::string_view after);

/// Whose update a text is that was written whole by nobody knows which editor: none takes it for its own.
inline constexpr const char* no_editor = "whole";

/// By their number from 1, without line ends. An empty text has no lines.
std::map<std::int64_t, std::string> lines_of(std::string_view text);

/// Its length in Unicode code points.
std::size_t chars_of(std::string_view text);

}  // namespace talar
