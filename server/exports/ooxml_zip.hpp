// Files in one zip archive, as office files are.
#pragma once

#include <string>
#include <vector>

namespace talar::exports {

struct ZipPart {
  std::string name, bytes;
};

/// In this order, all of one fixed time: the same parts give the same bytes.
std::string zipped(const std::vector<ZipPart>& parts);

}  // namespace talar::exports
