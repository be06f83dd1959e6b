#include "mentions/headline.h"

#include <gtest/gtest.h>

namespace attache {
namespace {

std::vector<std::string> pieces_of(const std::string& title, const std::string& body = {}) {
  const Headline headline = read_headline(title, body);
  EXPECT_EQ(headline.words.size(), std::min<std::size_t>(title.size(), headline.words.size()));
  std::vector<std::string> out;
  for (Span s : headline.pieces) out.emplace_back(slice(headline.words, s));
  return out;
}

using Pieces = std::vector<std::string>;

TEST(Headline, CapitalsFollowTheBody) {
  EXPECT_EQ(read_headline("Lund Opens New Bridge", "Lund opened the bridge. The new bridge opens in May.").words, "Lund opens new bridge");
  EXPECT_EQ(read_headline("LUND OPENS NEW BRIDGE", "Ada Lund opened the bridge. The new bridge is long.").words, "Lund opens new bridge");
  EXPECT_EQ(read_headline("Lund opens New Bridge", "Words.").words, "Lund opens New Bridge");
  EXPECT_EQ(read_headline("Lund FURIOUS over bridge", "Lund is angry.").words, "Lund furious over bridge");
  EXPECT_EQ(read_headline("Lund Buys A House", "Lund buys a house.").words, "Lund buys a house");
}

TEST(Headline, ACopyOnTopOfTheBodyDoesNotCount) {
  EXPECT_EQ(read_headline("Lund Opens New Bridge", "Lund Opens New Bridge\nThe new bridge opens.").words, "Lund opens new bridge");
}

TEST(Headline, Pieces) {
  EXPECT_EQ(pieces_of("Harbour fire: two held"), (Pieces{"Harbour fire", "two held"}));
  EXPECT_EQ(pieces_of("Two held | Post"), (Pieces{"Two held", "Post"}));
  EXPECT_EQ(pieces_of("Two held - Post"), (Pieces{"Two held", "Post"}));
  EXPECT_EQ(pieces_of("Two held \u2014 Post"), (Pieces{"Two held", "Post"}));
  EXPECT_EQ(pieces_of("Two held; one free"), (Pieces{"Two held", "one free"}));
  EXPECT_EQ(pieces_of("Half-time talk at 10:30"), (Pieces{"Half-time talk at 10:30"}));
  EXPECT_EQ(pieces_of(""), Pieces{});
  EXPECT_EQ(pieces_of(" : "), Pieces{});
}

TEST(Headline, WhatIsNoPartOfTheClause) {
  EXPECT_EQ(pieces_of("UPDATE 3-Bank raises rates"), (Pieces{"Bank raises rates"}));
  EXPECT_EQ(pieces_of("Exclusive: Bank raises rates"), (Pieces{"Bank raises rates"}));
  EXPECT_EQ(pieces_of("Leading bank raises rates"), (Pieces{"Leading bank raises rates"}));
  EXPECT_EQ(pieces_of("Bank raises rates, sources say"), (Pieces{"Bank raises rates"}));
  EXPECT_EQ(pieces_of("Bank raises rates, says Ada Lund"), (Pieces{"Bank raises rates"}));
  EXPECT_EQ(pieces_of("Bank raises rates, says it is too late"), (Pieces{"Bank raises rates, says it is too late"}));
  EXPECT_EQ(pieces_of("'We must' Bank raises its rates"), (Pieces{"Bank raises its rates"}));
  EXPECT_EQ(pieces_of("Bank raises its rates: 'We must'"), (Pieces{"Bank raises its rates"}));
  EXPECT_EQ(pieces_of("Lund: 'We must'"), (Pieces{"Lund", "'We must'"}));
}

TEST(Headline, ALongTitleIsCutBetweenLetters) {
  std::string title(399, 'a');
  title += "\u00e9\u00e9\u00e9";
  EXPECT_EQ(read_headline(title, "").words.size(), 399u);
}

}  // namespace
}  // namespace attache
