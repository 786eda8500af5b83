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

web::SiteSettings site_settings(const Config& config) {
  web::SiteSettings settings;
  if (!config.public_url.empty()) {
    settings.origins.public_url = web::parse_url(config.public_url);
    if (!settings.origins.public_url)
      throw std::runtime_error(
          fmt::format("The public URL must look like https://talar.example.ir, but it is \"{}\".", config.public_url));
  }
  settings.invitations_valid.ms = static_cast<std::int64_t>(config.invitation_days) * 86'400'000;
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

void load_certificate(const Config& config, live::Certificate& certificate) {
  if (config.tls_cert.empty() && config.tls_key.empty()) return;
  if (config.tls_cert.empty() || config.tls_key.empty())
    throw std::runtime_error("TLS needs both a certificate (--tls-cert) and its key (--tls-key).");
  certificate.replace(live::load_tls(config.tls_cert, config.tls_key, live::Resumption::on));
}

/// Waits on the main thread for what ends the server or changes it while it runs.
class Watch {
 public:
  Watch(const Config& config, live::Certificate& certificate) : config_(config), certificate_(certificate) {
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
        load_certificate(config_, certificate_);
        spdlog::info("SIGHUP: the certificate has been read again");
      } catch (const std::exception& fault) {
        spdlog::error("SIGHUP: the old certificate stays in use: {}", fault.what());
      }
      wait_for_reload();
    });
  }

  const Config& config_;
  live::Certificate& certificate_;
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
  live::Certificate certificate;
  load_certificate(config, certificate);
  Watch watch(config, certificate);

  const storage::Database database(config.database(), storage::Access::owner);
  storage::Journal journal(database);
  storage::Accounts accounts(database);
  const storage::Archive archive(database);
  storage::Files attached(database);

  live::Halls::Settings settings;
  settings.network_threads = config.threads;
  settings.limits = limits_of(config);
  settings.on_failure = [&watch](const std::string& reason) { watch.fail(reason); };
  live::Halls halls(journal, std::move(settings));

  web::ClientFiles files(config.client);
  if (!files.built()) spdlog::warn("there is no built client in {}: pages answer 503", config.client.string());
  if (halls.ids().empty()) spdlog::warn("there is no hall yet: found one with `talar import`");
  web::Site site(halls, accounts, archive, attached, std::move(files), site_settings(config));
  web::Server server(halls, site, certificate,
                     {.address = config.listen, .port = config.port, .workers = config.workers});

  halls.start();
  server.start();
  const std::string url = url_of(config, server.port());
  spdlog::info("talar {} listening on {}", version, url);
  listening(url);
  watch.until_told();

  // In the order in which the parts lean on each other: nobody new, the halls say goodbye and the journal drains,
  // answers under way are finished, the threads end.
  server.stop_accepting();
  halls.stop();
  server.stop();
  halls.join();
  spdlog::info("stopped");
  return watch.exit_code();
}

}  // namespace talar
