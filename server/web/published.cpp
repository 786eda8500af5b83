#include "server/web/published.hpp"

#include <algorithm>

namespace talar::web {
namespace {

/// Views and records say it with the same words.
template <class Said, class NameOf>
std::optional<PublishedVote> told(const HallId& hall, VoteId vote, const Said& said, std::int64_t entitled,
                                  NameOf name_of) {
  if (!said.secret || !said.result || !said.key || !said.rules) return std::nullopt;
  PublishedVote made;
  made.format = published_format;
  made.hall = hall;
  made.vote = vote;
  made.content = said.content;
  made.rules = *said.rules;
  made.key = *said.key;
  made.entitled = entitled;
  made.issued = said.secret->issued;
  made.cast = said.secret->cast;
  made.digest = said.secret->digest;
  made.result = *said.result;
  for (const PersonId person : said.collectors) made.collectors.push_back({person, name_of(person)});
  return made;
}

}  // namespace

std::optional<PublishedVote> published(const HallId& hall, VoteId vote, const View& view) {
  const auto found = view.votes.find(vote);
  if (found == view.votes.end()) return std::nullopt;
  const auto entitled = static_cast<std::int64_t>(found->second.electorate.size());
  return told(hall, vote, found->second, entitled, [&](PersonId person) {
    const auto known = view.people.find(person);
    return known == view.people.end() ? Name() : known->second.name;
  });
}

std::optional<PublishedVote> published(const HallId& hall, VoteId vote, const MeetingRecord& record) {
  for (const RecordItem& item : record.items) {
    const auto found = std::ranges::find(item.votes, vote, &RecordVote::vote);
    if (found == item.votes.end()) continue;
    return told(hall, vote, *found, found->entitled, [&](PersonId person) {
      const auto known = std::ranges::find(record.people, person, &RecordPerson::person);
      return known == record.people.end() ? Name() : known->name;
    });
  }
  return std::nullopt;
}

}  // namespace talar::web
