#include "mentions/events/trigger_lexicon.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "support/texts.h"

namespace attache {
namespace {

std::vector<const Trigger*> at(const std::string& text, const std::string& lemma) {
  static const TriggerLexicon lexicon = load_trigger_lexicon();
  const Report report = testing::plain_report(text);
  const Language language = analyse_language(report, testing::resources().lexicon, testing::resources().knowledge, testing::resources().reader);
  const SentenceTree tree = read_tree(report.text, language, 0, testing::resources().reader, testing::resources().lexicon);
  for (std::uint32_t w = 0; w < tree.words.size(); ++w) {
    if (tree.words[w].lemma == lemma) return triggers_at(lexicon, tree, w);
  }
  return {};
}

TEST(TriggerLexicon, EveryRowHasItsWordsAndACategory) {
  const TriggerLexicon lexicon = load_trigger_lexicon();
  EXPECT_GT(lexicon.triggers.size(), 2000u);
  std::set<EventType> types;
  for (const Trigger& t : lexicon.triggers) {
    EXPECT_FALSE(t.words.empty());
    types.insert(t.type);
  }
  EXPECT_EQ(types.size(), kEventTypes);
}

TEST(TriggerLexicon, ACompanionMustStandThere) {
  const auto with = at("Kenya imposed sanctions on Chad.", "impose");
  ASSERT_FALSE(with.empty());
  EXPECT_EQ(with.front()->type, EventType::sanction);
  EXPECT_FALSE(with.front()->companion.empty());
  const auto without = at("Kenya imposed its view on Chad.", "impose");
  EXPECT_TRUE(std::none_of(without.begin(), without.end(), [](const Trigger* t) { return t->words == "impose sanction"; }));
}

TEST(TriggerLexicon, AWordNobodyListsHasNone) { EXPECT_TRUE(at("Kenya hummed a tune.", "hum").empty()); }

}  // namespace
}  // namespace attache
