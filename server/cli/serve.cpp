#include <spdlog/spdlog.h>

#include <memory>

#include "server/app.hpp"
#include "server/cli/cli.hpp"
#include "server/cli/demo.hpp"

namespace talar::cli {

void add_serve(CLI::App& talar, Invocation& invocation) {
  Config& config = invocation.config;
  CLI::App& serve = *talar.add_subcommand("serve", "Run the server until Ctrl-C or SIGTERM");
  add_data(serve, config);

  const std::string network = "Network";
  from_environment(serve.add_option("--listen", config.listen, "Address to listen on; 0.0.0.0 for the hall's network"))
      ->type_name("ADDRESS")
      ->capture_default_str()
      ->group(network);
  from_environment(serve.add_option("--port", config.port, "Port to listen on; 0 takes any free one"))
      ->type_name("PORT")
      ->capture_default_str()
      ->group(network);
  from_environment(serve.add_option("--public-url", config.public_url,
                                    "How people reach the server; then no other host name is answered to"))
      ->type_name("URL")
      ->group(network);
  from_environment(serve.add_option("--cast-port", config.cast_port,
                                    "Port where secret ballots are cast, without names and addresses [port + 1]"))
      ->type_name("PORT")
      ->group(network);
  from_environment(serve.add_option("--cast-url", config.cast_url,
                                    "How people reach that port, when not by the same name: behind a proxy"))
      ->type_name("URL")
      ->group(network);
  from_environment(serve.add_option("--tls-cert", config.tls_cert, "Certificate chain (PEM); read again on SIGHUP"))
      ->type_name("FILE")
      ->group(network);
  from_environment(serve.add_option("--tls-key", config.tls_key, "Its private key (PEM)"))
      ->type_name("FILE")
      ->group(network);
  from_environment(serve.add_option("--metrics", config.metrics, "Who may read /metrics"))
      ->check(CLI::IsMember({"loopback", "everyone"}))
      ->type_name("loopback|everyone")
      ->capture_default_str()
      ->group(network);

  const std::string house = "House";
  from_environment(serve.add_option("--client", config.client, "Folder of the built client"))
      ->type_name("DIR")
      ->capture_default_str()
      ->group(house);
  from_environment(serve.add_option("--invitation-days", config.invitation_days, "How long an invitation is valid"))
      ->check(CLI::Range(1, 90))
      ->type_name("DAYS")
      ->capture_default_str()
      ->group(house);
  from_environment(serve.add_option("--threads", config.threads, "Network threads"))
      ->check(CLI::Range(1, 64))
      ->type_name("N")
      ->capture_default_str()
      ->group(house);
  from_environment(serve.add_option("--workers", config.workers, "Threads for the database and for passphrases"))
      ->check(CLI::Range(1, 64))
      ->type_name("N")
      ->capture_default_str()
      ->group(house);
  from_environment(serve.add_option("--connections", config.connections, "Devices and browsers at the same time"))
      ->check(CLI::Range(10, 1'000'000))
      ->type_name("N")
      ->capture_default_str()
      ->group(house);
  from_environment(serve.add_option("--connections-per-address", config.connections_per_address,
                                    "Of one address; a hall's Wi-Fi may be one"))
      ->check(CLI::Range(1, 1'000'000))
      ->type_name("N")
      ->capture_default_str()
      ->group(house);
  from_environment(serve.add_option("--commands-per-second", config.commands_per_second,
                                    "What one device may ask; four times as much at once"))
      ->check(CLI::Range(1, 1'000'000))
      ->type_name("N")
      ->capture_default_str()
      ->group(house);
  from_environment(serve.add_option("--log-level", config.log_level, "How much is logged"))
      ->check(CLI::IsMember({"debug", "info", "warn", "error"}))
      ->type_name("debug|info|warn|error")
      ->capture_default_str()
      ->group(house);
  const auto demo_links = std::make_shared<bool>(false);
  serve.add_flag("--demo-links", *demo_links, "Print a fresh sign-in link and QR code per role");
  serve.footer(
      "Examples:\n"
      "  talar serve --data /var/lib/talar --client /usr/share/talar/client\n"
      "  talar serve --listen 0.0.0.0 --port 443 --public-url https://talar.example.ir \\\n"
      "              --tls-cert fullchain.pem --tls-key privkey.pem");

  serve.callback([&invocation, demo_links] {
    const Config& settings = invocation.config;
    spdlog::set_level(spdlog::level::from_str(settings.log_level));
    const bool with_links = *demo_links;
    invocation.exit_code = talar::serve(settings, [&](const std::string& url) {
      if (with_links) print_demo(settings, settings.public_url.empty() ? reachable(url) : settings.public_url);
    });
  });
}

}  // namespace talar::cli
