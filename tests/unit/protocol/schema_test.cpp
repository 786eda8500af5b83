#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "protocol/codec.hpp"
#include "protocol/schema.hpp"
#include "protocol/words.hpp"

namespace talar {
namespace {

using nlohmann::json;

/// Calls visit(reference) for every $ref in the document.
template <class Visit>
void each_reference(const json& node, Visit&& visit) {
  if (node.is_object() && node.contains("$ref")) visit(node["$ref"].get<std::string>());
  for (const json& child : node) {
    if (child.is_structured()) each_reference(child, visit);
  }
}

void expect_references_resolve(const json& document) {
  each_reference(document, [&](const std::string& reference) {
    ASSERT_TRUE(reference.starts_with("#/"));
    EXPECT_TRUE(document.contains(json::json_pointer(reference.substr(1)))) << reference;
  });
}

/// The types that the alternatives of a definition carry.
std::set<std::string> types_of(const json& definitions, const std::string& name) {
  std::set<std::string> types;
  for (const json& one : definitions[name]["oneOf"]) {
    const auto reference = one["$ref"].get<std::string>();
    types.insert(definitions[reference.substr(reference.rfind('/') + 1)]["properties"]["type"]["const"]);
  }
  return types;
}

template <class... T>
std::set<std::string> types_of(const std::variant<T...>&) {
  return {std::string(type_word<T>())...};
}

TEST(Schema, every_frame_and_command_is_in_it) {
  const json definitions = json::parse(json_schema())["$defs"];
  EXPECT_EQ(types_of(definitions, "Command"), types_of(Command{}));
  EXPECT_EQ(types_of(definitions, "ClientFrame"), types_of(ClientFrame{}));
  EXPECT_EQ(types_of(definitions, "ServerFrame"), types_of(ServerFrame{}));
}

TEST(Schema, every_reference_resolves) {
  expect_references_resolve(json::parse(json_schema()));
  expect_references_resolve(json::parse(asyncapi()));
}

TEST(Schema, bounds_stand_in_it) {
  const json definitions = json::parse(json_schema())["$defs"];
  const json& item = definitions["ItemContent"]["properties"];
  EXPECT_EQ(item["title"]["maxLength"], limits::title_chars);
  EXPECT_EQ(item["title"]["minLength"], 1);
  EXPECT_EQ(item["minutes"]["minimum"], 0);
  EXPECT_EQ(item["minutes"]["maximum"], limits::item_minutes_max);
  EXPECT_EQ(item["options"]["maxItems"], limits::options);
  EXPECT_FALSE(definitions["WriteMinutes"]["properties"]["text"].contains("minLength"));
}

TEST(Schema, what_clients_send_is_closed_and_what_the_server_sends_may_grow) {
  const json definitions = json::parse(json_schema())["$defs"];
  for (const char* inward : {"Do", "RequestFloor", "ItemContent", "SignIn", "Revoke"}) {
    EXPECT_EQ(definitions[inward]["additionalProperties"], false) << inward;
  }
  for (const char* outward : {"Welcome", "View", "PersonView", "MeetingRecord"}) {
    EXPECT_FALSE(definitions[outward].contains("additionalProperties")) << outward;
  }
}

TEST(Schema, optional_fields_are_not_required) {
  const json hall = json::parse(json_schema())["$defs"]["HallView"];
  EXPECT_EQ(hall["required"], json({"name", "kind", "term", "charter"}));
  EXPECT_TRUE(hall["properties"].contains("name_en"));
}

TEST(Schema, words_stand_in_it_as_they_travel) {
  const json definitions = json::parse(json_schema())["$defs"];
  EXPECT_EQ(definitions["Audience"]["enum"], json({"public", "member", "staff", "display"}));
}

TEST(AsyncApi, client_frames_are_received_and_server_frames_sent) {
  const json document = json::parse(asyncapi());
  EXPECT_EQ(document["asyncapi"], "3.0.0");
  std::set<std::string> received, sent;
  for (const json& operation : document["operations"]) {
    auto& names = operation["action"] == "receive" ? received : sent;
    each_reference(operation["messages"], [&](const std::string& to) { names.insert(to.substr(to.rfind('/') + 1)); });
    if (!operation.contains("reply")) continue;
    each_reference(operation["reply"]["messages"],
                   [&](const std::string& to) { sent.insert(to.substr(to.rfind('/') + 1)); });
  }
  EXPECT_EQ(received, types_of(ClientFrame{}));
  EXPECT_EQ(sent, types_of(ServerFrame{}));
}

}  // namespace
}  // namespace talar
