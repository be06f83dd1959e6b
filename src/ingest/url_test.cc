#include "ingest/url.h"

#include <gtest/gtest.h>

namespace attache {
namespace {

std::string day(std::string_view url) {
  const auto date = date_in_url(url);
  return date ? to_string(*date) : "";
}

TEST(UrlHost, IsInLowerCaseWithoutWww) {
  EXPECT_EQ(host_of("https://www.example.org/a"), "example.org");
  EXPECT_EQ(host_of("http://News.Example.ORG"), "news.example.org");
  EXPECT_EQ(host_of("//cdn.example.org/x"), "cdn.example.org");
  EXPECT_EQ(host_of("  https://example.org  "), "example.org");
}

TEST(UrlHost, WwwInCapitalsIsTakenOffToo) { EXPECT_EQ(host_of("HTTPS://WWW.EXAMPLE.ORG/a"), "example.org"); }

TEST(UrlHost, EndsAtPortPathQueryAndFragment) {
  for (const char* url : {"https://example.org:8080/a", "https://example.org?a=b", "https://example.org#x", "https://example.org/"}) EXPECT_EQ(host_of(url), "example.org") << url;
}

TEST(UrlHost, OtherThingsHaveNone) {
  for (const char* url : {"", "/world/a.html", "example.org/a", "mailto:a@example.org", "ftp://example.org/a", "https://", "https://localhost/a", "javascript:void(0)"}) EXPECT_EQ(host_of(url), "") << url;
}

TEST(UrlCanonical, TrackingIsTakenOut) {
  EXPECT_EQ(canonical_url("https://e.example/a?utm_source=x&id=3&fbclid=y#top"), "https://e.example/a?id=3");
  EXPECT_EQ(canonical_url("https://e.example/a?gclid=1&mc_cid=2&msclkid=3&xtor=RSS-1&CMP=share&at_medium=x&igsh=z&page=2"), "https://e.example/a?page=2");
  EXPECT_EQ(canonical_url("https://e.example/a?UTM_Source=x"), "https://e.example/a");
  EXPECT_EQ(canonical_url("https://e.example/a?&&"), "https://e.example/a");
}

TEST(UrlCanonical, OtherParametersKeepTheirOrder) { EXPECT_EQ(canonical_url("https://e.example/a?b=2&a=1&ref=home"), "https://e.example/a?b=2&a=1"); }

TEST(UrlCanonical, ParametersThatOnlyBeginAlikeStay) { EXPECT_EQ(canonical_url("https://e.example/a?reference=7"), "https://e.example/a?reference=7"); }

TEST(UrlCanonical, ATrailingSlashIsTakenOff) {
  EXPECT_EQ(canonical_url("https://e.example/a/"), canonical_url("https://e.example/a"));
  EXPECT_EQ(canonical_url("https://e.example//"), "https://e.example");
  EXPECT_EQ(canonical_url("/"), "/");
}

TEST(UrlCanonical, TwiceIsTheSameAsOnce) {
  for (const char* url : {"https://e.example/a/?utm_x=1&b=2#c", "https://e.example/a?b=c?d", "", "#", "?", "https://e.example/a?b=/"}) EXPECT_EQ(canonical_url(canonical_url(url)), canonical_url(url)) << url;
}

TEST(UrlDate, IsReadInItsForms) {
  EXPECT_EQ(day("https://e.example/2022/03/17/title"), "2022-03-17");
  EXPECT_EQ(day("https://e.example/world/2022-03-17/title"), "2022-03-17");
  EXPECT_EQ(day("https://e.example/a-20220317-title.html"), "2022-03-17");
  EXPECT_EQ(day("https://e.example/2022/3/7/title"), "2022-03-07");
  EXPECT_EQ(day("https://e.example/2022/03/17"), "2022-03-17");
  EXPECT_EQ(day("https://e.example/1999/12/31/title"), "1999-12-31");
}

TEST(UrlDate, YearAndMonthAloneGiveNone) {
  EXPECT_EQ(day("https://e.example/2022/03/title"), "");
  EXPECT_EQ(day("https://e.example/2022-03/title"), "");
  EXPECT_EQ(day("https://e.example/2022/"), "");
}

TEST(UrlDate, DaysThatDoNotExistGiveNone) {
  EXPECT_EQ(day("https://e.example/2022/02/30/title"), "");
  EXPECT_EQ(day("https://e.example/2023/02/29/title"), "");
  EXPECT_EQ(day("https://e.example/2022/13/01/title"), "");
  EXPECT_EQ(day("https://e.example/2022/00/10/title"), "");
}

TEST(UrlDate, LongNumbersAreNoDates) {
  EXPECT_EQ(day("https://e.example/article/120220317"), "");
  EXPECT_EQ(day("https://e.example/article/202203175"), "");
  EXPECT_EQ(day("https://e.example/article/2022031712345"), "");
}

TEST(UrlDate, AHostIsNoPath) { EXPECT_EQ(day("https://20220317.example/a"), ""); }

TEST(UrlDate, ParametersAreNoPath) {
  EXPECT_EQ(day("https://e.example/a?since=2019-01-01"), "");
  EXPECT_EQ(day("https://e.example/a?v=20190101"), "");
}

TEST(UrlDate, AnEmptyUrlHasNone) {
  EXPECT_EQ(day(""), "");
  EXPECT_EQ(day("https://e.example"), "");
  EXPECT_EQ(day("https://e.example/20"), "");
}

}  // namespace
}  // namespace attache
