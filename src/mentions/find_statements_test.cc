#include "mentions/find_statements.h"

#include <gtest/gtest.h>

#include "base/strings.h"
#include "mentions/cues.h"
#include "support/cases.h"
#include "support/texts.h"

namespace attache {
namespace {

// The marks that conventions may put inside or outside: a comma, colon or full stop at the end, blanks.
std::string plain(std::string text) {
  text = collapse_space(text);
  while (!text.empty() && (text.back() == ',' || text.back() == '.' || text.back() == ':')) text.pop_back();
  return text;
}

TEST(Statements, Cases) {
  testing::check_cases("statements", [](const testing::Case& c) {
    Analysis a;
    a.report = testing::plain_report(c.text("text"));
    a = analyse_report(std::move(a.report), testing::resources());
    std::vector<std::string> found, wanted;
    for (const StatementMention& m : a.statements) {
      if (m.act == Act::no_comment && c.has("none")) continue;
      found.push_back(plain(testing::words_of(a, m.source)) + " | " + plain(testing::words_of(a, m.cue)) + " | " + plain(testing::words_of(a, m.content)) + " | " + plain(m.speaker_text));
    }
    for (const std::string& line : c.values("said")) {
      const auto cells = testing::cells_of(line);
      if (cells.size() != 4) return std::string("  four cells are wanted: " + line + "\n");
      wanted.push_back(plain(cells[0]) + " | " + plain(cells[1]) + " | " + plain(cells[2]) + " | " + plain(cells[3]));
    }
    return testing::difference(found, wanted);
  });
}

TEST(Statements, AskingSomebodyToActIsARequest) {
  const auto act = [](const std::string& text) {
    const Analysis a = analyse_report(testing::plain_report(text), testing::resources());
    return a.statements.size() == 1 ? std::string(name_of(a.statements[0].act)) : "statements: " + std::to_string(a.statements.size());
  };
  EXPECT_EQ(act("Ilse Brandow has asked the council to keep its observers for five years."), "requests");
  EXPECT_EQ(act("Ilse Brandow asked whether the council wanted to keep its observers."), "asks");
  EXPECT_EQ(act("Ilse Brandow asked how to keep them there."), "asks");
  EXPECT_EQ(act("\"Who is going to pay for it?\" asked Ilse Brandow."), "asks");
}

TEST(CueLexicon, EveryCueIsAVerbTheLexiconKnows) {
  const CueLexicon cues = load_cues();
  ASSERT_GT(cues.verbs.size(), 150u);
  for (const auto& [lemma, cue] : cues.verbs) {
    const std::string verb = lemma.substr(0, lemma.find(' '));
    EXPECT_EQ(verb_lemma_of(testing::resources().lexicon, verb), verb) << lemma;
  }
}

}  // namespace
}  // namespace attache
