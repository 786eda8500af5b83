// The sequencer's dealings with the people who are connected: who joins as what, and what changes for one person only.
#include <set>

#include "protocol/codec.hpp"
#include "protocol/words.hpp"
#include "server/live/sequencer.hpp"

namespace talar::live {
namespace {

/// Anybody may watch as the public does; chair and staff also as the display does.
std::optional<Audience> granted(Audience own, std::optional<Audience> wish) {
  if (!wish || *wish == own || *wish == Audience::public_) return wish.value_or(own);
  if (*wish == Audience::display && own == Audience::staff) return wish;
  return std::nullopt;
}

}  // namespace

void Sequencer::join(ConnectionId from, const Identity& identity, const Hello& hello) {
  if (given_up_) return;
  if (under_way_ && identity.person)  // what it may see is decided by what is durable
    joining_.push_back({from, identity, hello});
  else
    admit({from, identity, hello});
}

void Sequencer::leave(ConnectionId from) {
  if (Roll::Line* const line = roll_.find(from)) stop_pointing(from, *line);
  roll_.leave(from);
  later_.erase(from);
  std::erase_if(joining_, [&](const Joining& joining) { return joining.from == from; });
}

void Sequencer::admit(const Joining& joining) {
  const auto& [from, signed_in, hello] = joining;
  Identity identity = signed_in;
  // What takes a passphrase is not had on a device that lacks it: as everybody may, it watches (P-2).
  if (identity.person && !identity.proven && takes_passphrase(*identity.person)) {
    identity.kind = hall::Context::Kind::observer;
    identity.person.reset();
    identity.device.reset();
  }
  Personal personal{.to = from};
  auto me = identity.person ? hall::me(state_, *identity.person) : std::nullopt;
  const auto audience = granted(own_audience(identity), hello.audience);
  if (identity.person && !me) {
    personal.farewell = bye(ByeReason::signed_out);
  } else if (!audience) {
    personal.farewell = turned_away({RefusalCode::not_allowed, "audience", "public, or one's own", {}});
  } else {
    const bool known = hello.resume && hello.resume->epoch.value == epoch(*audience);
    const Instant now = house_.clock();
    auto [fresh, resumed] =
        feed(*audience).catch_up(known ? std::optional(hello.resume->seq.value) : std::nullopt, now);
    (resumed ? house_.metrics.resumes : house_.metrics.states_sent).fetch_add(1, std::memory_order_relaxed);
    personal.audience = audience;
    personal.welcome = me ? welcome(*audience, me) : shared_welcome(*audience);
    personal.fresh = std::move(fresh);
    if (identity.device) enter(from, {identity, hello.audience, *audience, std::move(me)});
  }
  house_.fanout.personal(id_, std::move(personal));
}

/// Of too many connections of one device the oldest gives way: it may be dead, and nobody has noticed.
void Sequencer::enter(ConnectionId from, Roll::Line line) {
  const DeviceId device = *line.identity.device;
  roll_.enter(from, std::move(line));
  const auto theirs = roll_.connections_of(device);
  if (theirs.size() <= house_.limits.connections_per_device) return;
  leave(theirs.front());
  house_.fanout.personal(id_, {.to = theirs.front(), .farewell = bye(ByeReason::overloaded)});
}

bool Sequencer::takes_passphrase(PersonId person) const {
  const auto found = state_.members.find(person);
  if (found == state_.members.end()) return false;
  hall::Context context;
  context.kind = hall::Context::Kind::person;
  context.person = person;
  return live::takes_passphrase(hall::role_of(state_, context), found->second.member.seat);
}

void Sequencer::fresh_state(ConnectionId from, Audience audience) {
  if (given_up_) return;
  if (const Roll::Line* const line = roll_.find(from)) audience = line->audience;  // it may have moved meanwhile
  house_.metrics.states_sent.fetch_add(1, std::memory_order_relaxed);
  house_.fanout.personal(id_, {.to = from, .fresh = feed(audience).state(house_.clock())});
}

Sequencer::To Sequencer::tell_persons(const Parts& touched) {
  To whom = To::whoever_is_ready;
  const auto tell = [&](ConnectionId connection, Roll::Line& line) {
    if (tell_person(connection, line) == To::everyone) whom = To::everyone;
  };
  if (touched.everybody) {
    for (auto& [connection, line] : roll_.lines()) {
      if (line.identity.person) tell(connection, line);
    }
  } else {
    for (const PersonId person : touched.me) {
      for (const ConnectionId connection : roll_.connections_of(person)) tell(connection, *roll_.find(connection));
    }
  }
  return whom;
}

/// Who leaves an audience must not see its next patch: then everything goes out now, in its order.
Sequencer::To Sequencer::tell_person(ConnectionId connection, Roll::Line& line) {
  auto me = hall::me(state_, *line.identity.person);
  if (!me) {
    later_[connection].farewell = bye(ByeReason::signed_out);
    return To::everyone;
  }
  // The device became a chair's or the secretariat's without their passphrase: it comes back and is asked for it.
  if (!line.identity.proven && live::takes_passphrase(me->role, me->seat)) {
    later_[connection].farewell = bye(ByeReason::restarting, Millis{house_.limits.come_back_after.count()});
    return To::everyone;
  }
  const Audience own = own_audience(line.identity);
  const Audience audience = granted(own, line.wish).value_or(own);
  const bool moves = audience != line.audience;
  if (moves) {
    stop_pointing(connection, line);
    later_[connection].audience = audience;
  } else if (me != line.me) {
    append_text_frame(later_[connection].frames, encode(MeChanged{*me}));
  }
  line.audience = audience;
  line.me = std::move(me);
  return moves ? To::everyone : To::whoever_is_ready;
}

void Sequencer::begin_anew(Personal& personal) {
  const Roll::Line& line = *roll_.find(personal.to);
  personal.welcome = welcome(line.audience, line.me);
  personal.fresh = feed(line.audience).state(house_.clock());
  house_.metrics.states_sent.fetch_add(1, std::memory_order_relaxed);
}

Audience Sequencer::audience_of(ConnectionId connection) {
  const Roll::Line* const line = roll_.find(connection);
  return line ? line->audience : Audience::public_;
}

Audience Sequencer::own_audience(const Identity& identity) const {
  hall::Context context;
  context.kind = identity.kind;
  context.person = identity.person;
  return hall::audience_of(hall::role_of(state_, context));
}

Bytes Sequencer::welcome(Audience audience, const std::optional<Me>& me) {
  return text_frame(encode(Welcome{epoch(audience), feed(audience).seq(), house_.clock(), id_, audience, me}));
}

Bytes Sequencer::shared_welcome(Audience audience) {
  Greeting& last = greetings_[static_cast<std::size_t>(audience)];
  const Instant now = house_.clock();
  if (!last.frame || last.at != now || last.seq != feed(audience).seq())
    last = {now, feed(audience).seq(), welcome(audience, std::nullopt)};
  return last.frame;
}

std::string Sequencer::epoch(Audience audience) const {
  // A seq means another view to another audience, so it cannot be resumed there.
  return house_.epoch + "-" + std::string(word(audience));
}

}  // namespace talar::live
