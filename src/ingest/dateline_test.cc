#include "ingest/dateline.h"

#include <gtest/gtest.h>

#include "support/cases.h"
#include "support/texts.h"

namespace attache {
namespace {

std::string date_words(const Date& date) {
  if (date.year) return to_string(date);
  if (!date.month) return "";
  const std::string full = to_string({2000, date.month, date.day});
  return full.substr(5);
}

TEST(Dateline, Cases) {
  testing::check_cases("datelines", [](const testing::Case& c) -> std::string {
    const std::string line = c.text("line");
    const auto dateline = parse_dateline(line, testing::resources().knowledge);
    if (c.has("none")) return dateline ? "  found a dateline: " + line.substr(0, dateline->span.end) : "";
    if (!dateline) return "  no dateline found";
    std::string wrong = testing::difference(dateline->places, c.values("place")) + testing::difference(dateline->agencies, c.values("agency"));
    if (date_words(dateline->date) != c.value("date")) wrong += "  date " + date_words(dateline->date) + ", not " + c.value("date") + "\n";
    if (!line.substr(dateline->span.end).starts_with(c.value("rest"))) wrong += "  text begins: " + line.substr(dateline->span.end, 40) + "\n";
    return wrong;
  });
}

TEST(Dateline, TitleCaseKeepsSmallLetters) {
  EXPECT_EQ(title_case("THE HAGUE"), "The Hague");
  EXPECT_EQ(title_case("Ivano-FRANKIVSK"), "Ivano-Frankivsk");
  EXPECT_EQ(title_case("Oslo"), "Oslo");
}

}  // namespace
}  // namespace attache
