#include "mentions/lead_clause.h"

#include <gtest/gtest.h>

#include "support/texts.h"

namespace attache {
namespace {

// The subject and the verb of the clause that a title finds in a text.
std::string clause_of(const std::string& title, const std::string& text) {
  const auto& r = testing::resources();
  const auto cut = [&](const std::string& of) { return segment(of, {{{0, static_cast<std::uint32_t>(of.size())}, BlockKind::paragraph}}, r.lexicon); };
  const Segmentation title_cut = cut(title), text_cut = cut(text);
  std::vector<EventWords> titles, skimmed;
  for (const Sentence& s : title_cut.sentences) titles.push_back(skim_event_words(title, title_cut, s, r.lexicon));
  for (const Sentence& s : text_cut.sentences) skimmed.push_back(skim_event_words(text, text_cut, s, r.lexicon));
  const LeadReader reader{skimmed.size(), [&](std::size_t k) { return read_event_words(text, text_cut, text_cut.sentences[k], r.lexicon, r.reader); }, text};
  const auto clause = find_lead_clause(titles, skimmed, reader);
  return clause ? std::string(clause->words[clause->subject].form) + " " + std::string(clause->words[clause->verb].form) : "-";
}

TEST(LeadClause, TheSentenceThatSharesWordsWithTheTitle) {
  EXPECT_EQ(clause_of("Old dam", "Rain fell for many days in the hills. Engineers inspected the old dam with care."), "Engineers inspected");
  EXPECT_EQ(clause_of("", "Rain fell for many days in the hills. Engineers inspected the old dam with care."), "Rain fell");
}

TEST(LeadClause, QuestionsAndScrapsAreNone) {
  EXPECT_EQ(clause_of("Old dam", "Will the old dam hold this time?"), "-");
  EXPECT_EQ(clause_of("Old dam", "The old dam."), "-");
  EXPECT_EQ(clause_of("Old dam", ""), "-");
}

}  // namespace
}  // namespace attache
