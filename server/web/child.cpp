#include "server/web/child.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <stdexcept>

namespace talar::web {
namespace {

constexpr int first_of_ours = 3;  // after input, output and errors

std::vector<char*> pointers(const std::vector<std::string>& texts) {
  std::vector<char*> all;
  for (const std::string& text : texts) all.push_back(const_cast<char*>(text.c_str()));
  all.push_back(nullptr);
  return all;
}

/// What posix_spawn is told, and forgets again.
struct Orders {
  posix_spawn_file_actions_t files;
  posix_spawnattr_t attributes;

  explicit Orders(const std::filesystem::path& errors) {
    posix_spawn_file_actions_init(&files);
    posix_spawnattr_init(&attributes);
    posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, errors.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    posix_spawn_file_actions_addclosefrom_np(&files, first_of_ours);
    // A group of its own, so that it ends with its children; and the signals that a server ignores or blocks.
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  }
  Orders(const Orders&) = delete;
  ~Orders() {
    posix_spawn_file_actions_destroy(&files);
    posix_spawnattr_destroy(&attributes);
  }
};

/// False when the time is over. Whoever waits is not woken by anything else.
bool ended_in_time(pid_t child, std::chrono::milliseconds time_limit) {
  const int handle = static_cast<int>(syscall(SYS_pidfd_open, child, 0));
  if (handle < 0) return false;
  const auto end = std::chrono::steady_clock::now() + time_limit;
  int ready = 0;
  do {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
    pollfd waited{handle, POLLIN, 0};
    ready = poll(&waited, 1, static_cast<int>(std::max<std::int64_t>(0, left.count())));
  } while (ready < 0 && errno == EINTR);
  close(handle);
  return ready > 0;
}

}  // namespace

ChildEnd run_child(const std::vector<std::string>& arguments, const std::vector<std::string>& environment,
                   const std::filesystem::path& errors, std::chrono::milliseconds time_limit) {
  const Orders orders(errors);
  pid_t child = 0;
  const int fault = posix_spawn(&child, arguments.front().c_str(), &orders.files, &orders.attributes,
                                pointers(arguments).data(), pointers(environment).data());
  if (fault != 0) return ChildEnd::failed;
  const bool in_time = ended_in_time(child, time_limit);
  kill(-child, SIGKILL);  // and whatever it has left behind; it is not waited for yet, so the group's number is its own
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (!in_time) return ChildEnd::too_late;
  return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? ChildEnd::done : ChildEnd::failed;
}

}  // namespace talar::web
