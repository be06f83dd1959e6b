#include "language/quotes.h"

#include <gtest/gtest.h>

#include "support/cases.h"
#include "support/texts.h"

namespace attache {
namespace {

TEST(Quotes, Cases) {
  testing::check_cases("quotes", [](const testing::Case& c) {
    const Report report = testing::plain_report(c.text("text"));
    const Segmentation s = segment(report.text, report.blocks, testing::resources().lexicon);
    const Quotes quotes = find_quotes(report.text, s);
    std::vector<std::string> found;
    for (const Quote& q : quotes.list) found.emplace_back(slice(report.text, {s.tokens[q.first].span.begin, s.tokens[q.last - 1].span.end}));
    return testing::difference(found, c.values("q"));
  });
}

}  // namespace
}  // namespace attache
