#include "server/live/halls.hpp"

#include <spdlog/spdlog.h>
#include <sys/random.h>

#include <array>
#include <chrono>
#include <csignal>
#include <map>
#include <mutex>

#include "protocol/id.hpp"
#include "server/hall/votes.hpp"
#include "server/live/courier.hpp"
#include "server/live/sequencer.hpp"
#include "server/live/teller.hpp"
#include "server/live/thread.hpp"

namespace talar::live {
namespace {

Instant system_now() {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return {std::chrono::duration_cast<std::chrono::milliseconds>(since).count()};
}

/// The kernel's, fetched by the handful: one call per command would be felt.
std::uint64_t system_random() {
  thread_local std::array<std::uint64_t, 32> bits;  // of up to 256 bytes getrandom() gives all, once booted
  thread_local std::size_t left = 0;
  if (left == 0) {
    if (getrandom(bits.data(), sizeof bits, 0) != sizeof bits) std::abort();
    left = bits.size();
  }
  return bits[--left];
}

}  // namespace

struct Halls::Machine {
  /// What one network thread says to the halls.
  class Desk final : public Calls {
   public:
    Desk(Machine& machine, asio::io_context& network_thread)
        : machine_(machine), mailbox_(network_thread, machine.hall_thread.context()) {}

    void join(ConnectionId from, const Identity& identity, Hello hello) override {
      tell(identity.hall,
           [from, identity, hello = std::move(hello)](Sequencer& hall) { hall.join(from, identity, hello); });
    }
    void leave(ConnectionId from, const HallId& hall) override {
      tell(hall, [from](Sequencer& sequencer) { sequencer.leave(from); });
    }
    void command(ConnectionId from, const Identity& identity, Do order) override {
      Asked asked{.kind = identity.kind,
                  .person = identity.person,
                  .proven = identity.proven,
                  .id = std::move(order.id),
                  .command = std::move(order.command),
                  .from = from};
      tell(identity.hall, [asked = std::move(asked)](Sequencer& hall) mutable { hall.ask(std::move(asked)); });
    }
    void point(ConnectionId from, const HallId& hall, Point point) override {
      tell(hall, [from, point = std::move(point)](Sequencer& sequencer) { sequencer.point(from, point); });
    }
    void fresh_state(ConnectionId from, const HallId& hall, Audience audience) override {
      tell(hall, [from, audience](Sequencer& sequencer) { sequencer.fresh_state(from, audience); });
    }
    void flushed(const HallId& hall, AudienceSet done) override {
      tell(hall, [done](Sequencer& sequencer) { sequencer.flushed(done); });
    }
    Instant now() const override { return machine_.settings.clock(); }

   private:
    template <class Work>
    void tell(const HallId& id, Work work) {
      mailbox_.put([this, id, work = std::move(work)]() mutable {
        if (Sequencer* const hall = machine_.find(id)) work(*hall);
      });
    }

    Machine& machine_;
    Mailbox mailbox_;
  };

  Machine(storage::Journal& journal, const storage::Database& database, Settings given)
      : settings(std::move(given)),
        fanout(hall_thread.context()),
        committer(journal, [this](const storage::StorageError& error) { fail_soon(error); }),
        box(database, box_options()),
        house{hall_thread.context(),
              journal,
              committer,
              fanout,
              settings.limits,
              metrics,
              settings.clock,
              settings.draw,
              id_text(settings.draw()) + id_text(settings.draw()),
              [this](const std::string& reason) { fail(reason); },
              [this](const Sequencer& hall) {
                courier.collect(hall);
                teller.look(hall);
              },
              {[this] { return teller.next_key(); }, [this] { teller.key_used(); }}},
        courier({[this](const HallId& id) { return find(id); },
                 [this](const HallId& id) -> Sequencer& { return create(id); }}),
        teller({hall_thread.context(), box, settings.clock, [this](const HallId& id) { return find(id); }}) {
    for (std::size_t i = 0; i < settings.network_threads; ++i) {
      auto& thread = *network_threads.emplace_back(std::make_unique<Thread>("net-" + std::to_string(i)));
      auto& desk = *desks.emplace_back(std::make_unique<Desk>(*this, thread.context()));
      auto& hub = *hubs.emplace_back(
          std::make_unique<Hub>(static_cast<std::uint32_t>(i), thread.context(), desk, settings.limits, metrics));
      fanout.add(thread.context(), hub);
    }
    for (HallId& id : journal.halls()) sequencers.emplace(id, std::make_unique<Sequencer>(house, id));
    teller.start(all());
  }

  ballots::BoxOptions box_options() {
    return {.group = settings.limits.ballot_group,
            .patience = settings.limits.ballot_patience,
            .waiting_max = settings.limits.ballots_waiting,
            .turnout_step = hall::turnout_step,
            .on_failure = [this](const storage::StorageError& error) { fail_soon(error); },
            .on_turnout =
                [this](VoteId vote, std::int64_t) {
                  asio::post(hall_thread.context(), [this, vote] { teller.turnout(vote); });
                }};
  }

  std::vector<Sequencer*> all() const {
    std::vector<Sequencer*> halls;
    for (const auto& [id, sequencer] : sequencers) halls.push_back(sequencer.get());
    return halls;
  }

  Sequencer* find(const HallId& id) {
    const auto found = sequencers.find(id);
    return found == sequencers.end() ? nullptr : found->second.get();
  }
  Sequencer& create(const HallId& id) {
    const std::lock_guard lock(sequencers_mutex);
    return *sequencers.emplace(id, std::make_unique<Sequencer>(house, id)).first->second;
  }

  void fail_soon(const storage::StorageError& error) {
    asio::post(hall_thread.context(), [this, reason = std::string(error.what())] { fail(reason); });
  }
  void fail(const std::string& reason) {
    if (std::exchange(failed, true)) return;
    ready = false;
    spdlog::critical("the journal failed, nothing more is recorded: {}", reason);
    for (auto& [id, sequencer] : sequencers) sequencer->give_up();
    fanout.everyone([last = bye(ByeReason::storage_failed, Millis{settings.limits.come_back_after.count()})](Hub& hub) {
      hub.dismiss(last, {});
    });
    if (settings.on_failure) settings.on_failure(reason);
  }

  const Settings settings;
  Metrics metrics;
  Thread hall_thread{"hall"};
  std::vector<std::unique_ptr<Thread>> network_threads;
  Fanout fanout;
  storage::Committer committer;
  ballots::Box box;
  House house;
  Courier courier;
  Teller teller;
  std::map<HallId, std::unique_ptr<Sequencer>> sequencers;  // changed by the hall thread alone, under the mutex
  mutable std::mutex sequencers_mutex;                      // for readers on other threads
  std::vector<std::unique_ptr<Desk>> desks;
  std::vector<std::unique_ptr<Hub>> hubs;
  std::atomic<bool> ready{false};
  bool started = false;
  bool failed = false;  // the hall thread's
};

// The app -------------------------------------------------------------------------------------------------------------

Halls::Halls(storage::Journal& journal, const storage::Database& database, Settings settings) {
  if (!settings.clock) settings.clock = system_now;
  if (!settings.draw) settings.draw = system_random;
  machine_ = std::make_unique<Machine>(journal, database, std::move(settings));
}

Halls::~Halls() {
  join();
}

void Halls::start() {
  std::signal(SIGPIPE, SIG_IGN);  // OpenSSL writes to the socket itself, without MSG_NOSIGNAL
  machine_->hall_thread.start();
  for (auto& thread : machine_->network_threads) thread->start();
  asio::post(machine_->hall_thread.context(), [machine = machine_.get()] {
    for (Sequencer* const hall : machine->all()) hall->tell_house();  // a letter may found another one
  });
  machine_->started = true;
  machine_->ready = true;
}

void Halls::stop() {
  Machine& machine = *machine_;
  if (!std::exchange(machine.started, false)) return;
  machine.ready = false;
  machine.hall_thread.run([&] {
    for (auto& [id, sequencer] : machine.sequencers) sequencer->stop_taking();
  });
  // What was accepted becomes durable; by then it stands in the hall thread's queue to be shown, before the farewell.
  machine.committer.stop();
  machine.box.stop();
  const auto left = std::make_shared<Countdown>(machine.hubs.size());
  machine.hall_thread.run([&] {
    for (auto& [id, sequencer] : machine.sequencers) sequencer->finish();
    const auto last = bye(ByeReason::restarting, Millis{machine.settings.limits.come_back_after.count()});
    machine.fanout.everyone([last, left](Hub& hub) { hub.dismiss(last, [left] { left->one(); }); });
  });
  left->wait_for(machine.settings.limits.drain);
}

void Halls::join() {
  machine_->committer.stop();
  machine_->box.stop();
  for (auto& thread : machine_->network_threads) thread->join();
  machine_->hall_thread.join();
}

void Halls::time_moved() {
  asio::post(machine_->hall_thread.context(), [machine = machine_.get()] {
    for (auto& [id, sequencer] : machine->sequencers) sequencer->time_moved();
    machine->teller.time_moved();
  });
}

std::size_t Halls::network_threads() const {
  return machine_->network_threads.size();
}
asio::io_context& Halls::network(std::size_t thread) {
  return machine_->network_threads[thread]->context();
}
Hub& Halls::hub(std::size_t thread) {
  return *machine_->hubs[thread];
}
ballots::Box& Halls::box() {
  return machine_->box;
}
const Limits& Halls::limits() const {
  return machine_->settings.limits;
}
Metrics& Halls::metrics() {
  return machine_->metrics;
}
Instant Halls::now() const {
  return machine_->settings.clock();
}
bool Halls::ready() const {
  return machine_->ready;
}

// Any caller ----------------------------------------------------------------------------------------------------------

std::vector<HallId> Halls::ids() const {
  const std::lock_guard lock(machine_->sequencers_mutex);
  std::vector<HallId> ids;
  for (const auto& [id, sequencer] : machine_->sequencers) ids.push_back(id);
  return ids;
}

bool Halls::exists(const HallId& hall) const {
  const std::lock_guard lock(machine_->sequencers_mutex);
  return machine_->sequencers.contains(hall);
}

void Halls::found(const HallId& hall, std::vector<Event> founding, Done done) {
  asio::post(machine_->hall_thread.context(),
             [machine = machine_.get(), hall, founding = std::move(founding), done = std::move(done)]() mutable {
               if (machine->find(hall)) return done(Refusal{RefusalCode::id_reused, "hall", "a new name", {}});
               machine->create(hall).ask({.founding = std::move(founding), .done = std::move(done)});
             });
}

void Halls::execute(const HallId& hall, hall::Context::Kind kind, std::optional<PersonId> person, Command command,
                    Done done) {
  asio::post(machine_->hall_thread.context(), [machine = machine_.get(), hall, kind, person,
                                               command = std::move(command), done = std::move(done)]() mutable {
    Sequencer* const sequencer = machine->find(hall);
    if (!sequencer) return done(Refusal{RefusalCode::no_such_hall, {}, {}, {}});
    sequencer->ask({.kind = kind, .person = person, .command = std::move(command), .done = std::move(done)});
  });
}

void Halls::disconnect(DeviceId device) {
  asio::post(machine_->hall_thread.context(), [machine = machine_.get(), device] {
    machine->fanout.everyone([device, last = bye(ByeReason::signed_out)](Hub& hub) { hub.disconnect(device, last); });
  });
}

void Halls::with(const HallId& hall, std::function<void(const Sequencer*)> look) {
  asio::post(machine_->hall_thread.context(),
             [machine = machine_.get(), hall, look = std::move(look)] { look(machine->find(hall)); });
}

}  // namespace talar::live
