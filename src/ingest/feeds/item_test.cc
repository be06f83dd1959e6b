#include "ingest/feeds/item.h"

#include <gtest/gtest.h>

namespace attache {
namespace {

TEST(Item, ReferencesAreMadeAbsolute) {
  const std::string base = "https://daily.example/world/index.html?x=/y";
  EXPECT_EQ(resolve_url(base, "https://other.example/a"), "https://other.example/a");
  EXPECT_EQ(resolve_url(base, "/a/b"), "https://daily.example/a/b");
  EXPECT_EQ(resolve_url(base, "a"), "https://daily.example/world/a");
  EXPECT_EQ(resolve_url("https://daily.example", "a"), "https://daily.example/a");
  EXPECT_EQ(resolve_url(base, "//cdn.example/a"), "https://cdn.example/a");
  EXPECT_EQ(resolve_url(base, " /a\n"), "https://daily.example/a");
}

TEST(Item, WhatIsNoWebAddressIsNone) {
  EXPECT_EQ(resolve_url("https://daily.example/", "mailto:desk@daily.example"), "");
  EXPECT_EQ(resolve_url("https://daily.example/", "javascript:alert(1)"), "");
  EXPECT_EQ(resolve_url("", "/a"), "");
  EXPECT_EQ(resolve_url("file:///tmp/feed.xml", "a"), "");
  EXPECT_EQ(resolve_url("https://daily.example/", ""), "");
}

TEST(Item, TheOutletInAChannelsTitle) {
  EXPECT_EQ(outlet_of_channel("World news | Tarrow Daily", "https://www.tarrowdaily.example/world"), "Tarrow Daily");
  EXPECT_EQ(outlet_of_channel("The Tarrow Daily - Politics", "https://tarrow-daily.example/"), "The Tarrow Daily");
  EXPECT_EQ(outlet_of_channel("Tarrow Daily", "https://td.example/"), "Tarrow Daily");
  EXPECT_EQ(outlet_of_channel("Sorn: a city in winter", "https://td.example/"), "Sorn: a city in winter") << "no part is the host's name";
  EXPECT_EQ(outlet_of_channel("Tarrow - Tarrow Daily", "https://tarrowdaily.example/"), "Tarrow - Tarrow Daily") << "two parts are";
  EXPECT_EQ(outlet_of_channel("News | Tarrow Daily", ""), "News | Tarrow Daily");
  EXPECT_EQ(outlet_of_channel("", "https://td.example/"), "");
}

TEST(Item, PublicationStatus) {
  EXPECT_EQ(publication_status("stat:usable"), "usable");
  EXPECT_EQ(publication_status("http://cv.iptc.org/newscodes/pubstatusg2/withheld"), "withheld");
  EXPECT_EQ(publication_status(" Cancelled "), "canceled");
  for (const char* code : {"", "stat:", "draft", "usable-ish", "published"}) EXPECT_EQ(publication_status(code), "") << code;
}

TEST(Item, VersionNumbers) {
  EXPECT_EQ(version_number(" 12 "), 12);
  for (const char* text : {"", "0", "-1", "1.2", "two", "99999999999"}) EXPECT_EQ(version_number(text), 0) << text;
}

TEST(Item, DatesAreBroughtToOneFormOrKeptAsWritten) {
  std::vector<Declared> list;
  declare_date(list, "20220317T154200Z", "f");
  declare_date(list, "17. März 2022", "f");
  declare_date(list, "  ", "f");
  declare_date(list, std::string(200, 'x'), "f");
  ASSERT_EQ(list.size(), 2u);
  EXPECT_EQ(list[0].value, "2022-03-17T15:42:00Z");
  EXPECT_EQ(list[1].value, "17. März 2022");
}

TEST(Item, NoWordsNoReportUnlessItIsCanceled) {
  Record record;
  set_html(record, "<p> </p>");
  EXPECT_EQ(with_text(record).error().code, ErrorCode::missing_text);
  declare(record.declared.titles, "Ferry lost & found", "f");
  EXPECT_EQ(with_text(record).error().code, ErrorCode::missing_text);
  declare(record.declared.status, "canceled", "f");
  const Result<Record> kept = with_text(record);
  ASSERT_TRUE(kept.has_value());
  EXPECT_EQ(kept->content, "<h1>Ferry lost &amp; found</h1>");
}

}  // namespace
}  // namespace attache
