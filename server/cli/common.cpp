#include <cctype>
#include <string>

#include "server/cli/cli.hpp"

namespace talar::cli {

CLI::Option* from_environment(CLI::Option* option) {
  std::string name = "TALAR_" + option->get_lnames().front();
  for (char& c : name) c = c == '-' ? '_' : static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return option->envname(name);
}

void add_data(CLI::App& command, Config& config) {
  from_environment(command.add_option("--data", config.data, "The database: a file, or a folder that holds talar.db"))
      ->type_name("FILE|DIR")
      ->capture_default_str();
}

}  // namespace talar::cli
