#include "server/cli/help.hpp"

namespace talar::cli {

std::string Help::make_option_opts(const CLI::Option* option) const {
  // CLI11 writes the checks behind a colon: the description says them better.
  const std::string type = option->get_type_name();
  return option->get_type_size() == 0 || type.empty() ? "" : " " + type.substr(0, type.find(':'));
}

std::string Help::make_option_desc(const CLI::Option* option) const {
  std::string notes = option->get_default_str();
  if (!option->get_envname().empty()) notes += (notes.empty() ? "" : ", ") + option->get_envname();
  return option->get_description() + (notes.empty() ? "" : " [" + notes + "]");
}

std::string Help::make_help(const CLI::App* app, std::string name, CLI::AppFormatMode mode) const {
  std::string help = CLI::Formatter::make_help(app, name, mode);
  for (std::size_t at; (at = help.find("\n\n\n")) != std::string::npos;) help.erase(at, 1);
  return help;
}

std::string misuse(const CLI::App* app, const CLI::Error& error) {
  std::string name = app->get_name();
  for (const CLI::App* chosen : app->get_subcommands()) name += " " + chosen->get_name();
  return std::string("talar: ") + error.what() + ".\nRead on with: " + name + " --help\n";
}

}  // namespace talar::cli
