// A record in each of its forms: what the exports write of it by themselves, and what takes the archive or a printer.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <variant>

#include "server/exports/exports.hpp"
#include "server/web/pdf.hpp"
#include "storage/archive.hpp"

namespace talar::web {

/// Vazirmatn out of the built client's folder, if it is there.
std::optional<std::string> font_in(const std::filesystem::path& client);

/// Any thread may ask, and waits.
class Forms {
 public:
  Forms(const storage::Archive& archive, std::optional<std::string> font) : archive_(archive), font_(std::move(font)) {}

  /// `url`: where this server is; empty when nobody knows.
  exports::Source source(const HallId& hall, MeetingRecord record, std::string url) const;
  /// `asker`: who asks for `source`.
  std::variant<Body, NoPdf> write(const exports::Source& source, const storage::Asker& asker, exports::Format format);

 private:
  std::string calendar(const exports::Source& source, const storage::Asker& asker) const;

  const storage::Archive& archive_;
  const std::optional<std::string> font_;
  Press press_;
};

}  // namespace talar::web
