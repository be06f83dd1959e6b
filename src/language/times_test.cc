#include "language/times.h"

#include <gtest/gtest.h>

#include "support/cases.h"
#include "support/texts.h"

namespace attache {
namespace {

std::vector<std::string> times_of(const std::string& text, const Date& published) {
  const Report report = testing::plain_report(text, published);
  const Segmentation s = segment(report.text, report.blocks, testing::resources().lexicon);
  std::vector<std::string> out;
  for (const TimeExpression& t : find_times(report.text, s, testing::resources().lexicon, published)) {
    out.push_back(std::string(slice(report.text, t.span)) + " | " + (t.resolved ? timex_value(t) : "unknown"));
    EXPECT_FALSE(t.reason.empty()) << out.back();
  }
  return out;
}

TEST(Times, Cases) {
  testing::check_cases("times", [](const testing::Case& c) { return testing::difference(times_of(c.text("text"), parse_iso_date(c.value("date")).value_or(Date{})), c.values("time")); });
}

}  // namespace
}  // namespace attache
