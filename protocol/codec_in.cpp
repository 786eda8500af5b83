#include "protocol/codec.hpp"
#include "protocol/json_in.hpp"

namespace talar {

Result<ClientFrame> parse_client_frame(std::string_view text) {
  if (text.size() > limits::frame_in_bytes) {
    const auto max = std::to_string(limits::frame_in_bytes);
    return Refusal{RefusalCode::frame_too_large, {}, "a frame of at most " + max + " bytes", {{"max", max}}};
  }
  return detail::read_document<ClientFrame>(text, detail::Bounds::checked);
}

std::optional<CommandId> command_id_of(std::string_view text) {
  if (text.size() > limits::frame_in_bytes) return std::nullopt;
  const auto tree = detail::parse_tree(text);
  if (!tree || !tree->is_object()) return std::nullopt;
  detail::Reading reading;
  CommandId id;
  const detail::In root{*tree, reading};
  if (!detail::read_command_id(root.field("id"), id.value)) return std::nullopt;
  return id;
}

}  // namespace talar
