#include "server/cli/qr.hpp"

#include <qrencode.h>

#include <memory>
#include <stdexcept>

namespace talar::cli {
namespace {

constexpr int quiet = 4;  // modules of margin that the standard asks for

}  // namespace

std::string qr_code(const std::string& text, bool colours) {
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_L),
                                                             &QRcode_free);
  if (!code) throw std::runtime_error("Cannot draw a QR code of this link.");

  const auto dark = [&](int row, int column) {
    row -= quiet, column -= quiet;
    if (row < 0 || column < 0 || row >= code->width || column >= code->width) return false;
    return (code->data[row * code->width + column] & 1) != 0;
  };
  std::string out;
  const int size = code->width + 2 * quiet;
  for (int row = 0; row < size; row += 2) {
    if (colours) out += "\x1b[38;5;16;48;5;231m";
    for (int column = 0; column < size; ++column) {
      // With colours a block is dark, without them it is what the terminal lights up.
      const bool upper = dark(row, column) == colours, lower = dark(row + 1, column) == colours;
      out += upper && lower ? "█" : upper ? "▀" : lower ? "▄" : " ";
    }
    if (colours) out += "\x1b[0m";
    out += '\n';
  }
  return out;
}

}  // namespace talar::cli
