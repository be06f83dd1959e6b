#include "mentions/headline_clause.h"

#include <gtest/gtest.h>

#include "support/texts.h"

namespace attache {
namespace {

struct Parsed {
  std::string text;
  EventWords words;
};

// The sentence with its tree; the text must outlive the words, so both travel together.
void parse(Parsed& p, std::string text) {
  p.text = std::move(text);
  const auto& r = testing::resources();
  const Segmentation s = segment(p.text, {{{0, static_cast<std::uint32_t>(p.text.size())}, BlockKind::paragraph}}, r.lexicon);
  ASSERT_FALSE(s.sentences.empty());
  p.words = read_event_words(p.text, s, s.sentences[0], r.lexicon, r.reader);
}

std::string told(const std::string& text, const BodyVerb& body_verb = [](std::string_view) { return false; }) {
  Parsed p;
  parse(p, text);
  const auto clause = find_clause(p.words, body_verb);
  if (!clause) return "-";
  const WordRange range = predicate(p.words, clause->verb);
  const std::string who(slice(p.text, phrase_span(p.text, p.words, cut_subject(p.words, {clause->begin, std::max(clause->begin, range.first)}))));
  return who + " | " + std::string(slice(p.text, phrase_span(p.text, p.words, range)));
}

TEST(HeadlineClause, SubjectAndPredicate) {
  EXPECT_EQ(told("Storm sinks trawler"), "Storm | sinks trawler");
  EXPECT_EQ(told("Farmers block roads as prices rise"), "Farmers | block roads");
  EXPECT_EQ(told("As prices rise, farmers block roads"), "farmers | block roads");
  EXPECT_EQ(told("Union rejects offer, plans new strike"), "Union | rejects offer");
  EXPECT_EQ(told("Company will not pay the fine"), "Company | will not pay the fine");
  EXPECT_EQ(told("Heavy snow in the Alps"), "-");
}

TEST(HeadlineClause, ANounIsAVerbWhereTheBodyHasItSo) {
  EXPECT_EQ(told("Police name bridge victims", [](std::string_view lemma) { return lemma == "name"; }), "Police | name bridge victims");
}

TEST(HeadlineClause, EndsOfPhrases) {
  const auto phrase = [](const std::string& text) {
    Parsed p;
    parse(p, text);
    return std::string(slice(p.text, phrase_span(p.text, p.words, {0, p.words.size()})));
  };
  EXPECT_EQ(phrase("The dam, "), "The dam");
  EXPECT_EQ(phrase("aid for the U.S."), "aid for the U.S.");
  EXPECT_EQ(phrase("calls it 'a farce'"), "calls it 'a farce'");
  EXPECT_EQ(phrase("The dam broke."), "The dam broke");
  EXPECT_EQ(phrase("- : -"), "");
}

TEST(HeadlineClause, NothingInNothing) {
  EXPECT_FALSE(find_clause({}, {}).has_value());
  EXPECT_FALSE(find_relative_clause({}).has_value());
  EXPECT_TRUE(phrase_span("", {}, {0, 0}).empty());
}

}  // namespace
}  // namespace attache
