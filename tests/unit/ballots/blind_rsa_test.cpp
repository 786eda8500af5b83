#include "server/ballots/blind_rsa.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/unit/ballots/blinding.hpp"

namespace talar::ballots {
namespace {

const SigningKey& key() {
  static const SigningKey made = SigningKey::generate();
  return made;
}

const VerifyingKey& known() {
  static const VerifyingKey read = *VerifyingKey::from_der(key().public_der());
  return read;
}

TEST(BlindRsa, a_message_that_was_signed_unseen_verifies_once_it_is_unblinded) {
  const test::Blinder blinder(key().public_der());
  for (int i = 0; i < 20; ++i) {
    const std::string message = test::random_bytes(ballot_message_bytes);
    const auto blinded = blinder.blind(message);
    const auto signature = key().blind_sign(blinded.bytes);
    ASSERT_TRUE(signature);
    EXPECT_FALSE(known().verify(message, *signature));
    EXPECT_TRUE(known().verify(message, blinder.finalize(blinded, *signature)));
  }
}

TEST(BlindRsa, does_what_the_clients_library_does) {
  std::ifstream file(TALAR_SOURCE_DIR "/tests/unit/ballots/blind_rsa_vectors.json");
  const auto given = nlohmann::json::parse(file);
  const auto bytes = [](const nlohmann::json& from, const char* name) { return test::from_hex(from.at(name)); };
  const SigningKey theirs = SigningKey::from_private_der(bytes(given, "private_key"));
  EXPECT_EQ(theirs.public_der(), bytes(given, "public_key"));
  const test::Blinder blinder(theirs.public_der());
  for (const auto& vector : given.at("vectors")) {
    const auto signature = theirs.blind_sign(bytes(vector, "blinded"));
    ASSERT_TRUE(signature);
    EXPECT_EQ(*signature, bytes(vector, "blind_signature"));
    EXPECT_EQ(blinder.finalize({{}, bytes(vector, "inverse")}, *signature), bytes(vector, "signature"));
    EXPECT_TRUE(
        VerifyingKey::from_der(theirs.public_der())->verify(bytes(vector, "message"), bytes(vector, "signature")));
  }
}

TEST(BlindRsa, the_same_blinded_value_gets_the_same_signature) {
  const auto blinded = test::Blinder(key().public_der()).blind("ballot");
  EXPECT_EQ(*key().blind_sign(blinded.bytes), *key().blind_sign(blinded.bytes));
}

TEST(BlindRsa, what_is_no_number_below_the_modulus_is_not_signed) {
  const std::string modulus = test::Blinder(key().public_der()).modulus();
  std::string above = modulus;
  ++above.back();
  for (const std::string& wrong :
       {std::string(), std::string(255, '\1'), std::string(257, '\1'), modulus, above, std::string(256, '\xff')}) {
    const auto refused = key().blind_sign(wrong);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, RefusalCode::out_of_bounds);
    EXPECT_EQ(refused.error().field, "blinded");
  }
}

TEST(BlindRsa, a_bit_flipped_in_any_byte_of_message_or_signature_is_refused) {
  const test::Blinder blinder(key().public_der());
  const std::string message = test::random_bytes(ballot_message_bytes);
  const auto blinded = blinder.blind(message);
  const std::string signature = blinder.finalize(blinded, *key().blind_sign(blinded.bytes));
  ASSERT_TRUE(known().verify(message, signature));
  for (std::size_t at = 0; at < message.size(); ++at) {
    std::string wrong = message;
    wrong[at] = static_cast<char>(wrong[at] ^ 1 << at % 8);
    EXPECT_FALSE(known().verify(wrong, signature)) << at;
  }
  for (std::size_t at = 0; at < signature.size(); ++at) {
    std::string wrong = signature;
    wrong[at] = static_cast<char>(wrong[at] ^ 1 << at % 8);
    EXPECT_FALSE(known().verify(message, wrong)) << at;
  }
  EXPECT_FALSE(known().verify(message, signature.substr(1)));
  EXPECT_FALSE(known().verify(message, signature + '\0'));
  EXPECT_FALSE(known().verify(message, ""));
}

TEST(BlindRsa, another_key_does_not_know_the_signature) {
  const SigningKey other = SigningKey::generate();
  const test::Blinder blinder(other.public_der());
  const auto blinded = blinder.blind("ballot");
  const std::string signature = blinder.finalize(blinded, *other.blind_sign(blinded.bytes));
  EXPECT_TRUE(VerifyingKey::from_der(other.public_der())->verify("ballot", signature));
  EXPECT_FALSE(known().verify("ballot", signature));
}

TEST(BlindRsa, a_key_survives_being_kept) {
  const SigningKey again = SigningKey::from_private_der(key().private_der());
  EXPECT_EQ(again.public_der(), key().public_der());
  const auto blinded = test::Blinder(key().public_der()).blind("ballot");
  EXPECT_EQ(*again.blind_sign(blinded.bytes), *key().blind_sign(blinded.bytes));
  EXPECT_THROW(SigningKey::from_private_der("no key"), std::runtime_error);
}

TEST(BlindRsa, only_a_whole_public_key_of_the_right_size_is_one) {
  const std::string der = key().public_der();
  EXPECT_TRUE(VerifyingKey::from_der(der));
  EXPECT_FALSE(VerifyingKey::from_der(""));
  EXPECT_FALSE(VerifyingKey::from_der(der.substr(0, der.size() - 1)));
  EXPECT_FALSE(VerifyingKey::from_der(der + '\0'));
  EXPECT_FALSE(VerifyingKey::from_der(key().private_der()));
}

}  // namespace
}  // namespace talar::ballots
