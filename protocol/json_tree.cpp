// From bytes to a tree: the only place where text of unknown origin is parsed. Depth is limited before anything is
// built.
#include "protocol/json_in.hpp"

namespace talar::detail {

namespace {

using nlohmann::json;

class TreeBuilder : public json::json_sax_t {
 public:
  json root;
  std::optional<Refusal> refusal;

  bool null() override { return add(nullptr); }
  bool boolean(bool value) override { return add(value); }
  bool number_integer(number_integer_t value) override { return add(value); }
  bool number_unsigned(number_unsigned_t value) override { return add(value); }
  bool number_float(number_float_t value, const string_t& text) override {
    // A whole number too large for 64 bits arrives here; it stays a whole number, so that its bounds refuse it.
    const bool whole = text.find_first_of(".eE") == std::string::npos;
    return whole ? add(std::numeric_limits<std::uint64_t>::max()) : add(value);
  }
  bool string(string_t& value) override { return add(std::move(value)); }
  bool binary(binary_t&) override { return refuse(RefusalCode::malformed_json, "text"); }  // JSON has none

  bool start_object(std::size_t) override { return open(json::object()); }
  bool start_array(std::size_t) override { return open(json::array()); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& name) override {
    key_ = std::move(name);
    return !open_.back()->contains(key_) || refuse(RefusalCode::malformed_json, "each key once");
  }
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override {
    return refuse(RefusalCode::malformed_json, "one JSON object in UTF-8");
  }

 private:
  json& place(json value) {
    if (open_.empty()) return root = std::move(value);
    json& outer = *open_.back();
    if (outer.is_array()) return outer.emplace_back(std::move(value));
    return outer[key_] = std::move(value);
  }
  bool add(json value) {
    place(std::move(value));
    return true;
  }
  bool open(json container) {
    if (open_.size() == limits::json_depth) {
      const auto max = std::to_string(limits::json_depth);
      return refuse(RefusalCode::too_deep, "at most " + max + " levels of nesting", {{"max", max}});
    }
    open_.push_back(&place(std::move(container)));
    return true;
  }
  bool close() {
    open_.pop_back();
    return true;
  }
  bool refuse(RefusalCode code, std::string expected, std::map<std::string, std::string> args = {}) {
    if (!refusal) refusal = Refusal{code, {}, std::move(expected), std::move(args)};
    return false;
  }

  // An open container does not move: its own container takes no other entry until it is closed.
  std::vector<json*> open_;
  std::string key_;
};

}  // namespace

Result<json> parse_tree(std::string_view text) {
  TreeBuilder builder;
  // The parser would take a NUL for the end of the text and skip a byte order mark.
  const bool plain = text.find('\0') == std::string_view::npos && !text.starts_with("\xEF\xBB\xBF");
  if (!plain) return Refusal{RefusalCode::malformed_json, {}, "one JSON object in UTF-8", {}};
  if (!json::sax_parse(text.begin(), text.end(), &builder)) return *builder.refusal;
  return {boost::system::in_place_value, std::move(builder.root)};
}

}  // namespace talar::detail
