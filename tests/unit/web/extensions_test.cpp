#include "server/web/extensions.hpp"

#include <gtest/gtest.h>

namespace talar::web {
namespace {

using Offers = std::vector<ExtensionOffer>;

TEST(Extensions, are_split_as_rfc_6455_writes_them) {
  EXPECT_EQ(extension_offers("foo"), (Offers{{"foo"}}));
  EXPECT_EQ(extension_offers("foo, bar; baz=2"), (Offers{{"foo"}, {"bar", {{"baz", "2"}}}}));
  EXPECT_EQ(extension_offers("a;b;c=\"d\",a ; b = e"), (Offers{{"a", {{"b"}, {"c", "d"}}}, {"a", {{"b", "e"}}}}));
  EXPECT_EQ(extension_offers("a; b=\"\\x\\y\""), (Offers{{"a", {{"b", "xy"}}}}));
  EXPECT_EQ(extension_offers(" ,, a ,\t, b,"), (Offers{{"a"}, {"b"}}));
  EXPECT_EQ(extension_offers(""), Offers{});
}

TEST(Extensions, that_are_malformed_are_nothing) {
  for (const std::string_view header :
       {";", "=", "a b", "a; ", "a;;b", "a;=1", "a;b=", "a;b=\"\"", "a;b=\"x", "a;b=\"x y\"", "a;b=\"x\\", "a;b=\"x\"y",
        "a=b", "\"a\"", "a;b=c=d", "a/b", "\xd8\xb3", "a; b=\xff"})
    EXPECT_FALSE(extension_offers(header)) << header;
}

std::string answer(std::string_view offer) {
  const auto offers = extension_offers(offer);
  return offers && offers->size() == 1 ? std::string(accepted(offers->front()).value_or("no")) : "?";
}

TEST(Extensions, deflate_is_taken_without_context_takeover) {
  const std::string yes = "permessage-deflate; server_no_context_takeover; client_no_context_takeover";
  for (const std::string_view offer :
       {"permessage-deflate", "permessage-deflate; client_max_window_bits",
        "permessage-deflate; client_max_window_bits=8", "permessage-deflate; client_max_window_bits=15",
        "permessage-deflate; client_max_window_bits=\"10\"", "permessage-deflate; server_no_context_takeover",
        "permessage-deflate;client_no_context_takeover;server_no_context_takeover;client_max_window_bits"})
    EXPECT_EQ(answer(offer), yes) << offer;
  EXPECT_EQ(answer("permessage-deflate; server_max_window_bits=15"), yes + "; server_max_window_bits=15")
      << "a window that is asked for is named (RFC 7692 7.1.2.1)";
}

TEST(Extensions, an_offer_that_we_cannot_keep_is_declined) {
  for (const std::string_view offer :
       {"x-webkit-deflate-frame", "permessage-bzip2", "permessage-deflate; server_max_window_bits=14",
        "permessage-deflate; server_max_window_bits=8", "permessage-deflate; server_max_window_bits",
        "permessage-deflate; server_max_window_bits=16", "permessage-deflate; client_max_window_bits=7",
        "permessage-deflate; client_max_window_bits=16", "permessage-deflate; client_max_window_bits=08",
        "permessage-deflate; client_max_window_bits=1", "permessage-deflate; client_max_window_bits=100",
        "permessage-deflate; client_max_window_bits=1x", "permessage-deflate; server_no_context_takeover=1",
        "permessage-deflate; client_no_context_takeover=true", "permessage-deflate; unknown",
        "permessage-deflate; client_max_window_bits; client_max_window_bits",
        "permessage-deflate; server_no_context_takeover; server_no_context_takeover"})
    EXPECT_EQ(answer(offer), "no") << offer;
}

}  // namespace
}  // namespace talar::web
