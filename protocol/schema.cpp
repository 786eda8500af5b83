#include "protocol/schema.hpp"

#include "protocol/definitions.hpp"

namespace talar {

std::string json_schema() {
  auto schema = detail::protocol_schema("#/$defs/");
  detail::Schema document;
  document["$schema"] = "https://json-schema.org/draft/2020-12/schema";
  document["$id"] = "urn:talar:v1";
  document["title"] = "Message";
  document["anyOf"] = std::move(schema.roots);
  document["$defs"] = std::move(schema.definitions);
  return document.dump(2);
}

}  // namespace talar
