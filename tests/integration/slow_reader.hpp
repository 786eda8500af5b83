// A reader that does not read, for a while: with and without TLS.
#pragma once

#include "tests/integration/house.hpp"

namespace talar::test {

/// Small buffers, so that backpressure shows soon.
HouseOptions narrow_house();
void expect_slow_reader_to_be_given_a_fresh_state(House& house, Tls tls);

}  // namespace talar::test
