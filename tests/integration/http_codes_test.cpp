// Six digits can be guessed: what they open, for how long, and who may try how often.
#include "tests/integration/house.hpp"
#include "tests/integration/http_server.hpp"

namespace talar::test {
namespace {

using http_test::Answer;
using Http = http_test::Client;

constexpr Millis week{std::int64_t{7} * 86'400'000};
constexpr const char* passphrase = "درخت انجیر معابد";

class HttpCodes : public testing::Test {
 protected:
  explicit HttpCodes(const HouseOptions& options = {}) : house(options) {}

  storage::NewInvitation invite(PersonId person) {
    return house.accounts().invite(house.hall(), person, house.halls().now(), week);
  }
  Answer sign_in(const json& form) { return Http(house.port()).post("/api/sign-in", form.dump()); }
  unsigned with_code(const std::string& code) { return sign_in({{"code", code}}).status; }

  House house;
};

TEST_F(HttpCodes, a_first_passphrase_takes_the_link) {
  const auto first = invite(people::president);
  EXPECT_EQ(with_code(first.code), 401u);
  EXPECT_EQ(sign_in({{"code", first.code}, {"passphrase", passphrase}}).status, 401u);
  EXPECT_FALSE(house.accounts().has_passphrase(people::president));
  EXPECT_EQ(json::parse(sign_in({{"token", first.token}}).body).at("passphrase"), "set");
  EXPECT_EQ(sign_in({{"token", first.token}, {"passphrase", passphrase}}).status, 200u);
  const auto second = invite(people::president);
  EXPECT_EQ(json::parse(sign_in({{"code", second.code}}).body).at("passphrase"), "give");
  EXPECT_EQ(sign_in({{"code", second.code}, {"passphrase", passphrase}}).status, 200u);
}

TEST_F(HttpCodes, a_card_says_until_when_its_code_is_good_and_has_none_that_would_be_refused) {
  house.device(people::secretary);
  const std::string desk = house.cookie(house.last_device());
  const auto cards = [&] {
    const json form{
        {"persons", {people::president.text(), people::deputy(0).text()}}, {"display", true}, {"kiosk", false}};
    const Answer answer = Http(house.port()).post("/api/halls/rasht/invitations", form.dump(), {desk});
    EXPECT_EQ(answer.status, 200u) << answer.body;
    return json::parse(answer.body).at("invitations");
  };
  const json first = cards();
  EXPECT_EQ(first[0].at("code"), "");
  EXPECT_EQ(first[1].at("code").get<std::string>().size(), 6u);
  EXPECT_EQ(first[2].at("code").get<std::string>().size(), 6u);
  EXPECT_EQ(first[1].at("code_expires_at"), "2023-12-29T05:30:00.000Z");
  EXPECT_EQ(first[1].at("expires_at"), "2024-01-04T05:30:00.000Z");
  ASSERT_EQ(house.accounts().set_passphrase(people::president, passphrase, house.halls().now()),
            storage::FirstPassphrase::set);
  EXPECT_EQ(cards()[0].at("code").get<std::string>().size(), 6u);
}

TEST_F(HttpCodes, a_code_is_good_for_a_day_and_its_link_for_a_week) {
  const auto invitation = invite(people::deputy(0));
  house.advance(std::chrono::hours(24));
  EXPECT_EQ(with_code(invitation.code), 401u);
  EXPECT_EQ(sign_in({{"token", invitation.token}}).status, 200u);
}

class HttpFewGuesses : public HttpCodes {
 protected:
  HttpFewGuesses()
      : HttpCodes({.sign_in = {.address = {.burst = 100, .keys_max = 10},
                               .codes = {.burst = 3, .refill{1'000'000}, .keys_max = 10}}}) {}
};

TEST_F(HttpFewGuesses, a_network_from_which_somebody_has_signed_in_has_guesses_of_its_own) {
  for (int i = 0; i < 3; ++i) EXPECT_EQ(with_code("000000"), 401u);
  EXPECT_EQ(with_code("000000"), 429u);
  EXPECT_EQ(with_code(invite(people::deputy(0)).code), 429u) << "the whole world's guesses are used up";
  EXPECT_EQ(sign_in({{"token", invite(people::deputy(1)).token}}).status, 200u);
  EXPECT_EQ(with_code(invite(people::deputy(0)).code), 200u);
  for (int i = 0; i < 3; ++i) EXPECT_EQ(with_code("000000"), 401u);
  EXPECT_EQ(with_code("000000"), 429u);
}

}  // namespace
}  // namespace talar::test
