#include "mentions/events/sentence_tree.h"

#include <gtest/gtest.h>

#include "mentions/events/features.h"
#include "mentions/events/status.h"
#include "support/texts.h"

namespace attache {
namespace {

struct Read {
  Report report;
  EventSentence sentence;
  [[nodiscard]] std::uint32_t word(const std::string& lemma) const {
    for (std::uint32_t w = 0; w < sentence.tree.words.size(); ++w) {
      if (sentence.tree.words[w].lemma == lemma) return w;
    }
    return kNoWord;
  }
  [[nodiscard]] std::string phrase(const std::string& lemma) const { return std::string(slice(report.text, phrase_of(sentence.tree, word(lemma)))); }
};

Read read(const std::string& text) {
  static const TriggerLexicon lexicon = load_trigger_lexicon();
  Read out;
  out.report = testing::plain_report(text);
  const Language language = analyse_language(out.report, testing::resources().lexicon, testing::resources().knowledge, testing::resources().reader);
  const Clauses clauses(out.report.text, language, language.quotes);
  out.sentence = read_event_sentence(out.report.text, language, clauses, 0, testing::resources().reader, testing::resources().lexicon, lexicon);
  return out;
}

EventStatus status(const std::string& text, const std::string& lemma) {
  const Read r = read(text);
  return status_of(r.sentence.tree, r.word(lemma), false);
}

TEST(SentenceTree, APhraseHasNoClauseAndNoPreposition) {
  const Read r = read("The army of Chad attacked the rebels, who had fled to the north.");
  EXPECT_EQ(r.phrase("army"), "The army of Chad");
  EXPECT_EQ(r.phrase("rebel"), "the rebels");
  EXPECT_EQ(r.phrase("north"), "the north");
  EXPECT_EQ(r.sentence.tree.preposition(r.word("north")), "to");
}

TEST(SentenceTree, ATimeIsNoPartOfAPhrase) { EXPECT_EQ(read("Kenya's foreign minister on Thursday met the envoy.").phrase("minister"), "Kenya's foreign minister"); }

TEST(SentenceTree, CoordinatedPhrasesStandApart) {
  const Read r = read("Kenya and Uganda met.");
  EXPECT_EQ(r.phrase("kenya"), "Kenya");
  EXPECT_TRUE(r.sentence.tree.under(r.word("uganda"), r.word("kenya")));
}

TEST(EventStatus, ModalsNegationAndGoverningVerbs) {
  EXPECT_EQ(status("Kenya attacked Uganda.", "attack"), EventStatus::happened);
  EXPECT_EQ(status("Kenya is attacking Uganda.", "attack"), EventStatus::ongoing);
  EXPECT_EQ(status("Kenya will attack Uganda.", "attack"), EventStatus::planned);
  EXPECT_EQ(status("Kenya may attack Uganda.", "attack"), EventStatus::possible);
  EXPECT_EQ(status("Kenya did not attack Uganda.", "attack"), EventStatus::denied);
  EXPECT_EQ(status("Kenya must attack Uganda.", "attack"), EventStatus::demanded);
  EXPECT_EQ(status("Kenya denied attacking Uganda.", "attack"), EventStatus::denied);
  EXPECT_EQ(status("Kenya asked Uganda to withdraw.", "withdraw"), EventStatus::demanded);
  EXPECT_EQ(status("Kenya plans to attack Uganda.", "attack"), EventStatus::planned);
}

TEST(WordKinds, StatesNationalitiesOfficesAndTimes) {
  const Read r = read("On Monday the Turkish president met NATO officials in Norway.");
  EXPECT_EQ(r.sentence.kinds[r.word("monday")], WordKind::time);
  EXPECT_EQ(r.sentence.kinds[r.word("turkish")], WordKind::nationality);
  EXPECT_EQ(r.sentence.kinds[r.word("president")], WordKind::title);
  EXPECT_EQ(r.sentence.kinds[r.word("nato")], WordKind::organisation);
  EXPECT_EQ(r.sentence.kinds[r.word("norway")], WordKind::state);
  EXPECT_EQ(r.sentence.kinds[r.word("meet")], WordKind::other);
}

}  // namespace
}  // namespace attache
