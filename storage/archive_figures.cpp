#include <algorithm>
#include <map>
#include <set>

#include "protocol/tehran.hpp"
#include "storage/archive_query.hpp"
#include "storage/jalali.hpp"

namespace talar::storage {

namespace {

class FiguresReader {
 public:
  FiguresReader(Sql& sql, const HallId& hall, std::int64_t year, Instant now)
      : sql_(sql),
        hall_(hall),
        from_(start_of_jalali_year(year)),
        before_(start_of_jalali_year(year + 1)),
        end_(std::min(before_, now)) {
    figures_.year = year;
  }

  Figures read() {
    read_years();
    read_meetings();
    read_people();
    read_resolutions();
    return std::move(figures_);
  }

 private:
  /// Where a resolution stood when the year ended.
  struct Standing {
    Instant adopted_at;
    FollowUpState state = FollowUpState::adopted;
    Instant since;
    std::optional<Date> due;
  };

  void read_years();
  void read_meetings();
  void read_people();
  void read_speeches(std::map<PersonId, FiguresPerson>& people);
  void read_resolutions();
  std::map<ResolutionId, Standing> standings();
  void count(const Standing& standing);

  FiguresMonth& month_of(Instant at) { return figures_.months[static_cast<std::size_t>(jalali_month(at).month - 1)]; }

  Sql& sql_;
  const HallId& hall_;
  const Instant from_;
  const Instant before_;
  const Instant end_;
  Figures figures_;
};

void FiguresReader::read_years() {
  std::set<std::int64_t> years;
  Rows rows = sql_.query(
      "SELECT coalesce(opened_at, starts_at) FROM meeting WHERE hall = ? AND state IN ('closed', 'not_held')", hall_);
  Instant at;
  while (rows.next()) {
    rows.into(at);
    years.insert(jalali_month(at).year);
  }
  figures_.years.assign(years.begin(), years.end());
}

void FiguresReader::read_meetings() {
  // Whoever sits there as a member: neither guests nor the secretariat.
  Rows rows = sql_.query(
      "SELECT m.meeting, m.number, coalesce(m.opened_at, m.starts_at) AS at, m.state = 'closed', "
      "(SELECT count(*) FROM attendee a WHERE a.meeting = m.meeting AND a.seat NOT IN ('guest', 'secretary') "
      "  AND EXISTS (SELECT 1 FROM presence p WHERE p.meeting = m.meeting AND p.person = a.person)), "
      "(SELECT count(*) FROM attendee a WHERE a.meeting = m.meeting AND a.seat NOT IN ('guest', 'secretary')), "
      "(SELECT count(*) FROM agenda_item i JOIN vote v USING (item) WHERE i.meeting = m.meeting "
      "  AND v.state = 'closed'), "
      "(SELECT count(*) FROM agenda_item i JOIN resolution r USING (item) WHERE i.meeting = m.meeting "
      "  AND r.void_reason IS NULL), "
      "coalesce(m.ended_at - m.opened_at, 0) FROM meeting m "
      "WHERE m.hall = ? AND m.state IN ('closed', 'not_held') AND at >= ? AND at < ? ORDER BY at, m.meeting",
      hall_, from_, before_);
  while (rows.next()) {
    FiguresMeeting& m = figures_.meetings.emplace_back();
    rows.into(m.meeting, m.number, m.at, m.held, m.present, m.members, m.votes, m.resolutions, m.lasted);
  }
}

void FiguresReader::read_people() {
  std::map<PersonId, FiguresPerson> people;
  std::vector<PersonId> order;
  std::map<Seat, std::set<PersonId>> seats;
  Rows rows = sql_.query(
      "SELECT a.person, a.name, a.seat, "
      "EXISTS (SELECT 1 FROM presence p WHERE p.meeting = m.meeting AND p.person = a.person), "
      "EXISTS (SELECT 1 FROM substitution s WHERE s.meeting = m.meeting AND s.absent = a.person), "
      "a.absence IS 'excused', a.absence IS 'unexcused' "
      "FROM meeting m JOIN attendee a USING (meeting) "
      "WHERE m.hall = ? AND m.state = 'closed' AND m.opened_at >= ? AND m.opened_at < ? "
      "ORDER BY m.opened_at, m.meeting, a.ordinal",
      hall_, from_, before_);
  while (rows.next()) {
    FiguresPerson at_meeting;
    bool present = false, represented = false, excused = false, unexcused = false;
    rows.into(at_meeting.person, at_meeting.name, at_meeting.seat, present, represented, excused, unexcused);
    const auto [found, fresh] = people.try_emplace(at_meeting.person);
    if (fresh) order.push_back(at_meeting.person);
    FiguresPerson& person = found->second;
    person.person = at_meeting.person;
    person.name = at_meeting.name;  // the last ones of the year
    person.seat = at_meeting.seat;
    ++person.invited;
    person.attended += present;
    const bool missed = !present && !represented;
    person.represented += !present && represented;
    person.excused += missed && excused;
    person.unexcused += missed && unexcused;
    seats[at_meeting.seat].insert(at_meeting.person);
  }
  for (const auto& [seat, persons] : seats)
    figures_.seats.push_back({seat, static_cast<std::int64_t>(persons.size()), 0, {}});
  read_speeches(people);
  for (const PersonId person : order) figures_.people.push_back(people.at(person));
}

void FiguresReader::read_speeches(std::map<PersonId, FiguresPerson>& people) {
  Rows rows = sql_.query(
      "SELECT s.person, a.seat, count(*), sum(s.spoken) FROM meeting m JOIN agenda_item i USING (meeting) "
      "JOIN speech s USING (item) JOIN attendee a ON a.meeting = m.meeting AND a.person = s.person "
      "WHERE m.hall = ? AND m.state = 'closed' AND m.opened_at >= ? AND m.opened_at < ? "
      "AND s.ended_at IS NOT NULL AND s.kind <> 'presentation' GROUP BY s.person, a.seat",
      hall_, from_, before_);
  while (rows.next()) {
    PersonId id;
    Seat seat = Seat::expert;
    std::int64_t turns = 0;
    Millis spoken;
    rows.into(id, seat, turns, spoken);
    FiguresPerson& person = people.at(id);
    person.turns += turns;
    person.spoken = person.spoken + spoken;
    FiguresSeat& of_seat = *std::ranges::find(figures_.seats, seat, &FiguresSeat::seat);
    of_seat.turns += turns;
    of_seat.spoken = of_seat.spoken + spoken;
  }
}

std::map<ResolutionId, FiguresReader::Standing> FiguresReader::standings() {
  std::map<ResolutionId, Standing> standings;
  {
    Rows rows = sql_.query(
        "SELECT r.resolution, r.at, (SELECT d.due FROM resolution_due d WHERE d.resolution = r.resolution "
        "  AND d.at < ?2 ORDER BY d.seq DESC LIMIT 1) "
        "FROM meeting m JOIN agenda_item i USING (meeting) JOIN resolution r USING (item) "
        "WHERE m.hall = ?1 AND r.at < ?2 AND r.void_reason IS NULL",
        hall_, end_);
    while (rows.next()) {
      ResolutionId id;
      Standing standing;
      rows.into(id, standing.adopted_at, standing.due);
      standing.since = standing.adopted_at;
      standings.emplace(id, standing);
    }
  }
  Rows rows = sql_.query(
      "SELECT n.resolution, n.at, n.content ->> 'state' FROM meeting m JOIN agenda_item i USING (meeting) "
      "JOIN resolution r USING (item) JOIN resolution_step n USING (resolution) WHERE m.hall = ? AND n.at < ? "
      "ORDER BY n.resolution, n.seq",
      hall_, end_);
  while (rows.next()) {
    ResolutionId id;
    Instant at;
    FollowUpState state = FollowUpState::adopted;
    rows.into(id, at, state);
    const auto found = standings.find(id);
    if (found == standings.end()) continue;
    Standing& standing = found->second;
    if (state != standing.state) standing.since = at;
    standing.state = state;
  }
  return standings;
}

void FiguresReader::count(const Standing& standing) {
  const bool finished_this_year = standing.since >= from_;
  switch (standing.state) {
    case FollowUpState::done:
      if (!finished_this_year) return;
      ++figures_.done;
      ++month_of(standing.since).done;
      return;
    case FollowUpState::dropped:
      figures_.dropped += finished_this_year;
      return;
    default:
      ++figures_.open;
      figures_.overdue += standing.due && *standing.due < tehran::day_of(end_);
  }
}

void FiguresReader::read_resolutions() {
  for (std::int64_t month = 1; month <= 12; ++month) figures_.months.push_back({month, 0, 0});
  for (const auto& [id, standing] : standings()) {
    if (standing.adopted_at >= from_) {
      ++figures_.adopted;
      ++month_of(standing.adopted_at).adopted;
    }
    count(standing);
  }
}

}  // namespace

Figures find_figures(Sql& sql, const HallId& hall, std::int64_t year, Instant now) {
  return FiguresReader(sql, hall, year, now).read();
}

}  // namespace talar::storage
