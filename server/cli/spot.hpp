// A value of a JSON file and where it stands there, so that a fault can be named.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "protocol/words.hpp"

namespace talar::cli {

class Spot {
 public:
  Spot(const nlohmann::json& json, std::string path) : json_(&json), path_(std::move(path)) {}

  [[noreturn]] void fail(const std::string& what) const { throw std::runtime_error(path_ + " " + what); }

  std::optional<Spot> find(const char* key) const {
    if (!json_->is_object()) fail("must be an object");
    const auto found = json_->find(key);
    if (found == json_->end()) return std::nullopt;
    return Spot(*found, path_ + (path_.empty() ? "" : ".") + key);
  }
  Spot at(const char* key) const {
    if (auto found = find(key)) return *found;
    fail(fmt::format("needs \"{}\"", key));
  }
  std::vector<Spot> entries() const {
    if (!json_->is_array()) fail("must be a list");
    std::vector<Spot> all;
    for (std::size_t i = 0; i < json_->size(); ++i) all.emplace_back((*json_)[i], fmt::format("{}[{}]", path_, i));
    return all;
  }

  std::string text(std::size_t max) const {
    if (!json_->is_string()) fail("must be a text");
    auto value = json_->get<std::string>();
    const auto starts = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
    const auto chars = static_cast<std::size_t>(std::ranges::count_if(value, starts));
    if (value.empty() || chars > max) fail(fmt::format("must have 1 to {} characters", max));
    return value;
  }
  std::int64_t number(std::int64_t min, std::int64_t max) const {
    const auto value = json_->is_number_integer() ? json_->get<std::int64_t>() : min - 1;
    if (value < min || value > max) fail(fmt::format("must be a whole number from {} to {}", min, max));
    return value;
  }
  bool flag() const {
    if (!json_->is_boolean()) fail("must be true or false");
    return json_->get<bool>();
  }
  template <class Enum>
  Enum one_of() const {
    const auto value = parse_word<Enum>(text(100));
    if (!value) fail("is not a word that is known here");
    return *value;
  }

  const nlohmann::json& json() const { return *json_; }
  const std::string& path() const { return path_; }
  /// An object with nothing else in it.
  void only(std::initializer_list<std::string_view> keys) const {
    if (!json_->is_object()) fail("must be an object");
    for (const auto& [key, value] : json_->items())
      if (std::ranges::find(keys, key) == keys.end()) fail(fmt::format("has \"{}\", which means nothing here", key));
  }

 private:
  const nlohmann::json* json_;
  std::string path_;
};

/// What `read` makes of the file. Throws std::runtime_error with a sentence that names the file, the place in it and
/// what is wrong.
template <class Read>
auto read_file(const std::filesystem::path& file, Read read) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error(fmt::format("Cannot read {}.", file.string()));
  try {
    const auto json = nlohmann::json::parse(in);
    return read(Spot(json, ""));
  } catch (const nlohmann::json::exception& error) {
    throw std::runtime_error(fmt::format("{} is not JSON: {}.", file.string(), error.what()));
  } catch (const std::runtime_error& error) {
    throw std::runtime_error(fmt::format("{}: {}.", file.string(), error.what()));
  }
}

}  // namespace talar::cli
