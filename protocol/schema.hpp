// The protocol's descriptions for others, from the same declarations as the codec: nothing is kept by hand twice.
#pragma once

#include <string>

namespace talar {

/// JSON Schema 2020-12: `$defs` names every frame, command, view and archive struct. The document itself describes a
/// frame. What a client sends is closed (no unknown fields); what the server sends may grow, clients ignore what they
/// do not know.
std::string json_schema();

/// AsyncAPI 3.0.0: the channel /live/{hall}, who sends what, which answer belongs to which frame.
std::string asyncapi();

}  // namespace talar
