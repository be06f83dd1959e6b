#include "stories/newsrooms.h"

#include <gtest/gtest.h>

namespace attache {
namespace {

std::vector<Analysis> reports(const std::vector<std::string>& agencies) {
  std::vector<Analysis> out;
  for (const std::string& agency : agencies) out.emplace_back().report.agencies.push_back({agency, "", {}});
  return out;
}

TEST(NewsroomNames, LongAndShortFormsAreOne) {
  const auto analyses = reports({"Meridian", "Meridian News Agency", "Continental Press Agency", "CPA"});
  const NewsroomNames names(analyses);
  EXPECT_EQ(names.key("Meridian"), names.key("Meridian News Agency"));
  EXPECT_EQ(names.key("CPA"), names.key("the Continental Press Agency"));
  EXPECT_NE(names.key("Meridian"), names.key("CPA"));
}

TEST(NewsroomNames, AnAcronymOfTwoNamesStaysByItself) {
  const auto analyses = reports({"Northern Press Agency", "National Press Agency", "NPA"});
  const NewsroomNames names(analyses);
  EXPECT_NE(names.key("NPA"), names.key("Northern Press Agency"));
  EXPECT_NE(names.key("NPA"), names.key("National Press Agency"));
}

TEST(NewsroomNames, ANameIsNeverEmptied) {
  const NewsroomNames names({});
  EXPECT_EQ(names.key("News Agency"), "news");
  EXPECT_EQ(names.key("The Agency"), "agency");
  EXPECT_EQ(names.key(""), "");
}

TEST(NewsroomNames, AnOutletNamedAsItsAgencyIsOneNewsroom) {
  auto analyses = reports({"Meridian"});
  analyses.emplace_back().report.outlet.value = "Meridian";
  const NewsroomNames names(analyses);
  EXPECT_EQ(names.key_of(analyses[0].report), names.key_of(analyses[1].report));
  EXPECT_EQ(names.key_of(Report{}), "");
}

}  // namespace
}  // namespace attache
