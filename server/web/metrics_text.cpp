#include "server/web/metrics_text.hpp"

#include <prometheus/metric_family.h>
#include <prometheus/text_serializer.h>

#include <sstream>
#include <utility>
#include <vector>

#include "protocol/words.hpp"

namespace talar::web {
namespace {

using prometheus::ClientMetric;
using prometheus::MetricFamily;
using prometheus::MetricType;

class Families {
 public:
  ClientMetric& add(const char* name, const char* help, MetricType type) {
    if (families_.empty() || families_.back().name != name) families_.push_back({name, help, type, {}});
    return families_.back().metric.emplace_back();
  }
  void counter(const char* name, const char* help, std::uint64_t value, std::vector<ClientMetric::Label> labels = {}) {
    ClientMetric& metric = add(name, help, MetricType::Counter);
    metric.counter.value = static_cast<double>(value);
    metric.label = std::move(labels);
  }
  void gauge(const char* name, const char* help, std::int64_t value, std::vector<ClientMetric::Label> labels) {
    ClientMetric& metric = add(name, help, MetricType::Gauge);
    metric.gauge.value = static_cast<double>(value);
    metric.label = std::move(labels);
  }
  void histogram(const char* name, const char* help, const live::Durations& durations) {
    auto& histogram = add(name, help, MetricType::Histogram).histogram;
    for (std::size_t i = 0; i < live::Durations::buckets; ++i) {
      histogram.sample_count += durations.bucket(i);
      histogram.bucket.push_back({histogram.sample_count, live::Durations::bound_seconds(i)});
    }
    histogram.sample_count += durations.beyond();
    histogram.sample_sum = durations.sum_seconds();
  }
  std::string text() const {
    std::ostringstream out;
    prometheus::TextSerializer().Serialize(out, families_);
    return out.str();
  }

 private:
  std::vector<MetricFamily> families_;
};

}  // namespace

std::string metrics_text(const live::Metrics& live, const HttpMetrics& http) {
  Families families;
  for (std::size_t i = 0; i < live::audiences; ++i)
    families.gauge("talar_connections", "Devices connected now.", live.connections[i],
                   {{"audience", std::string(word(static_cast<Audience>(i)))}});
  families.counter("talar_connections_total", "WebSockets opened.", live.connections_total);
  const char* closed = "WebSockets that ended, by who ended them.";
  families.counter("talar_connections_closed_total", closed, live.closed_by_us, {{"by", "server"}});
  families.counter("talar_connections_closed_total", closed, live.closed_by_peer, {{"by", "peer"}});
  const char* commands = "Commands by what became of them.";
  families.counter("talar_commands_total", commands, live.commands_done, {{"result", "done"}});
  families.counter("talar_commands_total", commands, live.commands_refused, {{"result", "refused"}});
  families.counter("talar_commands_total", commands, live.commands_repeated, {{"result", "repeated"}});
  families.counter("talar_rounds_total", "Commits of a hall.", live.rounds);
  families.histogram("talar_flush_seconds", "From handing a patch to the network until its last socket.", live.flush);
  families.histogram("talar_commit_seconds", "From submitting a commit until it is durable.", live.commit);
  families.histogram("talar_command_seconds", "From receiving a command until its effect is published.", live.command);
  families.counter("talar_published_frames_total", "Frames cut, once per audience.", live.frames_published);
  families.counter("talar_sent_frames_total", "Frames sent, once per device.", live.frames_sent);
  families.counter("talar_sent_bytes_total", "Bytes sent to WebSockets.", live.bytes_sent);
  families.counter("talar_received_messages_total", "Messages received from WebSockets.", live.messages_received);
  families.counter("talar_outbox_overflow_total", "Connections ended that did not take their answers.",
                   live.outbox_overflow);
  families.counter("talar_outbox_shed_total", "Queues of slow devices given up for a fresh state.", live.outbox_shed);
  families.counter("talar_states_total", "Whole states sent instead of patches.", live.states_sent);
  families.counter("talar_resumes_total", "Devices that came back within the ring.", live.resumes);
  constexpr std::array classes{"1xx", "2xx", "3xx", "4xx", "5xx"};
  for (std::size_t i = 0; i < classes.size(); ++i)
    families.counter("talar_http_answers_total", "HTTP answers by status class.", http.answers[i],
                     {{"status", classes[i]}});
  families.counter("talar_http_broken_requests_total", "Requests refused by their form.", http.broken_requests);
  return families.text();
}

}  // namespace talar::web
