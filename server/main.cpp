#include <fmt/format.h>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <cstdlib>
#include <exception>
#include <memory>

#include "server/cli/cli.hpp"
#include "server/cli/help.hpp"
#include "server/web/version.hpp"

namespace {

using namespace talar;

/// The settings file is read before the flags, so that flags and environment go before it.
void read_settings(int argc, char** argv, Config& config) {
  CLI::App first_look;
  first_look.allow_extras()->set_help_flag();
  std::string file;
  first_look.add_option("--config", file)->envname("TALAR_CONFIG");
  try {
    first_look.parse(argc, argv);
  } catch (const CLI::ParseError&) {
    return;  // the second look says what is wrong
  }
  if (!file.empty()) read_toml(file, config);
}

int run(int argc, char** argv) {
  cli::Invocation invocation;
  read_settings(argc, argv, invocation.config);

  CLI::App talar("Talar (تالار): the server of a chamber's weekly meetings.", "talar");
  talar.set_version_flag("--version", std::string(version), "The version of this binary");
  talar.set_help_flag("-h,--help", "This page");
  talar.require_subcommand(1)->fallthrough();
  talar.formatter(std::make_shared<cli::Help>());
  talar.failure_message(cli::misuse);
  std::string file;
  talar.add_option("--config", file, "Settings (TOML): data = \"…\", port = 443, public_url = \"…\"")
      ->envname("TALAR_CONFIG")
      ->type_name("FILE.toml");
  talar.footer(
      "Every setting can stand in the file (public_url), in the environment (TALAR_PUBLIC_URL) or on the\n"
      "command line (--public-url); what comes later in this list goes first.\n\n"
      "A first evening:\n"
      "  talar import chamber.json --roster roster.csv --starts-at next\n"
      "  talar serve --demo-links\n\n"
      "Exit codes: 0 done, 1 failed, 2 misused, 3 verify or recount found faults.");
  cli::add_serve(talar, invocation);
  cli::add_import(talar, invocation);
  cli::add_invite(talar, invocation);
  cli::add_backup(talar, invocation);
  cli::add_verify(talar, invocation);
  cli::add_rebuild(talar, invocation);
  cli::add_recount(talar, invocation);
  cli::add_export(talar, invocation);
  cli::add_schema(talar, invocation);
  cli::only_the_chosen_reads_the_environment(talar);
  try {
    talar.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return talar.exit(error) == 0 ? cli::done : cli::misused;
  }
  return invocation.exit_code;
}

}  // namespace

int main(int argc, char** argv) {
  spdlog::set_default_logger(spdlog::stderr_color_mt("talar"));
  spdlog::set_pattern("%Y-%m-%dT%H:%M:%S.%e %^%l%$ %v");
  spdlog::flush_on(spdlog::level::info);
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    fmt::print(stderr, "talar: {}\n", error.what());
    return talar::cli::failed;
  }
}
