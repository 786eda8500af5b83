// The worked exchange at the end of protocol/PROTOCOL.md, replayed. How to read it stands in a comment there.
#include <fstream>
#include <map>
#include <sstream>

#include "tests/integration/house.hpp"

namespace talar::test {
namespace {

struct Block {
  std::string who;
  std::vector<std::pair<char, json>> lines;  // 'C' or 'S'
};

std::vector<Block> exchange() {
  std::ifstream document(TALAR_SOURCE_DIR "/protocol/PROTOCOL.md");
  std::vector<Block> blocks;
  bool inside = false;
  for (std::string line; std::getline(document, line);) {
    constexpr std::string_view fence = "```exchange ";
    if (line.starts_with(fence)) {
      blocks.push_back({line.substr(fence.size()), {}});
      inside = true;
    } else if (line.starts_with("```")) {
      inside = false;
    } else if (inside) {
      blocks.back().lines.emplace_back(line.at(0), json::parse(line.substr(3)));
    }
  }
  return blocks;
}

/// The values that the placeholders have taken so far.
class Placeholders {
 public:
  json filled(const json& written) const {
    if (is_name(written)) return values_.at(written);
    if (!written.is_structured()) return written;
    json whole = written;
    for (auto& part : whole) part = filled(part);
    return whole;
  }

  /// Empty, or the path where what came is not what is written.
  std::string difference(const json& written, const json& came, const std::string& path = "") {
    if (written == "<any>") return "";
    if (is_name(written)) return values_.emplace(written, came).first->second == came ? "" : path;
    if (!written.is_structured()) return written == came ? "" : path;
    if (written.type() != came.type() || written.size() != came.size()) return path + " (other keys)";
    for (const auto& [key, part] : written.items()) {
      if (written.is_object() && !came.contains(key)) return path + "." + key;
      const json& there = written.is_object() ? came.at(key) : came.at(std::stoul(key));
      if (auto found = difference(part, there, path + "." + key); !found.empty()) return found;
    }
    return "";
  }

 private:
  static bool is_name(const json& value) {
    if (!value.is_string()) return false;
    const auto& text = value.get_ref<const std::string&>();
    return text.starts_with('<') && text.ends_with('>');
  }

  std::map<std::string, json> values_;
};

TEST(ProtocolDocument, its_worked_exchange_is_what_the_server_does) {
  const auto blocks = exchange();
  ASSERT_GE(blocks.size(), 3u);
  House house;
  Placeholders placeholders;
  for (const Block& block : blocks) {
    Device device = block.who == "observer" ? house.observer() : house.device(people::secretary);
    for (const auto& [side, written] : block.lines) {
      if (side == 'C') {
        device.client().send(placeholders.filled(written));
      } else {
        const json came = device.client().receive_json();
        EXPECT_EQ(placeholders.difference(written, came), "") << written << "\ncame: " << came;
      }
    }
  }
}

}  // namespace
}  // namespace talar::test
