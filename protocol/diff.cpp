// RFC 7396: a key that is gone is null, an object is merged into an object. So every object is compared key by key;
// sending a whole new object in the place of another would leave the other's keys behind.
#include "protocol/codec.hpp"
#include "protocol/each_part.hpp"
#include "protocol/json_out.hpp"

namespace talar {

namespace {

using detail::Every;
using detail::put_key;

template <class T, class P>
void put_difference(std::string& out, const T& before, const T& after, const P& parts);

template <class T, class P>
void put_entry(std::string& out, std::string_view key, const T* before, const T* after, const P& parts) {
  if (!before && !after) return;
  const std::size_t start = out.size();
  if (!after) {
    put_key(out, key);
    out += "null";
  } else if (!before) {
    put_key(out, key);
    detail::put(out, *after);
  } else if constexpr (detail::Struct<T> || detail::is_map<T>) {
    put_key(out, key);
    put_difference(out, *before, *after, parts);
    if (out.ends_with("{}")) out.resize(start);  // no difference after all: cheaper than to compare beforehand, too
  } else if (*before != *after) {
    put_key(out, key);
    detail::put(out, *after);
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

template <class K>
const std::set<K>* only(const std::set<K>& keys) {
  return &keys;
}
std::nullptr_t only(Every) {
  return nullptr;
}

template <class K, class V, class P>
void put_entries_difference(std::string& out, const std::map<K, V>& before, const std::map<K, V>& after,
                            const P& parts) {
  each_entry(before, only(parts), [&](const K& key, const V& value) {
    if (!after.contains(key)) put_entry<V>(out, detail::key_text(key), &value, nullptr, Every{});
  });
  each_entry(after, only(parts), [&](const K& key, const V& value) {
    const auto old = before.find(key);
    put_entry(out, detail::key_text(key), old == before.end() ? nullptr : &old->second, &value, Every{});
  });
}

template <class T, class P>
void put_difference(std::string& out, const T& before, const T& after, const P& parts) {
  out += '{';
  if constexpr (detail::is_map<T>) {
    put_entries_difference(out, before, after, parts);
  } else {
    detail::each_part<T>(parts, [&](std::string_view name, auto pointer, const auto& named) {
      put_entry(out, name, pointer_to(before.*pointer), pointer_to(after.*pointer), named);
    });
  }
  out += '}';
}

template <class T, class P>
void take(T& old, T&& fresh, const P& parts) {
  if constexpr (std::is_same_v<P, Every>) {
    old = std::move(fresh);
  } else if constexpr (detail::is_optional<T>) {
    if (!old || !fresh) return take(old, std::move(fresh), Every{});
    take(*old, std::move(*fresh), parts);
  } else if constexpr (detail::is_map<T>) {
    for (const auto& key : parts) {
      if (const auto found = fresh.find(key); found != fresh.end()) {
        old.insert_or_assign(key, std::move(found->second));
      } else {
        old.erase(key);
      }
    }
  } else {
    detail::each_part<T>(parts, [&](std::string_view, auto pointer, const auto& named) {
      take(old.*pointer, std::move(fresh.*pointer), named);
    });
  }
}

}  // namespace

std::optional<std::string> diff(const View& before, const View& after, const Parts& parts) {
  std::string out;
  detail::if_named(parts, [&](const auto& named) { put_difference(out, before, after, named); });
  if (out.size() <= 2) return std::nullopt;
  return out;
}

std::optional<std::string> diff(const View& before, const View& after) {
  return diff(before, after, Parts::whole());
}

void take_over(View& view, View&& after, const Parts& parts) {
  detail::if_named(parts, [&](const auto& named) { take(view, std::move(after), named); });
}

}  // namespace talar
