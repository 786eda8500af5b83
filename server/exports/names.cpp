#include "server/exports/names.hpp"

#include "server/exports/persian_words.hpp"

namespace talar::exports {

std::string plain_names(const Facts& facts, const std::vector<PersonId>& people) {
  std::vector<std::string> names;
  for (const PersonId person : people) names.push_back(facts.plain_name(person));
  return joined(names, comma);
}

std::string title_of(const RecordItem& item) {
  return item.content ? item.content->title.value : "بند غیرعلنی";
}

std::string meeting_title(const MeetingRecord& record) {
  return record.hall.value + std::string(comma) + meeting_name(record.summary.number);
}

}  // namespace talar::exports
