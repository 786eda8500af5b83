#include <map>

#include "storage/archive_agenda.hpp"
#include "storage/archive_life.hpp"
#include "storage/archive_votes.hpp"
#include "storage/chain.hpp"

namespace talar::storage {

namespace {

/// Puts one meeting's record together; what the asker may not see is never read.
class RecordReader {
 public:
  RecordReader(Sql& sql, MeetingId meeting, Sight sight, MeetingRecord& record)
      : sql_(sql), meeting_(meeting), sight_(sight), record_(record) {}

  void read() {
    read_meeting();
    read_people();
    read_substitutions();
    read_closed_parts();
    read_items();
    const auto visible = [this](ItemId id) -> RecordItem& { return item(id); };
    AgendaReader(sql_, meeting_, sight_, visible).read();
    read_recusals();
    read_speeches();
    VoteReader(sql_, meeting_, sight_, visible).read();
    read_resolutions();
    record_.entries = find_entries(sql_, meeting_, sight_);
    record_.life = find_life(sql_, meeting_, sight_);
  }

 private:
  void read_meeting();
  void read_people();
  void read_substitutions();
  void read_closed_parts();
  void read_items();
  void read_recusals();
  void read_speeches();
  void read_resolutions();

  template <class... Values>
  Rows ask(Query query, const Values&... more) {
    return sql_.query(query, sight_.everything, meeting_, more...);
  }

  Sql& sql_;
  const MeetingId meeting_;
  const Sight sight_;
  MeetingRecord& record_;
  std::map<ItemId, std::size_t> index_;  // of record_.items

  RecordItem& item(ItemId id) { return record_.items[index_.at(id)]; }
};

void RecordReader::read_meeting() {
  Rows rows = sql_.query(
      "SELECT h.name, m.chair, m.quorum_present, m.quorum_needed, m.quorum_members, m.quorum_met, m.override_reason, "
      "m.not_held_reason, (SELECT chain FROM event e WHERE e.hall = m.hall AND e.seq = m.seq) "
      "FROM meeting m JOIN hall h USING (hall) WHERE m.meeting = ?",
      meeting_);
  if (!rows.next()) return;
  std::optional<std::int64_t> present, needed, members, met;
  std::optional<Chain> chain;
  rows.into(record_.hall, record_.chair, present, needed, members, met, record_.override_reason,
            record_.not_held_reason, chain);
  if (present && needed && members && met) record_.quorum = Quorum{*present, *needed, *members, *met != 0};
  if (chain) record_.chain = chain_text(*chain);
}

void RecordReader::read_people() {
  std::map<PersonId, std::size_t> index;
  Rows people =
      ask("SELECT person, name, short_name, seat, votes, group_name, absence, excuse FROM attendee WHERE "
          "meeting = ?2 ORDER BY ordinal");
  while (people.next()) {
    RecordPerson person;
    std::optional<AbsenceKind> absence;
    people.into(person.person, person.name, person.short_name, person.seat, person.votes, person.group, absence,
                person.excuse);
    if (absence) person.presence = *absence == AbsenceKind::excused ? Presence::excused : Presence::unexcused;
    if (!sight_.excuses) person.excuse.reset();
    index[person.person] = record_.people.size();
    record_.people.push_back(std::move(person));
  }

  PersonId id;
  Rows spans = ask("SELECT person, arrived_at, departed_at FROM presence WHERE meeting = ?2 ORDER BY seq");
  while (spans.next()) {
    AttendanceSpan span;
    spans.into(id, span.from, span.until);
    const auto found = index.find(id);
    if (found == index.end()) continue;
    RecordPerson& person = record_.people[found->second];
    person.presence = Presence::present;
    person.attendance.push_back(span);
  }

  Rows speeches =
      ask("SELECT s.person, count(*) FILTER (WHERE s.kind <> 'presentation'), "
          "coalesce(sum(s.spoken) FILTER (WHERE s.kind <> 'presentation'), 0), "
          "coalesce(sum(s.spoken) FILTER (WHERE s.kind = 'presentation'), 0) "
          "FROM agenda_item i JOIN speech s USING (item) "
          "WHERE " TALAR_ITEM_VISIBLE " AND i.meeting = ?2 AND s.ended_at IS NOT NULL GROUP BY s.person");
  while (speeches.next()) {
    std::int64_t turns = 0;
    Millis spoken, presented;
    speeches.into(id, turns, spoken, presented);
    const auto found = index.find(id);
    if (found == index.end()) continue;
    RecordPerson& person = record_.people[found->second];
    person.turns = turns;
    person.spoken = spoken;
    person.presented = presented;
  }
}

void RecordReader::read_substitutions() {
  Rows rows = ask("SELECT absent, substitute, begun_at, ended_at FROM substitution WHERE meeting = ?2 ORDER BY seq");
  while (rows.next()) {
    RecordSubstitution& substitution = record_.substitutions.emplace_back();
    rows.into(substitution.absent, substitution.substitute, substitution.from, substitution.until);
  }
}

void RecordReader::read_closed_parts() {
  Rows rows = ask("SELECT begun_at, ended_at, reason FROM closed_part WHERE meeting = ?2 ORDER BY seq");
  while (rows.next()) {
    RecordClosedPart& part = record_.closed_parts.emplace_back();
    rows.into(part.from, part.until, part.reason);
    if (!sight_.everything) part.reason.reset();
  }
}

void RecordReader::read_items() {
  // Parents before their children, numbered on the way down; the path sorts as text in reading order.
  Rows rows =
      ask("WITH RECURSIVE tree (item, path, depth) AS ("
          "  SELECT item, printf('%06d', position), 1 FROM agenda_item WHERE meeting = ?2 AND parent IS NULL"
          "  UNION ALL"
          "  SELECT c.item, tree.path || printf('%06d', c.position), depth + 1 FROM agenda_item c JOIN tree ON "
          "c.parent = tree.item) "
          "SELECT i.item, i.parent, i.position, i.closed AND NOT ?1, i.title, i.short_title, i.kind, i.presenter, "
          "i.minutes, "
          "i.confidential, i.state, i.started_at, i.ended_at, i.spent, i.reason, coalesce(t.text, ''), i.notes, "
          "i.origin, i.origin_item, i.origin_proposal, i.origin_referral, i.origin_resolution, i.taken_out_by, "
          "i.decided_by, "
          "i.approves "
          "FROM tree JOIN agenda_item i USING (item) LEFT JOIN minutes_text t USING (item) ORDER BY tree.path");
  while (rows.next()) {
    RecordItem next;
    ItemContent content;
    std::optional<OriginKind> origin;
    ItemOrigin from;
    std::int64_t position = 0;
    rows.into(next.item, next.parent, position, next.closed, content.title, content.short_title, content.kind,
              content.presenter, content.minutes, content.confidential, next.state, next.started_at, next.ended_at,
              next.spent, next.reason, next.text, content.notes, origin, from.item, from.proposal, from.referral,
              from.resolution, next.taken_out_by, next.decided_by, content.approves);
    if (!sight_.notes) content.notes.reset();
    if (next.parent) next.number = item(*next.parent).number;
    next.number.push_back(position + 1);
    if (next.closed) {
      next.reason.reset();
      next.text.clear();
      next.taken_out_by.reset();
      next.decided_by.reset();
    } else {
      if (origin) {
        from.kind = *origin;
        next.origin = from;
      }
      next.content = std::move(content);
    }
    index_[next.item] = record_.items.size();
    record_.items.push_back(std::move(next));
  }
}

void RecordReader::read_recusals() {
  Rows rows =
      ask("SELECT r.item, r.person, r.begun_at, r.ended_at, r.reason FROM agenda_item i JOIN recusal r USING (item) "
          "WHERE " TALAR_ITEM_VISIBLE " AND i.meeting = ?2 ORDER BY r.seq");
  ItemId id;
  while (rows.next()) {
    RecusalSpan recusal;
    rows.into(id, recusal.person, recusal.from, recusal.until, recusal.reason);
    if (!sight_.everything) recusal.reason.reset();
    item(id).recusals.push_back(std::move(recusal));
  }
}

void RecordReader::read_speeches() {
  Rows rows =
      ask("SELECT s.item, s.person, s.kind, s.stance, s.point, coalesce(s.reason, r.moved_reason), s.started_at, "
          "s.ended_at, s.spoken, s.turn_limit FROM agenda_item i JOIN speech s USING (item) "
          "LEFT JOIN floor_request r ON r.item = s.item AND r.request = s.request WHERE " TALAR_ITEM_VISIBLE
          " AND i.meeting = ?2 AND s.ended_at IS NOT NULL ORDER BY s.seq");
  ItemId id;
  RecordSpeech speech;
  while (rows.next()) {
    rows.into(id, speech.person, speech.kind, speech.stance, speech.point, speech.reason, speech.from, speech.until,
              speech.spoken, speech.limit);
    item(id).speeches.push_back(speech);
  }
}

void RecordReader::read_resolutions() {
  Rows rows =
      ask("SELECT r.item, r.resolution, r.number, r.at, r.text, r.vote, r.due, r.working_group, r.void_reason "
          "FROM agenda_item i JOIN resolution r USING (item) WHERE " TALAR_ITEM_VISIBLE
          " AND i.meeting = ?2 ORDER BY r.number");
  while (rows.next()) {
    ItemId id;
    RecordResolution resolution;
    rows.into(id, resolution.resolution, resolution.number, resolution.at, resolution.content.text,
              resolution.content.vote, resolution.content.due, resolution.content.group, resolution.void_reason);
    Rows people = sql_.query("SELECT person FROM resolution_responsible WHERE resolution = ? ORDER BY ordinal",
                             resolution.resolution);
    while (people.next()) people.into(resolution.content.responsible.emplace_back());
    item(id).resolutions.push_back(std::move(resolution));
  }
}

}  // namespace

std::optional<MeetingRecord> find_record(Sql& sql, const HallId& hall, MeetingId meeting, Sight sight) {
  auto summary = find_meeting(sql, hall, meeting, sight);
  if (!summary) return std::nullopt;
  MeetingRecord record;
  record.summary = std::move(*summary);
  RecordReader(sql, meeting, sight, record).read();
  return record;
}

}  // namespace talar::storage
