// Walks every command with its published schema in hand: at each bound the codec takes it, one beyond it refuses and
// names the path. So schema, types and codec are shown to agree.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "fill.hpp"
#include "protocol/codec.hpp"
#include "protocol/schema.hpp"
#include "protocol/words.hpp"

namespace talar {
namespace {

using nlohmann::json;

class Walk {
 public:
  explicit Walk(json frame) : schema_(json::parse(json_schema())), frame_(std::move(frame)) {}

  void run() {
    expect_taken("as filled");
    node(schema_["$defs"]["Do"], frame_, "");
  }

 private:
  const json& resolved(const json& schema) const {
    if (!schema.contains("$ref")) return schema;
    return resolved(schema_["$defs"][schema["$ref"].get<std::string>().substr(8)]);
  }

  void node(const json& given, json& value, const std::string& path) {
    const json& schema = resolved(given);
    if (schema.contains("oneOf")) return alternative(schema, value, path);
    if (!path.empty()) {
      with(value, nullptr, [&] { expect_refused(RefusalCode::wrong_type, path); });
      with(value, 1.5, [&] { expect_refused(RefusalCode::wrong_type, path); });
    }
    if (schema.contains("properties")) return object(schema, value, path);
    if (schema["type"] == "array") return list(schema, value, path);
    if (schema["type"] == "integer") return number(schema, value, path);
    if (schema.contains("enum")) return choice(schema, value, path);
    if (schema.contains("maxLength")) return text(schema, value, path);
    if (schema["type"] == "boolean") return;
    with(value, "?", [&] { expect_refused(RefusalCode::wrong_type, path); });  // a text of a fixed form
  }

  void alternative(const json& schema, json& value, const std::string& path) {
    for (const json& one : schema["oneOf"]) {
      const json& object = resolved(one);
      if (object["properties"]["type"]["const"] == value["type"]) return node(object, value, path);
    }
    ADD_FAILURE() << "no schema for " << value["type"];
  }

  void object(const json& schema, json& value, const std::string& path) {
    value["surprise"] = 1;
    expect_refused(RefusalCode::unknown_field, inside(path, "surprise"));
    value.erase("surprise");
    EXPECT_EQ(schema["additionalProperties"], false) << path;

    for (const auto& [name, field] : schema["properties"].items()) {
      const json& required = schema.contains("required") ? schema["required"] : json::array();
      const bool needed = std::find(required.begin(), required.end(), name) != required.end();
      if (!value.contains(name)) {
        EXPECT_FALSE(needed) << inside(path, name);
        continue;
      }
      if (!field.contains("const")) node(field, value[name], inside(path, name));
      const json kept = value[name];
      value.erase(name);
      if (needed) {
        expect_refused(RefusalCode::missing_field, inside(path, name));
      } else {
        expect_taken("without " + inside(path, name));
      }
      value[name] = kept;
    }
  }

  void list(const json& schema, json& value, const std::string& path) {
    if (value.empty()) return;
    const json entry = value[0];
    const auto max = schema["maxItems"].get<std::size_t>();
    with(value, json(max, entry), [&] { expect_taken(path + " of full length"); });
    with(value, json(max + 1, entry), [&] { expect_refused(RefusalCode::out_of_bounds, path); });
    for (std::size_t i = 0; i < value.size(); ++i) node(schema["items"], value[i], inside(path, std::to_string(i)));
  }

  void number(const json& schema, json& value, const std::string& path) {
    const auto min = schema["minimum"].get<std::int64_t>();
    const auto max = schema["maximum"].get<std::int64_t>();
    with(value, min, [&] { expect_taken(path + " at its minimum"); });
    with(value, max, [&] { expect_taken(path + " at its maximum"); });
    with(value, min - 1, [&] { expect_refused(RefusalCode::out_of_bounds, path); });
    with(value, max + 1, [&] { expect_refused(RefusalCode::out_of_bounds, path); });
  }

  void choice(const json& schema, json& value, const std::string& path) {
    for (const json& word : schema["enum"]) with(value, word, [&] { expect_taken(path + " " + word.dump()); });
    with(value, "surprise", [&] { expect_refused(RefusalCode::unknown_word, path); });
  }

  void text(const json& schema, json& value, const std::string& path) {
    const auto of = [](std::size_t chars) {
      std::string text;
      for (std::size_t i = 0; i < chars; ++i) text += "ش";
      return text;
    };
    const auto max = schema["maxLength"].get<std::size_t>();
    with(value, of(max), [&] { expect_taken(path + " of full length"); });
    with(value, of(max + 1), [&] { expect_refused(RefusalCode::out_of_bounds, path); });
    const bool may_be_empty = !schema.contains("minLength");
    const std::size_t min = may_be_empty ? 0 : schema["minLength"].get<std::size_t>();
    if (min > 1) {
      with(value, of(min - 1), [&] { expect_refused(RefusalCode::out_of_bounds, path); });
      return;  // of what is shorter nothing else is said
    }
    with(value, "a\tb", [&] { expect_refused(RefusalCode::bad_text, path); });
    with(value, "", [&] { may_be_empty ? expect_taken(path) : expect_refused(RefusalCode::out_of_bounds, path); });
    with(value, " \n", [&] { may_be_empty ? expect_taken(path) : expect_refused(RefusalCode::bad_text, path); });
  }

  template <class Check>
  void with(json& value, json other, Check&& check) {
    std::swap(value, other);
    check();
    std::swap(value, other);
  }

  static std::string inside(const std::string& path, const std::string& name) {
    return path.empty() ? name : path + "." + name;
  }

  void expect_taken(const std::string& what) {
    const std::string frame = frame_.dump();
    if (frame.size() > limits::frame_in_bytes) return;  // no client can say so much: the frame's own bound comes first
    const auto result = parse_client_frame(frame);
    EXPECT_TRUE(result) << what << ": " << word(result.error().code) << " at " << result.error().field.value_or("root");
  }
  void expect_refused(RefusalCode code, const std::string& path) {
    const std::string frame = frame_.dump();
    if (frame.size() > limits::frame_in_bytes) code = RefusalCode::frame_too_large;
    const auto result = parse_client_frame(frame);
    ASSERT_FALSE(result) << path << " was taken, not refused as " << word(code);
    EXPECT_EQ(word(result.error().code), word(code)) << path;
    if (code == RefusalCode::frame_too_large) return;
    EXPECT_EQ(result.error().field.value_or(""), path);
    EXPECT_TRUE(result.error().expected) << path;
  }

  const json schema_;
  json frame_;
};

TEST(Bounds, every_field_of_every_command_is_checked_at_its_edges) {
  for (std::size_t index = 0; index < std::variant_size_v<Command>; ++index) {
    for (std::uint64_t seed = 0; seed < 6; ++seed) {  // several, so that optional fields and lists are met
      test::Fill fill(seed);
      const ClientFrame frame = Do{fill.value<CommandId>(), fill.alternative<Command>(index)};
      Walk(json::parse(encode(frame))).run();
    }
  }
}

}  // namespace
}  // namespace talar
