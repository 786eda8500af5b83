// Where secret ballots are cast: a listener of its own that knows no cookie, no address and no device, and whose
// connections end with their answer. Nothing here can tell who casts.
#pragma once

#include "protocol/published.hpp"
#include "server/ballots/box.hpp"
#include "server/web/service.hpp"

namespace talar::web {

class CastDesk final : public Service {
 public:
  explicit CastDesk(ballots::Box& box) : box_(box) {}

  boost::asio::awaitable<Response> answer(const Request& request, Workers& workers) override;
  /// Any page may read it: a ballot is good or bad, whoever brings it.
  void sign(Response& response) const override;
  HttpMetrics& metrics() override { return metrics_; }

 private:
  boost::asio::awaitable<Response> cast(const SignedBallot& ballot);

  ballots::Box& box_;
  HttpMetrics metrics_;  // published nowhere: they would tell the turnout to the ballot
};

}  // namespace talar::web
