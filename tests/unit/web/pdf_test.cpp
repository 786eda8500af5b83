// Printing, with a stand-in for chromium and with chromium itself where it is installed.
#include "server/web/pdf.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <future>
#include <iterator>

#include "server/web/child.hpp"
#include "storage/file_lock.hpp"

namespace talar::web {
namespace {

namespace fs = std::filesystem;

class Pdf : public testing::Test {
 protected:
  Pdf() {
    std::string name = (fs::temp_directory_path() / "talar-press-XXXXXX").string();
    folder = mkdtemp(name.data());
  }
  ~Pdf() override { fs::remove_all(folder); }

  /// A program that does this in place of chromium; $out is where the PDF belongs, $in the page.
  Press::Settings stand_in(const std::string& does) const {
    const fs::path program = folder / "chromium";
    std::ofstream(program)
        << "#!/bin/sh\n"
           "for word; do case $word in --print-to-pdf=*) out=${word#*=};; file://*) in=${word#*//};; "
           "esac; done\n"
        << does << "\n";
    fs::permissions(program, fs::perms::owner_all);
    Press::Settings settings;
    settings.chromium = program;
    return settings;
  }
  std::string written(const char* name) const {
    std::ifstream in(folder / name);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  fs::path folder;
};

std::string pdf_of(const std::variant<Body, NoPdf>& printed) {
  const auto* body = std::get_if<Body>(&printed);
  return body ? **body : std::string();
}

TEST_F(Pdf, without_chromium_says_that_it_is_not_installed) {
  Press::Settings settings;
  settings.chromium = folder / "nothing";
  EXPECT_EQ(std::get<NoPdf>(Press(settings).print("page")), NoPdf::not_installed);
}

TEST_F(Pdf, is_what_chromium_makes_of_the_page) {
  Press press(stand_in("{ echo %PDF-1.4; cat $in; } > $out"));
  EXPECT_EQ(pdf_of(press.print("page")), "%PDF-1.4\npage");
}

TEST_F(Pdf, of_the_same_page_is_printed_once) {
  Press press(stand_in("echo x >> " + (folder / "runs").string() + "; echo %PDF-1.4 > $out"));
  EXPECT_EQ(pdf_of(press.print("page")), pdf_of(press.print("page")));
  EXPECT_EQ(written("runs"), "x\n");
  press.print("another");
  EXPECT_EQ(written("runs"), "x\nx\n");
}

TEST_F(Pdf, fails_when_chromium_fails_or_writes_something_else) {
  EXPECT_EQ(std::get<NoPdf>(Press(stand_in("echo %PDF-1.4 > $out; exit 1")).print("page")), NoPdf::failed);
  EXPECT_EQ(std::get<NoPdf>(Press(stand_in("echo no > $out")).print("page")), NoPdf::failed);
  EXPECT_EQ(std::get<NoPdf>(Press(stand_in("exit 0")).print("page")), NoPdf::failed);
}

TEST_F(Pdf, that_takes_too_long_is_ended_with_all_its_children) {
  Press::Settings settings = stand_in("sleep 1000 & echo $! > " + (folder / "child").string() + "; wait");
  settings.time_limit = std::chrono::milliseconds(3'000);
  EXPECT_EQ(std::get<NoPdf>(Press(settings).print("page")), NoPdf::failed);
  const int child = std::stoi(written("child"));
  // Ended, and taken leave of by whoever has inherited it, or about to be: nothing of it runs.
  std::ifstream status("/proc/" + std::to_string(child) + "/stat");
  const std::string line(std::istreambuf_iterator<char>(status), {});
  EXPECT_TRUE(line.empty() || line.find(") Z ") != std::string::npos || line.find(") X ") != std::string::npos) << line;
}

TEST_F(Pdf, larger_than_allowed_is_not_written) {
  Press::Settings settings = stand_in("{ echo %PDF-1.4; head -c 1000000 /dev/zero; } > $out");
  settings.bytes_max = 100'000;
  EXPECT_EQ(std::get<NoPdf>(Press(settings).print("page")), NoPdf::failed);
}

TEST_F(Pdf, has_no_network_nor_our_environment) {
  setenv("TALAR_SECRET", "told", 1);
  Press press(stand_in("{ echo %PDF-1.4; env; cat /proc/net/dev; } > $out"));
  const std::string said = pdf_of(press.print("page"));
  unsetenv("TALAR_SECRET");
  EXPECT_EQ(said.find("TALAR_SECRET"), std::string::npos);
  EXPECT_NE(said.find("HOME="), std::string::npos);
  if (std::system("unshare --user --map-current-user --net true 2>/dev/null") == 0) {
    EXPECT_EQ(said.find("eth0"), std::string::npos) << said;
  }
}

TEST_F(Pdf, leaves_nothing_behind_in_the_temporary_folder) {
  const std::string where = (folder / "where").string();
  Press(stand_in("dirname $in > " + where + "; echo %PDF-1.4 > $out")).print("page");
  std::string place = written("where");
  ASSERT_FALSE(place.empty());
  place.pop_back();
  EXPECT_FALSE(fs::exists(place));
}

TEST_F(Pdf, what_a_killed_server_left_behind_is_cleared_away_at_the_next_start) {
  const auto left = [](const char* name) {
    const fs::path place = fs::temp_directory_path() / name;
    fs::create_directories(place);
    std::ofstream(place / "record.html") << "page";
    return place;
  };
  const fs::path dead = left("talar-pdf-dead00"), live = left("talar-pdf-live00"), fresh = left("talar-pdf-fresh0");
  std::ofstream(dead / "desk.lock") << 1;
  {
    const storage::FileLock printing(live / "desk");
    const Press press;
    EXPECT_FALSE(fs::exists(dead));
    EXPECT_TRUE(fs::exists(live / "record.html"));
    EXPECT_TRUE(fs::exists(fresh / "record.html"));  // its lock is made after it
  }
  const Press press;
  EXPECT_FALSE(fs::exists(live));
  fs::remove_all(fresh);
}

TEST_F(Pdf, is_made_while_nobody_else_needs_the_processor) {
  EXPECT_EQ(pdf_of(Press(stand_in("{ echo %PDF-1.4; nice; } > $out")).print("page")), "%PDF-1.4\n15\n");
}

TEST_F(Pdf, is_refused_when_too_many_wait) {
  const fs::path gate = folder / "gate";
  ASSERT_EQ(std::system(("mkfifo " + gate.string()).c_str()), 0);
  Press::Settings settings = stand_in("read word < " + gate.string() + "; echo %PDF-1.4 > $out");
  settings.waiting_max = 0;
  Press press(settings);
  auto first = std::async(std::launch::async, [&] { return press.print("page"); });
  std::ofstream opened(gate);  // waits until the first one reads
  EXPECT_EQ(std::get<NoPdf>(press.print("page")), NoPdf::busy);
  opened << "go" << std::endl;
  EXPECT_EQ(pdf_of(first.get()), "%PDF-1.4\n");
}

TEST_F(Pdf, is_printed_by_chromium_itself) {
  Press press;
  const auto printed = press.print("<!doctype html><html lang=\"fa\" dir=\"rtl\"><p>صورتجلسه</p>");
  if (const auto* why = std::get_if<NoPdf>(&printed); why && *why == NoPdf::not_installed)
    GTEST_SKIP() << "chromium is not installed";
  EXPECT_TRUE(pdf_of(printed).starts_with("%PDF-"));
  EXPECT_NE(pdf_of(printed).find("%%EOF"), std::string::npos);
}

}  // namespace
}  // namespace talar::web
