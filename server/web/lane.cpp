#include "server/web/lane.hpp"

#include <chrono>

#include "server/web/handshake.hpp"
#include "server/web/limiter.hpp"
#include "server/web/request_reader.hpp"

namespace talar::web {
namespace {

using live::error_code;
namespace asio = live::asio;

constexpr std::chrono::seconds idle_time{60};   // between requests
constexpr std::chrono::minutes upload_time{5};  // of a file, from the head to the end of the body
constexpr std::chrono::seconds write_time{60};  // of one answer
constexpr std::chrono::seconds finish_time{2};  // until the peer has seen a refusal
constexpr std::size_t worth_one_send = 16 * 1024;

std::int64_t unix_now() {
  return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch()).count();
}

}  // namespace

struct Lane::Visit {
  Visit(Lane& lane_, live::Transport transport_, std::string address_)
      : lane(lane_), transport(std::move(transport_)), address(std::move(address_)) {
    lane.visits_.insert(this);
  }
  ~Visit() {
    is_owed();
    lane.visits_.erase(this);
  }
  Visit(const Visit&) = delete;

  void is_owed() {
    if (unowed) lane.unowed_.erase(*unowed);
    unowed.reset();
  }
  void is_unowed() {
    if (!unowed) unowed = lane.unowed_.insert(lane.unowed_.end(), this);
  }

  /// Its waiting ends when this time is up: looked at once per sweep instead of one timer per visit.
  void give(std::chrono::milliseconds time) { deadline = Clock::now() + time; }

  Lane& lane;
  live::Transport transport;
  Clock::time_point deadline = Clock::time_point::max();
  std::string address;
  RequestReader reader;
  std::optional<live::Door::Ticket> upload;  // from its head until it is answered
  std::optional<std::list<Visit*>::iterator> unowed;
  bool waits_for_request = false;
  bool dropped = false;
};

asio::awaitable<void> Lane::serve(live::Transport arrived, std::string address) {
  const auto self = shared_from_this();
  const auto here = std::make_unique<Visit>(*this, std::move(arrived), std::move(address));
  Visit& visit = *here;
  visit.give(patience_.head);
  visit.is_unowed();
  if (visits_.size() == 1) sweep_later();
  if (visit.transport.secure()) {
    if (co_await visit.transport.handshake()) co_return;
  }
  while (!stopping_ && co_await read_request(visit)) {
    Request request = visit.reader.take();
    request.address = visit.address;
    request.secure = visit.transport.secure() || service_.behind_tls();
    if (asks_upgrade(request)) {
      if (co_await upgrade(visit, request)) co_return;
      break;
    }
    if (!co_await reply(visit, request, co_await service_.answer(request, workers_))) break;
    visit.upload.reset();
    visit.give(idle_time);
    visit.is_unowed();
  }
}

asio::awaitable<bool> Lane::read_request(Visit& visit) {
  using State = RequestReader::State;
  State state = visit.reader.feed({});
  while (state == State::head || state == State::asks || state == State::body) {
    if (state == State::asks) {
      if (!co_await admit_upload(visit)) co_return false;
      visit.give(upload_time);
      state = visit.reader.admit();
      continue;
    }
    error_code error;
    if (visit.reader.take_expectation()) co_await visit.transport.write_all("HTTP/1.1 100 Continue\r\n\r\n", error);
    const bool idle = visit.reader.idle();
    visit.waits_for_request = idle;
    const std::size_t bytes = error ? 0 : co_await visit.transport.read_some(scratch_, error);
    visit.waits_for_request = false;
    if (error == asio::error::operation_aborted && !idle && !stopping_ && !visit.dropped)
      co_await refuse(visit, problem(Trouble::request_timeout));
    if (error) co_return false;

    const State before = state;
    state = visit.reader.feed({scratch_.data(), bytes});
    if (before == State::head && state == State::body)
      visit.give(patience_.body);
    else if (idle)
      visit.give(patience_.head);
  }
  visit.is_owed();
  visit.deadline = Clock::time_point::max();
  if (state == State::refused) co_await refuse(visit, problem(visit.reader.trouble()));
  co_return state == State::complete;
}

asio::awaitable<bool> Lane::admit_upload(Visit& visit) {
  const Request& head = visit.reader.asked();
  auto asked = co_await workers_.run([this, &head] { return service_.turn_away(head); });
  std::optional<Response> refusal;
  if (asked) refusal = std::move(*asked);
  if (!refusal) visit.upload = doors_.uploads.admit(network_of(visit.address));
  if (!refusal && !visit.upload) refusal = problem(Trouble::overloaded, {.retry_after_seconds = 5});
  if (refusal) co_await refuse(visit, std::move(*refusal));
  co_return !refusal;
}

asio::awaitable<void> Lane::refuse(Visit& visit, Response response) {
  service_.metrics().broken_requests.fetch_add(1, std::memory_order_relaxed);
  Request unknown;
  unknown.keep_alive = false;
  unknown.secure = visit.transport.secure();
  co_await reply(visit, unknown, std::move(response));
}

std::optional<Lane::Places> Lane::room_for(const Visit& visit, const Response& response) {
  Places places;
  const bool is_small = !response.body || response.body->size() <= worth_one_send;
  if (is_small || response.body.use_count() > 1) return places;
  const std::string network = network_of(visit.address);
  for (std::size_t bytes = 0; bytes < response.body->size(); bytes += answer_place_bytes) {
    auto place = doors_.answers.admit(network);
    if (!place) return std::nullopt;
    places.push_back(std::move(*place));
  }
  return places;
}

asio::awaitable<bool> Lane::reply(Visit& visit, const Request& request, Response response) {
  const auto room = room_for(visit, response);
  if (!room) response = problem(Trouble::overloaded, {.retry_after_seconds = 5});
  service_.sign(response);
  const bool keep_alive = request.keep_alive && !response.close && !stopping_;
  service_.metrics().count(response.status);
  std::string bytes =
      head_of(response, {.secure = request.secure, .keep_alive = keep_alive, .date = http_date(unix_now())});
  const bool with_body = response.body && request.method != Method::head && response.status != 304;
  const bool together = with_body && response.body->size() <= worth_one_send;
  if (together) bytes += *response.body;

  visit.give(write_time);
  error_code error;
  co_await visit.transport.write_all(bytes, error);
  if (!error && with_body && !together) co_await visit.transport.write_all(*response.body, error);
  if (error) co_return false;
  if (!keep_alive) {
    visit.give(finish_time);
    visit.is_unowed();
    co_await visit.transport.finish();
  }
  co_return keep_alive;
}

asio::awaitable<bool> Lane::upgrade(Visit& visit, const Request& request) {
  std::optional<Trouble> trouble = service_.check_live(request);
  std::optional<live::Identity> identity;
  if (!trouble) {
    // Without a cookie there is nothing to look up: a herd of observers does not queue for the workers.
    if (request.header("cookie").empty()) {
      identity = service_.identify(request);
    } else {
      identity = co_await workers_.run([this, &request] { return service_.identify(request); });
    }
    if (!identity) trouble = Trouble::overloaded;
  }
  if (stopping_) trouble = Trouble::not_ready;
  if (trouble) {
    Response response = problem(*trouble);
    response.close = true;
    co_await reply(visit, request, std::move(response));
    co_return false;
  }

  visit.give(write_time);
  error_code error;
  const std::string accepted = switching_protocols(request);
  co_await visit.transport.write_all(accepted, error);
  if (error) co_return false;
  service_.metrics().count(101);
  hub_.take_over(std::move(visit.transport), *identity, visit.reader.take_rest(), agreed_compression(request));
  co_return true;
}

void Lane::sweep_later() {
  sweep_timer_.expires_after(sweep_);
  sweep_timer_.async_wait([self = weak_from_this()](const error_code& error) {
    const auto lane = self.lock();
    if (lane && !error && !lane->visits_.empty()) lane->sweep();
  });
}

void Lane::sweep() {
  const auto now = Clock::now();
  for (Visit* visit : visits_)
    if (now >= visit->deadline) visit->transport.cancel();
  sweep_later();
}

bool Lane::drop_the_slowest() {
  if (unowed_.empty()) return false;
  Visit& visit = *unowed_.front();
  visit.is_owed();  // and not found here once more
  visit.dropped = true;
  visit.transport.cancel();
  return true;
}

void Lane::stop_politely() {
  stopping_ = true;
  for (Visit* visit : visits_)
    if (visit->waits_for_request) visit->transport.cancel();
}

void Lane::stop_now() {
  stopping_ = true;
  for (Visit* visit : visits_) visit->transport.cancel();
}

}  // namespace talar::web
