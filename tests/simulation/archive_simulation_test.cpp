// The archive beside the rules: whatever a hall does in years, its record says what its view said.
#include <algorithm>
#include <cstdlib>
#include <iostream>

#include "protocol/text_changes.hpp"
#include "protocol/time_text.hpp"
#include "protocol/words.hpp"
#include "storage/archive.hpp"
#include "storage/files.hpp"
#include "storage/verify.hpp"
#include "tests/contract/store.hpp"
#include "tests/simulation/chamber.hpp"

namespace talar::simulation {
namespace {

/// In the item or in one above it.
std::vector<PersonId> recused_by(const MeetingRecord& record, const RecordItem& item) {
  std::set<PersonId> people;
  for (const RecordItem* at = &item; at;) {
    for (const RecusalSpan& span : at->recusals)
      if (!span.until) people.insert(span.person);
    at = at->parent ? &*std::ranges::find(record.items, *at->parent, &RecordItem::item) : nullptr;
  }
  return {people.begin(), people.end()};
}

std::string joined(const std::map<std::int64_t, std::string>& lines) {
  std::string text;
  for (const auto& [number, line] : lines) text += (number > 1 ? "\n" : "") + line;
  return text;
}

void compare_presence(const MeetingRecord& record, const View& view, const MeetingView& meeting) {
  const bool closed = !record.closed_parts.empty() && !record.closed_parts.back().until;
  EXPECT_EQ(closed, meeting.closed_since.has_value());
  std::map<PersonId, PersonId> standing_in, seen;
  for (const auto& substitution : record.substitutions)
    if (!substitution.until) standing_in[substitution.absent] = substitution.substitute;
  for (const auto& [person, shown] : view.people)
    if (shown.stood_in_by) seen[person] = *shown.stood_in_by;
  EXPECT_EQ(standing_in, seen);
}

void compare_ballots(const RecordVote& vote, const VoteView& was) {
  std::map<PersonId, Ballot> ballots;
  for (const auto& [person, ballot, weight] : vote.ballots) {
    ballots[person] = ballot;
    const auto weighed = was.weights.find(person);
    EXPECT_EQ(weight.value_or(1), weighed == was.weights.end() ? 1 : weighed->second);
  }
  EXPECT_EQ(ballots, was.ballots);
  EXPECT_EQ(std::set(vote.collectors.begin(), vote.collectors.end()),
            std::set(was.collectors.begin(), was.collectors.end()));
}

void compare_vote(const RecordVote& vote, const VoteView& was) {
  EXPECT_EQ(vote.content, was.content);
  EXPECT_EQ(vote.opened_at, was.opened_at);
  EXPECT_EQ(vote.closed_at, was.closed_at ? was.closed_at : was.voided_at);
  EXPECT_EQ(vote.entitled, static_cast<std::int64_t>(was.electorate.size()));
  EXPECT_EQ(vote.result, was.result);
  EXPECT_EQ(vote.follows, was.follows);
  EXPECT_EQ(vote.follow_kind, was.follow_kind);
  EXPECT_EQ(vote.rules, was.rules);
  EXPECT_EQ(vote.objected_by, was.objected_by);
  EXPECT_EQ(vote.corrections, was.corrections);
  EXPECT_EQ(vote.voided_at, was.voided_at);
  EXPECT_EQ(vote.void_reason, was.void_reason);
  EXPECT_EQ(vote.key, was.key);
  EXPECT_EQ(vote.secret, was.secret);
  EXPECT_TRUE(!was.result || vote.cause == was.cause);
  EXPECT_EQ(vote.hands, was.result ? was.hands : std::nullopt);
  compare_ballots(vote, was);
}

void compare_items(const MeetingRecord& record, const View& view, MeetingId id) {
  const MeetingView& meeting = view.meetings.at(id);
  ASSERT_EQ(record.items.size(), meeting.agenda.size());
  std::size_t votes = 0, voided = 0, resolutions = 0, standing = 0;
  for (std::size_t i = 0; i < record.items.size(); ++i) {
    const RecordItem& item = record.items[i];
    ASSERT_EQ(item.item, meeting.agenda[i]);
    const ItemView& seen = view.items.at(item.item);
    EXPECT_EQ(item.number, seen.number);
    EXPECT_EQ(item.parent, seen.parent);
    EXPECT_EQ(item.closed, seen.closed);
    EXPECT_EQ(item.state, seen.state);
    EXPECT_EQ(item.spent, seen.spent);
    EXPECT_EQ(item.ended_at, seen.ended_at);
    EXPECT_EQ(item.content.has_value(), !seen.closed);
    if (!seen.closed) {
      EXPECT_EQ(item.reason, seen.reason);
      EXPECT_EQ(item.content->title, *seen.title);
      EXPECT_EQ(item.content->presenter, seen.presenter);
      EXPECT_EQ(item.content->minutes, seen.minutes);
      EXPECT_EQ(recused_by(record, item), seen.recused);
    }
    const TextView* text = nullptr;
    if (view.minutes && view.minutes->texts.contains(item.item)) text = &view.minutes->texts.at(item.item);
    if (view.minutes) {
      EXPECT_EQ(item.text, text ? joined(text->lines) : "");
    }
    for (const RecordVote& vote : item.votes) {
      const VoteView& was = view.votes.at(vote.vote);
      was.state == VoteState::closed ? ++votes : ++voided;
      compare_vote(vote, was);
    }
    for (const RecordResolution& resolution : item.resolutions) {
      const ResolutionView& was = view.resolutions.at(resolution.resolution);
      ++resolutions;
      standing += !resolution.void_reason;
      EXPECT_EQ(resolution.content, was.content);
      EXPECT_EQ(resolution.number, was.number);
      EXPECT_EQ(resolution.void_reason, was.void_reason);
    }
  }
  const auto seen_as = [&](VoteState state) {
    return static_cast<std::size_t>(std::ranges::count_if(view.votes, [&](const auto& entry) {
      return entry.second.state == state && view.items.at(entry.second.item).meeting == id;
    }));
  };
  EXPECT_EQ(votes, seen_as(VoteState::closed));
  EXPECT_EQ(voided, seen_as(VoteState::voided));
  EXPECT_EQ(resolutions, view.resolutions.size());
  EXPECT_EQ(static_cast<std::size_t>(record.summary.votes), votes);
  EXPECT_EQ(static_cast<std::size_t>(record.summary.resolutions), standing);
}

/// Whoever has left the hall since is in the record only.
void compare_people(const MeetingRecord& record, const View& view, bool inside) {
  for (const RecordPerson& person : record.people) {
    const auto found = view.people.find(person.person);
    if (found == view.people.end()) continue;
    const PersonView& seen = found->second;
    EXPECT_EQ(person.turns, seen.turns);
    EXPECT_EQ(person.spoken, seen.spoken);
    EXPECT_EQ(person.presented, seen.presented);
    EXPECT_EQ(person.excuse, inside ? seen.excuse : std::nullopt);
    const auto presence = seen.presence == Presence::out ? Presence::present : seen.presence;
    EXPECT_EQ(person.presence, presence);
    EXPECT_EQ(person.attendance.empty(), !seen.arrived_at);
    if (person.attendance.empty()) continue;
    EXPECT_EQ(person.attendance.back().from, seen.arrived_at);
    EXPECT_EQ(person.attendance.back().until, seen.departed_at);
  }
}

/// What the rules hold of a record, of the current meeting or of one of the last.
void compare_record(const storage::Archive& archive, const HallId& hall, MeetingId id, const hall::Record& held) {
  const auto record = archive.record(hall, id, Audience::staff);
  ASSERT_TRUE(record);
  std::map<std::int64_t, EntryView> entries;
  for (const auto& [seq, entry] : record->entries) entries.emplace(seq, entry);
  EXPECT_EQ(entries, held.entries);
  for (const RecordItem& item : record->items) {
    const auto text = held.texts.find(item.item);
    EXPECT_EQ(item.text, text == held.texts.end() ? "" : text->second.text);
  }
  const RecordLife& life = record->life;
  EXPECT_EQ(life.state, held.state);
  EXPECT_EQ(record->summary.record, held.state);
  EXPECT_EQ(life.circulated_at, held.circulated_at);
  EXPECT_EQ(life.corrections_until, held.corrections_until);
  std::map<CorrectionId, CorrectionProposal> corrections;
  for (const auto& [correction, proposal] : life.corrections) corrections.emplace(correction, proposal);
  EXPECT_EQ(corrections, held.corrections);
  EXPECT_EQ(life.approved_at, held.approved_at);
  EXPECT_EQ(life.approved_in, held.approved_in);
  EXPECT_EQ(life.approval_vote, held.approval_vote);
  std::vector<PersonId> signers;
  std::map<PersonId, Instant> signatures;
  for (const auto& [person, at] : life.signatures) {
    signers.push_back(person);
    if (at) signatures.emplace(person, *at);
  }
  EXPECT_EQ(signers, held.signers);
  EXPECT_EQ(signatures, held.signatures);
  EXPECT_EQ(life.sealed_at, held.sealed_at);
  EXPECT_EQ(life.seal, held.seal);
  EXPECT_EQ(static_cast<std::int64_t>(life.addenda.size()), held.addenda);
  EXPECT_EQ(archive.sealable(hall, id)->seq.value, held.seq);
}

void compare_records(const storage::Archive& archive, const HallId& hall, const hall::State& state) {
  if (state.current) compare_record(archive, hall, *state.current, state.meetings.at(*state.current).record);
  for (const auto& [meeting, record] : state.records) compare_record(archive, hall, meeting, record);
}

/// Where the resolutions stand that are still known to the rules.
void compare_tasks(const std::filesystem::path& file, const hall::State& state) {
  SQLite::Database database(file, SQLite::OPEN_READWRITE);
  SQLite::Statement row(database, "SELECT state, coalesce(due_now, '') FROM resolution WHERE resolution = ?");
  for (const auto& [resolution, task] : state.tasks) {
    row.bind(1, resolution.text());
    ASSERT_TRUE(row.executeStep());
    EXPECT_EQ(row.getColumn(0).getString(), word(task.state));
    EXPECT_EQ(row.getColumn(1).getString(), task.due ? to_text(*task.due) : "");
    row.reset();
  }
}

TEST(ArchiveSimulation, the_record_says_what_the_view_said) {
  const char* given = std::getenv("TALAR_SEED");
  const std::uint64_t seed = given ? std::strtoull(given, nullptr, 10) : std::random_device{}();
  std::cout << "TALAR_SEED=" << seed << std::endl;
  const storage::Folder folder;
  const HallId hall{"chamber"};
  {
    const storage::Database database(folder.file(), storage::Access::owner);
    storage::Journal journal(database);
    const storage::Archive archive(database);
    storage::Files files(database);  // whatever a whim may attach
    for (char one = 'a'; one <= 'z'; ++one) files.keep(storage::file_digest({&one, 1}), {&one, 1});
    Chamber chamber(seed);
    std::size_t taken = 0;
    const auto write_down = [&] {
      std::vector<storage::Entry> entries;
      for (; taken < chamber.journal().size(); ++taken) entries.push_back({hall, chamber.journal()[taken]});
      if (!entries.empty()) journal.commit(entries);
    };
    chamber.seal_by([&](MeetingId meeting) {
      write_down();
      return archive.sealable(hall, meeting);
    });
    for (int week = 0; week < 100; ++week) {
      live_a_week(chamber, 120);
      write_down();
      compare_records(archive, hall, chamber.state());
      compare_tasks(folder.file(), chamber.state());
      if (!chamber.state().current) continue;
      for (const Audience audience : {Audience::staff, Audience::public_}) {
        const View view = hall::view(chamber.state(), audience);
        const MeetingView& meeting = view.meetings.at(*chamber.state().current);
        const auto record = archive.record(hall, *chamber.state().current, audience);
        const bool visible =
            audience == Audience::staff || meeting.minutes_published || meeting.state == MeetingState::not_held;
        ASSERT_EQ(record.has_value(), visible);
        if (!record) continue;
        EXPECT_EQ(record->summary.state, meeting.state);
        compare_items(*record, view, *chamber.state().current);
        compare_people(*record, view, audience == Audience::staff);
        compare_presence(*record, view, meeting);
        if (HasFailure()) FAIL() << "week " << week;
      }
      EXPECT_TRUE(archive.search(hall, {secret}, Audience::public_, 0, 10).hits.empty());
    }
  }
  const auto verification = storage::verify(folder.file());  // and every seal holds, whatever happened after it
  EXPECT_TRUE(verification.good()) << verification.findings.front().sentence;
}

}  // namespace
}  // namespace talar::simulation
