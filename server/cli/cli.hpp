// The command line: one function per command, each in its own file.
#pragma once

#include <CLI/CLI.hpp>

#include "server/config.hpp"

namespace talar::cli {

/// What every command shares. A command that is chosen runs within CLI::App::parse and leaves its exit code here.
struct Invocation {
  Config config;
  int exit_code = 0;
};

/// Exit codes, as the help prints them.
inline constexpr int done = 0;
inline constexpr int failed = 1;
inline constexpr int misused = 2;
inline constexpr int found_faults = 3;

void add_serve(CLI::App& talar, Invocation& invocation);
void add_import(CLI::App& talar, Invocation& invocation);
void add_invite(CLI::App& talar, Invocation& invocation);
void add_backup(CLI::App& talar, Invocation& invocation);
void add_verify(CLI::App& talar, Invocation& invocation);
void add_rebuild(CLI::App& talar, Invocation& invocation);
void add_recount(CLI::App& talar, Invocation& invocation);
void add_export(CLI::App& talar, Invocation& invocation);
void add_schema(CLI::App& talar, Invocation& invocation);

/// --data, for every command that opens the database.
void add_data(CLI::App& command, Config& config);
/// The setting of the same name in the environment: "--public-url" is TALAR_PUBLIC_URL.
CLI::Option* from_environment(CLI::Option* option);
/// CLI11 reads the environment for the commands that were not chosen, too, and the commands share their settings: what
/// another one reads would go before the chosen one's flags.
void only_the_chosen_reads_the_environment(CLI::App& talar);

}  // namespace talar::cli
