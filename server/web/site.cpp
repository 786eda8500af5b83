#include "server/web/site.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <exception>

#include "protocol/codec.hpp"
#include "server/web/archive_paths.hpp"
#include "server/web/handshake.hpp"
#include "server/web/text.hpp"
#include "server/web/version.hpp"
#include "server/web/visitor.hpp"

namespace talar::web {
namespace {

constexpr std::string_view api_prefix = "/api/";
constexpr std::string_view oparl_path = "/oparl/v1";
constexpr std::string_view halls_prefix = "halls/";
constexpr std::string_view calendar_prefix = "calendar/";
constexpr std::string_view live_prefix = "/live/";

HallId live_hall(const Request& request) {
  return {request.path.substr(live_prefix.size())};
}

bool reads(const Request& request) {
  return request.method != Method::post;
}

Response only(std::string_view methods) {
  return problem(Trouble::method_not_allowed, {.allow = methods});
}

/// A proxy on this machine speaks for the whole world.
bool from_this_machine(const Request& request) {
  const bool loopback =
      request.address.starts_with("127.") || request.address == "::1" || request.address.starts_with("::ffff:127.");
  return loopback && request.header("x-forwarded-for").empty() && request.header("forwarded").empty();
}

}  // namespace

Site::Site(live::Halls& halls, const storage::Database& database, storage::Accounts& accounts,
           const storage::Archive& archive, storage::Files& attached, ClientFiles files, SiteSettings settings)
    : halls_(halls),
      accounts_(accounts),
      directory_(halls),
      files_(std::move(files)),
      settings_(std::move(settings)),
      passphrases_(accounts, settings_.sign_in.passphrase),
      sign_in_(accounts, archive, directory_, passphrases_, settings_.sign_in),
      access_(accounts, directory_, settings_.invitations_valid),
      records_(accounts, archive, directory_, settings_.similar),
      replays_(accounts, archive, directory_, settings_.replays),
      calendars_(accounts, archive, directory_),
      attachments_(accounts, archive, attached, directory_),
      votes_(accounts, archive, database, halls.box(), directory_, settings_.collecting),
      seals_(accounts, archive, directory_, passphrases_),
      texts_(accounts, database, directory_),
      forms_(accounts, database, archive, directory_, settings_.origins, settings_.font),
      oparl_(archive, settings_.origins.public_url),
      spreadsheets_(accounts, archive, directory_) {}

boost::asio::awaitable<Response> Site::answer(const Request& request, Workers& workers) {
  if (!request.path.starts_with(api_prefix) && !request.path.starts_with(oparl_path)) co_return answer_now(request);
  std::optional<Response> response;
  if (Queue* const queue = queue_for(request)) {
    // Whoever prints may still be at it when the connection has gone, and has the request as its own.
    auto answered = queue->run(request.address, [this, request] { return answer_now(request); });
    response = co_await std::move(answered);
  } else {
    response = co_await workers.run([this, &request] { return answer_now(request); });
  }
  co_return response ? std::move(*response) : problem(Trouble::overloaded, {.retry_after_seconds = 2});
}

Queue* Site::queue_for(const Request& request) {
  switch (work_of(request)) {
    case Work::reading:
      return &reading_;
    case Work::filming:
      return &filming_;
    case Work::printing:
      return &printing_;
    case Work::quick:
      break;
  }
  return nullptr;
}

void Site::join() {
  reading_.join();
  filming_.join();
}

template <class Task>
Response Site::guarded(const Request& request, Task task) const {
  try {
    return task();
  } catch (const HallSilent&) {
    return problem(Trouble::not_ready, {.retry_after_seconds = 2});
  } catch (const std::exception& error) {
    spdlog::error("{}: {}", request.path, error.what());
    return problem(Trouble::internal);
  }
}

std::optional<Response> Site::turn_away(const Request& upload) {
  if (!settings_.origins.answers_to(upload.host())) return problem(Trouble::wrong_host);
  if (const auto trouble = settings_.origins.check_post(upload)) return problem(*trouble);
  const HallId hall{std::string(split(upload.path, '/')[3])};  // "", "api", "halls", id
  if (!directory_.exists(hall)) return problem(Trouble::no_such_hall);
  std::optional<Response> response;
  Response failed = guarded(upload, [&] {
    response = attachments_.turn_away(upload, hall);
    return Response{};
  });
  if (failed.body) return failed;
  return response;
}

Response Site::answer_now(const Request& request) {
  if (!settings_.origins.answers_to(request.host())) return problem(Trouble::wrong_host);
  const std::string_view path = request.path;
  if (path.starts_with(api_prefix))
    return guarded(request, [&] { return api(request, path.substr(api_prefix.size())); });
  if (path == oparl_path || path.starts_with(std::string(oparl_path) + "/"))
    return guarded(request, [&] { return oparl_.answer(request, path.substr(oparl_path.size())); });
  if (path.starts_with(live_prefix)) return problem(Trouble::upgrade_required);
  if (path == "/healthz" || path == "/readyz" || path == "/version" || path == "/metrics") {
    if (!reads(request)) return only("GET, HEAD");
    if (path == "/healthz") return respond_json(R"({"status":"ok"})");
    if (path == "/readyz") return ready();
    if (path == "/metrics") return metrics_page(request);
    return respond_json(fmt::format(R"({{"name":"talar","version":"{}","protocol":"{}"}})", version, subprotocol));
  }
  return page(request);
}

Response Site::page(const Request& request) const {
  return files_.answer(request).with("Content-Security-Policy", page_policy(settings_.box.source(request.host())));
}

Response Site::ready() const {
  return halls_.ready() ? respond_json(R"({"status":"ready"})") : problem(Trouble::not_ready);
}

Response Site::metrics_page(const Request& request) const {
  if (settings_.metrics_for == SiteSettings::MetricsFor::loopback && !from_this_machine(request))
    return problem(Trouble::not_found);
  return respond(200, "text/plain; version=0.0.4; charset=utf-8", metrics_text(halls_.metrics(), metrics_))
      .with("Cache-Control", "no-store");
}

Response Site::api(const Request& request, std::string_view path) {
  if (!reads(request)) {
    if (const auto trouble = settings_.origins.check_post(request)) return problem(*trouble);
  }
  if (path == "sign-in") return reads(request) ? only("POST") : sign_in_.sign_in(request);
  if (path == "sign-out") return reads(request) ? only("POST") : sign_in_.sign_out(request);
  if (path == "passphrase") return reads(request) ? only("POST") : sign_in_.prove(request);
  if (path == "whoami") return reads(request) ? sign_in_.whoami(request) : only("GET, HEAD");
  if (path == "ballot-box")
    return reads(request) ? respond_json(to_json_text(settings_.box.told())) : only("GET, HEAD");
  if (path == "calendar-link")
    return calendars_.link(request, reads(request) ? CalendarDesk::Token::same : CalendarDesk::Token::fresh);
  if (path.starts_with(calendar_prefix))
    return reads(request) ? calendars_.person(path.substr(calendar_prefix.size())) : only("GET, HEAD");
  if (path.starts_with(halls_prefix)) return hall(request, path.substr(halls_prefix.size()));
  return problem(Trouble::not_found);
}

Response Site::hall(const Request& request, std::string_view rest) {
  const auto parts = split(rest, '/');  // id, subject, and what of it
  const HallId hall{std::string(parts.front())};
  if (!directory_.exists(hall)) return problem(Trouble::no_such_hall);
  const std::string_view subject = parts.size() > 1 ? parts[1] : std::string_view();

  if (subject == "meetings" && parts.size() == 3)
    return reads(request) ? records_.record(request, hall, parts[2]) : only("GET, HEAD");
  if (subject == "meetings" && parts.size() == 4 && parts[3] == "replay")
    return reads(request) ? replays_.replay(request, hall, parts[2]) : only("GET, HEAD");
  if (subject == "meetings" && parts.size() == 4 && parts[3] == "sign")
    return reads(request) ? only("POST") : seals_.sign(request, hall, parts[2]);
  if (subject == "meetings" && parts.size() == 4 && parts[3] == "seal")
    return !reads(request)                           ? seals_.seal(request, hall, parts[2])
           : query_value(request.query, "canonical") ? seals_.text(request, hall, parts[2])
                                                     : seals_.check(hall, parts[2]);
  if (subject == "meetings" && parts.size() == 5 && parts[3] == "as")
    return reads(request) ? forms_.give(request, hall, parts[2], parts[4]) : only("GET, HEAD");
  if (subject == "attachments" && parts.size() == 3)
    return reads(request) ? attachments_.give(request, hall, parts[2]) : only("GET, HEAD");
  if (subject == "items" && parts.size() == 4 && parts[3] == "attachments")
    return reads(request) ? only("POST") : attachments_.upload(request, hall, parts[2]);
  if (subject == "texts" && parts.size() == 3)
    return reads(request) ? texts_.updates(request, hall, parts[2]) : only("GET, HEAD");
  if (subject == "votes" && parts.size() == 4 && parts[3] == "collect")
    return reads(request) ? only("POST") : votes_.collect(request, hall, parts[2]);
  if (subject == "votes" && parts.size() == 4 && parts[3] == "ballots")
    return reads(request) ? votes_.ballots(request, hall, parts[2]) : only("GET, HEAD");
  if (parts.size() != 2) return problem(Trouble::not_found);
  if (subject == "meetings") return reads(request) ? records_.meetings(request, hall) : only("GET, HEAD");
  if (subject == "search") return reads(request) ? records_.search(request, hall) : only("GET, HEAD");
  if (subject == "resolutions") return reads(request) ? records_.resolutions(request, hall) : only("GET, HEAD");
  if (subject == "resolutions.xlsx" || subject == "resolutions.csv")
    return reads(request) ? spreadsheets_.resolutions(
                                request, hall, *parse_word<exports::Format>(subject.substr(subject.rfind('.') + 1)))
                          : only("GET, HEAD");
  if (subject == "figures.xlsx") return reads(request) ? spreadsheets_.figures(request, hall) : only("GET, HEAD");
  if (subject == "figures") return reads(request) ? records_.figures(request, hall) : only("GET, HEAD");
  if (subject == "similar") return reads(request) ? records_.similar(request, hall) : only("GET, HEAD");
  if (subject == "calendar.ics") return reads(request) ? calendars_.hall(hall) : only("GET, HEAD");
  if (subject == "access") return reads(request) ? access_.access(request, hall) : only("GET, HEAD");
  if (subject == "invitations") return reads(request) ? only("POST") : access_.invitations(request, hall);
  if (subject == "revoke") return reads(request) ? only("POST") : access_.revoke(request, hall);
  if (subject == "roster-preview") return reads(request) ? only("POST") : access_.roster_preview(request, hall);
  return problem(Trouble::not_found);
}

std::optional<Trouble> Site::check_live(const Request& request) const {
  if (!request.path.starts_with(live_prefix)) return Trouble::not_found;
  if (const auto trouble = check_upgrade(request)) return trouble;
  if (!settings_.origins.answers_to(request.host())) return Trouble::wrong_host;
  if (const auto trouble = settings_.origins.check(request)) return trouble;
  if (!directory_.exists(live_hall(request))) return Trouble::no_such_hall;
  return halls_.ready() ? std::nullopt : std::optional(Trouble::not_ready);
}

live::Identity Site::identify(const Request& request) {
  live::Identity identity{
      .hall = live_hall(request), .kind = hall::Context::Kind::observer, .person = {}, .device = {}};
  const Visitor visitor = visitor_of(request, accounts_, directory_.now());
  if (!visitor.device) return identity;
  // Whoever is nobody in this other hall watches it as everybody may; of its own the hall's thread knows.
  if (visitor.device->hall != identity.hall && !visitor.standing(directory_, identity.hall).member) return identity;
  identity.device = visitor.device->device;
  identity.person = visitor.device->holder.person;
  identity.kind = kind_of(visitor.device->holder);
  identity.proven = visitor.device->proven_at.has_value();
  return identity;
}

}  // namespace talar::web
