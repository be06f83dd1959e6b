#include "ingest/script_dates.h"

#include <gtest/gtest.h>

namespace attache {
namespace {

std::string day_in(std::string_view script) {
  const auto date = find_script_date(script);
  return date ? date->key + " " + date->value : "";
}

TEST(ScriptDates, KeysOfPublication) {
  EXPECT_EQ(day_in(R"({"datePublished":"2022-03-17T15:42:10+01:00"})"), "datePublished 2022-03-17T15:42:10+01:00");
  EXPECT_EQ(day_in("published_at: '2022-03-17'"), "published_at 2022-03-17");
  EXPECT_EQ(day_in("var firstPublicationDate = \"20220317\";"), "firstPublicationDate 20220317");
  EXPECT_EQ(day_in(R"(\"pubDate\":\"2022-03-17\")"), "pubDate 2022-03-17");
  EXPECT_EQ(day_in("&quot;publishedAt&quot;:&quot;2022-03-17&quot;"), "publishedAt 2022-03-17");
  EXPECT_EQ(day_in("{\"cms-publishing-date\": 1647522000}"), "cms-publishing-date 2022-03-17");
  EXPECT_EQ(day_in("{\"publishTime\":1647522000000}"), "publishTime 2022-03-17");
}

TEST(ScriptDates, OtherKeysAndValuesAreNone) {
  for (const char* script : {"{\"publisher\":\"2022-03-17\"}", "{\"dateModified\":\"2022-03-17\"}", "{\"republishedAt\":\"2022-03-17\"}", "{\"datePublished\":\"yesterday\"}", "{\"datePublished\":\"2022-02-30\"}", "{\"datePublished\":\"2022-03\"}", "datePublished 2022-03-17",
                             "data-publish-date=\"2022-03-17\"", "{\"datePublished\":", "datePublished\":\"", "pub", "ub", "", "{\"published_at\":\"1066-10-14\"}"}) {
    EXPECT_EQ(day_in(script), "") << script;
  }
}

TEST(ScriptDates, TheFirstThatHoldsADay) { EXPECT_EQ(day_in(R"({"datePublished":"","x":{"datePublished":"2022-03-18"},"y":{"datePublished":"2022-03-19"}})"), "datePublished 2022-03-18"); }

}  // namespace
}  // namespace attache
