// Popolo (popoloproject.com): who there was, what was moved, how it was voted on, who spoke. One object with a list for
// each of its classes, as collections of Popolo data have them.
#include <nlohmann/json.hpp>

#include "protocol/tehran.hpp"
#include "protocol/words.hpp"
#include "server/exports/names.hpp"
#include "server/exports/persian_words.hpp"
#include "server/exports/vote_words.hpp"

namespace talar::exports {
namespace {

using Json = nlohmann::ordered_json;

void put_dates(Json& object, const std::optional<Instant>& from, const std::optional<Instant>& until) {
  if (from) object["start_date"] = tehran::text_of(*from);
  if (until) object["end_date"] = tehran::text_of(*until);
}

/// The words that Popolo recommends.
std::string_view option_word(Choice choice) {
  switch (choice) {
    case Choice::approve:
      return "yes";
    case Choice::against:
      return "no";
    case Choice::abstain:
      return "abstain";
  }
  return {};
}

std::string_view result_word(const RecordVote& vote) {
  if (vote.voided_at || !vote.result) return "void";
  switch (vote.result->outcome) {
    case Outcome::adopted:
      return "pass";
    case Outcome::rejected:
    case Outcome::tied:
    case Outcome::objected:
    case Outcome::no_quorum:
      return "fail";
    case Outcome::elected:
    case Outcome::incomplete:
    case Outcome::ranked:
    case Outcome::undecided:
      return word(vote.result->outcome);
  }
  return {};
}

class Writer {
 public:
  explicit Writer(const Source& source) : source_(source), record_(source.record), facts_(source) {}

  Json write() {
    Json all;
    for (const char* list : {"organizations", "persons", "memberships", "events", "motions", "vote_events", "speeches"})
      all[list] = Json::array();
    all["organizations"].push_back(organization_of(source_.hall, record_.hall));
    for (const auto& [hall, row] : source_.halls)
      if (hall != source_.hall) all["organizations"].push_back(organization_of(hall, row.name));
    for (const RecordPerson& person : record_.people) {
      all["persons"].push_back(person_of(person));
      all["memberships"].push_back(membership_of(person));
    }
    all["events"].push_back(meeting());
    for (const RecordItem& item : record_.items) {
      all["events"].push_back(event_of(item));
      put_votes(all, item);
      put_speeches(all["speeches"], item);
    }
    return all;
  }

 private:
  Json organization_of(const HallId& hall, const Name& name) const {
    Json object{{"id", hall.value}, {"name", name.value}};
    const auto known = source_.halls.find(hall);
    if (known != source_.halls.end() && known->second.parent) object["parent_id"] = known->second.parent->value;
    return object;
  }

  Json person_of(const RecordPerson& person) const {
    Json object{{"id", person.person.text()}, {"name", person.name.value}};
    if (person.short_name.value != person.name.value)
      object["other_names"] = Json::array({{{"name", person.short_name.value}}});
    return object;
  }

  Json membership_of(const RecordPerson& person) const {
    return {{"id", source_.hall.value + "-" + person.person.text()},
            {"role", persian(person.seat)},
            {"person_id", person.person.text()},
            {"organization_id", source_.hall.value}};
  }

  Json meeting() const {
    const MeetingSummary& summary = record_.summary;
    Json object{{"id", summary.meeting.text()},
                {"name", meeting_title(record_)},
                {"classification", "meeting"},
                {"organization_id", source_.hall.value},
                {"location", summary.content.place.value},
                {"status", word(summary.state)}};
    if (summary.content.title) object["description"] = summary.content.title->value;
    put_dates(object, summary.opened_at.value_or(summary.content.starts_at), summary.ended_at);
    object["identifiers"] = Json::array({{{"scheme", "term"}, {"identifier", std::to_string(summary.term)}},
                                         {{"scheme", "number"}, {"identifier", std::to_string(summary.number)}}});
    object["attendees"] = Json::array();
    for (const RecordPerson& person : record_.people) {
      if (person.presence == Presence::present) object["attendees"].push_back(person_of(person));
    }
    put_source(object);
    return object;
  }

  Json event_of(const RecordItem& item) const {
    Json object{{"id", item.item.text()},
                {"name", title_of(item)},
                {"classification", "agenda item"},
                {"organization_id", source_.hall.value},
                {"status", word(item.state)},
                {"parent_id", (item.parent ? item.parent->text() : record_.summary.meeting.text())}};
    put_dates(object, item.started_at, item.ended_at);
    return object;
  }

  /// What a vote decided is the resolution that was adopted by it; else its question. What was recorded by mistake was
  /// never moved.
  void put_votes(Json& all, const RecordItem& item) const {
    std::map<VoteId, std::string> motions;
    for (const RecordResolution& resolution : item.resolutions) {
      if (resolution.void_reason) continue;
      const std::string id = resolution.resolution.text();
      if (resolution.content.vote) motions.emplace(*resolution.content.vote, id);
      all["motions"].push_back({{"id", id},
                                {"organization_id", source_.hall.value},
                                {"legislative_session_id", record_.summary.meeting.text()},
                                {"identifier", std::to_string(resolution.number)},
                                {"classification", "resolution"},
                                {"text", resolution.content.text.value},
                                {"date", tehran::text_of(resolution.at)},
                                {"result", "pass"}});
    }
    for (const RecordVote& vote : item.votes) {
      const auto [motion, own] = motions.emplace(vote.vote, "motion-" + vote.vote.text());
      if (own)
        all["motions"].push_back({{"id", motion->second},
                                  {"organization_id", source_.hall.value},
                                  {"legislative_session_id", record_.summary.meeting.text()},
                                  {"classification", "question"},
                                  {"text", vote.content.question.value},
                                  {"date", tehran::text_of(vote.opened_at)},
                                  {"requirement", word(vote.content.rule.majority.kind)},
                                  {"result", result_word(vote)}});
      all["vote_events"].push_back(vote_event(vote, motion->second));
    }
  }

  Json vote_event(const RecordVote& vote, const std::string& motion) const {
    const VoteForm form = form_of(vote);
    Json object{{"id", vote.vote.text()},
                {"organization_id", source_.hall.value},
                {"legislative_session_id", record_.summary.meeting.text()},
                {"motion_id", motion},
                {"classification", std::string(word(form.kind)) + ", " + std::string(word(form.mode))},
                {"start_date", tehran::text_of(vote.opened_at)},
                {"end_date", tehran::text_of(vote.closed_at)},
                {"result", result_word(vote)}};
    object["counts"] = counts(vote, form);
    object["votes"] = Json::array();
    for (const RecordBallot& ballot : vote.ballots) put_ballot(object["votes"], form, ballot);
    return object;
  }

  static Json counts(const RecordVote& vote, const VoteForm& form) {
    Json list = Json::array();
    if (!vote.result) return list;
    const Tally& tally = vote.result->tally;
    if (vote.result->options) {
      for (std::size_t i = 0; i < form.options.size() && i < vote.result->options->size(); ++i)
        list.push_back({{"option", form.options[i].title.value}, {"value", (*vote.result->options)[i].count}});
    } else {
      list.push_back({{"option", "yes"}, {"value", tally.approve}});
      list.push_back({{"option", "no"}, {"value", tally.against}});
    }
    list.push_back({{"option", "abstain"}, {"value", tally.abstain}});
    list.push_back({{"option", "not voting"}, {"value", tally.not_cast}});
    return list;
  }

  /// One vote for each option that was marked: `weight` carries the mark where it is more than a mark.
  static void put_ballot(Json& votes, const VoteForm& form, const RecordBallot& ballot) {
    const auto put = [&](std::string_view option, std::optional<std::int64_t> weight) {
      Json vote{{"voter_id", ballot.person.text()}, {"option", option}};
      if (weight) vote["weight"] = *weight;
      votes.push_back(std::move(vote));
    };
    bool marked = false;
    if (ballot.ballot.marks) {
      const Marks& marks = *ballot.ballot.marks;
      for (std::size_t i = 0; i < marks.size() && i < form.options.size(); ++i) {
        if (marks[i].value == 0) continue;
        marked = true;
        put(form.options[i].title.value,
            form.kind == VoteKind::election ? ballot.weight : std::optional(marks[i].value));
      }
    }
    if (!marked) put(option_word(ballot.ballot.choice), ballot.weight);
  }

  void put_speeches(Json& speeches, const RecordItem& item) const {
    const std::string id = item.item.text();
    std::int64_t position = 0;
    const auto put = [&](Json speech) {
      speech["id"] = id + "-" + std::to_string(++position);
      speech["position"] = position;
      speech["event_id"] = id;
      speeches.push_back(std::move(speech));
    };
    for (const RecordSpeech& speech : item.speeches)
      put({{"type", word(speech.kind)},
           {"creator_id", speech.person.text()},
           {"attribution_text", facts_.plain_name(speech.person)},
           {"title", speech_name(speech.kind, speech.stance)},
           {"date", tehran::text_of(speech.from)}});
    if (item.text.empty()) return;
    put({{"type", "narrative"}, {"title", title_of(item)}, {"text", item.text}});
  }

  void put_source(Json& object) const {
    if (source_.url.empty()) return;
    const std::string record =
        source_.url + "/api/halls/" + source_.hall.value + "/meetings/" + record_.summary.meeting.text();
    object["sources"] = Json::array({{{"url", record}, {"note", "Talar"}}});
  }

  const Source& source_;
  const MeetingRecord& record_;
  const Facts facts_;
};

}  // namespace

std::string popolo(const Source& source) {
  return Writer(source).write().dump(2) + "\n";
}

}  // namespace talar::exports
