// One device's WebSocket: transport, reader and outbox, on its network thread.
#pragma once

#include "server/live/hub.hpp"
#include "server/live/outbox.hpp"
#include "server/live/reader.hpp"
