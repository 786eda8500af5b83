#include "server/web/texts.hpp"

#include <charconv>

#include "protocol/codec.hpp"
#include "server/web/problems.hpp"
#include "server/web/text.hpp"
#include "server/web/visitor.hpp"
#include "storage/texts.hpp"

namespace talar::web {

Response TextDesk::updates(const Request& request, const HallId& hall, std::string_view item) {
  if (auto turned_away = unless_at_the_desk(request, hall, accounts_, directory_)) return std::move(*turned_away);
  const auto id = id_value(item);
  if (!id) return problem(Trouble::no_such_item);
  const std::string text = query_value(request.query, "since").value_or("0");
  std::int64_t since = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), since);
  if (error != std::errc() || end != text.data() + text.size() || since < 0)
    return problem({RefusalCode::out_of_bounds, "since", "a version", {}});
  const auto page = storage::text_updates(database_, hall, ItemId{*id}, since, {});
  return page ? respond_json(to_json_text(*page)) : problem(Trouble::no_such_item);
}

}  // namespace talar::web
