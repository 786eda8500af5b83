#include "tests/unit/exports/source.hpp"

#include <algorithm>

namespace talar::exports {

using namespace rich;

namespace {

RecordPerson person(PersonId id, std::string_view name, std::string_view short_name, Seat seat) {
  RecordPerson person{id, name, short_name, seat, seat != Seat::secretary && seat != Seat::guest};
  return person;
}

RecordPerson there(RecordPerson person, std::vector<AttendanceSpan> spans) {
  person.presence = Presence::present;
  person.attendance = std::move(spans);
  return person;
}

void add_people(MeetingRecord& record) {
  const Instant end = minute(130);
  auto& people = record.people;
  people.push_back(there(person(mayor, "شهردار رشت", "شهردار", Seat::president), {{minute(-5), end}}));
  people.push_back(there(person(vice, "قائم‌مقام شهردار", "قائم‌مقام", Seat::vice_president),
                         {{minute(0), minute(40)}, {minute(55), end}}));
  people.push_back(there(person(deputy, "معاون فنی و عمرانی", "معاون فنی", Seat::deputy), {{minute(3), end}}));
  people.push_back(
      person(engineer, "معاون حمل‌ونقل <و> ترافیک & ایمنی", "معاون ترافیک", Seat::deputy));
  people.back().presence = Presence::excused;
  people.back().excuse = "مأموریت اداری";
  people.push_back(person(councillor, "نمایندهٔ شورای اسلامی شهر", "نمایندهٔ شورا", Seat::council_representative));
  people.back().presence = Presence::unexcused;
  people.push_back(there(person(architect, "مریم رضایی", "رضایی", Seat::expert), {{minute(0), {}}}));
  people.back().group = "معماران";
  people.back().turns = 2;
  people.back().spoken = {185'000};
  people.push_back(there(person(stand_in, "جانشین معاون ترافیک", "جانشین", Seat::expert), {{minute(10), end}}));
  people.push_back(there(person(secretary, "دبیر اتاق", "دبیر", Seat::secretary), {{minute(-20), end}}));
  people.push_back(there(person(guest, "=مهمان +۹۸", "مهمان", Seat::guest), {{minute(20), minute(60)}}));
  record.substitutions.push_back({engineer, stand_in, minute(10), end});
}

RecordItem item(ItemId id, std::vector<std::int64_t> number, std::string_view title, ItemKind kind, ItemState state) {
  RecordItem item{id, {}, std::move(number)};
  item.content.emplace();
  item.content->title = title;
  item.content->kind = kind;
  item.content->minutes = 15;
  item.state = state;
  return item;
}

RecordItem held(RecordItem item, std::int64_t from, std::int64_t until) {
  item.started_at = minute(from);
  item.ended_at = minute(until);
  item.spent = minute(until) - minute(from);
  return item;
}

RecordItem part_of(ItemId parent, RecordItem item) {
  item.parent = parent;
  return item;
}

void add_items(MeetingRecord& record) {
  using enum ItemKind;
  using enum ItemState;
  auto& items = record.items;
  items.push_back(held(item(welcome, {1}, "تلاوت قرآن و خیرمقدم", opening, done), 0, 5));
  items.back().text = "جلسه با تلاوت آیاتی از قرآن کریم آغاز شد.";
  items.push_back(held(
      item(rivers, {2}, "احیای رودخانه‌های زرجوب و گوهررود", decision, done), 5, 50));
  items.push_back(part_of(rivers, item(rivers_budget, {2, 1}, "بودجهٔ احیا", discussion, deferred)));
  items.back().reason = "گزارش مالی نرسیده است.";
  items.push_back(held(item(wishes, {3}, "اولویت‌های سال آینده", priorities, done), 50, 65));
  items.back().content->options = {"رودخانه‌ها", "بازار", "حمل‌ونقل"};
  items.push_back(held(item(election, {4}, "انتخاب دبیر کارگروه", decision, done), 65, 80));
  items.push_back(held(item(block, {5}, "بندهای بی‌بحث", consent, done), 80, 90));
  items.push_back(part_of(block, item(paving, {5, 1}, "روکش خیابان سعدی", decision, done)));
  items.back().decided_by = by_consent;
  items.push_back(part_of(block, item(lighting, {5, 2}, "روشنایی پیاده‌راه", decision, done)));
  items.back().taken_out_by = architect;
  items.push_back(held(item(contract, {6}, "قرارداد محرمانه", discussion, done), 95, 110));
  items.back().content->confidential = true;
  items.back().text = "گفتگو دربارهٔ پیمانکار.";
  items.push_back(item(waste, {7}, "گزارش پسماند", report, withdrawn));
  items.back().reason = "به درخواست ارائه‌دهنده\xEF\xBF\xBF";  // U+FFFF: it was taken once
  items.push_back(held(item(approval, {8}, "تصویب صورتجلسهٔ پیشین", decision, done), 110, 115));
  items.back().content->approves = meeting_before;
  items.back().origin = ItemOrigin{OriginKind::minutes, {}, {}, {}, {}};
}

void fill_rivers(MeetingRecord& record) {
  RecordItem& item = item_of(record, rivers);
  item.content->presenter = deputy;
  item.content->links.emplace().push_back({"طرح جامع", "https://example.ir/plan?a=1&b=2"});
  item.carried_from = RecordElsewhere{meeting_before, 13, ItemId{190}};
  item.text =
      "معاون فنی گزارش داد.\n\n«لایروبی» تا پایان سال انجام می‌شود؛ "
      "نیم‌فاصله "
      "و "
      "🌊 "
      "می‌مانند.\n=1+1";
  item.attachments = {
      {AttachmentId{500},
       {rivers, "گزارش لایروبی.pdf", "application/pdf", 4'096, std::string(64, 'a'), Visibility::everyone}},
      {AttachmentId{501}, {rivers, "برآورد.xlsx", "application/zip", 900, std::string(64, 'b'), Visibility::inside}}};
  item.recusals = {{guest, minute(20), minute(40), "سهام‌دار شرکت مشاور"}};
  item.speeches = {
      {deputy, SpeechKind::presentation, {}, {}, {}, minute(6), minute(16), {600'000}, {600'000}},
      {architect, SpeechKind::speech, Stance::for_, {}, {}, minute(17), minute(19), {120'000}, {180'000}},
      {vice, SpeechKind::question, {}, {}, "به درخواست رئیس", minute(20), minute(21), {60'000}, {60'000}},
      {deputy, SpeechKind::reply, {}, {}, {}, minute(21), minute(22), {60'000}, {60'000}},
      {architect, SpeechKind::point_of_order, {}, PointOfOrder::fact, {}, minute(23), minute(24), {65'000}, {60'000}}};
  ResolutionContent first{
      "لایروبی زرجوب تا پایان سال انجام شود.", by_device, {deputy, engineer}, Date{2024, 3, 19}, {}};
  ResolutionContent second{"کارگروه رودخانه‌ها گزارش ماهانه بدهد.",
                           {},
                           {vice, newcomer},
                           {},
                           HallId{"rivers"}};
  ResolutionContent twice{"کارگروه گزارش بدهد.", {}, {}, {}, {}};
  item.resolutions = {{ResolutionId{400}, 41, minute(48), first, {}},
                      {ResolutionId{401}, 42, minute(49), second, {}},
                      {ResolutionId{402}, 43, minute(49), twice, "دو بار ثبت شده بود."}};
}

EntryView entry(EntryKind kind, std::int64_t at) {
  return {kind, minute(at)};
}

EntryView entry(EntryKind kind, std::int64_t at, ItemId item, std::optional<PersonId> person = {}) {
  return {kind, minute(at), item, person};
}

EntryView turn_of(ItemId item, const RecordSpeech& speech) {
  EntryView line = entry(EntryKind::turn, 0, item, speech.person);
  line.at = speech.until;
  line.speech = speech.kind;
  line.stance = speech.stance;
  line.spoken = speech.spoken;
  return line;
}

EntryView vote_of(ItemId item, const RecordVote& vote) {
  EntryView line = entry(vote.voided_at ? EntryKind::vote_voided : EntryKind::vote, 0, item);
  line.at = vote.voided_at.value_or(vote.closed_at);
  line.vote = vote.vote;
  line.reason = vote.void_reason;
  return line;
}

EntryView adopted(ItemId item, const RecordResolution& resolution) {
  EntryView line = entry(EntryKind::resolution, 0, item);
  line.at = resolution.at;
  line.resolution = resolution.resolution;
  return line;
}

/// What the votes, speeches and resolutions above would have written, and a line of every other kind that matters.
void add_entries(MeetingRecord& record) {
  using enum EntryKind;
  std::vector<EntryView> lines{entry(meeting_opened, 0),     entry(recess_called, 90),      entry(meeting_resumed, 94),
                               entry(closed_part_begun, 95), entry(closed_part_ended, 110), entry(meeting_closed, 130)};
  lines.push_back({arrived, minute(3), {}, deputy});
  lines.push_back({departed, minute(40), rivers, vice});
  lines.push_back({substitute_named, minute(10), rivers, engineer, stand_in});
  lines.push_back({absence_excused, minute(-30), {}, engineer});
  lines.push_back(entry(recused, 20, rivers, guest));
  lines.push_back(entry(item_deferred, 45, rivers_budget));
  lines.back().reason = "گزارش مالی نرسیده است.";
  lines.push_back(entry(item_withdrawn, 112, waste));
  lines.push_back(entry(minutes_approved, 114, approval));
  lines.back().meeting = meeting_before;
  lines.push_back(entry(item_referred, 49, rivers));
  lines.push_back(entry(report_received, 60));
  lines.back().reason = "نوسازی پارک شهر";
  for (const RecordItem& item : record.items) {
    if (item.started_at) lines.push_back(entry(item_started, (item.started_at->ms - opened.ms) / 60'000, item.item));
    if (item.ended_at) lines.push_back(entry(item_done, (item.ended_at->ms - opened.ms) / 60'000, item.item));
    for (const RecordSpeech& speech : item.speeches) lines.push_back(turn_of(item.item, speech));
    for (const RecordVote& each : item.votes) lines.push_back(vote_of(item.item, each));
    for (const RecordResolution& resolution : item.resolutions) lines.push_back(adopted(item.item, resolution));
  }
  lines[4].note = "حاضران غیر عضو بازگشتند.";
  std::ranges::stable_sort(lines, {}, &EntryView::at);
  std::int64_t seq = 1'000;
  for (const EntryView& line : lines) record.entries.push_back({seq++, line});
}

/// Of the two lines that tell of a referral.
void add_referrals(Source& source) {
  const HallId own{"rasht"}, group{"rivers"};
  for (const auto& [seq, entry] : source.record.entries) {
    if (entry.kind == EntryKind::item_referred)
      source.referrals.emplace(seq, ReferralContent{own, group, rivers, "احیای رودخانه‌ها",
                                                    Note("برآورد هزینهٔ لایروبی."), Date{2024, 1, 20}});
    if (entry.kind == EntryKind::report_received)
      source.referrals.emplace(seq, ReferralContent{own, group, park, "نوسازی پارک شهر", {}, {}});
  }
}

void add_life(MeetingRecord& record) {
  RecordLife& life = record.life;
  life.state = record.summary.record = RecordState::sealed;
  life.circulated_at = minute(1'440);
  life.corrections_until = Date{2024, 1, 2};
  life.corrections = {{CorrectionId{600},
                       {architect,
                        minute(2'000),
                        {rivers, "انجام می‌شود", "باید انجام شود", "دقیق‌تر است"},
                        CorrectionState::accepted,
                        minute(2'100),
                        {}}}};
  life.approved_at = minute(10'080);
  life.approved_in = MeetingId{101};
  life.approved_number = 15;
  life.signatures = {{mayor, minute(10'200)}, {vice, minute(10'210)}, {deputy, minute(10'220)}, {architect, {}}};
  life.sealed_at = minute(11'000);
  life.seal = Seal{1, std::string(64, '5'), std::string(64, 'c'), 1'234};
  life.reason = "یک نفر در سفر است.";
  life.addenda = {{minute(20'000), secretary, "شمارهٔ نامهٔ ابلاغ: ۱۲۳۴"}};
}

}  // namespace

RecordItem& item_of(MeetingRecord& record, ItemId item) {
  return *std::ranges::find(record.items, item, &RecordItem::item);
}

Source inside_source() {
  Source source{HallId{"rasht"}, {}, {}, "https://talar.example.ir", {}};
  const HallId above{"rasht"}, group{"rivers"};
  source.halls[above] = {.hall = above, .name = "اتاق شکوفایی شهری رشت"};
  source.halls[group] = {
      .hall = group, .name = "کارگروه رودخانه‌ها", .kind = HallKind::working_group, .parent = above};
  source.names[newcomer] = "معاون تازهٔ شهرسازی";
  source.meetings[meeting_before] = 13;
  MeetingRecord& record = source.record;
  MeetingSummary& summary = record.summary;
  summary.meeting = meeting;
  summary.number = 14;
  summary.term = 2;
  summary.content = {"ویژهٔ رودخانه‌ها", opened, 150, "تالار گفتگو"};
  summary.opened_at = opened;
  summary.ended_at = minute(130);
  summary.published = true;
  record.hall = "اتاق شکوفایی شهری رشت";
  record.chair = mayor;
  record.quorum = Quorum{4, 4, 7, true};
  record.closed_parts = {{minute(95), minute(110), "قرارداد محرمانه"}};
  record.chain = std::string(64, 'c');
  add_people(record);
  add_items(record);
  fill_rivers(record);
  add_votes(record);
  add_entries(record);
  add_referrals(source);
  add_life(record);
  summary.present = 7;
  summary.items = static_cast<std::int64_t>(record.items.size());
  for (const RecordItem& item : record.items) {
    summary.votes += std::ranges::count_if(item.votes, [](const RecordVote& vote) { return !vote.voided_at; });
    summary.resolutions += std::ranges::count_if(
        item.resolutions, [](const RecordResolution& resolution) { return !resolution.void_reason; });
  }
  return source;
}

Source public_source() {
  Source source = inside_source();
  MeetingRecord& record = source.record;
  const auto at_the_closed_item = [](const RecordEntry& line) { return line.entry.item == contract; };
  RecordItem& closed = item_of(record, contract);
  record.summary.votes -= static_cast<std::int64_t>(closed.votes.size());
  closed = {closed.item, {}, closed.number, true, {}, closed.state, closed.started_at, closed.ended_at, closed.spent};
  std::erase_if(record.entries, at_the_closed_item);
  for (auto& [seq, entry] : record.entries)
    if (entry.kind == EntryKind::report_received) entry.reason.reset();
  for (RecordPerson& person : record.people) person.excuse.reset();
  for (RecordClosedPart& part : record.closed_parts) part.reason.reset();
  RecordItem& open = item_of(record, rivers);
  for (RecusalSpan& recusal : open.recusals) recusal.reason.reset();
  std::erase_if(open.attachments, [](const auto& file) { return file.content.visibility != Visibility::everyone; });
  record.life.corrections.clear();
  return source;
}

Source draft_source() {
  Source source = inside_source();
  source.record.life = {};
  source.record.summary.record = RecordState::draft;
  source.record.summary.published = false;
  source.record.summary.state = MeetingState::open;
  source.record.summary.ended_at.reset();
  source.record.people.back().attendance.back().until.reset();
  source.url.clear();
  return source;
}

Source not_held_source() {
  Source source = inside_source();
  MeetingRecord& record = source.record;
  record.items.clear();
  record.entries.clear();
  record.substitutions.clear();
  record.closed_parts.clear();
  record.life = {};
  record.summary.record = RecordState::draft;
  record.summary.state = MeetingState::not_held;
  record.summary.opened_at.reset();
  record.summary.votes = record.summary.resolutions = record.summary.items = 0;
  record.quorum = Quorum{2, 4, 7, false};
  return source;
}

}  // namespace talar::exports
