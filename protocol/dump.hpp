// The lines of a dump: everything that Talar keeps, as text that outlives the program. Each line is one JSON object
// with exactly one of these fields.
//
// First `talar` says what it is. Then come all events of all halls in the order in which they were committed; in an
// event's line its body stands last: {"event":{...,"body":{...}}}, letter for letter as it is in the journal, because
// the chain is made over it. Then the files, each in pieces, and the ballots of closed secret votes. `end` says how
// much there was, so that half a dump is not taken for a whole one. The events of one meeting have neither files nor
// ballots.
#pragma once

#include <map>

#include "protocol/describe.hpp"
#include "protocol/values.hpp"

namespace talar {

inline constexpr std::int64_t dump_form = 1;
/// A longer line is in no dump.
inline constexpr std::size_t dump_line_bytes = 4 * 1024 * 1024;
/// Of a file, in one line.
inline constexpr std::size_t dump_piece_bytes = 192 * 1024;

/// hall, meeting: of a dump of one meeting's events.
struct DumpHead {
  std::int64_t form = dump_form;
  std::optional<HallId> hall;
  std::optional<std::string> meeting;
};
BOOST_DESCRIBE_STRUCT(DumpHead, (), (form, hall, meeting))

/// A row of the journal but its body; chain in hexadecimal.
struct DumpEvent {
  HallId hall;
  std::int64_t seq = 0;
  Instant at;
  std::optional<std::string> meeting;
  std::optional<std::string> actor;
  std::optional<std::string> command;
  std::string type;
  std::int64_t v = 0;
  std::string chain;
};
BOOST_DESCRIBE_STRUCT(DumpEvent, (), (hall, seq, at, meeting, actor, command, type, v, chain))

/// A piece of a file: the next ones follow until `last`. bytes: base64.
struct DumpFile {
  std::string digest;
  bool last = true;
  std::string bytes;
};
BOOST_DESCRIBE_STRUCT(DumpFile, (), (digest, last, bytes))

/// As it is published. message, signature: base64.
struct DumpBallot {
  std::string vote;
  std::string message;
  std::string signature;
};
BOOST_DESCRIBE_STRUCT(DumpBallot, (), (vote, message, signature))

struct DumpedHall {
  std::int64_t seq = 0;
  std::string chain;
};
BOOST_DESCRIBE_STRUCT(DumpedHall, (), (seq, chain))

/// heads: where each hall's journal ends; of one meeting's events nothing.
struct DumpEnd {
  std::int64_t events = 0;
  std::int64_t files = 0;
  std::int64_t ballots = 0;
  std::map<HallId, DumpedHall> heads;
};
BOOST_DESCRIBE_STRUCT(DumpEnd, (), (events, files, ballots, heads))

struct DumpLine {
  std::optional<DumpHead> talar;
  std::optional<DumpEvent> event;
  std::optional<DumpFile> file;
  std::optional<DumpBallot> ballot;
  std::optional<DumpEnd> end;
};
BOOST_DESCRIBE_STRUCT(DumpLine, (), (talar, event, file, ballot, end))

}  // namespace talar
