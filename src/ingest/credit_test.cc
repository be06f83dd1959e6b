#include "ingest/credit.h"
#include "ingest/photo_credit.h"
#include "ingest/tail_credit.h"

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

TEST(Credit, PersonsOfAPhotoAreToldFromAgencies) {
  const AgencyNames agencies(testing::resources().knowledge);
  using Values = std::vector<std::string>;
  const auto persons = [&](std::string_view line) {
    const auto credit = find_photo_credit(line, agencies);
    return credit ? credit->persons : Values{"no credit"};
  };
  EXPECT_EQ(persons("Farmers block the ring road with tractors. Jane ROE / AFP"), Values{"Jane ROE"});
  EXPECT_EQ(persons("A grain ship lies at anchor off the coast. REUTERS/Jane Roe/File Photo"), Values{"Jane Roe"});
  EXPECT_EQ(persons("Ilustracija: Depositphotos/ marrow"), Values{"marrow"});
  EXPECT_EQ(persons("The cement works at the edge of the town. (File photo)"), Values{});
}

// "(Reuters)" ends reports as well as captions: no proof of a picture.
TEST(Credit, AnAgencyAloneInBracketsProvesNoPicture) {
  const AgencyNames agencies(testing::resources().knowledge);
  const auto alone = find_photo_credit("Dockers vote by show of hands in the port of Sorn. (Reuters)", agencies);
  ASSERT_TRUE(alone);
  EXPECT_FALSE(alone->certain);
  const auto photo = find_photo_credit("Dockers vote by show of hands in the port of Sorn. (Reuters Photo)", agencies);
  ASSERT_TRUE(photo);
  EXPECT_TRUE(photo->certain);
}

// Every piece of odd lines is read without harm, and spans stay inside.
TEST(Credit, BrokenLinesAreHarmless) {
  const AgencyNames agencies(testing::resources().knowledge);
  for (const std::string line : {"x. (Reporting by Jane Roe in Oslo; Editing by A) xab yab", "Sorn. \u2014 Jane Roe, AFP /TASS/ ([(", "\u5927\u6865\u3002\uff08\u5b8c\uff09 (AP)(AFP) | \u00a9 Photo: / via / courtesy of ", "(((((((((((((((((((((((((((((("}) {
    for (std::size_t begin = 0; begin < line.size(); ++begin) {
      for (std::size_t size = 0; begin + size <= line.size(); ++size) {
        const std::string_view piece = std::string_view(line).substr(begin, size);
        if (const auto tail = find_tail_credit(piece, agencies)) {
          EXPECT_LE(tail->span.end, piece.size());
        }
        if (const auto photo = find_photo_credit(piece, agencies)) {
          EXPECT_LE(photo->begin, piece.size());
        }
      }
    }
  }
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
