#include "mentions/facts/find_facts.h"

#include <gtest/gtest.h>

#include "analysis/analysis.h"
#include "base/strings.h"
#include "support/cases.h"
#include "support/texts.h"

namespace attache {
namespace {

std::string words(const Analysis& a, Span span) { return collapse_space(slice(a.report.text, span)); }

std::string side(const Analysis& a, const Participant& p) {
  if (p.span.empty()) return "-";
  const bool named = p.entity != kNoEntity && !a.entities[p.entity].unnamed && a.entities[p.entity].type != EntityType::other;
  return named ? a.entities[p.entity].name : words(a, p.span);
}

std::vector<std::string> facts(const Analysis& a) {
  std::vector<std::string> out;
  for (const FactMention& m : a.facts) out.push_back(m.relation + " | " + side(a, m.subject) + " | " + side(a, m.object) + " | " + (m.value_span.empty() ? "-" : !m.words.empty() ? m.words : words(a, m.value_span)));
  return out;
}

TEST(Facts, Cases) {
  testing::check_cases("facts", [](const testing::Case& c) {
    std::vector<std::string> wanted;
    for (const std::string& line : c.values("fact")) wanted.push_back(join_strings(testing::cells_of(line), " | "));
    return testing::difference(facts(analyse_report(testing::plain_report(c.text("text"), {}), testing::resources())), wanted);
  });
}

// What a fact says stands in its report, and the tables know its relation.
TEST(Facts, EveryPatternHasARelation) {
  const FactPatterns& patterns = testing::resources().facts;
  EXPECT_GT(patterns.patterns.size(), 80u);
  for (const FactRelation& r : patterns.relations) {
    EXPECT_NE(r.sentence.find("{s}"), std::string::npos) << r.id;
    EXPECT_TRUE(r.denied.empty() || find_relation(patterns, r.denied)) << r.id;
  }
}

TEST(Facts, SurviveOddText) {
  for (const std::string text : {"", "recognise", "recognises recognises recognises.", "of whom of whom 600 of which", "\xff\xfe recognise \xff", "Chad recognises Chad, Chad recognises Chad."}) {
    const Analysis a = analyse_report(testing::plain_report(text, {}), testing::resources());
    for (const FactMention& m : a.facts) EXPECT_LT(m.sentence, a.sentences.size());
  }
}

}  // namespace
}  // namespace attache
