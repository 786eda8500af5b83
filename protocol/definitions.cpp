#include "protocol/definitions.hpp"

namespace talar::detail {

Schema text_schema(std::size_t min, std::size_t max) {
  // The codec's own rule: no control characters but line feed, no direction overrides, nothing that is no character.
  static constexpr auto pattern =
      "^[^\\u0000-\\u0009\\u000b-\\u001f\\u007f-\\u009f\\u202a-\\u202e\\u2066-\\u2069\\ufdd0-\\ufdef\\ufffe\\uffff]*$";
  Schema made = {{"type", "string"}};
  if (min > 0) made["minLength"] = min;
  made["maxLength"] = max;
  made["pattern"] = pattern;
  return made;
}

Schema form_schema(std::string_view pattern) {
  return {{"type", "string"}, {"pattern", pattern}};
}

Schema format_schema(std::string_view format) {
  return {{"type", "string"}, {"format", format}};
}

ProtocolSchema protocol_schema(std::string prefix) {
  Definitions definitions(std::move(prefix));
  Schema roots = Schema::array();
  const auto add = [&]<class T>(const T&) { roots.push_back(definitions.of<T>()); };
  definitions.set_growth(Definitions::Growth::closed);
  boost::mp11::mp_for_each<FromClient>(add);
  definitions.set_growth(Definitions::Growth::open);
  boost::mp11::mp_for_each<FromServer>(add);
  return {std::move(roots), definitions.all()};
}

}  // namespace talar::detail
