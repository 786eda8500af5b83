// The small change of text protocols: ASCII only, views into what was given.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace talar::web {

/// Without blanks and tabs at either end.
std::string_view trim(std::string_view text);
std::string lower(std::string_view text);
std::vector<std::string_view> split(std::string_view text, char separator);
/// A path's or query's %41 and, in a query, '+'. Nothing when it is malformed.
enum class Plus { literal, blank };
std::optional<std::string> percent_decode(std::string_view text, Plus plus);
/// The decoded value of a query's first parameter of this name.
std::optional<std::string> query_value(std::string_view query, std::string_view name);
/// Lower-case hexadecimal SHA-256.
std::string sha256_hex(std::string_view bytes);

}  // namespace talar::web
