#include "protocol/json_out.hpp"

namespace talar::detail {

void put_text(std::string& out, std::string_view text) {
  static constexpr std::string_view hex = "0123456789abcdef";
  out += '"';
  std::size_t plain = 0;  // from here on nothing needs escaping
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const auto byte = static_cast<unsigned char>(c);
    if (c != '"' && c != '\\' && byte >= 0x20) continue;
    out.append(text, plain, i - plain);
    plain = i + 1;
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else {
      out += "\\u00";
      out += hex[byte >> 4];
      out += hex[byte & 15];
    }
  }
  out.append(text, plain);
  out += '"';
}

void put_key(std::string& out, std::string_view key) {
  if (out.back() != '{') out += ',';
  put_text(out, key);
  out += ':';
}

}  // namespace talar::detail
