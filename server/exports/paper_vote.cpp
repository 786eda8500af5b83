// A vote as the record tells it whole: what was asked and how, who chose what, the arithmetic, and what was done about
// it later.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "server/exports/paper_parts.hpp"
#include "server/exports/persian.hpp"
#include "server/exports/persian_words.hpp"
#include "server/exports/vote_words.hpp"

namespace talar::exports {
namespace {

void say(Blocks& blocks, Line line, Paragraph::Kind kind = Paragraph::Kind::plain) {
  blocks.push_back({Paragraph{kind, std::move(line), ""}});
}

std::string count_of(Choice choice, const Tally& tally) {
  const std::int64_t votes = choice == Choice::approve   ? tally.approve
                             : choice == Choice::against ? tally.against
                                                         : tally.abstain;
  return fmt::format("{} {}", persian(choice), digits(votes));
}

/// In the record's order of people.
std::string voters(const Facts& facts, const RecordVote& vote, Choice choice) {
  std::vector<std::string> names;
  for (const RecordPerson& person : facts.record.people)
    for (const RecordBallot& ballot : vote.ballots) {
      if (ballot.person != person.person || ballot.ballot.choice != choice) continue;
      const std::int64_t weight = ballot.weight.value_or(1);
      const std::string name = isolated(person.short_name.value);
      names.push_back(weight > 1 ? fmt::format("{} ({} رأی)", name, digits(weight)) : name);
    }
  return names.empty() ? std::string(unknown) : joined(names, comma);
}

void say_choices(Blocks& blocks, const Facts& facts, const RecordVote& vote, const Tally& tally) {
  constexpr std::array choices{Choice::approve, Choice::against, Choice::abstain};
  const std::string missing = tally.not_cast > 0 ? "رأی نداده " + digits(tally.not_cast) : "";
  if (vote.ballots.empty()) {
    std::vector<std::string> counts;
    for (const Choice choice : choices) counts.push_back(count_of(choice, tally));
    counts.push_back(missing);
    say(blocks, {{joined(counts, comma)}});
    return;
  }
  Terms terms{Terms::Kind::choices, {}};
  for (const Choice choice : choices) terms.rows.push_back({count_of(choice, tally), voters(facts, vote, choice)});
  if (!missing.empty()) terms.rows.push_back({missing, ""});
  blocks.push_back({std::move(terms)});
}

void say_what_it_follows(Blocks& blocks, const RecordVote& vote, const RecordItem& item) {
  const auto before =
      std::ranges::find_if(item.votes, [&](const RecordVote& other) { return other.vote == vote.follows; });
  if (!vote.follow_kind || before == item.votes.end()) return;
  const bool same = before->content.question == vote.content.question;
  const std::string question = same ? "همین متن" : fmt::format("«{}»", before->content.question.value);
  std::string_view how;
  switch (*vote.follow_kind) {
    case FollowKind::repeat:
      how = "تکرار رأی‌گیری باطل‌شدهٔ ";
      break;
    case FollowKind::runoff:
      how = "دور دوم ";
      break;
    case FollowKind::objection:
      how = "پس از مخالفت با تصویب بی‌مخالفِ ";
      break;
  }
  say(blocks, {{std::string(how)}, {question, Tone::plain, "#vote-" + before->vote.text()}}, Paragraph::Kind::quiet);
}

void say_verdict(Blocks& blocks, const RecordVote& vote, const VoteResult& result) {
  const Verdict says = verdict(vote, result);
  Line line{{says.sum + " ← "}, {says.outcome, Tone::strong, ""}};
  if (!says.note.empty()) line.push_back({fmt::format(" ({})", says.note), Tone::quiet, ""});
  say(blocks, std::move(line), Paragraph::Kind::verdict);
  if (result.casting)
    say(blocks,
        {{fmt::format("آرا برابر بود و رأی رئیس جلسه ({}) تعیین‌کننده شد.",
                      persian(*result.casting))}},
        Paragraph::Kind::quiet);
}

/// What a secret vote leaves on record: how many ballots went out and came in, and who took one.
void say_secret(Blocks& blocks, const Facts& facts, const RecordVote& vote) {
  if (vote.secret) {
    Line line{{fmt::format("{} برگه گرفته و {} برگه در صندوق شمرده شد. ", digits(vote.secret->issued),
                           digits(vote.secret->cast))}};
    const std::string ballots = facts.page("votes/" + vote.vote.text());
    if (!ballots.empty()) line.push_back({"بازشماری برگه‌ها", Tone::plain, ballots});
    say(blocks, std::move(line));
  }
  if (const auto key = facts.source.keys.find(vote.vote); key != facts.source.keys.end())
    say(blocks, {{"اثر کلید: ", Tone::strong, ""}, {key->second, Tone::code, ""}});
  std::vector<std::string> names;
  for (const RecordPerson& person : facts.record.people)
    if (std::ranges::find(vote.collectors, person.person) != vote.collectors.end())
      names.push_back(isolated(person.short_name.value));
  if (!names.empty()) say(blocks, {{"گیرندگان برگه: ", Tone::strong, ""}, {joined(names, comma)}});
}

void say_what_was_put_right(Blocks& blocks, const Facts& facts, const RecordVote& vote) {
  for (const CorrectionView& correction : vote.corrections) {
    const std::string by = facts.short_name(correction.by);
    say(blocks, {{"اصلاح شمارش: ", Tone::strong, ""},
                 {fmt::format("ساعت {}{}؛ شمارش پیشین: موافق {}، مخالف {}، ممتنع {}. ", hour(correction.at),
                              by.empty() ? "" : std::string(comma) + by, digits(correction.before.approve),
                              digits(correction.before.against), digits(correction.before.abstain))},
                 {"دلیل: ", Tone::strong, ""},
                 {correction.reason.value}});
  }
  if (!vote.voided_at) return;
  const std::string at = hour(*vote.voided_at);
  Line line{
      {vote.result
           ? fmt::format(
                 "این رأی‌گیری ساعت {} باطل شد و نتیجهٔ آن اعتبار ندارد.", at)
           : fmt::format("این رأی‌گیری ساعت {} پیش از پایان باطل شد.", at),
       Tone::strong, ""}};
  if (vote.void_reason) line.push_back({" دلیل: " + vote.void_reason->value});
  say(blocks, std::move(line));
}

}  // namespace

Group vote_account(const Facts& facts, const RecordVote& vote, const RecordItem& item) {
  const VoteForm form = form_of(vote);
  Group group{vote.voided_at ? Group::Kind::voided : Group::Kind::vote, "vote-" + vote.vote.text(), {}};
  Blocks& blocks = group.blocks;
  const std::string hours = fmt::format("از {} تا {}", hour(vote.opened_at), hour(vote.closed_at));
  const std::string entitled = digits(vote.entitled) + " دارندهٔ حق رأی";
  say(blocks, {{"رأی‌گیری: ", Tone::strong, ""},
               {vote.content.question.value},
               {fmt::format(" ({})", joined({vote_kind(vote), hours, entitled}, comma)), Tone::quiet, ""}});
  say_what_it_follows(blocks, vote, item);
  if (vote.objected_by) say(blocks, {{"مخالفت: ", Tone::strong, ""}, {facts.short_name(vote.objected_by)}});
  if (vote.result && form.kind == VoteKind::motion) say_choices(blocks, facts, vote, vote.result->tally);
  if (vote.result && has_options(form)) std::ranges::move(vote_options(facts, vote), std::back_inserter(blocks));
  if (vote.result) say_verdict(blocks, vote, *vote.result);
  if (is_secret(form)) say_secret(blocks, facts, vote);
  say_what_was_put_right(blocks, facts, vote);
  return group;
}

}  // namespace talar::exports
