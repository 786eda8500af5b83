#include "json.hpp"

#include "fault.hpp"

namespace crowd {
namespace {

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  Json document() {
    Json value = take_value();
    if (peek() != '\0') stop("more than one value");
    return value;
  }

 private:
  [[noreturn]] void stop(const char* what) const { fail("JSON at " + std::to_string(at_) + ": " + what); }

  char peek() {
    while (at_ < text_.size() && static_cast<unsigned char>(text_[at_]) <= ' ') ++at_;
    return at_ < text_.size() ? text_[at_] : '\0';
  }
  bool took(char wanted) {
    if (peek() != wanted) return false;
    ++at_;
    return true;
  }
  void expect(char wanted) {
    if (!took(wanted)) stop("another character was expected");
  }

  std::string take_text() {
    expect('"');
    const std::size_t begin = at_;
    while (at_ < text_.size() && text_[at_] != '"') at_ += text_[at_] == '\\' ? 2 : 1;
    if (at_ >= text_.size()) stop("a text without end");
    return std::string(text_.substr(begin, at_++ - begin));
  }

  Json take_value() {
    Json value;
    switch (peek()) {
      case '{':
        return take_object();
      case '[':
        return take_list();
      case '"':
        value.kind = Json::Kind::text;
        value.scalar = take_text();
        return value;
      default:
        return take_word();
    }
  }

  Json take_word() {
    Json value;
    const std::size_t end = std::min(text_.find_first_of(",]} \n", at_), text_.size());
    value.scalar = text_.substr(at_, end - at_);
    if (value.scalar.empty()) stop("a value was expected");
    at_ = end;
    if (value.scalar == "null") return {};
    value.kind = Json::Kind::word;
    return value;
  }

  Json take_list() {
    Json list;
    list.kind = Json::Kind::list;
    expect('[');
    if (took(']')) return list;
    do list.items.push_back(take_value());
    while (took(','));
    expect(']');
    return list;
  }

  Json take_object() {
    Json object;
    object.kind = Json::Kind::object;
    expect('{');
    if (took('}')) return object;
    do {
      peek();
      std::string key = take_text();
      expect(':');
      object.members[std::move(key)] = take_value();
    } while (took(','));
    expect('}');
    return object;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

Json Json::parse(std::string_view text) {
  return Scanner(text).document();
}

const Json& Json::operator[](std::string_view key) const {
  static const Json nothing;
  const auto found = members.find(key);
  return found == members.end() ? nothing : found->second;
}

void Json::merge(const Json& patch) {
  if (patch.kind != Kind::object) {
    *this = patch;
    return;
  }
  if (kind != Kind::object) {
    *this = {};
    kind = Kind::object;
  }
  for (const auto& [key, value] : patch.members) {
    if (value.kind == Kind::null)
      members.erase(key);
    else
      members[key].merge(value);
  }
}

std::string difference(const Json& one, const Json& other) {
  if (one == other) return {};
  if (one.kind != Json::Kind::object || other.kind != Json::Kind::object) return "(another value)";
  for (const auto& [key, value] : one.members) {
    const auto found = other.members.find(key);
    if (found == other.members.end()) return key + " (folded only)";
    if (const std::string below = difference(value, found->second); !below.empty()) return key + "/" + below;
  }
  for (const auto& [key, value] : other.members)
    if (!one.members.contains(key)) return key + " (server only)";
  return "(unknown)";
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c == '\n' ? std::string("\\n") : std::string(1, c);
  }
  return out + '"';
}

}  // namespace crowd
