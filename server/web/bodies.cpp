#include "server/web/bodies.hpp"

#include "server/web/text.hpp"

namespace talar::web {

bool has_type(const Request& request, std::string_view type) {
  const std::string_view given = request.header("content-type");
  return lower(trim(given.substr(0, given.find(';')))) == type;
}

}  // namespace talar::web
