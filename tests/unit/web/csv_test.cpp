#include "server/web/csv.hpp"

#include <gtest/gtest.h>

namespace talar::web {
namespace {

using Cells = std::vector<std::string>;

TEST(Csv, reads_every_line_end_and_an_optional_bom) {
  for (const std::string text : {"a,b\nc,d\n", "a,b\r\nc,d", "a,b\rc,d\r",
                                 "\xEF\xBB\xBF"
                                 "a,b\nc,d"}) {
    const auto rows = parse_csv(text);
    ASSERT_EQ(rows.size(), 2u) << text;
    EXPECT_EQ(rows[0].cells, (Cells{"a", "b"}));
    EXPECT_EQ(rows[1].cells, (Cells{"c", "d"}));
    EXPECT_EQ(rows[1].line, 2);
  }
}

TEST(Csv, finds_out_which_separator_is_used) {
  EXPECT_EQ(parse_csv("a;b;c,d\n")[0].cells, (Cells{"a", "b", "c,d"}));
  EXPECT_EQ(parse_csv("a\tb\tc,d\n")[0].cells, (Cells{"a", "b", "c,d"}));
  EXPECT_EQ(parse_csv("\"a;b;c\",d\n")[0].cells, (Cells{"a;b;c", "d"}));
  EXPECT_EQ(parse_csv("alone\n")[0].cells, (Cells{"alone"}));
}

TEST(Csv, quotes_keep_separators_line_ends_and_quotes) {
  const auto rows = parse_csv("\"a,1\",\"say \"\"yes\"\"\",\"two\nlines\"\nnext,,\n");
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].cells, (Cells{"a,1", "say \"yes\"", "two\nlines"}));
  EXPECT_EQ(rows[1].cells, (Cells{"next", "", ""}));
  EXPECT_EQ(rows[1].line, 3);
  EXPECT_FALSE(rows[0].broken);
}

TEST(Csv, passes_over_empty_lines_but_counts_them) {
  const auto rows = parse_csv("a,b\n\n,\nc,d\n");
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[1].line, 4);
}

TEST(Csv, marks_a_row_whose_quotes_do_not_close) {
  EXPECT_TRUE(parse_csv("a,\"b\nc")[0].broken);
  EXPECT_TRUE(parse_csv("\"a\"b,c")[0].broken);
  EXPECT_FALSE(parse_csv("a\"b,c")[0].broken);
  EXPECT_TRUE(parse_csv("").empty());
}

}  // namespace
}  // namespace talar::web
