#include "server/exports/qr.hpp"

#include <fmt/format.h>
#include <qrencode.h>

#include <memory>
#include <stdexcept>

#include "server/exports/markup.hpp"

namespace talar::exports {
namespace {

constexpr int quiet = 4;  // modules

}  // namespace

std::string qr_svg(const std::string& text, const std::string& label) {
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M),
                                                             &QRcode_free);
  if (!code) throw std::runtime_error("this address is too long for a QR code");
  const int width = code->width, size = width + 2 * quiet;
  std::string path;
  for (int row = 0; row < width; ++row)
    for (int column = 0; column < width; ++column)
      if (code->data[row * width + column] & 1) path += fmt::format("M{} {}h1v1h-1z", column + quiet, row + quiet);
  return fmt::format(R"(<svg role="img" aria-label="{0}" viewBox="0 0 {1} {1}" shape-rendering="crispEdges"><path )"
                     R"(fill="#fff" d="M0 0h{1}v{1}h-{1}z"/><path d="{2}"/></svg>)",
                     escaped(label), size, path);
}

}  // namespace talar::exports
