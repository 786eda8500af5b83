#include "server/web/media_type.hpp"

#include <gtest/gtest.h>

#include "server/web/zip.hpp"

namespace talar::web {
namespace {

std::string little(std::size_t value, int size) {
  std::string bytes;
  for (int i = 0; i < size; ++i) bytes += static_cast<char>(value >> (8 * i) & 0xFF);
  return bytes;
}

struct Entry {
  std::string name;
  std::string content;
};

/// A zip archive of stored entries.
std::string zip(const std::vector<Entry>& entries, const std::string& comment = {}) {
  std::string bytes, directory;
  for (const auto& [name, content] : entries) {
    const std::string facts = little(0, 4) + little(0, 4) + little(0, 4) + little(content.size(), 4) +
                              little(content.size(), 4) + little(name.size(), 2) + little(0, 2);
    directory += std::string("PK\x01\x02", 4) + little(0, 2) + little(20, 2) + facts + little(0, 10) +
                 little(bytes.size(), 4) + name;
    bytes += std::string("PK\x03\x04", 4) + little(20, 2) + facts + name + content;
  }
  const std::string count = little(entries.size(), 2);
  return bytes + directory + std::string("PK\x05\x06", 4) + little(0, 4) + count + count + little(directory.size(), 4) +
         little(bytes.size(), 4) + little(comment.size(), 2) + comment;
}

std::string type_of(std::string_view bytes, std::string_view name = "x") {
  const MediaType* type = media_type_of(bytes, name);
  return type ? std::string(type->type) : "";
}

std::string ooxml(const std::string& part) {
  return zip({{"[Content_Types].xml", "<Types/>"}, {"_rels/.rels", ""}, {part, "<x/>"}});
}

TEST(MediaType, is_told_from_the_first_bytes) {
  EXPECT_EQ(type_of("%PDF-1.7\n…"), "application/pdf");
  EXPECT_EQ(type_of("\x89PNG\r\n\x1A\n…"), "image/png");
  EXPECT_EQ(type_of("\xFF\xD8\xFF\xE0…"), "image/jpeg");
  EXPECT_EQ(type_of("GIF89a…"), "image/gif");
  EXPECT_EQ(type_of(std::string_view("RIFF\x10\0\0\0WEBPVP8 ", 16)), "image/webp");
}

TEST(MediaType, of_office_files_from_what_is_in_them) {
  EXPECT_TRUE(type_of(ooxml("word/document.xml")).ends_with("wordprocessingml.document"));
  EXPECT_TRUE(type_of(ooxml("xl/workbook.xml")).ends_with("spreadsheetml.sheet"));
  EXPECT_TRUE(type_of(ooxml("ppt/presentation.xml")).ends_with("presentationml.presentation"));
  for (const std::string kind : {"text", "spreadsheet", "presentation"}) {
    const std::string type = "application/vnd.oasis.opendocument." + kind;
    EXPECT_EQ(type_of(zip({{"mimetype", type}, {"content.xml", "<x/>"}})), type);
  }
}

TEST(MediaType, of_other_archives_is_none) {
  EXPECT_EQ(type_of(zip({{"setup.exe", "MZ"}})), "");
  EXPECT_EQ(type_of(zip({{"word/document.xml", "<x/>"}})), "") << "without its table of contents";
  EXPECT_EQ(type_of(zip({{"mimetype", "application/epub+zip"}})), "");
  EXPECT_EQ(type_of(zip({{"mimetype", "application/vnd.oasis.opendocument.formula"}})), "");
  EXPECT_EQ(type_of("PK\x03\x04 and nothing more"), "");
}

TEST(MediaType, of_office_files_with_macros_is_none) {
  EXPECT_EQ(type_of(zip({{"[Content_Types].xml", ""}, {"word/document.xml", ""}, {"word/vbaProject.bin", ""}})), "");
  EXPECT_EQ(type_of(zip({{"[Content_Types].xml", ""}, {"xl/workbook.xml", ""}, {"xl/VBAPROJECT.BIN", ""}})), "");
}

TEST(MediaType, of_text_is_plain_or_csv_by_its_name) {
  EXPECT_EQ(type_of("سلام\r\nخط دوم", "یادداشت.txt"), "text/plain; charset=utf-8");
  EXPECT_EQ(type_of("\xEF\xBB\xBFردیف,نام\n1,شهردار\n", "فهرست.CSV"), "text/csv; charset=utf-8");
}

TEST(MediaType, of_what_a_browser_would_run_is_none) {
  for (const char* text :
       {"<!doctype html><script>alert(1)</script>", "  \n<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        "\xEF\xBB\xBF<?xml version=\"1.0\"?><html/>", "<script>", "<"}) {
    EXPECT_EQ(type_of(text, "a.txt"), "") << text;
    EXPECT_EQ(type_of(text, "a.pdf"), "") << text;
  }
}

TEST(MediaType, of_anything_else_is_none) {
  EXPECT_EQ(type_of(""), "");
  EXPECT_EQ(type_of(std::string_view("MZ\x90\0\x03", 5)), "");
  EXPECT_EQ(type_of("\x7F"
                    "ELF"),
            "");
  EXPECT_EQ(type_of("\xC7\xE6\xE1"), "") << "text, but not in UTF-8";
  EXPECT_EQ(type_of(std::string_view("a\0b", 3)), "");
  EXPECT_EQ(type_of("{\\rtf1\x01"), "");
}

TEST(MediaType, gives_a_name_the_ending_that_it_lacks) {
  const MediaType& pdf = *media_type_called("application/pdf");
  EXPECT_EQ(file_name("گزارش.pdf", pdf), "گزارش.pdf");
  EXPECT_EQ(file_name("گزارش.PDF", pdf), "گزارش.PDF");
  EXPECT_EQ(file_name("payload.exe", pdf), "payload.exe.pdf");
  EXPECT_EQ(file_name("گزارش", pdf), "گزارش.pdf");
  EXPECT_EQ(file_name("a.jpeg", *media_type_called("image/jpeg")), "a.jpeg");
  EXPECT_EQ(file_name("page.html", *media_type_called("text/plain; charset=utf-8")), "page.html.txt");
}

TEST(MediaType, takes_folders_off_a_name) {
  const MediaType& pdf = *media_type_called("application/pdf");
  EXPECT_EQ(file_name("C:\\fakepath\\a.pdf", pdf), "a.pdf");
  EXPECT_EQ(file_name("../../etc/a.pdf", pdf), "a.pdf");
  EXPECT_EQ(file_name("  a.pdf ", pdf), "a.pdf");
  EXPECT_EQ(file_name("a/", pdf), "") << "the codec refuses it";
}

TEST(MediaType, says_how_a_file_is_shown_and_called) {
  EXPECT_EQ(content_disposition("a b.pdf", *media_type_called("application/pdf")),
            "inline; filename=\"a b.pdf\"; filename*=UTF-8''a%20b.pdf");
  EXPECT_EQ(content_disposition("رأی.csv", *media_type_called("text/csv; charset=utf-8")),
            "attachment; filename=\"___.csv\"; filename*=UTF-8''%D8%B1%D8%A3%DB%8C.csv");
  EXPECT_EQ(content_disposition("a\"\\%.pdf", *media_type_called("application/pdf")),
            "inline; filename=\"a___.pdf\"; filename*=UTF-8''a%22%5C%25.pdf");
}

TEST(Zip, names_what_is_in_it_also_before_a_comment) {
  const std::string archive = zip({{"a", "1"}, {"b/c", "22"}}, "a comment");
  EXPECT_EQ(zip_names(archive), (std::vector<std::string_view>{"a", "b/c"}));
  EXPECT_EQ(zip_first(archive, "a"), "1");
  EXPECT_EQ(zip_first(archive, "b/c"), std::nullopt);
}

TEST(Zip, cut_or_damaged_anywhere_is_none_or_whole) {
  const std::string archive = zip({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", "<x/>"}});
  for (std::size_t size = 0; size < archive.size(); ++size) {
    EXPECT_EQ(zip_names(std::string_view(archive).substr(0, size)), std::nullopt) << size;
  }
  for (std::size_t at = 0; at < archive.size(); ++at) {
    for (const char byte : {'\x00', '\x7F', '\xFF'}) {
      std::string damaged = archive;
      damaged[at] = byte;
      zip_names(damaged);  // reads nothing outside of it: the sanitizers look on
      zip_first(damaged, "mimetype");
    }
  }
}

}  // namespace
}  // namespace talar::web
