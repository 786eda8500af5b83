#include "storage/file_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>

#include "storage/error.hpp"

namespace talar::storage {

FileLock::FileLock(const std::filesystem::path& database) {
  const std::string name = database.string() + ".lock";
  const auto refuse = [&](const std::string& why) {
    if (fd_ >= 0) ::close(fd_);
    throw StorageError(why, StorageError::Outcome::refused);
  };
  fd_ = ::open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (fd_ < 0) refuse("cannot lock the database: " + name + ": " + std::strerror(errno));
  if (::flock(fd_, LOCK_EX | LOCK_NB) != 0) {
    char holder[32] = {};
    const bool known = ::pread(fd_, holder, sizeof holder - 1, 0) > 0;
    refuse(database.string() + " is in use by another Talar server" +
           (known ? " (process " + std::string(holder) + ")" : std::string()) + ": stop that one first");
  }
  // For the sentence above only: the lock itself is the kernel's.
  const std::string pid = std::to_string(::getpid());
  if (::ftruncate(fd_, 0) == 0) (void)!::pwrite(fd_, pid.data(), pid.size(), 0);
}

FileLock::~FileLock() {
  ::close(fd_);
}

}  // namespace talar::storage
