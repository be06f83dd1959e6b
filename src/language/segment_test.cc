#include "language/segment.h"

#include <gtest/gtest.h>

#include "support/cases.h"
#include "support/texts.h"

namespace attache {
namespace {

TEST(Segment, SentenceCases) {
  testing::check_cases("sentences", [](const testing::Case& c) {
    const Report report = testing::plain_report(c.text("text"));
    const Segmentation s = segment(report.text, report.blocks, testing::resources().lexicon);
    std::vector<std::string> found;
    for (const Sentence& sentence : s.sentences) found.emplace_back(slice(report.text, sentence.span));
    return testing::difference(found, c.values("s"));
  });
}

std::vector<std::string> tokens_of(const std::string& text) {
  std::vector<std::string> out;
  for (const Token& t : tokenise(text, {0, static_cast<std::uint32_t>(text.size())}, testing::resources().lexicon)) out.emplace_back(slice(text, t.span));
  return out;
}

TEST(Segment, Tokens) {
  using Words = std::vector<std::string>;
  EXPECT_EQ(tokens_of("Ankara's U.S.-backed plan"), (Words{"Ankara", "'s", "U.S.-backed", "plan"}));
  EXPECT_EQ(tokens_of("3,500 men, 4.5%"), (Words{"3,500", "men", ",", "4.5", "%"}));
  EXPECT_EQ(tokens_of("don’t — “no”"), (Words{"don’t", "—", "“", "no", "”"}));
  EXPECT_EQ(tokens_of(""), Words{});
}

TEST(Segment, TokensCoverEverythingButBlanks) {
  const std::string text = "a\u00a0b \u2028c\t\"d\"...\u200be\u0301 \xF0\x9F\x98\x80 f";
  std::string joined, wanted;
  for (const std::string& t : tokens_of(text)) joined += t;
  for (const char* piece : {"a", "b", "c", "\"d\"...", "e\u0301", "\xF0\x9F\x98\x80", "f"}) wanted += piece;
  EXPECT_NE(joined.find("e\u0301"), std::string::npos);
  EXPECT_NE(joined.find("\xF0\x9F\x98\x80"), std::string::npos);
  EXPECT_GE(joined.size(), wanted.size());
}

}  // namespace
}  // namespace attache
