// A voter of a secret vote over HTTP, as the client is one: blinds a ballot, has it signed, and casts it without a
// name.
#pragma once

#include "protocol/base64.hpp"
#include "protocol/codec.hpp"
#include "protocol/published.hpp"
#include "server/ballots/encoding.hpp"
#include "tests/integration/client.hpp"
#include "tests/integration/http_server.hpp"
#include "tests/unit/ballots/blinding.hpp"

namespace talar::test {

using http_test::Answer;
using Http = http_test::Client;
using Lines = http_test::Lines;

/// An open secret vote, as devices know it.
struct SecretVote {
  VoteId vote;
  std::string key;  // base64
  VoteForm form;

  /// Out of a view.
  SecretVote(const std::string& id, const json& votes) : vote{*id_value(id)}, key(votes.at(id).at("key")) {
    const auto content = from_json_text<VoteContent>(votes.at(id).at("content").dump());
    form = content.value().form.value();
  }
};

class Voter {
 public:
  /// `cookie`: the header's line of their device.
  Voter(const SecretVote& vote, std::string cookie, const Ballot& ballot = Choice::approve)
      : vote_(vote.vote),
        cookie_(std::move(cookie)),
        blinder_(std::make_shared<const Blinder>(from_base64(vote.key).value())),
        message(prepared(vote.vote, vote.form, ballot)),
        blinded_(blinder_->blind(message)) {}

  /// The request by which the ballot is collected at this server, to be sent on a connection to it.
  std::string collecting(std::uint16_t port) const {
    return post("/api/halls/rasht/votes/" + vote_.text() + "/collect", port, blinded(),
                {"Content-Type: application/json", "Talar-Client: 1", cookie_,
                 "Origin: http://127.0.0.1:" + std::to_string(port)});
  }
  /// Likewise the one by which it is cast.
  std::string casting(std::uint16_t cast_port) const {
    return post("/cast", cast_port, ballot(), {"Content-Type: text/plain"});
  }

  /// Keeps the signature that the answer to collecting() brings.
  Answer& take(Answer& answer) {
    if (answer.status != 200) return answer;
    const std::string blind = from_base64(json::parse(answer.body).at("signature").get<std::string>()).value();
    signature = blinder_->finalize(blinded_, blind);
    return answer;
  }
  Answer collect(std::uint16_t port) {
    Http client(port);
    client.send(collecting(port));
    Answer answer = client.read_answer();
    return take(answer);
  }
  Answer cast(std::uint16_t cast_port) const {
    Http client(cast_port);
    client.send(casting(cast_port));
    return client.read_answer();
  }

  std::string blinded() const { return json{{"blinded", to_base64(blinded_.bytes)}}.dump(); }
  std::string ballot() const {
    return json{{"message", to_base64(message)}, {"signature", to_base64(signature)}}.dump();
  }
  /// By which the ballot is found in the published list.
  std::string receipt() const { return ballots::to_hex(ballots::as_bytes(storage::digest(message))); }

 private:
  static std::string post(const std::string& path, std::uint16_t port, const std::string& body, const Lines& lines) {
    std::string head = "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port) + "\r\n";
    for (const std::string& line : lines) head += line + "\r\n";
    return head + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
  }

  VoteId vote_;
  std::string cookie_;
  std::shared_ptr<const Blinder> blinder_;

 public:
  std::string message;    // prepared
  std::string signature;  // once it is collected

 private:
  Blinder::Blinded blinded_;
};

/// The question that is put to the vote.
inline json secret_motion(const std::string& item) {
  return {{"type", "prepare_vote"},
          {"item", item},
          {"content",
           {{"question", "رأی مخفی"},
            {"rule", {{"base", "valid"}, {"majority", {{"kind", "simple"}}}}},
            {"form", {{"kind", "motion"}, {"mode", "secret"}, {"options", json::array()}}}}}};
}

/// Prepares and opens one; waits for its key to be made.
inline SecretVote open_secret_vote(Device& chair, const std::string& item) {
  chair.must(secret_motion(item));
  std::string vote;
  for (const auto& [id, view] : chair.view.at("votes").items())
    if (view.at("state") == "prepared" && view.at("item") == item) vote = id;
  for (;;) {
    const json answer = chair.answer(chair.ask({{"type", "open_vote"}, {"vote", vote}}));
    if (answer.at("type") == "done") return {vote, chair.view.at("votes")};
    if (answer.at("code") != "no_ballot_key") throw std::runtime_error(answer.dump());
  }
}

}  // namespace talar::test
