#include "server/web/problems.hpp"

#include <string>

#include "protocol/archive.hpp"
#include "protocol/codec.hpp"
#include "protocol/words.hpp"

namespace talar::web {
namespace {

struct Row {
  std::string_view code;
  unsigned status;
  std::string_view title;
};

Row row_of(Trouble trouble) {
  switch (trouble) {
    case Trouble::bad_request:
      return {"bad_request", 400, "درخواست نادرست است."};
    case Trouble::header_too_large:
      return {"header_too_large", 431, "سرایند درخواست بیش از اندازه بزرگ است."};
    case Trouble::body_too_large:
      return {"body_too_large", 413, "بدنهٔ درخواست بیش از اندازه بزرگ است."};
    case Trouble::method_not_allowed:
      return {"method_not_allowed", 405, "این روش درخواست پذیرفته نمی‌شود."};
    case Trouble::version_not_supported:
      return {"version_not_supported", 505, "این نسخه از پروتکل وب پشتیبانی نمی‌شود."};
    case Trouble::wrong_host:
      return {"wrong_host", 421, "این سرور با این نشانی پاسخ نمی‌دهد."};
    case Trouble::expectation_failed:
      return {"expectation_failed", 417, "شرط درخواست برآورده نمی‌شود."};
    case Trouble::request_timeout:
      return {"request_timeout", 408, "درخواست به‌موقع کامل نشد."};
    case Trouble::upgrade_required:
      return {"upgrade_required", 426,
              "این نشانی فقط با اتصال وب‌سوکت در دسترس است."};
    case Trouble::wrong_content_type:
      return {"wrong_content_type", 415, "نوع محتوای درخواست پذیرفته نمی‌شود."};
    case Trouble::bad_body:
      return {"bad_body", 400, "محتوای درخواست خوانده نشد."};
    case Trouble::foreign_origin:
      return {"foreign_origin", 403, "درخواست از نشانی دیگری آمده است."};
    case Trouble::client_header_missing:
      return {"client_header_missing", 403, "درخواست از برنامهٔ تالار نیامده است."};
    case Trouble::signed_out:
      return {"signed_out", 401, "این دستگاه وارد سامانه نشده است."};
    case Trouble::not_allowed:
      return {"not_allowed", 403, "اجازهٔ این کار را ندارید."};
    case Trouble::sign_in_refused:
      return {"sign_in_refused", 401,
              "دعوت‌نامه پذیرفته نشد؛ شاید به کار رفته یا مهلت آن گذشته "
              "است."};
    case Trouble::wrong_passphrase:
      return {"wrong_passphrase", 401, "گذرواژه درست نیست."};
    case Trouble::passphrase_too_short:
      return {"passphrase_too_short", 422, "گذرواژه کوتاه است؛ گذرواژهٔ بلندتری بنویسید."};
    case Trouble::too_many_tries:
      return {"too_many_tries", 429,
              "شمار تلاش‌ها از حد گذشت؛ کمی بعد دوباره تلاش کنید."};
    case Trouble::not_found:
      return {"not_found", 404, "چنین نشانی‌ای یافت نشد."};
    case Trouble::no_such_hall:
      return {"no_such_hall", 404, "چنین تالاری نیست."};
    case Trouble::no_such_meeting:
      return {"no_such_meeting", 404, "چنین جلسه‌ای نیست."};
    case Trouble::no_such_person:
      return {"no_such_person", 404, "چنین عضوی نیست."};
    case Trouble::no_such_device:
      return {"no_such_device", 404, "چنین دستگاه یا دعوت‌نامه‌ای نیست."};
    case Trouble::no_such_item:
      return {"no_such_item", 404, "چنین بندی در دستور جلسه نیست."};
    case Trouble::no_such_attachment:
      return {"no_such_attachment", 404, "چنین پیوستی نیست."};
    case Trouble::no_such_vote:
      return {"no_such_vote", 404, "چنین رأی‌گیری‌ای نیست."};
    case Trouble::replay_too_long:
      return {"replay_too_long", 422, "این جلسه برای بازپخش بیش از اندازه طولانی است."};
    case Trouble::no_such_form:
      return {"no_such_form", 404, "صورتجلسه در چنین قالبی داده نمی‌شود."};
    case Trouble::overloaded:
      return {"overloaded", 503, "بار سرور زیاد است؛ چند لحظه بعد دوباره تلاش کنید."};
    case Trouble::too_many_connections:
      return {"too_many_connections", 503, "شمار اتصال‌ها به سقف رسیده است."};
    case Trouble::not_ready:
      return {"not_ready", 503, "سرور هنوز آماده نیست؛ چند لحظهٔ دیگر دوباره تلاش کنید."};
    case Trouble::no_printer:
      return {"no_printer", 503,
              "این سرور فایل پی‌دی‌اف نمی‌سازد؛ صورتجلسه را از همین صفحه چاپ "
              "کنید."};
    case Trouble::not_printed:
      return {"not_printed", 500,
              "فایل پی‌دی‌اف ساخته نشد؛ کمی بعد دوباره تلاش کنید."};
    case Trouble::internal:
      return {"internal", 500, "در سرور خطایی رخ داد."};
  }
  return {"internal", 500, "در سرور خطایی رخ داد."};
}

Response write(const Problem& body, std::string_view allow = {}) {
  Response response = respond(static_cast<unsigned>(body.status), "application/problem+json", to_json_text(body))
                          .with("Cache-Control", "no-store");
  if (body.retry_after_seconds) response.headers.push_back({"Retry-After", std::to_string(*body.retry_after_seconds)});
  if (body.status == 405) response.headers.push_back({"Allow", std::string(allow)});
  if (body.status == 426) {
    response.headers.push_back({"Upgrade", "websocket"});
    response.headers.push_back({"Sec-WebSocket-Version", "13"});  // RFC 6455 4.4
  }
  return response;
}

}  // namespace

std::string_view code_of(Trouble trouble) {
  return row_of(trouble).code;
}
unsigned status_of(Trouble trouble) {
  return row_of(trouble).status;
}

Response problem(Trouble trouble, Details details) {
  const Row row = row_of(trouble);
  return write({.title = std::string(row.title),
                .status = row.status,
                .code = std::string(row.code),
                .field = std::move(details.field),
                .expected = std::move(details.expected),
                .retry_after_seconds = details.retry_after_seconds},
               details.allow);
}

Response problem(const Refusal& refusal) {
  return write({.title = std::string(row_of(Trouble::bad_body).title),
                .status = 400,
                .code = std::string(word(refusal.code)),
                .field = refusal.field,
                .expected = refusal.expected,
                .retry_after_seconds = std::nullopt});
}

Response refused(const Refusal& refusal) {
  switch (refusal.code) {
    case RefusalCode::no_such_item:
      return problem(Trouble::no_such_item);
    case RefusalCode::no_such_vote:
      return problem(Trouble::no_such_vote);
    case RefusalCode::no_such_meeting:
      return problem(Trouble::no_such_meeting);
    case RefusalCode::not_allowed:
    case RefusalCode::not_your_own:
      return problem(Trouble::not_allowed);
    case RefusalCode::too_many_commands:
      return problem(Trouble::overloaded, {.retry_after_seconds = 1});
    case RefusalCode::shutting_down:
      return problem(Trouble::not_ready, {.retry_after_seconds = 2});
    default:
      break;
  }
  return write({.title = "قواعد تالار این کار را نمی‌پذیرد.",
                .status = 409,
                .code = std::string(word(refusal.code)),
                .field = refusal.field,
                .expected = refusal.expected,
                .retry_after_seconds = std::nullopt});
}

}  // namespace talar::web
