#include "server/app.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <csignal>
#include <stdexcept>

#include "server/live/halls.hpp"
#include "server/live/tls.hpp"
#include "server/web/casting.hpp"
#include "server/web/server.hpp"
#include "server/web/site.hpp"
#include "server/web/version.hpp"
#include "storage/accounts.hpp"
#include "storage/archive.hpp"
#include "storage/database.hpp"
#include "storage/files.hpp"
#include "storage/journal.hpp"

namespace talar {
namespace {

namespace asio = boost::asio;

/// None for an empty text.
std::optional<web::PublicUrl> url_in(const std::string& text, std::string_view what) {
  if (text.empty()) return std::nullopt;
  auto url = web::parse_url(text);
  if (!url)
    throw std::runtime_error(
        fmt::format("The {} must look like https://talar.example.ir, but it is \"{}\".", what, text));
  return url;
}

web::SiteSettings site_settings(const Config& config, std::uint16_t cast_port) {
  web::SiteSettings settings;
  settings.origins.public_url = url_in(config.public_url, "public URL");
  settings.box = {cast_port, url_in(config.cast_url, "URL for casting")};
  settings.invitations_valid.ms = static_cast<std::int64_t>(config.invitation_days) * 86'400'000;
  settings.font = web::font_in(config.client);
  if (config.metrics == "everyone") settings.metrics_for = web::SiteSettings::MetricsFor::everyone;
  return settings;
}

live::Limits limits_of(const Config& config) {
  live::Limits limits;
  limits.connections = config.connections;
  limits.connections_per_address = config.connections_per_address;
  // Bursts, and messages that are no commands, keep their proportion to the one number that an operator sets.
  const live::Limits usual;
  const auto scaled = [&](std::size_t limit) { return limit * config.commands_per_second / usual.commands_per_second; };
  limits.commands_per_second = config.commands_per_second;
  limits.commands_burst = scaled(usual.commands_burst);
  limits.messages_per_second = scaled(usual.messages_per_second);
  limits.messages_burst = scaled(usual.messages_burst);
  return limits;
}

/// Of the two listeners. Where ballots are cast, nobody may know a device again.
struct Certificates {
  live::Certificate site, casting;

  void load(const Config& config) {
    if (config.tls_cert.empty() && config.tls_key.empty()) return;
    if (config.tls_cert.empty() || config.tls_key.empty())
      throw std::runtime_error("TLS needs both a certificate (--tls-cert) and its key (--tls-key).");
    auto for_casting = live::load_tls(config.tls_cert, config.tls_key, live::Resumption::off);
    site.replace(live::load_tls(config.tls_cert, config.tls_key, live::Resumption::on));
    casting.replace(std::move(for_casting));
  }
};

/// Waits on the main thread for what ends the server or changes it while it runs.
class Watch {
 public:
  Watch(const Config& config, Certificates& certificates) : config_(config), certificates_(certificates) {
    wait_for_end();
    wait_for_reload();
  }

  /// From any thread: the server must end, and not as if all were well.
  void fail(const std::string& reason) {
    spdlog::critical("{}", reason);
    exit_code_ = 1;
    asio::post(context_, [this] { context_.stop(); });
  }

  int until_told() {
    context_.run();
    // From here on a second Ctrl-C asks for no more patience.
    error_code ignored;
    ends_.cancel(ignored);
    ends_.clear(ignored);
    for (const int signal : {SIGINT, SIGTERM}) std::signal(signal, [](int number) { _exit(128 + number); });
    return exit_code_;
  }
  int exit_code() const { return exit_code_; }

 private:
  using error_code = boost::system::error_code;

  void wait_for_end() {
    ends_.async_wait([this](const error_code& error, int signal) {
      if (error) return;
      spdlog::info("{}: stopping; once more to end at once", signal == SIGINT ? "SIGINT" : "SIGTERM");
      context_.stop();
    });
  }

  void wait_for_reload() {
    reload_.async_wait([this](const error_code& error, int) {
      if (error) return;
      try {
        certificates_.load(config_);
        spdlog::info("SIGHUP: the certificate has been read again");
      } catch (const std::exception& fault) {
        spdlog::error("SIGHUP: the old certificate stays in use: {}", fault.what());
      }
      wait_for_reload();
    });
  }

  const Config& config_;
  Certificates& certificates_;
  asio::io_context context_;
  asio::signal_set ends_{context_, SIGINT, SIGTERM};
  asio::signal_set reload_{context_, SIGHUP};
  std::atomic<int> exit_code_ = 0;
};

std::string url_of(const Config& config, std::uint16_t port) {
  const bool v6 = config.listen.find(':') != std::string::npos;
  return fmt::format("{}://{}{}{}:{}", config.tls_cert.empty() ? "http" : "https", v6 ? "[" : "", config.listen,
                     v6 ? "]" : "", port);
}

}  // namespace

int serve(const Config& config, const std::function<void(const std::string& url)>& listening) {
  std::signal(SIGPIPE, SIG_IGN);
  Certificates certificates;
  certificates.load(config);
  Watch watch(config, certificates);

  const storage::Database database(config.database(), storage::Access::owner);
  storage::Journal journal(database);
  storage::Accounts accounts(database);
  const storage::Archive archive(database);
  storage::Files attached(database);

  live::Halls::Settings settings;
  settings.network_threads = config.threads;
  settings.limits = limits_of(config);
  settings.on_failure = [&watch](const std::string& reason) { watch.fail(reason); };
  live::Halls halls(journal, database, std::move(settings));

  web::ClientFiles files(config.client);
  if (!files.built()) spdlog::warn("there is no built client in {}: pages answer 503", config.client.string());
  if (halls.ids().empty()) spdlog::warn("there is no hall yet: found one with `talar import`");
  web::CastDesk cast_desk(halls.box());
  web::Server casting(halls, cast_desk, certificates.casting,
                      {.address = config.listen,
                       .port = config.port_for_casting(),
                       .workers = 1,
                       .peers = web::Server::Settings::Peers::unknown});
  web::Site site(halls, database, accounts, archive, attached, std::move(files), site_settings(config, casting.port()));
  web::Server server(halls, site, certificates.site,
                     {.address = config.listen, .port = config.port, .workers = config.workers});
  if (site.behind_tls() && config.tls_cert.empty() && config.cast_url.empty())
    spdlog::warn("people come by https, but no --cast-url says how they reach the port for secret ballots");

  halls.start();
  server.start();
  casting.start();
  const std::string url = url_of(config, server.port());
  spdlog::info("secret ballots are cast on {}", url_of(config, casting.port()));
  spdlog::info("talar {} listening on {}", version, url);
  listening(url);
  watch.until_told();

  // In the order in which the parts lean on each other: nobody new, the halls say goodbye and the journal drains,
  // answers under way are finished, the threads end.
  server.stop_accepting();
  casting.stop_accepting();
  halls.stop();
  server.stop();
  casting.stop();
  halls.join();
  spdlog::info("stopped");
  return watch.exit_code();
}

}  // namespace talar
