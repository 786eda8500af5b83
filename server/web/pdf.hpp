// A record's page printed to PDF by Debian's chromium: a process of its own that sees one file and no network.
#pragma once

#include <atomic>
#include <chrono>
#include <filesystem>
#include <list>
#include <mutex>
#include <string>
#include <variant>

#include "server/web/http.hpp"

namespace talar::web {

/// not_installed: there is no chromium. busy: too many wait for it. failed: it did not print, or not in time.
enum class NoPdf { not_installed, busy, failed };

/// Any thread may ask, and waits. One page at a time: chromium takes some hundred megabytes.
class Press {
 public:
  struct Settings {
    std::filesystem::path chromium = "/usr/bin/chromium";
    std::chrono::milliseconds time_limit{40'000};
    std::size_t waiting_max = 4;
    std::size_t bytes_max = 40'000'000;  // of a PDF
    std::size_t kept_max = 8;            // PDFs, in case they are asked for again
  };

  Press() : Press(Settings()) {}
  /// Clears away what a process left behind that was killed while it printed.
  explicit Press(Settings settings);

  std::variant<Body, NoPdf> print(const std::string& html);

 private:
  struct Kept {
    std::string digest;  // of the page
    Body pdf;
  };

  Body kept(const std::string& digest);
  Body run(const std::string& html) const;

  const Settings settings_;
  std::atomic<std::size_t> asking_ = 0;
  std::mutex printing_;
  std::list<Kept> kept_;  // the latest first; guarded by printing_
};

}  // namespace talar::web
