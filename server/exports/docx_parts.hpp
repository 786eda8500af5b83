// What a word processor's file needs beside its text (ECMA-376): the same for every record but for the letterhead.
#pragma once

#include <string>
#include <string_view>

#include "server/exports/ooxml_zip.hpp"
#include "server/exports/paper.hpp"

namespace talar::exports {

/// Types, relationships, styles, settings, header and footer; `document` is the text itself, `links` its addresses in
/// the order of their numbers, which begin with 10.
std::vector<ZipPart> docx_parts(const Paper& paper, std::string document, const std::vector<std::string>& links);

inline constexpr std::size_t first_link = 10;
inline constexpr std::string_view word_namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
inline constexpr std::string_view relation_namespace =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

}  // namespace talar::exports
