#include "ingest/page_dates.h"

#include <gtest/gtest.h>

namespace attache {
namespace {

TEST(WithYear, TheNearestDayBeforeThePublication) {
  const Date published{2022, 3, 18};
  EXPECT_EQ(to_string(with_year({0, 3, 17}, published)), "2022-03-17");
  EXPECT_EQ(to_string(with_year({0, 3, 19}, published)), "2022-03-19") << "another time zone";
  EXPECT_EQ(to_string(with_year({0, 12, 31}, published)), "2021-12-31");
  EXPECT_EQ(to_string(with_year({0, 12, 31}, {2022, 1, 1})), "2021-12-31");
  EXPECT_EQ(to_string(with_year({0, 1, 1}, {2021, 12, 31})), "2022-01-01");
  EXPECT_EQ(to_string(with_year({0, 2, 29}, {2024, 3, 1})), "2024-02-29");
}

TEST(WithYear, WhatNothingSaysStaysOut) {
  EXPECT_EQ(with_year({0, 3, 17}, {}), (Date{0, 3, 17}));
  EXPECT_EQ(with_year({}, {2022, 3, 18}), Date{});
  EXPECT_EQ(with_year({2019, 3, 17}, {2022, 3, 18}), (Date{2019, 3, 17}));
  EXPECT_EQ(with_year({0, 2, 29}, {2023, 3, 1}), (Date{0, 2, 29})) << "neither year has that day";
}

Page page_with(std::string text, BlockKind kind) {
  Page page;
  page.text = std::move(text);
  page.blocks.push_back({{0, static_cast<std::uint32_t>(page.text.size())}, kind, true, false, 0, 1});
  return page;
}

TEST(PageDates, DeclaredThenAddressThenStampThenDateline) {
  Page page = page_with("Published: 15 March 2024", BlockKind::date_stamp);
  const Evident<Date> dateline{{2024, 3, 14}, "dateline", {}};
  const std::string url = "https://e.example/2024/03/16/vote";
  page.declared.published = {{"2024-03-17T10:00Z", "meta date", {}}};
  EXPECT_EQ(to_string(read_page_dates(page, url, dateline).published.value), "2024-03-17");
  EXPECT_EQ(read_page_dates(page, url, dateline).published_minute, 600);
  page.declared.published.clear();
  EXPECT_EQ(read_page_dates(page, url, dateline).published.evidence, "URL path");
  EXPECT_EQ(read_page_dates(page, "", dateline).published.evidence, "date stamp");
  page.blocks.clear();
  EXPECT_EQ(read_page_dates(page, "", dateline).published.evidence, "dateline");
  EXPECT_EQ(read_page_dates(page, "", {}).published.value.year, 0);
}

TEST(PageDates, ADatelineWithoutYearAndFaintEvidence) {
  Page page = page_with("Nothing here", BlockKind::paragraph);
  page.declared.faint_published = {{"2024-03-17", "address of the page's picture", {}}};
  EXPECT_EQ(read_page_dates(page, "", {{0, 3, 16}, "dateline", {}}).published.evidence, "address of the page's picture");
  EXPECT_EQ(read_page_dates(page, "", {{2024, 3, 16}, "dateline", {}}).published.evidence, "dateline");
}

TEST(PageDates, AnUpdateIsBelievedOnlyWithoutAnything) {
  Page page = page_with("Updated: 19 March 2024", BlockKind::date_stamp);
  EXPECT_EQ(to_string(read_page_dates(page, "", {}).published.value), "2024-03-19");
  EXPECT_EQ(to_string(read_page_dates(page, "", {}).modified.value), "2024-03-19");
  page.declared.published = {{"2024-03-17", "meta date", {}}};
  EXPECT_EQ(to_string(read_page_dates(page, "", {}).published.value), "2024-03-17");
  EXPECT_EQ(to_string(read_page_dates(page, "", {}).modified.value), "2024-03-19");
}

}  // namespace
}  // namespace attache
