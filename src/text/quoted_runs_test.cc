#include "text/quoted_runs.h"

#include <string>

#include <gtest/gtest.h>

namespace attache {
namespace {

// The runs inside marks in brackets.
std::string runs_of(std::string_view text) {
  std::string out;
  for_each_quoted_run(text, [&](std::string_view run, bool inside) { out += inside ? "[" + std::string(run) + "]" : std::string(run); });
  return out;
}

TEST(QuotedRuns, OfEveryKindOfMark) {
  EXPECT_EQ(runs_of("he said \"no\" twice"), "he said [no] twice");
  EXPECT_EQ(runs_of("he said “no” twice"), "he said [no] twice");
  EXPECT_EQ(runs_of("he said ''no'' twice"), "he said [no] twice");
  EXPECT_EQ(runs_of("he said ``no'' twice"), "he said [no] twice");
  EXPECT_EQ(runs_of("er sagte „nein“ und ging"), "er sagte [nein] und ging");
  EXPECT_EQ(runs_of("rzekł „nie” i wyszedł"), "rzekł [nie] i wyszedł");
  EXPECT_EQ(runs_of("il dit « non » et sort"), "il dit [ non ] et sort");
  EXPECT_EQ(runs_of("er sagte »nein« und ging"), "er sagte [nein] und ging");
}

TEST(QuotedRuns, ApostrophesAndAccentsOfOneAreNone) {
  EXPECT_EQ(runs_of("the drivers' union's 'no'"), "the drivers' union's 'no'");
  EXPECT_EQ(runs_of("a ` b é â € c"), "a ` b é â € c");
}

TEST(QuotedRuns, AMarkThatIsLostEndsWithTheText) {
  EXPECT_EQ(runs_of("he said \"no"), "he said [no]");
  EXPECT_EQ(runs_of("no” he said"), "no he said");
  EXPECT_EQ(runs_of("“first “second” third"), "[first ][second] third");
}

TEST(QuotedRuns, NothingAndMarksAlone) {
  EXPECT_EQ(runs_of(""), "");
  EXPECT_EQ(runs_of("\"\"''“”"), "");
  EXPECT_EQ(runs_of(std::string("\xE2\x80", 2)), std::string("\xE2\x80", 2));
}

}  // namespace
}  // namespace attache
