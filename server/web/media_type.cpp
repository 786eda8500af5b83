#include "server/web/media_type.hpp"

#include <algorithm>
#include <array>

#include "server/live/utf8.hpp"
#include "server/web/text.hpp"
#include "server/web/zip.hpp"

namespace talar::web {
namespace {

using enum MediaType::Shown;

#define TALAR_OOXML "application/vnd.openxmlformats-officedocument."
#define TALAR_ODF "application/vnd.oasis.opendocument."

const std::array<MediaType, 13> known{{
    {"application/pdf", {".pdf"}, in_the_page},
    {"image/png", {".png"}, in_the_page},
    {"image/jpeg", {".jpg", ".jpeg"}, in_the_page},
    {"image/gif", {".gif"}, in_the_page},
    {"image/webp", {".webp"}, in_the_page},
    {TALAR_OOXML "wordprocessingml.document", {".docx"}},
    {TALAR_OOXML "spreadsheetml.sheet", {".xlsx"}},
    {TALAR_OOXML "presentationml.presentation", {".pptx"}},
    {TALAR_ODF "text", {".odt"}},
    {TALAR_ODF "spreadsheet", {".ods"}},
    {TALAR_ODF "presentation", {".odp"}},
    {"text/csv; charset=utf-8", {".csv"}},
    {"text/plain; charset=utf-8", {".txt"}},
}};

/// How the bytes begin, and where else there is a mark.
std::string_view picture_or_pdf(std::string_view bytes) {
  if (bytes.starts_with("%PDF-")) return "application/pdf";
  if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return "image/png";
  if (bytes.starts_with("\xFF\xD8\xFF")) return "image/jpeg";
  if (bytes.starts_with("GIF87a") || bytes.starts_with("GIF89a")) return "image/gif";
  if (bytes.starts_with("RIFF") && bytes.substr(0, 12).ends_with("WEBP")) return "image/webp";
  return {};
}

std::string_view office_file(std::string_view bytes) {
  const auto names = zip_names(bytes);
  if (!names) return {};
  if (const auto type = zip_first(bytes, "mimetype")) return type->starts_with(TALAR_ODF) ? *type : std::string_view();
  const auto has = [&](auto fits) { return std::ranges::any_of(*names, fits); };
  const auto below = [&](std::string_view folder) { return has([&](auto name) { return name.starts_with(folder); }); };
  if (!has([](auto name) { return name == "[Content_Types].xml"; })) return {};
  if (has([](auto name) { return lower(name).ends_with("vbaproject.bin"); })) return {};
  if (below("word/")) return TALAR_OOXML "wordprocessingml.document";
  if (below("xl/")) return TALAR_OOXML "spreadsheetml.sheet";
  if (below("ppt/")) return TALAR_OOXML "presentationml.presentation";
  return {};
}

bool is_plain_text(std::string_view bytes) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  constexpr std::string_view blanks = " \t\r\n\f";
  live::Utf8 utf8;
  if (bytes.empty() || !utf8.feed(bytes) || !utf8.complete()) return false;
  const auto is_control = [&](char c) {
    return (static_cast<unsigned char>(c) < 0x20 && blanks.find(c) == std::string_view::npos) || c == '\x7F';
  };
  if (std::ranges::any_of(bytes, is_control)) return false;
  if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
  const auto first = bytes.find_first_not_of(blanks);
  return first == std::string_view::npos || bytes[first] != '<';  // HTML, SVG, XML
}

bool has_ending(std::string_view name, const MediaType& type) {
  const std::string small = lower(name);
  return std::ranges::any_of(type.endings, [&](std::string_view ending) { return small.ends_with(ending); });
}

/// Of RFC 8187.
bool is_attribute_char(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         std::string_view("!#$&+-.^_`|~").find(c) != std::string_view::npos;
}

}  // namespace

const MediaType* media_type_of(std::string_view bytes, std::string_view name) {
  std::string_view type = picture_or_pdf(bytes);
  if (type.empty()) type = office_file(bytes);
  if (type.empty() && is_plain_text(bytes))
    type = lower(name).ends_with(".csv") ? "text/csv; charset=utf-8" : "text/plain; charset=utf-8";
  return media_type_called(type);
}

const MediaType* media_type_called(std::string_view type) {
  const auto found = std::ranges::find(known, type, &MediaType::type);
  return found == known.end() ? nullptr : &*found;
}

std::string_view media_types_known() {
  return "PDF, PNG, JPEG, GIF, WebP, DOCX, XLSX, PPTX, ODT, ODS, ODP, or text or CSV in UTF-8";
}

std::string file_name(std::string_view given, const MediaType& type) {
  if (const auto folder = given.find_last_of("/\\"); folder != std::string_view::npos) given.remove_prefix(folder + 1);
  std::string name(trim(given));
  if (!name.empty() && !has_ending(name, type)) name += type.endings.front();
  return name;
}

std::string content_disposition(std::string_view name, const MediaType& type) {
  static constexpr char hex[] = "0123456789ABCDEF";
  std::string plain, exact;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    const bool continues = (byte & 0xC0) == 0x80;
    if (!continues) plain += byte < 0x20 || byte > 0x7E || c == '"' || c == '\\' || c == '%' ? '_' : c;
    if (is_attribute_char(c))
      exact += c;
    else
      exact += {'%', hex[byte >> 4], hex[byte & 15]};
  }
  const std::string_view how = type.shown == in_the_page ? "inline" : "attachment";
  return std::string(how) + "; filename=\"" + plain + "\"; filename*=UTF-8''" + exact;
}

}  // namespace talar::web
