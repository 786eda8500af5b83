// What a file is, told from its bytes: what it is called and what a browser says of it are the sender's words. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace talar::web {

struct MediaType {
  std::string_view type;                  // as RFC 6838 writes it
  std::vector<std::string_view> endings;  // of its names; the first is put behind a name that has none of them
  enum class Shown { in_the_page, as_a_download } shown = Shown::as_a_download;
};

/// PDF, PNG, JPEG, GIF, WebP, the office files of OOXML and OpenDocument, text and CSV in UTF-8. Nothing for anything
/// else: HTML, SVG and other XML (they run scripts), office files with macros, programs, archives. `name` parts CSV
/// from other text.
const MediaType* media_type_of(std::string_view bytes, std::string_view name);
/// One of those, by its `type`.
const MediaType* media_type_called(std::string_view type);
/// For a problem's `expected`.
std::string_view media_types_known();

/// The name without folders and with an ending of its type, so that it opens as what it is.
std::string file_name(std::string_view given, const MediaType& type);
/// RFC 6266 with RFC 8187: the name in ASCII, and as it is.
std::string content_disposition(std::string_view name, const MediaType& type);

}  // namespace talar::web
