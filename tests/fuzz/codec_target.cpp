#include "protocol/codec.hpp"
#include "tests/fuzz/targets.hpp"

namespace talar::test {

void fuzz_codec(Bytes input) {
  const std::string text = text_of(input);
  const auto frame = parse_client_frame(text);
  if (!frame) {
    const Refusal& refusal = frame.error();
    const std::string told =
        encode(Refused{command_id_of(text), refusal.code, refusal.field, refusal.expected, refusal.args});
    check(told.size() < 4'096, "a refusal is short");
    return;
  }
  const std::string written = encode(*frame);
  const auto again = parse_client_frame(written);
  check(again.has_value(), "what we write we can read: " + written);
  check(encode(*again) == written, "it stays the same: " + written);
}

}  // namespace talar::test
