// Replays what the fuzzers start from, and thousands of small damages to it, the same ones every time.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <random>
#include <vector>

#include "protocol/codec.hpp"
#include "tests/fuzz/targets.hpp"

namespace talar::test {
namespace {

using Input = std::vector<std::uint8_t>;

std::vector<Input> corpus(const std::string& target) {
  std::vector<std::filesystem::path> files;
  const auto folder = std::filesystem::path(TALAR_SOURCE_DIR) / "tests/fuzz/corpus" / target;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) files.push_back(entry.path());
  std::ranges::sort(files);
  std::vector<Input> inputs;
  for (const auto& file : files) {
    std::ifstream bytes(file, std::ios::binary);
    inputs.emplace_back(std::istreambuf_iterator<char>(bytes), std::istreambuf_iterator<char>());
  }
  return inputs;
}

std::string shown(const Input& input) {
  return testing::PrintToString(
      std::string(input.begin(), input.begin() + std::min<std::ptrdiff_t>(400, std::ssize(input))));
}

Input damaged(Input input, const std::vector<Input>& others, std::mt19937& random) {
  const auto below = [&](std::size_t end) { return static_cast<std::ptrdiff_t>(end == 0 ? 0 : random() % end); };
  for (std::ptrdiff_t times = 1 + below(4); times > 0; --times) {
    const auto at = input.begin() + below(input.size());
    const Input& other = others[static_cast<std::size_t>(below(others.size()))];
    switch (below(6)) {
      case 0:
        if (!input.empty()) *at = static_cast<std::uint8_t>(random());
        break;
      case 1:
        if (!input.empty()) *at = static_cast<std::uint8_t>(*at ^ 1u << below(8));
        break;
      case 2:
        input.insert(at, static_cast<std::uint8_t>(random()));
        break;
      case 3:
        if (!input.empty()) input.erase(at, at + 1 + below(static_cast<std::size_t>(input.end() - at)));
        break;
      case 4:
        input.insert(at, other.begin() + below(other.size()), other.end());
        break;
      default:
        input.insert(input.end(), other.begin(), other.end());
    }
  }
  return input;
}

void replay(const std::string& target, const std::function<void(Bytes)>& run) {
  const auto inputs = corpus(target);
  ASSERT_GE(inputs.size(), 8u) << "seeds of " << target;
  for (const Input& input : inputs) EXPECT_NO_THROW(run(input)) << shown(input);
  std::mt19937 random(20'231'228);
  for (int round = 0; round < 2'000; ++round) {
    const Input input = damaged(inputs[random() % inputs.size()], inputs, random);
    ASSERT_NO_THROW(run(input)) << "round " << round << ": " << shown(input);
  }
}

TEST(Fuzz, the_reader_takes_anything) {
  replay("reader", fuzz_reader);
}

TEST(Fuzz, the_inflater_takes_anything) {
  replay("deflate", fuzz_deflate);
}

TEST(Fuzz, the_codec_takes_anything) {
  replay("codec", fuzz_codec);
}

TEST(Fuzz, the_codec_starts_from_frames_that_it_reads) {
  std::size_t read = 0;
  for (const Input& input : corpus("codec")) read += parse_client_frame(text_of(input)).has_value();
  EXPECT_EQ(read, 10u) << "the others are for its refusals";
}

TEST(Fuzz, the_request_reader_takes_anything) {
  replay("request", fuzz_request);
}

TEST(Fuzz, changes_of_texts_take_anything) {
  replay("changes", fuzz_changes);
}

TEST(Fuzz, the_reader_of_offers_takes_anything) {
  replay("offers", fuzz_offers);
}

}  // namespace
}  // namespace talar::test
