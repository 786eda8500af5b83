// What ends a measurement: said on stderr, exit code 1. A benchmark has no use for half a result.
#pragma once

#include <stdexcept>
#include <string>

namespace crowd {

struct Fault : std::runtime_error {
  using std::runtime_error::runtime_error;
};

[[noreturn]] inline void fail(const std::string& what) {
  throw Fault(what);
}

}  // namespace crowd
