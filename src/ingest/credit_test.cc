#include "ingest/credit.h"

#include <gtest/gtest.h>

#include "ingest/author_field.h"
#include "support/cases.h"
#include "support/texts.h"

namespace attache {
namespace {

std::vector<std::string> lines_of(const CreditNames& names) {
  std::vector<std::string> out;
  for (const std::string& s : names.agencies) out.push_back("agency " + s);
  for (const std::string& s : names.persons) out.push_back("person " + s);
  for (const std::string& s : names.places) out.push_back("place " + s);
  if (!names.outlet.empty()) out.push_back("outlet " + names.outlet);
  return out;
}

std::vector<std::string> wanted_of(const testing::Case& c) {
  std::vector<std::string> out;
  for (const char* field : {"agency", "person", "place", "outlet"}) {
    for (const std::string& s : c.values(field)) out.push_back(std::string(field) + " " + s);
  }
  return out;
}

TEST(Credit, TailCases) {
  testing::check_cases("tail_credits", [](const testing::Case& c) -> std::string {
    const std::string line = c.text("line");
    const auto tail = find_tail_credit(line, AgencyNames(testing::resources().knowledge));
    if (c.has("none")) return tail ? "  found a credit: " + std::string(slice(line, tail->span)) + "\n" : "";
    if (!tail) return "  no credit found\n";
    std::string wrong = testing::difference(lines_of(tail->names), wanted_of(c));
    if (slice(line, tail->span) != c.value("credit")) wrong += "  the credit is: " + std::string(slice(line, tail->span)) + "\n";
    return wrong;
  });
}

TEST(Credit, BylineCases) {
  testing::check_cases("bylines", [](const testing::Case& c) { return testing::difference(lines_of(read_author_field(c.text("line"), AgencyNames(testing::resources().knowledge)).names), wanted_of(c)); });
}

TEST(Credit, PhotoCases) {
  testing::check_cases("photo_credits", [](const testing::Case& c) -> std::string {
    const std::string line = c.text("line");
    const auto credit = find_photo_credit(line, AgencyNames(testing::resources().knowledge));
    if (c.has("none")) return credit ? "  found a credit: " + line.substr(credit->begin) + "\n" : "";
    if (!credit) return "  no credit found\n";
    std::string wrong = testing::difference(credit->names, c.values("name"));
    if (line.substr(credit->begin) != c.value("credit")) wrong += "  the credit is: " + line.substr(credit->begin) + "\n";
    return wrong;
  });
}

}  // namespace
}  // namespace attache
