#include "storage/files.hpp"

#include "storage/archive.hpp"
#include "storage/backup.hpp"
#include "storage/rebuild.hpp"
#include "storage/verify.hpp"
#include "tests/contract/meeting.hpp"

namespace talar::storage {
namespace {

constexpr AttachmentId paper{600}, secret_paper{601};
const std::string content("\0 bytes \xFF that are no text", 27);

Attachment attached_to(ItemId item, Visibility visibility = Visibility::everyone) {
  return {item,      "گزارش.pdf", "application/pdf", static_cast<std::int64_t>(content.size()), file_digest(content),
          visibility};
}

/// The first meeting with a paper for everyone and one in a closed item, published.
class FilesOf : public testing::Test {
 protected:
  FilesOf() : hall(chamber_after_first_meeting()) {
    hall.says(AttachmentAdded{first, paper, attached_to(rivers), clerk}, clerk);
    hall.says(AttachmentAdded{first, secret_paper, attached_to(salaries), clerk}, clerk);
  }

  void commit(const Database& database) { Journal(database).commit(hall.fresh()); }
  std::string first_finding() {
    const Verification verification = verify(folder.file());
    return verification.good() ? "good" : verification.findings.front().sentence;
  }

  Folder folder;
  Hall hall;
};

TEST_F(FilesOf, a_digest_is_the_sha_256) {
  EXPECT_EQ(file_digest("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_F(FilesOf, bytes_are_kept_as_they_are_and_once) {
  const Database database(folder.file(), Access::owner);
  Files files(database);
  EXPECT_EQ(files.bytes(file_digest(content)), std::nullopt);
  files.keep(file_digest(content), content);
  files.keep(file_digest(content), content);
  EXPECT_EQ(files.bytes(file_digest(content)), content);
  EXPECT_EQ(number_in(folder.file(), "SELECT count(*) FROM file"), 1);
}

TEST_F(FilesOf, bytes_whose_event_never_came_are_forgotten_at_the_next_start) {
  const Database database(folder.file(), Access::owner);
  Files(database).keep(file_digest(content), content);
  EXPECT_EQ(Files(database).bytes(file_digest(content)), std::nullopt);
}

TEST_F(FilesOf, bytes_that_an_attachment_names_stay_until_it_is_removed) {
  const Database database(folder.file(), Access::owner);
  Files(database).keep(file_digest(content), content);
  commit(database);
  EXPECT_EQ(Files(database).bytes(file_digest(content)), content);
  hall.says(AttachmentRemoved{first, paper});
  commit(database);
  EXPECT_EQ(Files(database).bytes(file_digest(content)), content) << "the other one names them too";
  hall.says(AttachmentRemoved{first, secret_paper});
  commit(database);
  EXPECT_EQ(Files(database).bytes(file_digest(content)), std::nullopt);
}

TEST_F(FilesOf, a_rebuild_and_a_backup_keep_the_bytes) {
  {
    const Database database(folder.file(), Access::owner);
    Files(database).keep(file_digest(content), content);
    commit(database);
    rebuild(database);
    EXPECT_EQ(Files(database).bytes(file_digest(content)), content);
  }
  EXPECT_EQ(first_finding(), "good");
  backup(folder.file(), folder.file("copy.db"), IfExists::refuse);
  const Database copy(folder.file("copy.db"), Access::owner);
  EXPECT_EQ(Files(copy).bytes(file_digest(content)), content);
}

TEST_F(FilesOf, verify_sees_bytes_that_are_missing_or_changed) {
  {
    const Database database(folder.file(), Access::owner);
    commit(database);
  }
  EXPECT_TRUE(holds(first_finding(), "the bytes of an attached file are missing: " + file_digest(content)));
  tamper(folder.file(), "INSERT INTO file VALUES ('" + file_digest(content) + "', x'00')");
  EXPECT_TRUE(holds(first_finding(), "the bytes of an attached file were changed: " + file_digest(content)));
}

TEST_F(FilesOf, those_inside_find_every_attachment_the_public_what_is_published_open_and_for_everyone) {
  const Database database(folder.file(), Access::owner);
  commit(database);
  const Archive archive(database);
  const auto seen = [&](AttachmentId id, Audience audience) { return archive.attachment(hall.id, id, audience); };
  EXPECT_EQ(seen(paper, Audience::member), attached_to(rivers));
  EXPECT_EQ(seen(secret_paper, Audience::staff), attached_to(salaries));
  EXPECT_EQ(seen(paper, Audience::public_), std::nullopt) << "not published";
  hall.says(MinutesPublished{first});
  hall.says(AttachmentAdded{first, {602}, attached_to(vision, Visibility::inside), clerk});
  commit(database);
  EXPECT_EQ(seen(paper, Audience::public_), attached_to(rivers));
  EXPECT_EQ(seen(secret_paper, Audience::display), std::nullopt) << "closed";
  EXPECT_EQ(seen({602}, Audience::public_), std::nullopt) << "inside";
  EXPECT_EQ(archive.attachment({"another"}, paper, Audience::staff), std::nullopt);
  EXPECT_EQ(seen({999}, Audience::staff), std::nullopt);
}

TEST_F(FilesOf, a_record_lists_the_attachments_of_its_audience) {
  const Database database(folder.file(), Access::owner);
  hall.says(MinutesPublished{first});
  commit(database);
  const Archive archive(database);
  const auto count = [&](Audience audience) {
    std::size_t files = 0;
    const auto record = archive.record(hall.id, first, audience);
    for (const RecordItem& item : record->items) files += item.attachments.size();
    return files;
  };
  EXPECT_EQ(count(Audience::member), 2u);
  EXPECT_EQ(count(Audience::public_), 1u);
}

}  // namespace
}  // namespace talar::storage
