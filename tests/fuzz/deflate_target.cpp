#include "server/live/deflate.hpp"

#include "tests/fuzz/targets.hpp"

namespace talar::test {

void fuzz_deflate(Bytes input) {
  using enum live::Inflated::Outcome;
  constexpr std::size_t max = 64 * 1024;
  const std::string bytes = text_of(input);

  if (const auto deflated = live::deflated(bytes)) {
    check(deflated->size() < bytes.size(), "deflated is smaller");
    const auto back = live::inflated(*deflated, bytes.size());
    check(back.outcome == fine && back.text == bytes, "deflated inflates to the same");
    check(live::inflated(*deflated, bytes.size() - 1).outcome == too_big, "the limit is exact");
  }

  const auto message = live::inflated(bytes, max);
  check(message.text.size() <= max, "inflated is within the limit");
  check(message.outcome == fine || message.text.empty(), "nothing comes out of what is broken or too big");
  const auto again = live::inflated(bytes, max);
  check(again.outcome == message.outcome && again.text == message.text, "no context is kept");
}

}  // namespace talar::test
