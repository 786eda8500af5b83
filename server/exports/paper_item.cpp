// One item's debate: what happened, with what the secretariat wrote, the votes and the resolutions at their places. Of
// a closed item the public reads only that there was one.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "protocol/text_changes.hpp"
#include "server/exports/paper_parts.hpp"
#include "server/exports/persian.hpp"
#include "server/exports/persian_words.hpp"
#include "server/exports/vote_words.hpp"

namespace talar::exports {
namespace {

void say(Blocks& blocks, Paragraph::Kind kind, Line line, std::string id = {}) {
  blocks.push_back({Paragraph{kind, std::move(line), std::move(id)}});
}

/// Where else the same matter was dealt with, and how it came to its end here.
void say_where_else(Blocks& blocks, const Facts& facts, const RecordItem& item) {
  Line line;
  const auto add = [&](std::string text, std::string link = {}) {
    if (!line.empty()) line.push_back({std::string(dot)});
    line.push_back({std::move(text), Tone::plain, std::move(link)});
  };
  const auto place = [&](const RecordElsewhere& other) {
    const std::string page = facts.page("archive/" + other.meeting.text());
    return page.empty() ? page : page + "#item-" + other.item.text();
  };
  if (item.carried_from) add("مانده از " + meeting_name(item.carried_from->number), place(*item.carried_from));
  if (item.carried_to) add("ادامه در " + meeting_name(item.carried_to->number), place(*item.carried_to));
  if (item.taken_out_by) add(fmt::format("به خواست {} از تصویب یکجا جدا شد.", facts.name(item.taken_out_by)));
  if (item.decided_by) add("با رأی یکجا تصویب شد.");
  if (!line.empty()) say(blocks, Paragraph::Kind::quiet, std::move(line));
}

void say_reasons(Blocks& blocks, const Facts& facts, const RecordItem& item) {
  if (item.reason) say(blocks, Paragraph::Kind::plain, {{"دلیل: ", Tone::strong, ""}, {item.reason->value}});
  std::vector<std::string> recused;
  for (const RecusalSpan& one : item.recusals)
    recused.push_back(one.reason ? fmt::format("{} ({})", facts.name(one.person), one.reason->value)
                                 : facts.name(one.person));
  if (!recused.empty())
    say(blocks, Paragraph::Kind::plain, {{"تعارض منافع: ", Tone::strong, ""}, {joined(recused, semicolon)}});
}

/// Line n of the text is the element line-<item>-<n>: a search hit points to it.
void say_text(Blocks& blocks, const RecordItem& item) {
  std::size_t number = 0;
  for (const std::string_view line : lines_of(item.text)) {
    ++number;
    if (line.find_first_not_of(" \t\r") != std::string_view::npos)
      say(blocks, Paragraph::Kind::text, {{std::string(line)}}, fmt::format("line-{}-{}", item.item.text(), number));
  }
}

struct Speaker {
  PersonId person;
  std::int64_t turns = 0;
  Millis spoken;
  std::vector<std::string> as;  // unless it was a plain speech: a kind or a side once each
};

/// Each speaker once, in the order of the first word.
std::vector<Speaker> speakers_of(const RecordItem& item) {
  std::vector<Speaker> speakers;
  for (const RecordSpeech& speech : item.speeches) {
    auto known = std::ranges::find(speakers, speech.person, &Speaker::person);
    if (known == speakers.end()) known = speakers.insert(known, {speech.person, 0, {}, {}});
    ++known->turns;
    known->spoken = known->spoken + speech.spoken;
    const std::string name = speech_name(speech.kind, speech.stance);
    const bool plain = speech.kind == SpeechKind::speech && !speech.stance;
    if (!plain && std::ranges::find(known->as, name) == known->as.end()) known->as.push_back(name);
  }
  return speakers;
}

void say_speakers(Blocks& blocks, const Facts& facts, const RecordItem& item) {
  std::vector<std::string> all, early;
  for (const Speaker& one : speakers_of(item)) {
    std::vector<std::string> how{fmt::format("{} نوبت، {}", digits(one.turns), duration(one.spoken))};
    how.insert(how.end(), one.as.begin(), one.as.end());
    all.push_back(fmt::format("{} ({})", facts.name(one.person), joined(how, comma)));
  }
  for (const RecordSpeech& speech : item.speeches)
    if (speech.reason) early.push_back(fmt::format("{} ({})", facts.name(speech.person), speech.reason->value));
  if (!all.empty()) say(blocks, Paragraph::Kind::quiet, {{"سخنرانان: ", Tone::strong, ""}, {joined(all, semicolon)}});
  if (!early.empty())
    say(blocks, Paragraph::Kind::quiet, {{"سخن پیش از نوبت: ", Tone::strong, ""}, {joined(early, semicolon)}});
}

void say_files(Blocks& blocks, const Facts& facts, const RecordItem& item) {
  if (item.attachments.empty()) return;
  Line line{{"پیوست‌ها: ", Tone::strong, ""}};
  for (const AttachmentRow& file : item.attachments) {
    if (line.size() > 1) line.push_back({std::string(semicolon)});
    line.push_back({isolated(file.content.name.value), Tone::plain, facts.file(file.attachment)});
  }
  say(blocks, Paragraph::Kind::quiet, std::move(line));
}

/// A vote and a resolution stand where their entries do; those without one at the end.
class Told {
 public:
  Told(const Facts& facts, const RecordItem& item) : facts_(facts), item_(item) {}

  void tell(Blocks& blocks, const RecordEntry& line) {
    const EntryView& entry = line.entry;
    if (const RecordVote* vote =
            entry.kind == EntryKind::vote || entry.kind == EntryKind::vote_voided ? facts_.vote(entry.vote) : nullptr) {
      if (!votes_.insert(vote->vote).second)
        blocks.push_back({entry_line(facts_, line)});
      else
        blocks.push_back({vote_account(facts_, *vote, item_)}), note(blocks, entry);
    } else if (const RecordResolution* resolution =
                   entry.kind == EntryKind::resolution ? facts_.resolution(entry.resolution) : nullptr) {
      resolutions_.insert(resolution->resolution);
      blocks.push_back({decision(facts_, *resolution)});
      note(blocks, entry);
    } else {
      blocks.push_back({entry_line(facts_, line)});
    }
  }

  void rest(Blocks& blocks) {
    for (const RecordVote& vote : item_.votes)
      if (!votes_.contains(vote.vote)) blocks.push_back({vote_account(facts_, vote, item_)});
    for (const RecordResolution& resolution : item_.resolutions)
      if (!resolutions_.contains(resolution.resolution)) blocks.push_back({decision(facts_, resolution)});
  }

 private:
  static void note(Blocks& blocks, const EntryView& entry) {
    if (entry.note) say(blocks, Paragraph::Kind::quiet, {{fmt::format("[یادداشت دبیرخانه: {}]", entry.note->value)}});
  }

  const Facts& facts_;
  const RecordItem& item_;
  std::set<VoteId> votes_;
  std::set<ResolutionId> resolutions_;
};

/// The debate comes before what it led to.
bool leads_to_an_end(const RecordEntry* line) {
  switch (line->entry.kind) {
    case EntryKind::vote:
    case EntryKind::vote_voided:
    case EntryKind::resolution:
    case EntryKind::item_done:
    case EntryKind::item_deferred:
    case EntryKind::item_withdrawn:
    case EntryKind::item_referred:
    case EntryKind::minutes_approved:
      return true;
    default:
      return false;
  }
}

}  // namespace

Group item_account(const Facts& facts, const RecordItem& item, const Lines& lines) {
  Group group{Group::Kind::item, has_account(item) ? "item-" + item.item.text() : "", {}};
  Blocks& blocks = group.blocks;
  const std::string title = item.closed || !item.content ? "بخش غیرعلنی" : item.content->title.value;
  blocks.push_back({Heading{3, {{fmt::format("بند {}. ", item_number(item.number)), Tone::strong, ""}, {title}}}});
  say_where_else(blocks, facts, item);
  say_reasons(blocks, facts, item);
  Told told(facts, item);
  const auto end = std::ranges::find_if(lines, leads_to_an_end);
  std::for_each(lines.begin(), end, [&](const RecordEntry* line) { told.tell(blocks, *line); });
  say_text(blocks, item);
  say_speakers(blocks, facts, item);
  say_files(blocks, facts, item);
  std::for_each(end, lines.end(), [&](const RecordEntry* line) { told.tell(blocks, *line); });
  told.rest(blocks);
  return group;
}

Decision decision(const Facts& facts, const RecordResolution& resolution) {
  const ResolutionContent& content = resolution.content;
  const std::string id = "resolution-" + resolution.resolution.text();
  if (resolution.void_reason)
    return {.text = {{fmt::format("مصوبهٔ {} باطل شد. ", digits(resolution.number)), Tone::strong, ""},
                     {content.text.value, Tone::struck, ""}},
            .foot = "دلیل ابطال: " + resolution.void_reason->value,
            .id = id};
  std::string carried;
  if (const RecordVote* const vote = facts.vote(content.vote); vote && vote->result) {
    const Tally& tally = vote->result->tally;
    const std::int64_t all = tally.approve + tally.against + tally.abstain;
    if (form_of(*vote).kind == VoteKind::consent)
      carried = "بی‌مخالف";
    else if (tally.approve > 0 && tally.approve == all)
      carried = "به اتفاق آرا";
    else
      carried = fmt::format("با {} رأی موافق از {} رأی", digits(tally.approve), digits(all));
  }
  std::vector<std::string> names;
  for (const PersonId& person : content.responsible) names.push_back(facts.name(person));
  return {.text = {{fmt::format("مصوبهٔ {}. ", digits(resolution.number)), Tone::strong, ""}, {content.text.value}},
          .foot = joined({carried, names.empty() ? "" : "پیگیری: " + joined(names, comma),
                          content.group ? "کارگروه: " + facts.group(*content.group) : "",
                          content.due ? "مهلت: " + jalali_date(*content.due) : ""},
                         dot),
          .id = id};
}

}  // namespace talar::exports
