#include "server/web/pdf.hpp"

#include <spdlog/spdlog.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "server/web/child.hpp"
#include "server/web/text.hpp"
#include "storage/error.hpp"
#include "storage/file_lock.hpp"

namespace talar::web {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t error_chars = 400;                   // of chromium's words, in our log
constexpr std::string_view of_one_process = "2147483648";  // bytes of data
constexpr std::string_view seconds_of_work = "60";

constexpr std::string_view desk_name = "talar-pdf-", lock_name = "desk";

/// Everything chromium reads and writes, gone when it is done. It is locked as long as somebody prints on it.
class Desk {
 public:
  Desk() {
    std::string name = (fs::temp_directory_path() / (std::string(desk_name) + "XXXXXX")).string();
    if (!mkdtemp(name.data())) throw std::runtime_error("cannot make a temporary folder for printing");
    folder_ = name;
    lock_.emplace(folder_ / lock_name);
  }
  Desk(const Desk&) = delete;
  ~Desk() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }
  std::string operator/(const char* name) const { return (folder_ / name).string(); }

 private:
  fs::path folder_;
  std::optional<storage::FileLock> lock_;
};

/// The folder of a process that was killed while it printed.
void clear_if_left_behind(const fs::path& folder) {
  struct stat found {};
  const bool ours = lstat(folder.c_str(), &found) == 0 && S_ISDIR(found.st_mode) && found.st_uid == geteuid();
  if (!ours || !folder.filename().string().starts_with(desk_name)) return;
  std::error_code ignored;
  if (!fs::exists((folder / lock_name).string() + ".lock", ignored)) return;  // being made at this moment
  try {
    const storage::FileLock lock(folder / lock_name);
    fs::remove_all(folder, ignored);
  } catch (const storage::StorageError&) {
    // Somebody prints on it.
  }
}

std::string beginning(const fs::path& file, std::size_t bytes) {
  std::ifstream in(file, std::ios::binary);
  std::string text(bytes, '\0');
  in.read(text.data(), static_cast<std::streamsize>(bytes));
  text.resize(static_cast<std::size_t>(in.gcount()));
  return text;
}

std::vector<std::string> environment(const Desk& desk) {
  return {"PATH=/usr/bin:/bin", "LANG=C.UTF-8", "HOME=" + desk / "", "TMPDIR=" + desk / "",
          "DBUS_SESSION_BUS_ADDRESS=disabled:"};
}

/// In a network of its own, which is empty. A container may forbid that: then chromium's own flags must be enough.
std::vector<std::string> without_network(const Desk& desk) {
  const std::vector<std::string> apart{"/usr/bin/unshare", "--user", "--map-current-user", "--net"};
  std::vector<std::string> trial = apart;
  trial.push_back("/bin/true");
  const auto end = run_child(trial, environment(desk), desk / "trial", std::chrono::seconds(5));
  return end == ChildEnd::done ? apart : std::vector<std::string>();
}

std::vector<std::string> command(const Desk& desk, const Press::Settings& settings) {
  // The hall goes first.
  std::vector<std::string> words{"/usr/bin/nice",
                                 "--adjustment=15",
                                 "/usr/bin/prlimit",
                                 "--core=0",
                                 "--cpu=" + std::string(seconds_of_work),
                                 "--data=" + std::string(of_one_process),
                                 "--fsize=" + std::to_string(settings.bytes_max)};
  std::ranges::move(without_network(desk), std::back_inserter(words));
  words.push_back(settings.chromium.string());
  // The page's own policy runs no script. Chromium prints by a script of its own, so it cannot do without altogether.
  for (const char* flag :
       {"--headless", "--disable-gpu", "--disable-dev-shm-usage", "--disable-extensions", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-crash-reporter",
        "--disable-breakpad", "--no-pdf-header-footer", "--js-flags=--jitless", "--host-resolver-rules=MAP * ~NOTFOUND",
        "--proxy-server=127.0.0.1:9"})
    words.emplace_back(flag);
  // Chromium refuses its own sandbox to root, who could step out of it anyway. The service does not run as root.
  if (geteuid() == 0) words.emplace_back("--no-sandbox");
  words.push_back("--user-data-dir=" + desk / "profile");
  words.push_back("--print-to-pdf=" + desk / "record.pdf");
  words.push_back("file://" + desk / "record.html");
  return words;
}

}  // namespace

Press::Press(Settings settings) : settings_(std::move(settings)) {
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(fs::temp_directory_path(ignored), ignored))
    clear_if_left_behind(entry.path());
}

std::variant<Body, NoPdf> Press::print(const std::string& html) {
  if (access(settings_.chromium.c_str(), X_OK) != 0) return NoPdf::not_installed;
  struct Place {
    std::atomic<std::size_t>& asking;
    const std::size_t number;
    explicit Place(std::atomic<std::size_t>& all) : asking(all), number(++all) {}
    ~Place() { --asking; }
  } const place(asking_);
  if (place.number > settings_.waiting_max + 1) return NoPdf::busy;

  const std::string digest = sha256_hex(html);
  const std::lock_guard lock(printing_);
  if (Body pdf = kept(digest)) return pdf;
  Body pdf = run(html);
  if (!pdf) return NoPdf::failed;
  kept_.push_front({digest, pdf});
  if (kept_.size() > settings_.kept_max) kept_.pop_back();
  return pdf;
}

Body Press::kept(const std::string& digest) {
  const auto found = std::ranges::find(kept_, digest, &Kept::digest);
  if (found == kept_.end()) return nullptr;
  kept_.splice(kept_.begin(), kept_, found);
  return kept_.front().pdf;
}

Body Press::run(const std::string& html) const {
  const Desk desk;
  std::ofstream(desk / "record.html", std::ios::binary) << html;
  const ChildEnd end = run_child(command(desk, settings_), environment(desk), desk / "errors", settings_.time_limit);
  std::string pdf = beginning(desk / "record.pdf", settings_.bytes_max);
  if (end == ChildEnd::done && pdf.starts_with("%PDF-")) return std::make_shared<const std::string>(std::move(pdf));
  spdlog::error("chromium has printed nothing{}: {}", end == ChildEnd::too_late ? " in time" : "",
                beginning(desk / "errors", error_chars));
  return nullptr;
}

}  // namespace talar::web
