// The database's versions: the n-th script leads from version n - 1 to n. Made from storage/migrations at build.
#pragma once

#include <span>
#include <string_view>

namespace talar::storage {

struct Migration {
  std::string_view name;
  const char* script;
};

std::span<const Migration> migrations();

}  // namespace talar::storage
