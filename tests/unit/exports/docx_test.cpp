#include <gtest/gtest.h>
#include <unistd.h>
#include <zip.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <pugixml.hpp>

#include "tests/unit/exports/source.hpp"

namespace talar::exports {
namespace {

namespace fs = std::filesystem;

class Docx : public testing::Test {
 protected:
  Docx() {
    std::string name = (fs::temp_directory_path() / "talar-docx-XXXXXX").string();
    folder = mkdtemp(name.data());
  }
  ~Docx() override { fs::remove_all(folder); }

  fs::path write(const std::string& bytes) const {
    const fs::path file = folder / "record.docx";
    std::ofstream(file, std::ios::binary) << bytes;
    return file;
  }
  /// What LibreOffice makes of it.
  std::string converted(const char* to, const char* ending) const {
    const std::string command = "cd " + folder.string() + " && timeout 120 soffice -env:UserInstallation=file://" +
                                (folder / "profile").string() + " --headless --convert-to " + to +
                                " record.docx >log 2>&1";
    if (std::system(command.c_str()) != 0) return {};
    std::ifstream in(folder / (std::string("record.") + ending), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  fs::path folder;
};

TEST_F(Docx, is_a_sound_zip_archive_of_well_formed_parts) {
  const fs::path file = write(docx(inside_source()));
  int error = 0;
  zip_t* const archive = zip_open(file.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, &error);
  ASSERT_NE(archive, nullptr) << error;
  const zip_int64_t parts = zip_get_num_entries(archive, 0);
  EXPECT_EQ(parts, 9);
  for (zip_int64_t at = 0; at < parts; ++at) {
    zip_stat_t stat;
    ASSERT_EQ(zip_stat_index(archive, static_cast<zip_uint64_t>(at), 0, &stat), 0);
    zip_file_t* const part = zip_fopen_index(archive, static_cast<zip_uint64_t>(at), 0);
    std::string text(stat.size, '\0');
    EXPECT_EQ(zip_fread(part, text.data(), text.size()), static_cast<zip_int64_t>(text.size()));
    EXPECT_EQ(zip_fclose(part), 0);
    EXPECT_TRUE(pugi::xml_document().load_buffer(text.data(), text.size())) << stat.name;
  }
  zip_close(archive);
}

TEST_F(Docx, is_the_same_for_the_same_record) {
  EXPECT_EQ(docx(inside_source()), docx(inside_source()));
}

TEST_F(Docx, opens_in_libreoffice_with_its_headings_tables_and_words) {
  if (access("/usr/bin/soffice", X_OK) != 0) GTEST_SKIP() << "LibreOffice is not installed";
  write(docx(inside_source()));
  EXPECT_TRUE(converted("pdf", "pdf").starts_with("%PDF-"));
  const std::string text = converted("txt:Text\\ \\(encoded\\):UTF8", "txt");
  for (const char* words :
       {"بسمه‌تعالی", "صورتجلسهٔ چهاردهمین جلسه", "حاضران و غایبان", "دستور جلسه", "شرح مذاکرات و مصوبات",
        "احیای رودخانه‌های زرجوب و گوهررود", "مصوبهٔ ۴۱. ", "مصوبهٔ ۴۳ باطل شد. ", "امضای حاضران", "افزودهٔ ۱. ",
        "معاون حمل‌ونقل <و> ترافیک & ایمنی"})
    EXPECT_NE(text.find(words), std::string::npos) << words;
  const std::string page = converted("fodt", "fodt");
  EXPECT_NE(page.find("<text:h "), std::string::npos);
  EXPECT_NE(page.find("<table:table "), std::string::npos);
  EXPECT_NE(page.find("text-line-through-style=\"solid\""), std::string::npos);
  EXPECT_NE(page.find("text:page-number"), std::string::npos);
  EXPECT_NE(page.find("style:writing-mode=\"rl-tb\""), std::string::npos);
}

}  // namespace
}  // namespace talar::exports
