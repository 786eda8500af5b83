// What stands behind a listener: its lanes read the requests, and write what it answers.
#pragma once

#include <boost/asio/awaitable.hpp>

#include "server/live/identity.hpp"
#include "server/web/http.hpp"
#include "server/web/metrics_text.hpp"
#include "server/web/problems.hpp"
#include "server/web/workers.hpp"

namespace talar::web {

/// Any thread may ask.
class Service {
 public:
  virtual ~Service() = default;

  /// What blocks is left to the workers.
  virtual boost::asio::awaitable<Response> answer(const Request& request, Workers& workers) = 0;
  /// Waits for what it does on threads of its own, once nobody new asks. Bounded.
  virtual void join() {}
  /// Put on every answer, those of the lane itself included.
  virtual void sign(Response&) const {}
  /// People reach us by https, whoever speaks it for us.
  virtual bool behind_tls() const { return false; }
  virtual HttpMetrics& metrics() = 0;

  // Large files and WebSockets: nobody takes them who does not say so.

  /// Of a request that brings a file and whose body has not been read: what is wrong with it, or nothing. May block.
  virtual std::optional<Response> turn_away(const Request&) { return problem(Trouble::not_found); }
  /// An upgrade: what is wrong with it, or nothing.
  virtual std::optional<Trouble> check_live(const Request&) const { return Trouble::not_found; }
  /// Who is at the other end of it. May block.
  virtual live::Identity identify(const Request&) { return {}; }
};

}  // namespace talar::web
