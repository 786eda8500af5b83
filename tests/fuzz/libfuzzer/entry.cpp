// One program per target: build/fuzz/tests/fuzz_reader tests/fuzz/corpus/reader
#include "tests/fuzz/targets.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  talar::test::TALAR_FUZZ_TARGET({data, size});
  return 0;
}
