#include "server/hall/assert.hpp"

#include <cstdio>
#include <cstdlib>

namespace talar::hall {

void broken(const char* rule, const char* condition, const char* file, int line) {
  std::fprintf(stderr, "%s:%d: rule %s is broken: %s\n", file, line, rule, condition);
  std::abort();
}

}  // namespace talar::hall
