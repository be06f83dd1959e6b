#include "base/strings.h"

#include <gtest/gtest.h>

namespace attache {
namespace {

TEST(Strings, TrimsSplitsAndCollapses) {
  EXPECT_EQ(trim(" \t a b\r\n"), "a b");
  EXPECT_EQ(split("a||b", '|'), (std::vector<std::string_view>{"a", "", "b"}));
  EXPECT_EQ(collapse_space("  a \n\t b  "), "a b");
  EXPECT_EQ(join_strings({"a", "b"}, ", "), "a, b");
}

TEST(Strings, ComparesWithoutCase) {
  EXPECT_TRUE(equals_ignore_case("READ Also", "read also"));
  EXPECT_TRUE(starts_with_ignore_case("Read also: x", "READ ALSO"));
  EXPECT_TRUE(contains_ignore_case("All Rights Reserved", "rights res"));
  EXPECT_FALSE(contains_ignore_case("ab", "abc"));
}

TEST(Strings, ReadsOnlyPlainNumbers) {
  int value = 0;
  EXPECT_TRUE(parse_int("042", value));
  EXPECT_EQ(value, 42);
  for (const char* wrong : {"", "-1", "+1", "1a", "99999999999"}) EXPECT_FALSE(parse_int(wrong, value)) << wrong;
}

}  // namespace
}  // namespace attache
