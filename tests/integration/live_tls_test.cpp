// The same under TLS: handshake, fan-out, a slow reader, a certificate replaced while running.
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <fstream>

#include "tests/integration/house.hpp"
#include "tests/integration/slow_reader.hpp"

namespace talar::test {
namespace {

/// A fresh key and a certificate that it signed itself, as files.
struct SelfSigned {
  explicit SelfSigned(const std::filesystem::path& folder) : chain(folder / "chain.pem"), key(folder / "key.pem") {
    EVP_PKEY* const pair = EVP_EC_gen("P-256");
    X509* const certificate = X509_new();
    X509_set_version(certificate, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate), 0);
    X509_gmtime_adj(X509_getm_notAfter(certificate), 3600);
    X509_set_pubkey(certificate, pair);
    X509_NAME* const name = X509_get_subject_name(certificate);
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("localhost"), -1, -1,
                               0);
    X509_set_issuer_name(certificate, name);
    X509_sign(certificate, pair, EVP_sha256());
    FILE* file = fopen(chain.c_str(), "w");
    PEM_write_X509(file, certificate);
    fclose(file);
    file = fopen(key.c_str(), "w");
    PEM_write_PrivateKey(file, pair, nullptr, nullptr, 0, nullptr, nullptr);
    fclose(file);
    X509_free(certificate);
    EVP_PKEY_free(pair);
  }
  std::filesystem::path chain, key;
};

struct LiveTls : testing::Test {
  Folder folder;
  SelfSigned files{folder.path()};

  HouseOptions options() { return {.tls = live::load_tls(files.chain, files.key)}; }
};

TEST_F(LiveTls, commands_and_patches_travel_as_without) {
  House house(options());
  Device staff = house.device(people::secretary, {.tls = Tls::on});
  Device observer = house.observer({.tls = Tls::on});
  staff.hello().until("state");
  observer.hello().until("state");
  const auto seq = staff.must({{"type", "post_message"}, {"text", "سلام"}});
  observer.until_seq(seq);
  EXPECT_EQ(observer.view.at("message").at("text"), "سلام");
  observer.client().send_close(1000);
  EXPECT_EQ(observer.client().receive_close(), 1000u);
}

TEST_F(LiveTls, many_frames_inside_of_one_record_are_all_read) {
  House house(options());
  Device observer = house.observer({.tls = Tls::on});
  std::string frames;
  for (int i = 0; i < 150; ++i) frames += masked(0x81, json({{"type", "ping"}, {"t", i}}).dump());
  observer.client().send_raw(frames);
  for (int i = 0; i < 150; ++i) EXPECT_EQ(observer.next().at("t"), i);
}

TEST_F(LiveTls, a_slow_reader_gets_one_fresh_state_and_no_broken_record) {
  auto narrow = narrow_house();
  narrow.tls = options().tls;
  House house(narrow);
  expect_slow_reader_to_be_given_a_fresh_state(house, Tls::on);
}

TEST_F(LiveTls, plain_speech_to_a_TLS_port_ends_without_harm) {
  House house(options());
  EXPECT_THROW(house.observer(), std::runtime_error);
  EXPECT_NO_THROW(house.observer({.tls = Tls::on}).hello().until("state"));
}

TEST(Tls, a_bad_certificate_is_named) {
  const Folder folder;
  const SelfSigned files(folder.path());
  const auto nonsense = folder.path() / "nonsense.pem";
  std::ofstream(nonsense) << "nonsense";
  try {
    live::load_tls(nonsense, files.key);
    FAIL();
  } catch (const std::runtime_error& error) {
    EXPECT_NE(std::string(error.what()).find("nonsense.pem"), std::string::npos) << error.what();
  }
}

TEST(Tls, a_replaced_certificate_serves_the_next_connection) {
  const Folder folder;
  const SelfSigned files(folder.path());
  live::Certificate certificate;
  EXPECT_EQ(certificate.current(), nullptr) << "plain HTTP";
  const auto first = live::load_tls(files.chain, files.key);
  certificate.replace(first);
  const auto held = certificate.current();
  certificate.replace(live::load_tls(files.chain, files.key));
  EXPECT_EQ(held, first) << "a connection keeps the one it began with";
  EXPECT_NE(certificate.current(), first);
}

}  // namespace
}  // namespace talar::test
