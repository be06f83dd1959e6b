#include "lineage/spelling.h"

#include <gtest/gtest.h>

namespace attache {
namespace {

struct Pair {
  const char* british;
  const char* american;
};

void expect_one_word(std::initializer_list<Pair> pairs) {
  for (const Pair& p : pairs) EXPECT_EQ(spelling_key(p.british), spelling_key(p.american)) << p.british << " / " << p.american;
}

TEST(SpellingKey, IseAndIze) {
  expect_one_word({{"organise", "organize"}, {"organised", "organized"}, {"organises", "organizes"}, {"organising", "organizing"}, {"organisation", "organization"}, {"organisations", "organizations"}, {"organisational", "organizational"}});
}

TEST(SpellingKey, YseAndYze) {
  expect_one_word({{"analyse", "analyze"}, {"analysed", "analyzed"}, {"analysing", "analyzing"}, {"paralysed", "paralyzed"}});
}

TEST(SpellingKey, OurAndOr) {
  expect_one_word({{"colour", "color"}, {"harbour", "harbor"}, {"honoured", "honored"}, {"neighbouring", "neighboring"}, {"favourite", "favorite"}, {"odour", "odor"}, {"labour", "labor"}});
}

TEST(SpellingKey, ReAndEr) {
  expect_one_word({{"centre", "center"}, {"centres", "centers"}, {"metre", "meter"}, {"litres", "liters"}, {"theatre", "theater"}, {"fibre", "fiber"}});
}

TEST(SpellingKey, DoubledL) {
  expect_one_word({{"travelled", "traveled"}, {"travelling", "traveling"}, {"traveller", "traveler"}, {"cancelled", "canceled"}, {"labelling", "labeling"}, {"fuelled", "fueled"}});
}

TEST(SpellingKey, EnceAndEnse) {
  expect_one_word({{"defence", "defense"}, {"offence", "offense"}, {"licence", "license"}, {"defences", "defenses"}});
}

TEST(SpellingKey, Ogue) {
  expect_one_word({{"catalogue", "catalog"}, {"dialogue", "dialog"}, {"dialogues", "dialogs"}});
}

TEST(SpellingKey, SingleWords) {
  expect_one_word({{"grey", "gray"}, {"tyre", "tire"}, {"cheque", "check"}, {"sceptical", "skeptical"}, {"towards", "toward"}, {"whilst", "while"}, {"aluminium", "aluminum"}, {"judgement", "judgment"}});
}

TEST(SpellingKey, Programme) {
  expect_one_word({{"programme", "program"}, {"programmes", "programs"}});
}

TEST(SpellingKey, OtherWordsStayApart) {
  const Pair pairs[] = {{"four", "for"}, {"our", "or"}, {"hour", "hor"}, {"rise", "rize"}, {"source", "sorce"}, {"court", "cort"}, {"letter", "later"}, {"metre", "matter"}, {"promise", "premise"}, {"fence", "fense"}, {"wise", "wize"}};
  for (const Pair& p : pairs) EXPECT_NE(spelling_key(p.british), spelling_key(p.american)) << p.british << " / " << p.american;
}

TEST(SpellingKey, ADoubledLMayMakeAnotherWord) {
  EXPECT_NE(spelling_key("filled"), spelling_key("filed"));
  EXPECT_NE(spelling_key("filling"), spelling_key("filing"));
}

TEST(SpellingKey, KeepsWordsWithoutVariants) {
  for (const char* word : {"", "a", "nato", "treaty", "wagons", "tamsel", "31", "2,100", "šorn"}) EXPECT_EQ(spelling_key(word), word);
}

TEST(SpellingKey, OneKeyForAKey) {
  for (const char* word : {"organisation", "colour", "centre", "travelled", "defence", "catalogue", "analyse", "grey"}) EXPECT_EQ(spelling_key(spelling_key(word)), spelling_key(word)) << word;
}

}  // namespace
}  // namespace attache
