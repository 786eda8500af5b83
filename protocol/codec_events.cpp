#include <stdexcept>

#include "protocol/codec.hpp"
#include "protocol/json_in.hpp"
#include "protocol/json_out.hpp"

namespace talar {

namespace {

constexpr auto event_words = detail::alternative_words(static_cast<const Event*>(nullptr));

template <class T>
Event parse_alternative(std::string_view body) {
  return detail::read_document<T>(body, detail::Bounds::trusted).value();  // throws, naming the place
}

}  // namespace

std::string_view event_type(const Event& event) {
  return event_words[event.index()];
}

std::string encode_event(const Event& event) {
  std::string out;
  std::visit([&](const auto& e) { detail::put(out, e); }, event);
  return out;
}

Event parse_event(std::string_view type, std::string_view body) {
  for (std::size_t index = 0; index < event_words.size(); ++index) {
    if (event_words[index] != type) continue;
    return boost::mp11::mp_with_index<event_words.size()>(
        index, [&](auto i) { return parse_alternative<std::variant_alternative_t<i.value, Event>>(body); });
  }
  throw std::runtime_error("the journal holds an event of unknown type: " + std::string(type));
}

}  // namespace talar
