#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "protocol/ballot_paper.hpp"
#include "protocol/base64.hpp"
#include "protocol/words.hpp"
#include "server/ballots/encoding.hpp"
#include "tests/unit/ballots/booth.hpp"

namespace talar::ballots {
namespace {

using nlohmann::json;

json vectors(const char* name) {
  std::ifstream file(TALAR_SOURCE_DIR "/protocol/ballot_vectors.json");
  return json::parse(file).at(name);
}

VoteForm form_of(const json& vector) {
  return with_options(*parse_word<VoteKind>(vector.at("kind").get<std::string>()), vector.at("options"));
}

TEST(BallotPaper, is_written_and_read_as_every_vector_says) {
  for (const json& vector : vectors("vectors")) {
    SCOPED_TRACE(vector.at("why"));
    const VoteForm form = form_of(vector);
    const VoteId vote{*id_value(vector.at("vote").get<std::string>())};
    Ballot ballot(*parse_word<Choice>(vector.at("choice").get<std::string>()));
    if (vector.contains("marks")) {
      ballot.marks.emplace();
      for (const std::int64_t mark : vector.at("marks")) ballot.marks->push_back(mark);
    }
    BallotNonce nonce;
    std::ranges::copy(test::from_hex(vector.at("nonce")), nonce.begin());

    const std::string bytes = write_ballot(vote, form, ballot, nonce);
    EXPECT_EQ(to_hex(bytes), vector.at("ballot"));
    EXPECT_EQ(vote_of_ballot(bytes), vote);
    EXPECT_EQ(read_ballot(bytes, form), ballot);

    const storage::Digest hash = storage::digest(test::from_hex(vector.at("prefix")) + bytes);
    EXPECT_EQ(to_hex(as_bytes(hash)), vector.at("hash"));
    EXPECT_EQ(digits_of(hash), vector.at("receipt"));
  }
}

TEST(BallotPaper, is_refused_where_a_vector_says_so) {
  for (const json& vector : vectors("refused"))
    EXPECT_FALSE(read_ballot(test::from_hex(vector.at("ballot")), form_of(vector))) << vector.at("why");
}

TEST(BallotPaper, is_equally_long_whatever_it_says) {
  EXPECT_EQ(write_ballot({1}, motion(), Choice::abstain, {}).size(), ballot_bytes);
  const VoteForm many = with_options(VoteKind::ranking, limits::options);
  EXPECT_EQ(write_ballot({1}, many, Ballot(Choice::abstain, Marks(std::vector<Whole<0, 100>>(20))), {}).size(),
            ballot_bytes);
}

TEST(BallotPaper, every_change_of_a_byte_that_can_still_be_read_says_something_else) {
  const std::string ballot = write_ballot({77}, motion(), Choice::approve, {});
  for (std::size_t at = 0; at < 34; ++at) {
    for (int bit = 0; bit < 8; ++bit) {
      std::string wrong = ballot;
      wrong[at] = static_cast<char>(wrong[at] ^ 1 << bit);
      const auto read = read_ballot(wrong, motion());
      EXPECT_TRUE(!read || vote_of_ballot(wrong) != VoteId{77} || *read != Ballot(Choice::approve)) << at;
    }
  }
}

TEST(Encoding, reads_base64_only_as_it_is_written) {
  for (const std::string bytes : {"", "a", "ab", "abc", "\xff\xfe"}) EXPECT_EQ(from_base64(to_base64(bytes)), bytes);
  for (const char* wrong : {"YQ", "YQ=", "YQ==\n", " YQ==", "YQ==YQ==", "Y-__", "YR==", "====", "YQ===", "é"})
    EXPECT_FALSE(from_base64(wrong)) << wrong;
}

}  // namespace
}  // namespace talar::ballots
