// A database of its own for each test, in a folder that goes away, and events to put into it.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <string>
#include <vector>

#include "storage/journal.hpp"

namespace talar::storage {

class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "talar-contract-XXXXXX").string();
    path_ = ::mkdtemp(name.data());
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::filesystem::path file(const std::string& name = "talar.db") const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

/// What a hall says, one event after the other, a second apart; `entries` are for Journal::commit.
class Hall {
 public:
  explicit Hall(std::string name, std::int64_t seq = 0) : id{std::move(name)}, seq_(seq) {}

  Hall& says(Event event, std::optional<PersonId> person = {}, std::optional<CommandId> command = {}) {
    ++seq_;
    entries.push_back({id, {seq_, now(), {person}, std::move(command), std::move(event)}});
    return *this;
  }
  Instant now() const { return {1'703'741'400'000 + 1000 * seq_}; }
  /// What has been said since the last time.
  std::vector<Entry> fresh() { return std::exchange(entries, {}); }

  HallId id;
  std::vector<Entry> entries;

 private:
  std::int64_t seq_;
};

inline Hall founded(const std::string& id = "chamber") {
  Hall hall(id);
  hall.says(HallFounded{"اتاق شکوفایی شهری رشت", Name("Rasht Chamber"), HallKind::chamber, "تالار گفتگو", 1, {}});
  return hall;
}

/// A small event that any founded hall may say any number of times.
inline Event message(int number) {
  return MessagePosted{"پیام " + std::to_string(number)};
}

inline CommandId command(int number) {
  char text[37];
  std::snprintf(text, sizeof text, "00000000-0000-4000-8000-%012d", number);
  return CommandId{text};
}

inline std::vector<Recorded> replayed(const Journal& journal, const HallId& hall, std::int64_t after = 0) {
  std::vector<Recorded> all;
  journal.replay(hall, after, [&](const Recorded& recorded) { all.push_back(recorded); });
  return all;
}

inline bool holds(const std::string& text, const std::string& piece) {
  return text.find(piece) != std::string::npos;
}

/// Somebody with the file in their hands and no respect for triggers.
inline void tamper(const std::filesystem::path& file, const std::string& sql) {
  SQLite::Database database(file, SQLite::OPEN_READWRITE);
  database.exec("DROP TRIGGER IF EXISTS event_stays; DROP TRIGGER IF EXISTS event_stays_as_it_is; " + sql);
}

inline std::int64_t number_in(const std::filesystem::path& file, const std::string& sql) {
  SQLite::Database database(file, SQLite::OPEN_READWRITE);
  return database.execAndGet(sql).getInt64();
}

}  // namespace talar::storage
