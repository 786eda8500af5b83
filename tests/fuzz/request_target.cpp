#include <array>
#include <vector>

#include "server/web/handshake.hpp"
#include "server/web/request_reader.hpp"
#include "tests/fuzz/targets.hpp"

namespace talar::test {
namespace {

using web::Request;
using web::RequestReader;
using State = RequestReader::State;

constexpr std::array<std::size_t, 4> pieces{1, 3, 17, 1'000};

/// What a request is, in one line.
std::string line_of(const Request& request) {
  std::string line = std::to_string(static_cast<int>(request.method)) + " " + request.path + "?" + request.query;
  for (const auto& [name, value] : request.headers) {
    check(!name.empty() && name.find_first_of("\r\n :ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string::npos,
          "a name is a token in lower case");
    check(value.find_first_of(std::string_view("\r\n\0", 3)) == std::string::npos, "a value is one line");
    line += "\n" + name + ": " + value;
  }
  check(request.path.starts_with('/'), "a path begins at the root");
  check(!request.host().empty(), "a request has a host");
  if (web::asks_upgrade(request) && !web::check_upgrade(request)) {
    const std::string answer = web::switching_protocols(request);
    check(answer.ends_with("\r\n\r\n") && answer.find("\r\n\r\n") + 4 == answer.size(), "an answer is one head");
    const bool deflate = web::agreed_compression(request) == live::Compression::deflate;
    check(deflate == (answer.find("permessage-deflate") != std::string::npos), "what is said is what is done");
  }
  return line + "\n\n" + request.body + (request.keep_alive ? " stay" : " go");
}

struct Outcome {
  std::vector<std::string> requests;
  State state = State::head;
};

Outcome read(std::string_view stream, std::size_t piece) {
  RequestReader reader;
  Outcome outcome;
  while (!stream.empty() && outcome.state != State::refused) {
    outcome.state = reader.feed(stream.substr(0, piece));
    stream.remove_prefix(std::min(piece, stream.size()));
    while (outcome.state == State::complete) {
      outcome.requests.push_back(line_of(reader.take()));
      outcome.state = reader.feed({});
    }
  }
  return outcome;
}

/// A bad head may be refused before all of it has come, or when it has: as it happens to be split.
bool agree(const Outcome& one, const Outcome& other) {
  const auto may_differ = [](State a, State b) { return a == State::refused && b == State::head; };
  return one.requests == other.requests &&
         (one.state == other.state || may_differ(one.state, other.state) || may_differ(other.state, one.state));
}

}  // namespace

void fuzz_request(Bytes input) {
  if (input.empty()) return;
  const std::string stream = text_of(input.subspan(1));
  const Outcome whole = read(stream, std::max<std::size_t>(stream.size(), 1));
  check(agree(read(stream, pieces[input[0] & 3]), whole), "any split reads the same");
}

}  // namespace talar::test
