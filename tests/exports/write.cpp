// Writes the record of the unit tests, in every form that is text or a workbook, into a folder: for outside tools to read.
#include <fstream>
#include <iostream>
#include <string>

#include "tests/unit/exports/source.hpp"

using namespace talar::exports;

namespace {

void write(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

void write_all(const std::string& folder, const std::string& name, const Source& source) {
  const std::string stem = folder + "/" + name;
  write(stem + ".xlsx", xlsx(source));
  write(stem + ".csv", csv(source));
  write(stem + ".akn.xml", akoma_ntoso(source));
  write(stem + ".popolo.json", popolo(source));
  write(stem + ".oparl.json", oparl(source));
}

}  // namespace

int main(int count, char** words) {
  if (count != 2) {
    std::cerr << "usage: exports_samples FOLDER\n";
    return 2;
  }
  write_all(words[1], "inside", inside_source());
  write_all(words[1], "public", public_source());
  write_all(words[1], "draft", draft_source());
  write_all(words[1], "not_held", not_held_source());
}
