#include "server/web/attachments.hpp"

#include <spdlog/spdlog.h>

#include "protocol/codec.hpp"
#include "protocol/words.hpp"
#include "server/web/media_type.hpp"
#include "server/web/problems.hpp"
#include "server/web/text.hpp"
#include "server/web/visitor.hpp"
#include "storage/secrets.hpp"

namespace talar::web {
namespace {

/// The file runs nothing, fetches nothing and is framed by our own pages only. A sandbox besides would do no harm to
/// pictures and downloads, but not every Chromium shows a PDF in one.
constexpr std::string_view content_policy =
    "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'";
constexpr std::string_view sandboxed_policy = "default-src 'none'; frame-ancestors 'self'; sandbox";

/// As the codec would have it in a body: a query's words are judged by the same rules.
Result<AttachmentRow> judged(const AttachmentRow& row) {
  return from_json_text<AttachmentRow>(to_json_text(row));
}

std::string bytes_of(const storage::Files& files, const std::string& digest) {
  auto bytes = files.bytes(digest);
  if (!bytes) throw std::runtime_error("the bytes of an attached file are missing: " + digest);
  return *std::move(bytes);
}

}  // namespace

std::optional<Response> AttachmentDesk::turn_away(const Request& request, const HallId& hall) {
  return unless_at_the_desk(request, hall, accounts_, directory_);
}

Response AttachmentDesk::upload(const Request& request, const HallId& hall, std::string_view item) {
  if (auto response = turn_away(request, hall)) return std::move(*response);
  const auto item_id = id_value(item);
  if (!item_id) return problem(Trouble::no_such_item);
  const auto name = query_value(request.query, "name");
  if (!name) return problem({RefusalCode::missing_field, "name", "the file's name", {}});
  const auto visibility = parse_word<Visibility>(query_value(request.query, "visibility").value_or("inside"));
  if (!visibility) return problem({RefusalCode::unknown_word, "visibility", "inside or everyone", {}});
  const MediaType* const type = media_type_of(request.body, *name);
  if (!type) return problem(Trouble::wrong_content_type, {.expected = std::string(media_types_known())});

  AttachmentRow row{{storage::random_id()},
                    {{*item_id},
                     file_name(*name, *type),
                     type->type,
                     static_cast<std::int64_t>(request.body.size()),
                     storage::file_digest(request.body),
                     *visibility}};
  if (const auto fits = judged(row); !fits) return problem(fits.error());
  const Visitor sender = visitor_of(request, accounts_, directory_.now());  // signed out meanwhile, perhaps
  if (!sender.device || !sender.device->holder.person) return problem(Trouble::not_allowed);
  files_.keep(row.content.digest.value, request.body);
  const auto done = directory_.execute(hall, Attach{row.attachment, row.content, *sender.device->holder.person});
  if (!done) return refused(done.error());
  spdlog::info("hall {}: {} attached to item {}", hall.value, row.attachment.text(), row.content.item.text());
  return respond_json(to_json_text(row), 201);
}

std::optional<Attachment> AttachmentDesk::find(const HallId& hall, AttachmentId attachment, Audience audience) {
  if (auto file = directory_.attachment(hall, attachment, audience)) return file;
  return archive_.attachment(hall, attachment, audience);
}

Response AttachmentDesk::give(const Request& request, const HallId& hall, std::string_view attachment) {
  const auto id = id_value(attachment);
  if (!id) return problem(Trouble::no_such_attachment);
  const Audience audience = visitor_of(request, accounts_, directory_.now()).standing(directory_, hall).audience;
  const auto file = find(hall, AttachmentId{*id}, audience);
  const MediaType* const type = file ? media_type_called(file->media_type.value) : nullptr;
  if (!type) return problem(Trouble::no_such_attachment);

  Response response;
  const std::string etag = '"' + file->digest.value + '"';
  const bool is_pdf = type->type == "application/pdf";
  response.headers = {{"Cache-Control", "private, no-cache"},
                      {"ETag", etag},
                      {"Content-Security-Policy", std::string(is_pdf ? content_policy : sandboxed_policy)},
                      {"X-Frame-Options", "SAMEORIGIN"}};
  if (request.header("if-none-match") == etag) {
    response.status = 304;
    return response;
  }
  response.headers.push_back({"Content-Type", std::string(type->type)});
  response.headers.push_back({"Content-Disposition", content_disposition(file->name.value, *type)});
  response.body = shelf_.take(file->digest.value, static_cast<std::size_t>(file->bytes.value),
                              [&] { return bytes_of(files_, file->digest.value); });
  if (!response.body) return problem(Trouble::overloaded, {.retry_after_seconds = 2});
  return response;
}

}  // namespace talar::web
