#include "mentions/attribution/tagger.h"

#include <gtest/gtest.h>

#include "mentions/clause.h"
#include "mentions/read_by_rules.h"
#include "support/texts.h"

namespace attache {
namespace {

std::vector<Attribution> tagged(const std::string& text) {
  const Resources& resources = testing::resources();
  const Report report = testing::plain_report(text);
  const Language language = analyse_language(report, resources.lexicon, resources.knowledge, resources.reader);
  const Clauses clauses(report.text, language, language.quotes);
  const std::vector<Draft> drafts = read_by_rules(report, language, resources.lexicon, resources.cues, clauses);
  return tag_attributions(resources.attribution, language, read_signs(report.text, language, resources.lexicon, resources.cues, clauses, drafts));
}

std::string clauses_in_one_sentence(std::size_t clauses) {
  std::string text;
  for (std::size_t i = 0; i < clauses; ++i) text += "the mayor said that the road was closed and ";
  return text + "nobody moved.";
}

TEST(Tagger, GivesACueItsSourceAndItsContent) {
  const auto found = tagged("The mayor said that the road was closed.");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].cue.tokens, (Range{2, 3}));
  EXPECT_EQ(found[0].source, (std::vector<Range>{{0, 2}}));
  EXPECT_EQ(found[0].content, (std::vector<Range>{{3, 8}}));
}

TEST(Tagger, LeavesASentenceThatIsNoProseToTheRules) {
  EXPECT_FALSE(tagged(clauses_in_one_sentence(50)).empty());
  EXPECT_TRUE(tagged(clauses_in_one_sentence(200)).empty());
}

TEST(Tagger, HasNothingToSayOfAnEmptyReport) { EXPECT_TRUE(tagged("").empty()); }

}  // namespace
}  // namespace attache
