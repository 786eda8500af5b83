#include "server/web/client_files.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace talar::web {
namespace {

namespace fs = std::filesystem;

class ClientFilesTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("talar-client-" + std::to_string(getpid()));
    write("index.html", "<!doctype html>");
    write("index.html.br", "brotli");
    write("index.html.gz", "gzip");
    write("sw.js", "worker");
    write("manifest.webmanifest", "{}");
    write("assets/index-B1x.js", "script");
    write("assets/index-B1x.js.gz", "gzipped");
  }
  void TearDown() override { fs::remove_all(folder_); }

  void write(const std::string& name, const std::string& text) {
    fs::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name) << text;
  }
  static Request asking(const std::string& path, Headers headers = {}) {
    Request request;
    request.path = path;
    request.headers = std::move(headers);
    return request;
  }
  static std::string header(const Response& response, const char* name) {
    const std::string* value = find(response.headers, name);
    return value ? *value : "";
  }

  fs::path folder_;
};

TEST_F(ClientFilesTest, gives_files_with_type_and_caching) {
  const ClientFiles files(folder_);
  EXPECT_TRUE(files.built());
  EXPECT_EQ(files.size(), 4u);
  const Response script = files.answer(asking("/assets/index-B1x.js"));
  EXPECT_EQ(*script.body, "script");
  EXPECT_EQ(header(script, "Content-Type"), "text/javascript; charset=utf-8");
  EXPECT_EQ(header(script, "Cache-Control"), "public, max-age=31536000, immutable");
  EXPECT_EQ(header(files.answer(asking("/sw.js")), "Cache-Control"), "no-cache");
  EXPECT_EQ(header(files.answer(asking("/manifest.webmanifest")), "Content-Type"), "application/manifest+json");
}

TEST_F(ClientFilesTest, gives_the_best_variant_that_the_browser_takes) {
  const ClientFiles files(folder_);
  const auto body = [&](const char* accepted) {
    return *files.answer(asking("/index.html", {{"accept-encoding", accepted}})).body;
  };
  EXPECT_EQ(body("gzip, deflate, br"), "brotli");
  EXPECT_EQ(body("gzip;q=1.0, br;q=0"), "gzip");
  EXPECT_EQ(body("identity"), "<!doctype html>");
  const Response gzip = files.answer(asking("/assets/index-B1x.js", {{"accept-encoding", "br, gzip"}}));
  EXPECT_EQ(header(gzip, "Content-Encoding"), "gzip");
  EXPECT_EQ(header(gzip, "Vary"), "Accept-Encoding");
}

TEST_F(ClientFilesTest, answers_304_to_who_has_it) {
  const ClientFiles files(folder_);
  const std::string etag = header(files.answer(asking("/sw.js")), "ETag");
  EXPECT_EQ(etag.size(), 34u);
  const Response again = files.answer(asking("/sw.js", {{"if-none-match", "\"other\", W/" + etag}}));
  EXPECT_EQ(again.status, 304u);
  EXPECT_FALSE(again.body);
  EXPECT_EQ(header(again, "ETag"), etag);
  EXPECT_EQ(files.answer(asking("/sw.js", {{"if-none-match", "\"other\""}})).status, 200u);
  // Each variant has a tag of its own.
  EXPECT_NE(header(files.answer(asking("/", {{"accept-encoding", "br"}})), "ETag"),
            header(files.answer(asking("/", {{"accept-encoding", "gzip"}})), "ETag"));
}

TEST_F(ClientFilesTest, screens_get_the_page_and_nothing_else_does) {
  const ClientFiles files(folder_);
  for (const char* path :
       {"/", "/join", "/hall/rasht", "/hall/rasht/observe", "/hall/rasht/display", "/hall/rasht/kiosk",
        "/hall/rasht/archive", "/hall/rasht/archive/0k3v9yq2rt", "/hall/rasht/search", "/hall/rasht/votes/0k3v9yq2rt",
        "/hall/rasht/help/chair", "/hall/rasht/help/secretariat", "/hall/rasht/resolutions", "/hall/rasht/figures",
        "/hall/rasht/seal/0k3v9yq2rt", "/hall/rasht/archive/0k3v9yq2rt/replay"})
    EXPECT_EQ(files.answer(asking(path)).status, 200u) << path;
  for (const char* path : {"/hall", "/hall/", "/hall/rasht/secret", "/hall/rasht/observe/x", "/hall/rasht/help",
                           "/hall/rasht/seal", "/hall/rasht/votes/0k3v9yq2rt/replay", "/assets/none.js", "/favicon.ico",
                           "/../etc/passwd", "/index.html/", "//"})
    EXPECT_EQ(files.answer(asking(path)).status, 404u) << path;
  Request posted = asking("/");
  posted.method = Method::post;
  EXPECT_EQ(files.answer(posted).status, 405u);
  EXPECT_EQ(header(files.answer(posted), "Allow"), "GET, HEAD");
}

TEST_F(ClientFilesTest, says_so_when_the_client_has_not_been_built) {
  const ClientFiles files(folder_ / "nowhere");
  EXPECT_FALSE(files.built());
  const Response page = files.answer(asking("/"));
  EXPECT_EQ(page.status, 503u);
  EXPECT_NE(page.body->find("talar serve --client"), std::string::npos);
  EXPECT_EQ(files.answer(asking("/sw.js")).status, 404u);
}

}  // namespace
}  // namespace talar::web
