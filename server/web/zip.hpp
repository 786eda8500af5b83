// What stands in a zip archive, without unpacking any of it.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace talar::web {

/// The names in its directory; nothing when it is no zip archive, a damaged one, or a larger one than office files are.
std::optional<std::vector<std::string_view>> zip_names(std::string_view bytes);
/// The content of the first entry, if it has this name and is not compressed.
std::optional<std::string_view> zip_first(std::string_view bytes, std::string_view name);

}  // namespace talar::web
