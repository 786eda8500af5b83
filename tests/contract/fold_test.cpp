#include "storage/fold.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

namespace talar::storage {
namespace {

TEST(Fold, makes_of_every_vector_what_the_client_makes_of_it) {
  std::ifstream file(TALAR_SOURCE_DIR "/storage/fold_vectors.json");
  const auto vectors = nlohmann::json::parse(file).at("vectors");
  EXPECT_GE(vectors.size(), 25u);
  for (const auto& vector : vectors) {
    const std::string input = vector.at("input"), why = vector.at("why");
    EXPECT_EQ(fold(input, Zwnj::joins), vector.at("folded")) << why;
    EXPECT_EQ(fold(input, Zwnj::parts), vector.value("parted", vector.at("folded"))) << why;
  }
}

TEST(Fold, a_key_is_its_own_key) {
  for (const char* text : {"كميسيون مُصَوَّبِهٌ ۱۲", "Café ＡＢＣ", "می‌خواهیم"})
    EXPECT_EQ(fold(fold(text)), fold(text));
}

TEST(Fold, damaged_utf_8_folds_to_replacement_characters) {
  EXPECT_EQ(fold("a\xff"), "a\xef\xbf\xbd");
}

TEST(Fold, knows_where_each_folded_letter_came_from) {
  const Folded folded = fold_mapped("🎉ﻻ\u064eب", Zwnj::joins);  // two units; one sign that is two letters; a mark
  ASSERT_EQ(folded.text, U"🎉لاب");
  ASSERT_EQ(folded.origins.size(), 4u);
  EXPECT_EQ(folded.origins[0].to, 2u);
  EXPECT_EQ(folded.origins[1].from, 2u);
  EXPECT_EQ(folded.origins[2].from, 2u);
  EXPECT_EQ(folded.origins[2].to, 4u);  // with its mark
  EXPECT_EQ(folded.origins[3].from, 4u);
}

TEST(Fold, words_are_runs_of_letters_and_digits) {
  const auto found = words(U"«تالار»، رشت 12");
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].from, 1u);
  EXPECT_EQ(found[0].to, 6u);
}

}  // namespace
}  // namespace talar::storage
