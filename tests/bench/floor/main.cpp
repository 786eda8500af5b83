#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>

#include "floor.hpp"

int main(int argc, char** argv) {
  try {
    if (argc == 4 && std::strcmp(argv[1], "serve") == 0) {
      floor_::serve(std::atoi(argv[2]), std::atol(argv[3]));
      return 0;
    }
    if (argc == 4 && std::strcmp(argv[1], "disk") == 0) {
      floor_::disk(argv[2], std::atol(argv[3]));
      return 0;
    }
  } catch (const std::exception& fault) {
    std::fprintf(stderr, "floor: %s\n", fault.what());
    return 1;
  }
  std::fputs("floor serve PORT STATE_BYTES | floor disk FOLDER MILLISECONDS\n", stderr);
  return 2;
}
