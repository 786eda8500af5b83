#include "protocol/definitions.hpp"
#include "protocol/schema.hpp"

namespace talar {

namespace {

using detail::Schema;

/// A reference to each alternative of a variant among the messages of `place`.
template <class... T>
Schema messages_at(std::string_view place, const std::variant<T...>*) {
  Schema list = Schema::array();
  (list.push_back({{"$ref", std::string(place) + std::string(type_word<T>())}}), ...);
  return list;
}

template <class... Frames>
Schema channel_messages() {
  return messages_at("#/channels/live/messages/", static_cast<const std::variant<Frames...>*>(nullptr));
}

/// What the server does with frames of its channel ("send", "receive"), and which frames answer.
Schema operation(std::string_view action, std::string_view summary, Schema messages, Schema answers = {}) {
  const Schema channel = {{"$ref", "#/channels/live"}};
  Schema made = {{"action", action}, {"channel", channel}, {"summary", summary}, {"messages", std::move(messages)}};
  if (!answers.is_null()) made["reply"] = {{"channel", channel}, {"messages", std::move(answers)}};
  return made;
}

template <class... T>
void add_messages(Schema& components, Schema& channel, const std::variant<T...>*) {
  const auto add = [&](std::string_view name, std::string_view type) {
    const std::string key(name);
    components[key] = {{"name", name}, {"payload", {{"$ref", "#/components/schemas/" + std::string(type)}}}};
    channel[key] = {{"$ref", "#/components/messages/" + key}};
  };
  (add(type_word<T>(), detail::type_name<T>()), ...);
}

Schema operations() {
  return {
      {"hello", operation("receive", "The first frame of a connection.", channel_messages<Hello>(),
                          channel_messages<Welcome, Refused>())},
      {"do", operation("receive", "A command. It is done at most once for each id.", channel_messages<Do>(),
                       channel_messages<Done, Refused>())},
      {"ping", operation("receive", "Measures the round trip and the clocks' offset.", channel_messages<Ping>(),
                         channel_messages<Pong>())},
      {"point", operation("receive", "Where an editor of the desk writes.", channel_messages<Point>())},
      {"follow",
       operation("send", "The audience's view: whole once, then as merge patches.", channel_messages<State, Patch>())},
      {"tell_me", operation("send", "The part that only this person sees.", channel_messages<MeChanged>())},
      {"show_pointers", operation("send", "Where the desk's other editors write.", channel_messages<Pointed>())},
      {"leave", operation("send", "The server is about to close.", channel_messages<Bye>())},
  };
}

}  // namespace

std::string asyncapi() {
  auto schema = detail::protocol_schema("#/components/schemas/");
  Schema messages = Schema::object();
  Schema names = Schema::object();
  add_messages(messages, names, static_cast<const ClientFrame*>(nullptr));
  add_messages(messages, names, static_cast<const ServerFrame*>(nullptr));

  Schema live;
  live["address"] = "/live/{hall}";
  live["title"] = "A hall, live";
  live["description"] = "WebSocket with subprotocol talar.v1: one JSON object per text message. See PROTOCOL.md.";
  live["parameters"]["hall"]["description"] = "The hall's short name: 1 to 32 of a-z, 0-9 and '-'.";
  live["messages"] = std::move(names);
  live["bindings"]["ws"]["method"] = "GET";
  live["bindings"]["ws"]["query"] = {{"type", "object"},
                                     {"properties", {{"device", {{"$ref", "#/components/schemas/DeviceId"}}}}}};

  Schema document;
  document["asyncapi"] = "3.0.0";
  document["info"] = {{"title", "Talar"},
                      {"version", "1.0.0"},
                      {"description", "Live meetings of a hall: views and patches out, commands in."},
                      {"license", {{"name", "Apache-2.0"}}}};
  document["defaultContentType"] = "application/json";
  document["channels"]["live"] = std::move(live);
  document["operations"] = operations();
  document["components"]["messages"] = std::move(messages);
  document["components"]["schemas"] = std::move(schema.definitions);
  return document.dump(2);
}

}  // namespace talar
