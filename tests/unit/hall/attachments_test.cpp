#include "server/hall/url.hpp"
#include "tests/unit/hall/given.hpp"

namespace talar::hall {
namespace {

constexpr AttachmentId paper{601};
constexpr AttachmentId sheet{602};

Attachment file(ItemId item, char digit = 'a', Visibility visibility = Visibility::inside) {
  return {item, "گزارش.pdf", "application/pdf", 1000, std::string(64, digit), visibility};
}

Event attached(ItemId item, AttachmentId id = paper, Visibility visibility = Visibility::inside) {
  return AttachmentAdded{meeting, id, file(item, 'a', visibility), clerk};
}

ItemContent linked(const char* url) {
  ItemContent content = talar::hall::content("گزارش");
  content.links = List<Link, limits::links>{{"قانون", "https://rasht.ir/law"}, {"سند", url}};
  return content;
}

TEST(Links, AGD_26_lead_to_web_pages) {
  for (const char* url : {"https://rasht.ir", "http://rasht.ir/a/b?c=d&e#f", "HTTPS://Rasht.ir:8443/",
                          "http://10.0.0.1/x", "http://[2001:db8::1]:80/", "https://fa.wikipedia.org/wiki/رشت",
                          "https://a.b/%D8%B1(x),y;z", "http://localhost", "https://rasht.ir?q=1"}) {
    EXPECT_TRUE(is_web_url(url)) << url;
  }
}

TEST(Links, AGD_26_and_nowhere_else) {
  for (const char* url : {"",
                          "rasht.ir",
                          "//rasht.ir",
                          "ftp://rasht.ir",
                          "javascript:alert(1)",
                          "data:text/html,x",
                          "file:///etc/passwd",
                          "https://",
                          "https:///x",
                          "http://a b",
                          "https://rasht.ir/a b",
                          "https://bank.ir@evil.ir",
                          "https://u:p@evil.ir/",
                          "https://rasht.ir:",
                          "https://rasht.ir:port",
                          "https://rasht.ir:123456",
                          "https://..",
                          "https://a..b",
                          "https://رشت.ایران",
                          "https://[::1",
                          "https://[]",
                          "https://rasht.ir/%zz",
                          "https://rasht.ir/%4",
                          "https://rasht.ir/<x>",
                          "https://rasht.ir/\"x",
                          "https://rasht.ir/a\\b",
                          "https://rasht.ir\\@evil.ir",
                          "https://rasht.ir/a#b#c",
                          " https://rasht.ir",
                          "https://rasht.ir/\n",
                          "java\nscript://x"}) {
    EXPECT_FALSE(is_web_url(url)) << url;
  }
}

TEST(Links, AGD_26_a_bad_one_is_named) {
  given(drafted())
      .when(clerk, AddItem{meeting, {}, {}, linked("javascript:alert(1)")})
      .then(RefusalCode::bad_url, "content.links.1.url");
  given(drafted()).when(clerk, EditItem{report, linked("x")}).then(RefusalCode::bad_url, "content.links.1.url");
  const ItemContent good = linked("http://rasht.ir");
  auto scene = given(convened());
  scene.does(clerk, EditItem{report, good});
  EXPECT_EQ(scene.seen_by(Audience::public_).items.at(report).links, *good.links);
}

TEST(Links, CNF_2_those_of_a_closed_item_are_hidden_with_it) {
  ItemContent closed = linked("http://rasht.ir");
  closed.confidential = true;
  const auto scene = given(convened(), ItemEdited{meeting, report, closed});
  EXPECT_TRUE(scene.seen_by(Audience::public_).items.at(report).links.empty());
  EXPECT_EQ(scene.seen_by(Audience::member).items.at(report).links.size(), 2u);
}

TEST(Notes, AGD_27_are_for_the_desk) {
  ItemContent noted = content("گزارش");
  noted.notes = "کوتاه بگویید";
  const auto scene = given(convened(), ItemEdited{meeting, report, noted});
  EXPECT_EQ(scene.seen_by(Audience::staff).items.at(report).notes, "کوتاه بگویید");
  for (const Audience audience : {Audience::member, Audience::public_, Audience::display}) {
    EXPECT_EQ(scene.seen_by(audience).items.at(report).notes, std::nullopt);
  }
}

TEST(Attachments, AGD_28_the_server_attaches_for_the_desk) {
  for (const Story& story :
       {drafted(), convened(), open_meeting(), open_meeting() + Story{RecessCalled{meeting, {}}}, closed_meeting()}) {
    for (const PersonId by : {clerk, mayor}) {
      given(story)
          .when(server, Attach{paper, file(report), by})
          .then({AttachmentAdded{meeting, paper, file(report), by}});
    }
  }
}

TEST(Attachments, AGD_28_not_for_somebody_who_is_not_allowed_any_more) {
  for (const PersonId by : {ann, guest, nobody}) {
    given(drafted()).when(server, Attach{paper, file(report), by}).then(RefusalCode::not_your_own, "by");
  }
}

TEST(Attachments, AGD_28_until_the_minutes_are_frozen) {
  given(convened(), MeetingNotHeld{meeting, {0, 3, 5, false}, Reason{"نبود حد نصاب"}})
      .when(server, Attach{paper, file(report), clerk})
      .then(RefusalCode::wrong_meeting_state, Args{{"state", "not_held"}});
  const auto scene = given(closed_meeting(), MeetingDrafted{next_meeting, {}}, MeetingConvened{next_meeting, 2, 1});
  scene.when(server, Attach{paper, file(report), clerk}).then(RefusalCode::minutes_frozen, "content.item");
  scene.when(server, Attach{paper, file(ItemId{999}), clerk}).then(RefusalCode::no_such_item, "content.item");
}

TEST(Attachments, AGD_28_the_same_bytes_once_to_an_item) {
  const auto scene = given(drafted(), attached(report));
  scene.when(server, Attach{sheet, file(report), clerk}).then(RefusalCode::already_attached);
  scene.when(server, Attach{sheet, file(plan), clerk}).then({AttachmentAdded{meeting, sheet, file(plan), clerk}});
}

TEST(Attachments, AGD_28_twenty_to_an_item) {
  Story story = drafted();
  for (std::uint64_t i = 0; i < limits::attachments; ++i) {
    story.push_back(AttachmentAdded{meeting, AttachmentId{1000 + i}, file(report, static_cast<char>('A' + i)), clerk});
  }
  const auto scene = given(story);
  scene.when(server, Attach{paper, file(report), clerk}).then(RefusalCode::too_many_attachments, Args{{"max", "20"}});
  scene.when(server, Attach{paper, file(plan), clerk}).then({AttachmentAdded{meeting, paper, file(plan), clerk}});
}

TEST(Attachments, AGD_29_those_inside_see_all) {
  const auto scene = given(convened(), attached(report), attached(payroll, sheet));
  for (const Audience audience : {Audience::member, Audience::staff}) {
    EXPECT_EQ(scene.seen_by(audience).attachments.size(), 2u);
  }
}

TEST(Attachments, AGD_29_outside_only_what_is_for_everyone_and_not_closed) {
  const auto scene = given(convened(), attached(report, paper, Visibility::everyone), attached(plan, sheet),
                           attached(payroll, AttachmentId{603}, Visibility::everyone));
  for (const Audience audience : {Audience::public_, Audience::display}) {
    const auto seen = scene.seen_by(audience).attachments;
    ASSERT_EQ(seen.size(), 1u);
    EXPECT_EQ(seen.begin()->first, paper);
  }
}

TEST(Attachments, AGD_29_those_of_drafts_are_for_the_desk) {
  const auto scene = given(drafted(), attached(report, paper, Visibility::everyone));
  EXPECT_TRUE(scene.seen_by(Audience::member).attachments.empty());
  EXPECT_EQ(scene.seen_by(Audience::staff).attachments.size(), 1u);
}

TEST(Attachments, AGD_30_the_desk_removes_a_file) {
  given(closed_meeting(), attached(report))
      .when(clerk, RemoveAttachment{paper})
      .then({AttachmentRemoved{meeting, paper}});
  given(drafted()).when(clerk, RemoveAttachment{paper}).then(RefusalCode::no_such_attachment, "attachment");
}

TEST(Attachments, AGD_30_not_where_none_could_be_attached) {
  given(convened(), attached(report), MeetingNotHeld{meeting, {0, 3, 5, false}, Reason{"نبود حد نصاب"}})
      .when(clerk, RemoveAttachment{paper})
      .then(RefusalCode::wrong_meeting_state, Args{{"state", "not_held"}});
}

TEST(Attachments, AGD_7_files_go_with_their_item) {
  given(drafted(), attached(report), attached(plan, sheet))
      .when(clerk, RemoveItem{report})
      .then({AttachmentRemoved{meeting, paper}, ItemRemoved{meeting, report}});
}

}  // namespace
}  // namespace talar::hall
