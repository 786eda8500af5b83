#include "server/web/oparl_page.hpp"

#include <charconv>
#include <nlohmann/json.hpp>

#include "protocol/time_text.hpp"
#include "server/web/text.hpp"

namespace talar::web {
namespace {

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view hex = "0123456789ABCDEF", plain = "-._~:";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool alnum = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (alnum || plain.find(c) != std::string_view::npos)
      out += c;
    else
      out += {'%', hex[byte / 16], hex[byte % 16]};
  }
  return out;
}

}  // namespace

Result<OparlQuery> parse_oparl_query(std::string_view query) {
  OparlQuery asked;
  if (const auto text = query_value(query, "page")) {
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), asked.page);
    if (error != std::errc() || end != text->data() + text->size() || asked.page < 1 || asked.page > oparl_pages_max)
      return Refusal{RefusalCode::out_of_bounds, "page", "a number from 1 to " + std::to_string(oparl_pages_max), {}};
  }
  storage::OparlWindow& window = asked.window;
  using Bound = std::pair<const char*, std::optional<Instant>*>;
  for (const auto& [name, bound] :
       {Bound{"created_since", &window.created_since}, Bound{"created_until", &window.created_until},
        Bound{"modified_since", &window.modified_since}, Bound{"modified_until", &window.modified_until}}) {
    const auto text = query_value(query, name);
    if (!text) continue;
    *bound = parse_instant(*text);
    if (!*bound) return Refusal{RefusalCode::bad_text, name, "a moment as RFC 3339 writes it", {}};
    asked.filters += std::string("&") + name + "=" + percent_encoded(*text);
  }
  return asked;
}

bool within(const storage::OparlWindow& window, Instant created, Instant modified) {
  return created >= window.created_since.value_or(created) && created <= window.created_until.value_or(created) &&
         modified >= window.modified_since.value_or(modified) && modified <= window.modified_until.value_or(modified);
}

nlohmann::ordered_json oparl_page(nlohmann::ordered_json data, std::int64_t total, const std::string& address,
                                  const OparlQuery& query) {
  const auto size = static_cast<std::int64_t>(oparl_page_size);
  const std::int64_t pages = std::max<std::int64_t>(1, (total + size - 1) / size);
  const auto link = [&](std::int64_t page) { return address + "?page=" + std::to_string(page) + query.filters; };
  nlohmann::ordered_json links{{"first", link(1)}, {"self", link(query.page)}};
  if (query.page > 1) links["prev"] = link(std::min(query.page - 1, pages));
  if (query.page < pages) links["next"] = link(query.page + 1);
  links["last"] = link(pages);
  return {{"data", std::move(data)},
          {"pagination",
           {{"totalElements", total}, {"elementsPerPage", size}, {"currentPage", query.page}, {"totalPages", pages}}},
          {"links", std::move(links)}};
}

}  // namespace talar::web
