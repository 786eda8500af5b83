#include "server/web/archive_paths.hpp"

#include <gtest/gtest.h>

namespace talar::web {
namespace {

Work work(std::string path, Method method = Method::get) {
  Request request;
  request.method = method;
  request.path = std::move(path);
  return work_of(request);
}

TEST(ArchivePaths, whatever_reads_the_archive_waits_in_a_queue_of_its_own) {
  for (const char* path :
       {"/oparl/v1", "/oparl/v1/bodies/rasht", "/api/halls/rasht/meetings", "/api/halls/rasht/meetings/0000000001",
        "/api/halls/rasht/meetings/0000000001/seal", "/api/halls/rasht/meetings/0000000001/as/docx",
        "/api/halls/rasht/search", "/api/halls/rasht/resolutions", "/api/halls/rasht/resolutions.csv",
        "/api/halls/rasht/figures.xlsx", "/api/halls/rasht/calendar.ics", "/api/halls/rasht/votes/0000000001/ballots",
        "/api/calendar/token.ics"})
    EXPECT_EQ(work(path), Work::reading) << path;
  EXPECT_EQ(work("/api/halls/rasht/meetings/0000000001", Method::head), Work::reading);
  EXPECT_EQ(work("/api/halls/rasht/meetings/0000000001/as/pdf"), Work::printing);
  EXPECT_EQ(work("/api/halls/rasht/meetings/0000000001/replay"), Work::filming);
}

TEST(ArchivePaths, nobody_who_signs_in_or_acts_waits_behind_readers) {
  for (const char* path : {"/api/sign-in", "/api/whoami", "/api/calendar-link", "/api/ballot-box",
                           "/api/halls/rasht/access", "/api/halls/rasht/similar", "/api/halls/rasht/texts/0000000001",
                           "/api/halls/rasht/attachments/0000000001", "/api/halls/rasht", "/api/halls/"})
    EXPECT_EQ(work(path), Work::quick) << path;
  for (const char* path : {"/api/halls/rasht/meetings/0000000001/sign", "/api/halls/rasht/meetings/0000000001/seal",
                           "/api/halls/rasht/votes/0000000001/collect"})
    EXPECT_EQ(work(path, Method::post), Work::quick) << path;
}

}  // namespace
}  // namespace talar::web
