#include "server/web/extensions.hpp"
#include "tests/fuzz/targets.hpp"

namespace talar::test {
namespace {

std::string written(const web::ExtensionOffer& offer) {
  std::string text = offer.name;
  for (const auto& [name, value] : offer.parameters) text += "; " + name + (value ? "=\"" + *value + "\"" : "");
  return text;
}

}  // namespace

void fuzz_offers(Bytes input) {
  const auto offers = web::extension_offers(text_of(input));
  if (!offers) return;
  std::string all;
  for (const web::ExtensionOffer& offer : *offers) {
    all += written(offer) + ", ";
    const auto answer = web::accepted(offer);
    check(!answer || offer.name == "permessage-deflate", "only what we know is taken");
    check(!answer || answer->starts_with("permessage-deflate; server_no_context_takeover"), "and as we keep it");
  }
  check(web::extension_offers(all) == offers, "what is read can be written and read again");
}

}  // namespace talar::test
