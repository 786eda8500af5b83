// RFC 7396: a key that is gone is null, an object is merged into an object. So every object is compared key by key;
// sending a whole new object in the place of another would leave the other's keys behind.
#include "protocol/codec.hpp"
#include "protocol/json_out.hpp"

namespace talar {

namespace {

using detail::put_key;

template <class T>
void put_difference(std::string& out, const T& before, const T& after);

template <class T>
void put_entry(std::string& out, std::string_view key, const T* before, const T* after) {
  if (before && after ? *before == *after : before == after) return;
  put_key(out, key);
  if (!after) {
    out += "null";
  } else if (!before) {
    detail::put(out, *after);
  } else {
    put_difference(out, *before, *after);
  }
}

template <class T>
const T* pointer_to(const std::optional<T>& value) {
  return value ? &*value : nullptr;
}
template <class T>
const T* pointer_to(const T& value) {
  return &value;
}

template <detail::Struct T>
void put_fields_difference(std::string& out, const T& before, const T& after) {
  detail::each_field<T>([&](std::string_view name, auto pointer) {
    put_entry(out, name, pointer_to(before.*pointer), pointer_to(after.*pointer));
  });
}

template <class K, class V>
void put_entries_difference(std::string& out, const std::map<K, V>& before, const std::map<K, V>& after) {
  for (const auto& [key, value] : before) {
    if (!after.contains(key)) put_entry<V>(out, detail::key_text(key), &value, nullptr);
  }
  for (const auto& [key, value] : after) {
    const auto old = before.find(key);
    put_entry(out, detail::key_text(key), old == before.end() ? nullptr : &old->second, &value);
  }
}

/// Of two that differ.
template <class T>
void put_difference(std::string& out, const T& before, const T& after) {
  if constexpr (detail::Struct<T>) {
    out += '{';
    put_fields_difference(out, before, after);
    out += '}';
  } else if constexpr (detail::is_map<T>) {
    out += '{';
    put_entries_difference(out, before, after);
    out += '}';
  } else {
    detail::put(out, after);
  }
}

}  // namespace

std::optional<std::string> diff(const View& before, const View& after) {
  if (before == after) return std::nullopt;
  std::string out;
  put_difference(out, before, after);
  return out;
}

}  // namespace talar
