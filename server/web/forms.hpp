// A record in each of its forms: what the exports write of it by themselves, and what takes the archive or a printer.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <variant>

#include "server/exports/exports.hpp"
#include "server/web/ended.hpp"
#include "server/web/pdf.hpp"
#include "storage/archive.hpp"

namespace talar::web {

/// Vazirmatn out of the built client's folder, if it is there.
std::optional<std::string> font_in(const std::filesystem::path& client);

/// Any thread may ask, and waits.
class Forms {
 public:
  Forms(const storage::Database& database, const storage::Archive& archive, std::optional<std::string> font)
      : database_(database), archive_(archive), font_(std::move(font)) {}

  /// `url`: where this server is; empty when nobody knows.
  exports::Source source(const HallId& hall, MeetingRecord record, std::string url) const;
  /// A meeting's events tell more than its record does: whoever may see all of it may have them,
  static bool may_have(exports::Format format, Audience audience) {
    return format != exports::Format::jsonl || audience == Audience::staff;
  }
  /// and only once it has ended: while a vote is open, nobody sees who chooses what.
  static bool is_too_early(exports::Format format, const MeetingSummary& meeting) {
    return format == exports::Format::jsonl && !has_ended(meeting.state);
  }
  /// `asker`: who asks for `source`, and may have it in this form.
  std::variant<Body, NoPdf> write(const exports::Source& source, const storage::Asker& asker, exports::Format format);

 private:
  std::string calendar(const exports::Source& source, const storage::Asker& asker) const;
  std::string events(const exports::Source& source) const;

  const storage::Database& database_;
  const storage::Archive& archive_;
  const std::optional<std::string> font_;
  Press press_;
};

}  // namespace talar::web
