#include "language/quantities.h"

#include <cstdio>

#include <gtest/gtest.h>

#include "support/cases.h"
#include "support/texts.h"

namespace attache {
namespace {

std::string plain(double value) {
  char buffer[64];
  std::snprintf(buffer, sizeof buffer, "%.4f", value);
  std::string out = buffer;
  while (out.ends_with('0')) out.pop_back();
  if (out.ends_with('.')) out.pop_back();
  return out;
}

TEST(Quantities, Cases) {
  testing::check_cases("quantities", [](const testing::Case& c) {
    const Report report = testing::plain_report(c.text("text"));
    const Segmentation s = segment(report.text, report.blocks, testing::resources().lexicon);
    const std::vector<TimeExpression> times = find_times(report.text, s, testing::resources().lexicon, {});
    std::vector<std::string> found, wanted;
    for (const Quantity& q : find_quantities(report.text, s, testing::resources().lexicon, times)) {
      found.push_back(std::string(slice(report.text, q.number)) + " | " + (q.most > q.value ? plain(q.value) + ".." + plain(q.most) : plain(q.value)) + " | " + q.hedge + " | " + q.unit);
    }
    for (const std::string& line : c.values("number")) {
      const auto cells = testing::cells_of(line);
      wanted.push_back(cells[0] + " | " + cells[1] + " | " + cells[2] + " | " + cells[3]);
    }
    return testing::difference(found, wanted);
  });
}

}  // namespace
}  // namespace attache
