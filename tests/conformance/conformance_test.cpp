// The list of RFC 6455 and 7692 on raw sockets, against the whole server.
#include <set>

#include "tests/conformance/tables.hpp"
#include "tests/integration/self_signed.hpp"

namespace talar::test {
namespace {

TEST(Conformance, frames_are_read_as_rfc_6455_writes_them) {
  House house(patient_house());
  expect_all(house, framing_cases());
}

TEST(Conformance, fragments_make_one_message) {
  House house(patient_house());
  expect_all(house, fragment_cases());
}

TEST(Conformance, control_frames_are_answered) {
  House house(patient_house());
  expect_all(house, control_cases());
}

TEST(Conformance, connections_close_with_the_right_code) {
  House house(patient_house());
  expect_all(house, closing_cases());
}

TEST(Conformance, text_is_utf_8) {
  House house(patient_house());
  expect_all(house, utf8_cases());
}

TEST(Conformance, compressed_messages_are_read_as_rfc_7692_writes_them) {
  House house(patient_house());
  expect_all(house, compression_cases());
}

TEST(Conformance, handshakes_are_judged) {
  House house(patient_house());
  expect_all(house, handshake_cases(house));
}

TEST(Conformance, offers_of_compression_are_answered) {
  House house(patient_house());
  expect_all(house, offer_cases(house));
}

TEST(Conformance, frames_are_the_same_under_tls) {
  const Folder folder;
  const SelfSigned files(folder.path());
  HouseOptions options = patient_house();
  options.tls = live::load_tls(files.chain, files.key, live::Resumption::on);
  House house(options);
  for (const Cases& cases : {framing_cases(), fragment_cases(), control_cases(), closing_cases()})
    expect_all(house, cases, Tls::on);
}

TEST(Conformance, the_list_is_long_and_every_case_says_where_it_stands) {
  House house;
  std::set<std::string> names;
  std::size_t count = 0;
  const auto look_at = [&](const auto& cases) {
    for (const auto& test : cases) {
      EXPECT_TRUE(names.insert(test.name).second) << test.name << " is there twice";
      EXPECT_TRUE(test.reference.starts_with("RFC ")) << test.name;
    }
    count += cases.size();
    return cases.size();
  };
  EXPECT_GE(look_at(utf8_cases()), 140u);
  EXPECT_GE(look_at(compression_cases()) + look_at(offer_cases(house)), 60u);
  for (const auto& cases : {framing_cases(), fragment_cases(), control_cases(), closing_cases()}) look_at(cases);
  look_at(handshake_cases(house));
  EXPECT_GE(count, 250u);
  RecordProperty("cases", static_cast<int>(count));
  std::cout << count << " cases\n";
}

}  // namespace
}  // namespace talar::test
