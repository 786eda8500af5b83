// JSON Schema of the protocol's types. Internal to protocol/.
#pragma once

#include <nlohmann/json.hpp>

#include "protocol/accounts.hpp"
#include "protocol/archive.hpp"
#include "protocol/describe.hpp"
#include "protocol/frames.hpp"
#include "protocol/published.hpp"
#include "protocol/words.hpp"

namespace talar::detail {

using Schema = nlohmann::ordered_json;

template <class Variant>
inline constexpr std::string_view variant_name = "";
template <>
inline constexpr std::string_view variant_name<Command> = "Command";
template <>
inline constexpr std::string_view variant_name<ClientFrame> = "ClientFrame";
template <>
inline constexpr std::string_view variant_name<ServerFrame> = "ServerFrame";

/// Gathers the named definitions that a document refers to.
class Definitions {
 public:
  enum class Growth { closed, open };  // may a struct have fields that its schema does not know?

  /// `prefix` is where the document keeps its definitions, e.g. "#/$defs/".
  explicit Definitions(std::string prefix) : prefix_(std::move(prefix)) {}

  /// The definitions that are added from now on.
  void set_growth(Growth growth) { growth_ = growth; }

  /// The schema of T: a reference when T has a name, else the schema itself.
  template <class T>
  Schema of();

  const Schema& all() const { return all_; }

 private:
  Schema reference(std::string_view name) const { return {{"$ref", prefix_ + std::string(name)}}; }

  template <class Make>
  Schema define(std::string_view name, Make&& make) {
    const std::string key(name);
    if (!all_.contains(key)) {
      all_[key] = Schema::object();  // keeps its place, and a type that contains itself would end here
      Schema made = make();
      all_[key] = std::move(made);
    }
    return reference(name);
  }

  /// A struct as an object; `tag` is its `type` when it is one of a variant.
  template <Struct T>
  Schema object(std::string_view tag);

  template <class... T>
  Schema alternatives(const std::variant<T...>*) {
    Schema any = Schema::array();
    (any.push_back(define(type_name<T>(), [&] { return object<T>(type_word<T>()); })), ...);
    return {{"oneOf", std::move(any)}};
  }

  std::string prefix_;
  Growth growth_ = Growth::closed;
  Schema all_ = Schema::object();
};

/// Schemas of the types that have a form of their own.
Schema text_schema(std::size_t min, std::size_t max);
Schema form_schema(std::string_view pattern);
Schema format_schema(std::string_view format);

template <Struct T>
Schema Definitions::object(std::string_view tag) {
  Schema properties = Schema::object();
  Schema required = Schema::array();
  if (!tag.empty()) {
    properties["type"] = {{"const", tag}};
    required.push_back("type");
  }
  each_field<T>([&](std::string_view name, auto pointer) {
    using Field = std::remove_cvref_t<decltype(std::declval<T>().*pointer)>;
    if constexpr (is_optional<Field>) {
      properties[std::string(name)] = of<typename Field::value_type>();
    } else {
      properties[std::string(name)] = of<Field>();
      required.push_back(name);
    }
  });
  Schema made = {{"type", "object"}, {"properties", std::move(properties)}};
  if (!required.empty()) made["required"] = std::move(required);
  if (growth_ == Growth::closed) made["additionalProperties"] = false;
  return made;
}

template <class Tag>
constexpr std::string_view tag_name(const Id<Tag>*) {
  return type_name<Tag>().substr(0, type_name<Tag>().size() - 3);  // "Person" of PersonTag
}

template <class T>
Schema Definitions::of() {
  if constexpr (is_variant<T>) {
    return define(variant_name<T>, [&] { return alternatives(static_cast<const T*>(nullptr)); });
  } else if constexpr (Struct<T>) {
    return define(type_name<T>(), [&] { return object<T>({}); });
  } else if constexpr (Enum<T>) {
    return define(type_name<T>(), [] {
      Schema words = Schema::array();
      for (const T value : enumerators<T>()) words.push_back(word(value));
      return Schema{{"type", "string"}, {"enum", std::move(words)}};
    });
  } else if constexpr (is_map<T>) {
    Schema made = {{"type", "object"}, {"additionalProperties", of<typename T::mapped_type>()}};
    if constexpr (is_id<typename T::key_type> || std::is_same_v<typename T::key_type, HallId>)
      made["propertyNames"] = of<typename T::key_type>();
    return made;
  } else if constexpr (is_vector<T>) {
    Schema made = {{"type", "array"}, {"items", of<typename T::value_type>()}};
    if constexpr (requires { T::max_entries; }) made["maxItems"] = T::max_entries;
    return made;
  } else if constexpr (is_id<T>) {
    const auto name = std::string(tag_name(static_cast<const T*>(nullptr))) + "Id";
    return define(name, [] { return form_schema("^[0-9a-hjkmnp-tv-z]{10}$"); });
  } else if constexpr (std::is_same_v<T, Instant>) {
    return define("Instant", [] { return format_schema("date-time"); });
  } else if constexpr (std::is_same_v<T, Date>) {
    return define("Date", [] { return format_schema("date"); });
  } else if constexpr (std::is_same_v<T, HallId>) {
    return define("HallId", [] { return form_schema("^[a-z0-9-]{1,32}$"); });
  } else if constexpr (std::is_same_v<T, CommandId>) {
    return define("CommandId", [] { return form_schema("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"); });
  } else if constexpr (std::is_same_v<T, Millis>) {
    return define("Millis", [] { return Schema{{"type", "integer"}}; });
  } else if constexpr (is_whole<T>) {
    return {{"type", "integer"}, {"minimum", T::min}, {"maximum", T::max}};
  } else if constexpr (is_text<T>) {
    return text_schema(T::min_chars, T::max_chars);
  } else if constexpr (std::is_same_v<T, std::int64_t>) {
    return {{"type", "integer"}};
  } else if constexpr (std::is_same_v<T, bool>) {
    return {{"type", "boolean"}};
  } else if constexpr (std::is_same_v<T, JsonObject>) {
    return {{"type", "object"}, {"additionalProperties", true}};
  } else {
    static_assert(std::is_same_v<T, std::string>);
    return {{"type", "string"}};
  }
}

/// Everything that travels, as frames or as bodies over HTTP.
using FromClient = boost::mp11::mp_list<ClientFrame, SignIn, GivePassphrase, Invite, Revoke, BlindedBallot,
                                        SignedBallot, SignForm, SealForm>;
using FromServer =
    boost::mp11::mp_list<ServerFrame, MeetingPage, MeetingRecord, SearchPage, SimilarPage, CalendarLink, SignedIn,
                         Invitations, Access, WhoAmI, RosterPreview, AttachmentRow, BlindSignature, BallotReceipt,
                         BallotBox, PublishedVote, SealCheck, TextUpdates, RegisterPage, Figures, Replay, Problem>;

struct ProtocolSchema {
  Schema roots;        // references to the above
  Schema definitions;  // by name
};
/// `prefix` as of Definitions.
ProtocolSchema protocol_schema(std::string prefix);

}  // namespace talar::detail
