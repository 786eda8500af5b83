// The seal of a record: what it is made over, and who breaks it.
#include "storage/seal.hpp"

#include "protocol/codec.hpp"
#include "storage/files.hpp"
#include "storage/rebuild.hpp"
#include "storage/verify.hpp"
#include "tests/contract/record_life.hpp"

namespace talar::storage {
namespace {

class Seals : public testing::Test {
 protected:
  Seals() {
    chamber = chamber_after_first_meeting();
    approve_first_record(chamber);
    chamber.says(MinutesSigned{first, mayor}, mayor);
    commit();
  }
  void commit() { journal.commit(chamber.fresh()); }
  void seal() {
    sealed = archive.sealable(chamber.id, first).value();
    chamber.says(MinutesSealed{first, sealed, Reason("معاون در سفر است")}, clerk);
    commit();
  }
  SealCheck check() const { return archive.check_seal(chamber.id, first).value(); }
  std::vector<std::string> findings() const {
    std::vector<std::string> sentences;
    for (const auto& finding : verify(folder.file()).findings)
      if (holds(finding.sentence, "sealed")) sentences.push_back(finding.hall.value().value + ": " + finding.sentence);
    return sentences;
  }

  Folder folder;
  Database database{folder.file(), Access::owner};
  Journal journal{database};
  Archive archive{database};
  Hall chamber = founded();
  Seal sealed;
};

TEST_F(Seals, a_seal_is_the_digest_of_the_canonical_record_and_the_chain_of_its_last_event) {
  const auto record = archive.record(chamber.id, first, Audience::staff).value();
  const Seal found = archive.sealable(chamber.id, first).value();
  EXPECT_EQ(found.form.value, seal_form);
  EXPECT_EQ(found.seq.value, number_in(folder.file(), "SELECT max(seq) FROM event WHERE meeting = '" + first.text() + "'"));
  EXPECT_EQ(found.chain, record.chain);
  EXPECT_EQ(found.digest, file_digest(canonical_text(1, record).value() + "\n" + record.chain));
  EXPECT_FALSE(canonical_text(2, record));
  EXPECT_FALSE(archive.sealable(chamber.id, MeetingId{999}));
  EXPECT_FALSE(archive.check_seal(chamber.id, first)) << "nobody has sealed it";
}

TEST_F(Seals, what_it_is_made_over_can_be_read_and_has_its_digest) {
  EXPECT_FALSE(archive.sealed_text(chamber.id, first)) << "nobody has sealed it";
  seal();
  const std::string text = archive.sealed_text(chamber.id, first).value();
  EXPECT_EQ(file_digest(text), sealed.digest.value);
  EXPECT_TRUE(text.ends_with("}\n" + sealed.chain.value));
  chamber.says(AddendumAppended{first, "افزوده"}, clerk);
  commit();
  EXPECT_EQ(archive.sealed_text(chamber.id, first), text);
  EXPECT_FALSE(archive.sealed_text(HallId{"group"}, first));
}

TEST_F(Seals, it_holds_whatever_may_still_happen) {
  seal();
  EXPECT_TRUE(check().holds);
  EXPECT_EQ(check().number, 1);
  chamber.says(AddendumAppended{first, "افزوده"}, clerk).says(MinutesPublished{first});
  chamber.says(ResolutionFollowedUp{first, river_resolution, {FollowUpState::done}}, deputy);
  chamber.says(ItemAdded{second, {211}, {}, 1, item("حقوق"), ItemOrigin{OriginKind::carried_over, salaries}});
  commit();
  EXPECT_TRUE(check().holds);
  EXPECT_EQ(check().addenda, 1);
  EXPECT_EQ(findings(), std::vector<std::string>());
  rebuild(database);
  EXPECT_TRUE(check().holds);
}

TEST_F(Seals, a_changed_row_of_the_archive_breaks_it) {
  seal();
  tamper(folder.file(), "UPDATE resolution SET text = 'هیچ' WHERE number = 1");
  EXPECT_FALSE(check().holds);
  EXPECT_EQ(findings(), std::vector<std::string>({"chamber: the record of meeting 1 (" + first.text() +
                                                  ") is not what was sealed: the archive says something else"}));
}

TEST_F(Seals, a_changed_event_breaks_it) {
  seal();
  tamper(folder.file(), "UPDATE event SET body = replace(body, 'لایروبی', 'تخریب') WHERE type = 'resolution_adopted'");
  EXPECT_EQ(findings(), std::vector<std::string>({"chamber: the record of meeting 1 (" + first.text() +
                                                  ") is not what was sealed: its events say something else"}));
}

TEST_F(Seals, another_chain_breaks_it) {
  seal();
  tamper(folder.file(), "UPDATE event SET chain = zeroblob(32) WHERE seq = " + std::to_string(sealed.seq));
  EXPECT_FALSE(check().holds);
  EXPECT_EQ(findings().size(), 1u);
}

/// Whoever changes this digest has changed what old seals were made over: see seal.hpp.
TEST_F(Seals, form_1_is_written_as_it_always_was) {
  const auto record = archive.record(chamber.id, first, Audience::staff).value();
  EXPECT_EQ(file_digest(canonical_text(1, record).value()),
            "8f75fe2b9d0f4bca2bbedd793b3ac4eb6a49295bbd97eb643bc6a00565616e7b")
      << canonical_text(1, record).value();
}

}  // namespace
}  // namespace talar::storage
