#include "server/cli/names.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "protocol/codec.hpp"
#include "protocol/tehran.hpp"
#include "protocol/time_text.hpp"
#include "server/hall/agenda.hpp"
#include "server/hall/lookup.hpp"
#include "server/hall/presence.hpp"

namespace talar::cli {
namespace {

using Json = nlohmann::json;

[[noreturn]] void unknown(const std::string& what) {
  throw std::runtime_error(fmt::format("there is no {} at that time", what));
}

std::int64_t number_in(std::string_view text) {
  std::int64_t number = 0;
  const std::string_view digits = text.starts_with('+') ? text.substr(1) : text;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc{} || end != digits.data() + digits.size()) unknown(fmt::format("number \"{}\"", text));
  return number;
}

const hall::Record& record_of(const hall::State& state, MeetingId meeting) {
  const auto past = state.records.find(meeting);
  return past != state.records.end() ? past->second : state.meetings.at(meeting).record;
}

}  // namespace

Json Names::resolve(const Json& named) const {
  if (named.is_string() && named.get_ref<const std::string&>().starts_with('@'))
    return value(named.get_ref<const std::string&>().substr(1));
  Json resolved = named;
  if (named.is_structured())
    for (auto& part : resolved) part = resolve(part);
  return resolved;
}

Json Names::value(const std::string& name) const {
  const std::string kind = name.substr(0, name.find(' '));
  const std::string which = name.size() > kind.size() ? name.substr(kind.size() + 1) : std::string();
  if (kind == "meeting") return (which.empty() ? session() : meeting(number_in(which))).text();
  if (kind == "item") return item(which).text();
  if (kind == "vote") return vote(which).text();
  if (kind == "resolution") return resolution(number_in(which)).text();
  if (kind == "correction") return correction(static_cast<std::size_t>(number_in(which))).text();
  if (kind == "group") return group(which).value;
  if (kind == "day") return to_text(tehran::day_of(begins_ + Millis{number_in(which) * tehran::one_day.ms}));
  if (kind == "seal") return Json::parse(to_json_text(sealer_(hall_, meeting(number_in(which)))));
  return person(name).text();
}

MeetingId Names::meeting(std::int64_t number) const {
  const hall::State& state = hall_.state();
  for (const auto& [id, record] : state.records)
    if (record.number == number) return id;
  std::vector<std::pair<Instant, MeetingId>> drafts;
  for (const auto& [id, meeting] : state.meetings) {
    if (meeting.number == number) return id;
    if (!meeting.number) drafts.emplace_back(meeting.content.starts_at, id);
  }
  std::ranges::sort(drafts);
  const std::int64_t place = number - state.meetings_numbered - 1;  // AGD-19
  if (place < 0 || place >= std::ssize(drafts)) unknown(fmt::format("meeting {}", number));
  return drafts[static_cast<std::size_t>(place)].second;
}

const hall::Meeting& Names::agenda() const {
  const auto found = hall_.state().meetings.find(session());
  if (found == hall_.state().meetings.end()) unknown("agenda of this session at hand");
  return found->second;
}

ItemId Names::item(const std::string& number) const {
  const hall::Meeting& meeting = agenda();
  for (const ItemId id : hall::reading_order(meeting))
    if (fmt::format("{}", fmt::join(hall::number_of(meeting, id), ".")) == number) return id;
  unknown(fmt::format("item \"{}\"", number));
}

VoteId Names::vote(const std::string& number) const {
  const auto slash = number.find('/');
  if (slash == std::string::npos) unknown(fmt::format("vote \"{}\": it is named like \"3.1/2\"", number));
  const ItemId about = item(number.substr(0, slash));
  std::vector<std::pair<std::int64_t, VoteId>> votes;
  for (const auto& [id, vote] : agenda().votes)
    if (vote.item == about) votes.emplace_back(vote.order, id);
  std::ranges::sort(votes);
  const std::int64_t place = number_in(number.substr(slash + 1)) - 1;
  if (place < 0 || place >= std::ssize(votes)) unknown(fmt::format("vote \"{}\"", number));
  return votes[static_cast<std::size_t>(place)].second;
}

ResolutionId Names::resolution(std::int64_t number) const {
  for (const auto& [id, task] : hall_.state().tasks)
    if (task.number == number) return id;
  unknown(fmt::format("resolution {}", number));
}

CorrectionId Names::correction(std::size_t number) const {
  std::vector<std::pair<Instant, CorrectionId>> corrections;
  for (const auto& [id, correction] : record_of(hall_.state(), session()).corrections)
    corrections.emplace_back(correction.at, id);
  std::ranges::sort(corrections);
  if (number < 1 || number > corrections.size()) unknown(fmt::format("correction {}", number));
  return corrections[number - 1].second;
}

HallId Names::group(const std::string& name) const {
  for (const auto& [id, group] : hall_.state().groups)
    if (group.name.value == name) return id;
  unknown(fmt::format("group \"{}\"", name));
}

PersonId Names::person(const std::string& name) const {
  if (const auto found = hall_.person_called(name)) return *found;
  unknown(fmt::format("seat \"{}\"", name));
}

bool Names::is_missing(const std::string& set, PersonId person) const {
  const hall::State& state = hall_.state();
  if (set.starts_with("@signers ")) {
    const hall::Record& record = record_of(state, meeting(number_in(set.substr(9))));
    return std::ranges::count(record.signers, person) > 0 && !record.signatures.contains(person);
  }
  const hall::Meeting& meeting = agenda();
  if (set == "@absent") return hall::presence_of(meeting, person) == Presence::absent;
  if (set != "@voters") unknown(fmt::format("set of people \"{}\"", set));
  if (!meeting.open_vote) unknown("open vote");
  const hall::Vote& vote = meeting.votes.at(*meeting.open_vote);
  return hall::is_entitled(vote, person) && !vote.ballots.contains(person);
}

std::vector<PersonId> Names::people(const std::string& name) const {
  if (!name.starts_with('@')) return {person(name)};
  std::vector<std::pair<std::int64_t, PersonId>> missing;
  for (const auto& [id, enrolled] : hall_.state().members)
    if (is_missing(name, id)) missing.emplace_back(enrolled.order, id);
  std::ranges::sort(missing);
  std::vector<PersonId> people;
  for (const auto& [order, id] : missing) people.push_back(id);
  return people;
}

}  // namespace talar::cli
