#pragma once

#include <CLI/CLI.hpp>

namespace talar::cli {

/// Help that reads like a page: what to type, what it means, and in brackets what holds when it is left out.
class Help : public CLI::Formatter {
 public:
  Help() { column_width(34); }

 private:
  std::string make_option_opts(const CLI::Option* option) const override;
  std::string make_option_desc(const CLI::Option* option) const override;
  std::string make_help(const CLI::App* app, std::string name, CLI::AppFormatMode mode) const override;
};

/// One sentence and where to read on.
std::string misuse(const CLI::App* app, const CLI::Error& error);

}  // namespace talar::cli
