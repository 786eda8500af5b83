#include "protocol/schema.hpp"

#include <fmt/format.h>

#include <memory>

#include "server/cli/cli.hpp"

namespace talar::cli {

void add_schema(CLI::App& talar, Invocation&) {
  CLI::App& schema = *talar.add_subcommand("schema", "Print the protocol's description for other clients");
  const auto form = std::make_shared<std::string>("json-schema");
  schema.add_option("--as", *form, "Which description")
      ->check(CLI::IsMember({"json-schema", "asyncapi"}))
      ->type_name("json-schema|asyncapi")
      ->capture_default_str();
  schema.footer("Example:\n  talar schema --as asyncapi > talar.asyncapi.json");
  schema.callback([form] { fmt::print("{}\n", *form == "asyncapi" ? asyncapi() : json_schema()); });
}

}  // namespace talar::cli
