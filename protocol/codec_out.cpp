#include "protocol/codec.hpp"
#include "protocol/json_out.hpp"

namespace talar {

namespace {

/// Opens a frame of every audience; `last` names the field whose value follows.
std::string open_frame(std::string_view type, std::int64_t seq, Instant now, std::string_view last) {
  std::string out = "{";
  detail::put_key(out, "type");
  detail::put_text(out, type);
  detail::put_key(out, "seq");
  detail::put(out, seq);
  detail::put_key(out, "now");
  detail::put(out, now);
  detail::put_key(out, last);
  return out;
}

}  // namespace

std::string encode(const ServerFrame& frame) {
  std::string out;
  detail::put(out, frame);
  return out;
}

std::string encode(const ClientFrame& frame) {
  std::string out;
  detail::put(out, frame);
  return out;
}

std::string encode_state(std::int64_t seq, Instant now, const View& view) {
  std::string out = open_frame(type_word<State>(), seq, now, "view");
  detail::put(out, view);
  return out += '}';
}

std::string encode_patch(std::int64_t seq, Instant now, std::string_view patch) {
  std::string out = open_frame(type_word<Patch>(), seq, now, "patch");
  return out.append(patch) += '}';
}

std::string_view command_type(const Command& command) {
  return std::visit([]<class T>(const T&) { return type_word<T>(); }, command);
}

}  // namespace talar
