#include "ingest/titles.h"

#include <gtest/gtest.h>

namespace attache {
namespace {

std::string title_of(const std::vector<Declared>& titles, const std::vector<Heading>& headings, const std::vector<std::string>& sites = {}) {
  Page page;
  page.declared.titles = titles;
  page.declared.headings = headings;
  return choose_title(page, sites).value;
}

const Declared kForAggregators{"Harbour council puts off its vote again", "JSON-LD headline"};
const Declared kForShares{"They did it again: no vote on the wall of Sorn", "meta og:title"};
const Declared kForSearch{"Sorn harbour vote: put off a third time", "title element"};

TEST(ChooseTitle, NothingDeclaredGivesNothing) {
  EXPECT_EQ(title_of({}, {}), "");
  EXPECT_EQ(title_of({}, {{"Harbour council puts off its vote again"}}), "");
}

TEST(ChooseTitle, TheFirstDeclaredWhereNoneIsPrinted) {
  EXPECT_EQ(title_of({kForAggregators, kForShares, kForSearch}, {}), kForAggregators.value);
  EXPECT_EQ(title_of({kForShares, kForSearch}, {{"Menu"}, {"Latest from Sorn", 2}}), kForShares.value);
}

TEST(ChooseTitle, ThePrintedOneBeforeOthers) {
  EXPECT_EQ(title_of({kForAggregators, kForShares}, {{kForShares.value, 1}}), kForShares.value);
  EXPECT_EQ(title_of({kForAggregators, kForShares}, {{"They did it again:\u00a0no vote on the wall of Sorn", 2}}), kForShares.value) << "marks and blanks count nothing";
}

TEST(ChooseTitle, H1BeforeH2) {
  EXPECT_EQ(title_of({kForAggregators, kForShares}, {{kForAggregators.value, 2}, {kForShares.value, 1}}), kForShares.value);
  EXPECT_EQ(title_of({kForAggregators, kForShares}, {{kForAggregators.value, 1}, {kForShares.value, 2}}), kForAggregators.value);
}

TEST(ChooseTitle, TheTitleElementIsNoEvidence) { EXPECT_EQ(title_of({kForAggregators, kForSearch}, {{kForSearch.value, 1}}), kForAggregators.value); }

TEST(ChooseTitle, AKickerInTheHeadingMayStandAgainstTheHeadline) {
  EXPECT_EQ(title_of({kForAggregators, kForShares}, {{"HarbourThey did it again: no vote on the wall of Sorn", 2}}), kForShares.value);
  EXPECT_EQ(title_of({kForAggregators, {"Sorn: " + kForShares.value, "meta og:title"}}, {{kForShares.value, 1}}), "Sorn: " + kForShares.value);
}

TEST(ChooseTitle, WhatStandsBehindThePrintedHeadlineIsTakenOff) {
  for (const char* tail : {" | Sorn Gazette", " - Sorn Gazette | Harbour", " * Sorn Gazette * by Ada Roe", " \u2013 SG \u2013 03.05.2024"}) {
    EXPECT_EQ(title_of({{kForShares.value + tail, "meta og:title"}}, {{kForShares.value, 1}}), kForShares.value) << tail;
  }
  EXPECT_EQ(title_of({{"Harbour - vote put off", "meta og:title"}}, {{"Harbour", 1}}), "Harbour - vote put off") << "one word is no headline";
}

TEST(ChooseTitle, ShortHeadingsInsideATitleProveNothing) {
  EXPECT_EQ(title_of({kForAggregators, {"They did it: vote again", "meta og:title"}}, {{"vote again", 2}}), kForAggregators.value);
}

TEST(ChooseTitle, ARecordsOwnTitleIsBelieved) {
  EXPECT_EQ(title_of({{"Of the record", "title field"}, kForAggregators}, {{kForAggregators.value, 1}}), "Of the record");
}

TEST(ChooseTitle, TheSiteAloneIsPassedOver) {
  EXPECT_EQ(title_of({{"Sorn Gazette", "JSON-LD headline"}, kForShares}, {{"Sorn Gazette", 1}}, {"Sorn Gazette"}), kForShares.value);
  EXPECT_EQ(title_of({{"Sorn Gazette", "JSON-LD headline"}}, {}, {"Sorn Gazette"}), "");
}

TEST(ChooseTitle, TheSpanIsThatOfTheHeading) {
  Page page;
  page.declared.titles = {kForAggregators};
  page.declared.headings = {{kForAggregators.value, 1, {7, 46}}};
  const Evident<std::string> title = choose_title(page, {});
  EXPECT_EQ(title.span, (Span{7, 46}));
  EXPECT_EQ(title.evidence, "JSON-LD headline");
}

TEST(ChooseTitle, ManyTitlesAndHeadingsEnd) {
  std::vector<Declared> titles;
  std::vector<Heading> headings;
  for (int i = 0; i < 5000; ++i) titles.push_back({"Title " + std::to_string(i), "meta title"});
  for (int i = 0; i < 60; ++i) headings.push_back({std::string(10000, 'a' + i % 26)});
  EXPECT_EQ(title_of(titles, headings), "Title 0");
}

TEST(SiteName, IsTakenOffEitherEnd) {
  EXPECT_EQ(without_site_name("Vote put off | Sorn Gazette", {"Sorn Gazette"}), "Vote put off");
  EXPECT_EQ(without_site_name("Sorn Gazette - Vote put off", {"Sorn Gazette"}), "Vote put off");
  EXPECT_EQ(without_site_name("Vote put off \u2014 SORN GAZETTE", {"Sorn Gazette"}), "Vote put off");
  EXPECT_EQ(without_site_name("Vote put off - SornGazette", {"Sorn Gazette"}), "Vote put off");
}

TEST(SiteName, PartsOfTheHeadlineStay) {
  EXPECT_EQ(without_site_name("Vote put off - again", {"Sorn Gazette"}), "Vote put off - again");
  EXPECT_EQ(without_site_name("Sorn Gazette wins a prize", {"Sorn Gazette"}), "Sorn Gazette wins a prize");
  EXPECT_EQ(without_site_name("Vote put off | Sorn Gazette", {}), "Vote put off | Sorn Gazette");
}

TEST(SiteName, AloneLeavesItselfOrNothing) {
  EXPECT_EQ(without_site_name("", {"Sorn Gazette"}), "");
  EXPECT_EQ(without_site_name("Sorn Gazette", {"Sorn Gazette"}), "Sorn Gazette");
}

}  // namespace
}  // namespace attache
