#include "tests/unit/hall/given.hpp"

#include "protocol/codec.hpp"
#include "protocol/words.hpp"

namespace talar::hall {

bool equal(const Event& a, const Event& b) {
  if (a.index() != b.index()) return false;
  return std::visit(
      [&]<class SomeEvent>(const SomeEvent& left) {
        const auto& right = std::get<SomeEvent>(b);
        bool same = true;
        boost::mp11::mp_for_each<boost::describe::describe_members<SomeEvent, boost::describe::mod_public>>(
            [&](auto field) { same = same && left.*field.pointer == right.*field.pointer; });
        return same;
      },
      a);
}

std::string told(const Event& event) {
  return std::string(event_type(event)) + " " + encode_event(event);
}

Story operator+(Story story, const Story& more) {
  story.insert(story.end(), more.begin(), more.end());
  return story;
}

void Answer::then(const Story& expected) const {
  if (!decision_) {
    ADD_FAILURE() << "refused: " << word(decision_.error().code) << " " << decision_.error().field.value_or("");
    return;
  }
  ASSERT_EQ(decision_->size(), expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    EXPECT_TRUE(equal((*decision_)[i], expected[i]))
        << "  is: " << told((*decision_)[i]) << "\n  expected: " << told(expected[i]);
  }
}

void Answer::then(RefusalCode code) const {
  if (decision_) {
    ADD_FAILURE() << "accepted, expected the refusal " << word(code);
    return;
  }
  EXPECT_EQ(word(decision_.error().code), word(code));
}

void Answer::then(RefusalCode code, const std::string& field) const {
  then(code);
  if (!decision_) {
    EXPECT_EQ(decision_.error().field, field);
  }
}

void Answer::then(RefusalCode code, const Args& args) const {
  then(code);
  if (!decision_) {
    EXPECT_EQ(decision_.error().args, args);
  }
}

Scene& Scene::after(Millis span) {
  now_ = now_ + span;
  return *this;
}

Scene& Scene::chair_connected() {
  chair_connected_ = true;
  return *this;
}

Scene& Scene::without_ballot_key() {
  has_ballot_key_ = false;
  return *this;
}

Scene& Scene::happens(const Story& story) {
  for (const Event& event : story) record(event, clerk);
  return *this;
}

Scene& Scene::does(Asker asker, const Command& command) {
  Context asking = context(asker);
  asking.seed = 1'000 + static_cast<std::uint64_t>(state_.seq);  // what is done stays apart from what when() would make
  const auto decision = decide(state_, asking, command);
  if (!decision) {
    ADD_FAILURE() << command_type(command) << " refused: " << word(decision.error().code);
    return *this;
  }
  for (const Event& event : *decision) record(event, asker.person);
  return *this;
}

Answer Scene::when(Asker asker, const Command& command) const {
  return Answer(decide(state_, context(asker), command));
}

Context Scene::context(Asker asker) const {
  return {.kind = asker.kind,
          .person = asker.person,
          .now = now_,
          .seed = 1,
          .chair_connected = chair_connected_,
          .ballot_key = has_ballot_key_ ? std::optional<std::string>(ballot_key) : std::nullopt,
          .hall = {"rasht"}};
}

void Scene::record(const Event& event, std::optional<PersonId> actor) {
  journal_.push_back({state_.seq + 1, now_, {actor}, {}, event});
  apply(state_, journal_.back());
  check(state_);
}

Scene given(const Story& story) {
  Scene scene;
  scene.happens(story);
  return scene;
}

Charter charter() {
  Charter charter;
  charter.speech_seconds = 180;
  charter.reply_seconds = 60;
  charter.point_of_order_seconds = 30;
  return charter;
}

CharterAmended amended(const FloorRules& rules) {
  Charter amended = charter();
  amended.floor = rules;
  return {amended};
}

CharterAmended amended(const VotingRules& rules) {
  Charter amended = charter();
  amended.voting = rules;
  return {amended};
}

Member member(PersonId person) {
  switch (person.value) {
    case mayor.value:
      return {mayor, "شهردار رشت", "شهردار", Seat::president, true};
    case vice.value:
      return {vice, "معاون برنامه‌ریزی", "برنامه‌ریزی", Seat::vice_president, true};
    case ann.value:
      return {ann, "معاون مالی", "مالی", Seat::deputy, true};
    case ben.value:
      return {ben, "معاون فنی", "فنی", Seat::deputy, true};
    case cyrus.value:
      return {cyrus, "نخبهٔ محیط زیست", "محیط زیست", Seat::expert, true};
    case dana.value:
      return {dana, "کارشناس هنر", "هنر", Seat::expert, false};
    case guest.value:
      return {guest, "کارشناس مهمان", "مهمان", Seat::guest, false};
    case clerk.value:
      return {clerk, "رئیس دبیرخانه", "دبیرخانه", Seat::secretary, false};
    default:
      return {person, person.text(), person.text(), Seat::expert, true};
  }
}

ItemContent content(const char* title) {
  ItemContent content;
  content.title = title;
  content.minutes = 20;
  return content;
}

Story founded() {
  return {HallFounded{"اتاق شکوفایی شهری رشت", Name{"Rasht Urban Flourishing Chamber"}, HallKind::chamber, "تالار", 1,
                      charter()}};
}

Story enrolled() {
  MembersEnrolled everybody;
  for (const PersonId person : {mayor, vice, ann, ben, cyrus, dana, guest, clerk}) {
    everybody.members.push_back(member(person));
  }
  return founded() + Story{everybody};
}

Story drafted() {
  ItemContent closed = content("امور اداری دبیرخانه");
  closed.confidential = true;
  closed.presenter = clerk;
  closed.kind = ItemKind::decision;
  return enrolled() + Story{MeetingDrafted{meeting, {{}, nine_o_clock, 150, "تالار گفتگو"}},
                            ItemAdded{meeting, report, {}, 0, content("گزارش دبیرخانه")},
                            ItemAdded{meeting, plan, {}, 1, content("چشم‌انداز شهر")},
                            ItemAdded{meeting, roads, plan, 0, content("زیرساخت‌ها")},
                            ItemAdded{meeting, rivers, plan, 1, content("رودخانه‌ها")},
                            ItemAdded{meeting, payroll, {}, 2, closed}};
}

Story convened() {
  return drafted() + Story{MeetingConvened{meeting, 1, 1}};
}

Story open_meeting() {
  Story story = convened();
  for (const PersonId person : {mayor, vice, ann, cyrus, dana, guest, clerk}) {
    story.push_back(MemberArrived{meeting, person});
  }
  story.push_back(MeetingOpened{meeting, mayor, {4, 3, 5, true}, {}});
  return story;
}

Story discussing(ItemId item) {
  return open_meeting() + Story{ItemActivated{meeting, item}};
}

Story queueing(ItemId item) {
  return discussing(item) + Story{FloorRequested{meeting, item, first, ann, SpeechKind::speech, {}},
                                  FloorRequested{meeting, item, second, cyrus, SpeechKind::speech, {}},
                                  FloorRequested{meeting, item, third, guest, SpeechKind::speech, {}}};
}

Story speaking(ItemId item) {
  return queueing(item) + Story{TurnStarted{meeting, item, first, ann, SpeechKind::speech, seconds(180)}};
}

Story voting(ItemId item, VoteRule rule) {
  return discussing(item) +
         Story{VotePrepared{meeting, item, ballot, question(rule)}, opened_to({mayor, vice, ann, cyrus}, item)};
}

Story voting(const VoteForm& form, const VotingRules& rules, const VoteRule& rule) {
  VoteContent content = question(form);
  content.rule = rule;
  return discussing() + Story{VotePrepared{meeting, report, ballot, content}, opened(form, rules)};
}

Story prepared(const VoteForm& form) {
  return discussing() + Story{VotePrepared{meeting, report, ballot, question(form)}};
}

VoteOpened opened_to(const std::vector<PersonId>& voters, ItemId item) {
  VoteOpened event{meeting, item, ballot, {}, {}, VotingRules{}, {}, {}};
  for (const PersonId voter : voters) event.electorate.push_back(voter);
  return event;
}

VoteOpened opened(const VoteForm& form, const VotingRules& rules) {
  VoteOpened event = opened_to({mayor, vice, ann, cyrus});
  event.rules = rules;
  if (form.mode == VoteMode::secret && form.kind != VoteKind::consent) event.key = ballot_key;
  return event;
}

Story closed_meeting() {
  return discussing() + Story{ItemEnded{meeting, report, ItemState::done, {}, {}}, MeetingClosed{meeting}};
}

VoteContent question(VoteRule rule, std::optional<std::int64_t> limit_in_seconds) {
  VoteContent content{"آیا موافقید؟", rule, {}};
  if (limit_in_seconds) content.seconds = *limit_in_seconds;
  return content;
}

VoteContent question(const VoteForm& form, std::optional<std::int64_t> limit_in_seconds) {
  VoteContent content = question(VoteRule{}, limit_in_seconds);
  content.form = form;
  return content;
}

VoteForm of(VoteKind kind, VoteMode mode) {
  VoteForm form;
  form.kind = kind;
  form.mode = mode;
  return form;
}

VoteForm election(std::int64_t seats, VoteMode mode) {
  VoteForm form = of(VoteKind::election, mode);
  form.options = {{"معاون مالی", ann}, {"معاون فنی", ben}, {"نخبهٔ محیط زیست", cyrus}};
  form.seats = seats;
  return form;
}

VoteForm ranking(VoteMode mode) {
  VoteForm form = of(VoteKind::ranking, mode);
  form.options = {{"پارک"}, {"پل"}, {"کتابخانه"}};
  return form;
}

VoteResult at_quorum(VoteResult result) {
  result.quorum = Quorum{4, 3, 5, true};
  return result;
}

ResolutionContent resolution_of(const char* text) {
  return {text, {}, {}, {}};
}

}  // namespace talar::hall
