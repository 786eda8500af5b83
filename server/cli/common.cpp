#include <cctype>
#include <string>

#include "server/cli/cli.hpp"

namespace talar::cli {

CLI::Option* from_environment(CLI::Option* option) {
  std::string name = "TALAR_" + option->get_lnames().front();
  for (char& c : name) c = c == '-' ? '_' : static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return option->envname(name);
}

void only_the_chosen_reads_the_environment(CLI::App& talar) {
  for (CLI::App* command : talar.get_subcommands({})) {
    command->preparse_callback([&talar, command](std::size_t) {
      for (CLI::App* other : talar.get_subcommands({}))
        if (other != command)
          for (CLI::Option* option : other->get_options()) option->envname("");
    });
  }
}

void add_data(CLI::App& command, Config& config) {
  from_environment(command.add_option("--data", config.data, "The database: a file, or a folder that holds talar.db"))
      ->type_name("FILE|DIR")
      ->capture_default_str();
}

}  // namespace talar::cli
