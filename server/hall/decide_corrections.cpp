#include <algorithm>

#include "protocol/tehran.hpp"
#include "protocol/text_changes.hpp"
#include "protocol/time_text.hpp"
#include "server/hall/record_life.hpp"
#include "server/hall/refuse.hpp"

namespace talar::hall {
namespace {

Refusal too_many(std::size_t max) {
  return with(refuse(RefusalCode::too_many_corrections), "max", max);
}

/// The text that a correction is about, in the record of this very meeting.
Result<TextPlace> corrected_text(const State& state, MeetingId meeting, ItemId item) {
  const auto place = text_in(state, item, "content.item");
  if (place && place->meeting_id != meeting) return refuse(RefusalCode::no_such_item, "content.item");
  return place;
}

struct Waiting {
  const Record& record;
  const CorrectionProposal& correction;
};

/// The correction while it waits for an answer.
Result<Waiting> waiting_correction(const State& state, MeetingId meeting, CorrectionId id) {
  const auto place = ended_record(state, meeting);
  if (!place) return place.error();
  const auto found = place->record.corrections.find(id);
  if (found == place->record.corrections.end()) return refuse(RefusalCode::no_such_correction, "correction");
  if (found->second.state != CorrectionState::proposed) {
    return with(refuse(RefusalCode::wrong_correction_state), "state", found->second.state);
  }
  return Waiting{place->record, found->second};
}

/// Where the passage stands; nowhere, if it does so more than once.
std::optional<std::size_t> only_place(const std::string& text, const std::string& passage) {
  const std::size_t first = text.find(passage);
  if (first == std::string::npos || text.find(passage, first + 1) != std::string::npos) return std::nullopt;
  return first;
}

/// The text with the proposal in the place of the passage.
Result<TextEdited> replaced(const Asking& a, const AcceptCorrection& c, const CorrectionContent& content) {
  const auto place = corrected_text(a.state, c.meeting, content.item);
  if (!place) return place.error();
  const MinutesText& text = place->text;
  if (text.hold && a.now() < text.hold->until) return refuse(RefusalCode::text_held);
  const auto at = only_place(text.text, content.passage);
  if (!at) return refuse(RefusalCode::passage_changed);
  std::string after = text.text;
  after.replace(*at, content.passage.value.size(), content.proposal.value);
  if (chars_of(after) > limits::minutes_chars) {
    return too_long("correction");
  }
  return TextEdited{c.meeting, content.item, text.version + 1, "correction", {difference(text.text, after)}};
}

}  // namespace

Decision decide_on(const Asking& a, const ProposeCorrection& c) {
  const auto place = ended_record(a.state, c.meeting);
  if (!place) return place.error();
  const Record& record = place->record;
  if (record.state != RecordState::circulated) return wrong_state(record);
  if (record.corrections_until && *record.corrections_until < tehran::day_of(a.now())) {
    Refusal late = wrong_state(record);
    late.expected = "a correction until " + to_text(*record.corrections_until);
    return late;
  }
  const auto text = corrected_text(a.state, c.meeting, c.content.item);
  if (!text) return text.error();
  if (text->text.text.find(c.content.passage.value) == std::string::npos) {
    return refuse(RefusalCode::passage_changed, "content.passage");
  }
  if (c.content.proposal.value == c.content.passage.value) {
    return refuse(RefusalCode::bad_text, "content.proposal", "something else than the passage");
  }
  if (record.corrections.size() >= limits::corrections) return too_many(limits::corrections);
  const auto is_theirs = [&](const auto& correction) { return correction.second.person == a.person(); };
  const auto theirs = static_cast<std::size_t>(std::ranges::count_if(record.corrections, is_theirs));
  if (theirs >= limits::corrections_per_person) return too_many(limits::corrections_per_person);
  return Events{CorrectionProposed{c.meeting, a.ids().next<CorrectionId>(), c.content}};
}

Decision decide_on(const Asking& a, const WithdrawCorrection& c) {
  const auto waiting = waiting_correction(a.state, c.meeting, c.correction);
  if (!waiting) return waiting.error();
  if (waiting->correction.person != a.person()) return refuse(RefusalCode::not_your_own, "correction");
  return Events{CorrectionWithdrawn{c.meeting, c.correction}};
}

Decision decide_on(const Asking& a, const AcceptCorrection& c) {
  const auto waiting = waiting_correction(a.state, c.meeting, c.correction);
  if (!waiting) return waiting.error();
  Events events{CorrectionAccepted{c.meeting, c.correction, c.means}};
  if (c.means == AcceptMeans::by_hand) return events;
  auto text = replaced(a, c, waiting->correction.content);
  if (!text) return text.error();
  events.push_back(*std::move(text));
  return events;
}

Decision decide_on(const Asking& a, const DeclineCorrection& c) {
  const auto waiting = waiting_correction(a.state, c.meeting, c.correction);
  if (!waiting) return waiting.error();
  return Events{CorrectionDeclined{c.meeting, c.correction, c.reason}};
}

}  // namespace talar::hall
