#include "server/web/forms_desk.hpp"

#include <fmt/format.h>

#include "protocol/codec.hpp"
#include "protocol/words.hpp"
#include "server/web/problems.hpp"
#include "server/web/text.hpp"

namespace talar::web {
namespace {

using exports::Format;

/// The page runs nothing and fetches nothing. Its origin stays ours, and it may ask to print, so that the archive's
/// page around it can have it printed and follow its links.
constexpr std::string_view page_policy_of_record =
    "default-src 'none'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'self'; "
    "sandbox allow-same-origin allow-modals allow-popups allow-popups-to-escape-sandbox "
    "allow-top-navigation-by-user-activation";

/// Whatever a browser would show of it, it does nothing.
constexpr std::string_view file_policy = "default-src 'none'; frame-ancestors 'none'; sandbox";

Response no_pdf(NoPdf why) {
  switch (why) {
    case NoPdf::not_installed:
      return problem(Trouble::no_printer);
    case NoPdf::busy:
      return problem(Trouble::overloaded, {.retry_after_seconds = 5});
    case NoPdf::failed:
      break;
  }
  return problem(Trouble::not_printed);
}

}  // namespace

std::string FormsDesk::url(const Request& request, const Visitor& visitor, Format format) const {
  if (const auto& known = origins_.public_url) return known->scheme + "://" + known->host;
  // Each name that a stranger calls us by would be another page to print.
  if (format == Format::pdf && !visitor.device) return {};
  return fmt::format("{}://{}", request.secure ? "https" : "http", request.host());
}

Response FormsDesk::give(const Request& request, const HallId& hall, std::string_view meeting,
                         std::string_view format) {
  const auto id = id_value(meeting);
  if (!id) return problem(Trouble::no_such_meeting);
  const auto form = parse_word<Format>(format);
  if (!form) return problem(Trouble::no_such_form);
  const Visitor visitor = visitor_of(request, accounts_, directory_.now());
  const Audience audience = visitor.standing(directory_, hall).audience;
  auto record = archive_.record(hall, MeetingId{*id}, audience);
  if (!record) return problem(Trouble::no_such_meeting);
  if (!Forms::may_have(*form, audience)) return problem(Trouble::not_allowed);
  if (Forms::is_too_early(*form, record->summary))
    return refused({RefusalCode::wrong_meeting_state, {}, {}, {{"state", std::string(word(record->summary.state))}}});

  const exports::Source source = forms_.source(hall, *std::move(record), url(request, visitor, *form));
  const auto written = forms_.write(source, {hall, audience}, *form);
  if (const auto* why = std::get_if<NoPdf>(&written)) return no_pdf(*why);
  const Body& body = std::get<Body>(written);

  const bool is_page = *form == Format::html;
  Response response;
  // As the record itself it is about the one who asks: kept nowhere, but not sent twice to whoever still has it.
  response.headers = {{"Cache-Control", "private, no-cache"},
                      {"Vary", "Cookie, Talar-Device"},
                      {"ETag", '"' + sha256_hex(*body) + '"'},
                      {"Content-Security-Policy", std::string(is_page ? page_policy_of_record : file_policy)}};
  if (is_page) response.headers.push_back({"X-Frame-Options", "SAMEORIGIN"});
  if (request.header("if-none-match") == find(response.headers, "ETag")->c_str()) {
    response.status = 304;
    return response;
  }
  response.headers.push_back({"Content-Type", std::string(exports::media_type(*form))});
  response.headers.push_back(
      {"Content-Disposition", fmt::format("{}; filename=\"{}\"", is_page ? "inline" : "attachment",
                                          exports::file_name(hall, source.record.summary, *form))});
  response.body = body;
  return response;
}

}  // namespace talar::web
