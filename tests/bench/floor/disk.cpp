#include <fcntl.h>
#include <sqlite3.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "floor.hpp"

namespace floor_ {
namespace {

constexpr std::size_t row_bytes = 310;

double now_ms() {
  timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

/// How long each run of `work` takes, for so long.
template <class Work>
std::vector<double> time_each(long milliseconds, Work work) {
  std::vector<double> spans;
  const double begin = now_ms();
  for (double at = begin; at < begin + static_cast<double>(milliseconds);) {
    work();
    const double then = now_ms();
    spans.push_back(then - at);
    at = then;
  }
  std::ranges::sort(spans);
  return spans;
}

double sum(const std::vector<double>& spans) {
  double total = 0;
  for (const double span : spans) total += span;
  return total;
}

std::vector<double> append(const std::string& file, long milliseconds) {
  const int fd = open(file.c_str(), O_CREAT | O_TRUNC | O_WRONLY, 0600);
  const std::string row(row_bytes, 'x');
  auto spans = time_each(milliseconds, [&] {
    if (fd < 0 || write(fd, row.data(), row.size()) != static_cast<ssize_t>(row.size()) || fdatasync(fd) != 0)
      throw std::runtime_error("cannot write " + file);
  });
  close(fd);
  return spans;
}

struct Close {
  void operator()(sqlite3* database) const { sqlite3_close(database); }
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

class Table {
 public:
  explicit Table(const std::string& file) {
    sqlite3* database = nullptr;
    if (sqlite3_open(file.c_str(), &database) != SQLITE_OK) throw std::runtime_error("cannot open " + file);
    database_.reset(database);
    run("PRAGMA journal_mode=WAL");
    run("PRAGMA synchronous=FULL");
    run("CREATE TABLE row (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT");
    sqlite3_stmt* insert = nullptr;
    sqlite3_prepare_v2(database, "INSERT INTO row (body) VALUES (?)", -1, &insert, nullptr);
    insert_.reset(insert);
  }
  void commit(int rows) {
    run("BEGIN IMMEDIATE");
    for (int i = 0; i < rows; ++i) {
      sqlite3_bind_text(insert_.get(), 1, body_.data(), static_cast<int>(body_.size()), SQLITE_STATIC);
      if (sqlite3_step(insert_.get()) != SQLITE_DONE) throw std::runtime_error("cannot insert");
      sqlite3_reset(insert_.get());
    }
    run("COMMIT");
  }

 private:
  void run(const char* sql) {
    if (sqlite3_exec(database_.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) throw std::runtime_error(sql);
  }

  const std::string body_ = std::string(row_bytes, 'x');
  std::unique_ptr<sqlite3, Close> database_;
  std::unique_ptr<sqlite3_stmt, Close> insert_;
};

std::vector<double> commit(const std::filesystem::path& folder, int rows, long milliseconds) {
  const std::filesystem::path file = folder / ("floor" + std::to_string(rows) + ".db");
  for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(file.string() + suffix);
  Table table(file.string());
  return time_each(milliseconds, [&] { table.commit(rows); });
}

}  // namespace

void disk(const char* folder, long milliseconds) {
  const std::filesystem::path in(folder);
  const auto synced = append((in / "floor.log").string(), milliseconds);
  const auto one = commit(in, 1, milliseconds);
  const auto hundred = commit(in, 100, milliseconds);
  std::printf(
      "{\"fdatasync_p50_ms\":%.4f,\"fdatasync_p99_ms\":%.4f,\"sqlite_1_p50_ms\":%.4f,\"sqlite_1_rows_s\":%.0f,"
      "\"sqlite_100_p50_ms\":%.4f,\"sqlite_100_rows_s\":%.0f}\n",
      synced[synced.size() / 2], synced[synced.size() * 99 / 100], one[one.size() / 2],
      static_cast<double>(one.size()) * 1e3 / sum(one), hundred[hundred.size() / 2],
      static_cast<double>(hundred.size()) * 1e5 / sum(hundred));
}

}  // namespace floor_
