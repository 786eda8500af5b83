// Every bound of the running server stands here, with its unit. Bounds of messages are in protocol/limits.hpp.
#pragma once

#include <chrono>
#include <cstddef>

#include "protocol/limits.hpp"
#include "protocol/values.hpp"

namespace talar::live {

struct Limits {
  using Span = std::chrono::milliseconds;

  // Connections.
  std::size_t connections = 20'000;             // of one server
  std::size_t connections_per_address = 4'000;  // a hall's Wi-Fi is one address
  std::size_t connections_per_device = 8;       // to one hall: tabs; the oldest gives way
  std::size_t nameless_connections = 4'000;     // where secret ballots are cast: one per ballot, for a moment
  Span handshake{10'000};                       // TLS and HTTP request, from accept on
  Span hello{10'000};                           // from the upgrade to the first frame
  Span message{10'000};                         // from a message's first byte to its last
  Span ping_after{20'000};                      // of silence
  Span idle{45'000};                            // of silence: the peer is gone
  Span closing{2'000};                          // from our Close to the peer's end, drained or not
  Span sweep{1'000};                            // how often the above are looked at

  // Input.
  std::size_t message_bytes = limits::frame_in_bytes;
  std::size_t read_bytes = 16 * 1024;                          // of one recv
  std::size_t reads_per_turn = 4;                              // then the other sockets have their turn
  std::size_t controls_per_second = 10, controls_burst = 30;   // pings, pongs: more is a flood
  std::size_t messages_per_second = 50, messages_burst = 200;  // of one connection: more is a flood
  std::size_t commands_per_second = 10, commands_burst = 40;   // more is refused
  std::size_t points_per_second = 10, points_burst = 20;       // more is dropped
  std::size_t editors = 4;                                     // that one connection points for
  std::size_t commands_in_flight = 32;                         // of one connection, unanswered
  std::size_t commands_waiting = 8'192;                        // of one hall
  std::size_t commands_waiting_per_person = 64;                // over all of a person's connections
  std::size_t commands_per_round = 512;                        // decided, rendered and committed together

  // Output.
  Span flush_rest{20};                              // at most, between two patches of an audience under load
  std::size_t sends_per_turn = 256;                 // of a patch to its audience (1-2 ms); then others have their turn
  int send_buffer_bytes = 64 * 1024;                // of the kernel: larger hides backpressure
  std::size_t outbox_bytes = 64 * 1024;             // of patches: then they are shed for one fresh state
  Span outbox_stall{2'000};                         // or when the socket took nothing for so long
  std::size_t receipts_bytes = 512 * 1024;          // what cannot be shed: then the connection is given up
  std::size_t nameless_receipts_bytes = 32 * 1024;  // likewise, of observers and displays

  // Memory of the recent past, per hall.
  std::size_t ring_frames = 512;  // per audience, for resume
  std::size_t ring_bytes = 1024 * 1024;
  std::size_t resume_bytes = 16 * 1024;     // of missed patches; more only if the whole state is longer
  std::size_t remembered_commands = 4'096;  // whole; older ones as a mark, and looked up in the journal

  // Secret ballots. They are written in groups: who watches the file grow sees no single one.
  std::size_t ballot_group = 8;         // as soon as so many wait
  Span ballot_patience{1'000};          // or the first of them has waited so long
  std::size_t ballots_waiting = 4'000;  // then more are refused for the moment

  // Stopping.
  Span come_back_after{1'000};
  Span drain{8'000};
};

}  // namespace talar::live
