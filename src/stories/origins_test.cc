#include "stories/origins.h"

#include <gtest/gtest.h>

namespace attache {
namespace {

// Reports by outlet, agency and story, with families given by hand.
class Collection {
 public:
  void add(const std::string& outlet, const std::string& agency, std::uint32_t story) {
    Report& r = analyses_.emplace_back().report;
    r.outlet.value = outlet;
    if (!agency.empty()) r.agencies.push_back({agency, "", {}});
    stories_.story_of.push_back(story);
    lineage_.family_of.push_back(-1);
    lineage_.member_of.push_back(-1);
  }
  void family(const std::vector<std::uint32_t>& reports) {
    Family& f = lineage_.families.emplace_back();
    for (std::uint32_t r : reports) {
      lineage_.family_of[r] = static_cast<std::int32_t>(lineage_.families.size() - 1);
      lineage_.member_of[r] = static_cast<std::int32_t>(f.members.size());
      f.members.emplace_back().report = r;
    }
  }
  Report& report(std::uint32_t r) { return analyses_[r].report; }
  [[nodiscard]] Origins origins() const { return find_origins(analyses_, lineage_, stories_); }

 private:
  std::vector<Analysis> analyses_;
  Lineage lineage_;
  Stories stories_;
};

using Indexes = std::vector<std::uint32_t>;

TEST(Origins, NoReports) { EXPECT_TRUE(Collection().origins().origins.empty()); }

TEST(Origins, EachNewsroomCountsAlone) {
  Collection c;
  c.add("Lakeland Courier", "", 0);
  c.add("Ostmere Standard", "", 0);
  const Origins o = c.origins();
  EXPECT_EQ(o.origin_of, (Indexes{0, 1}));
  EXPECT_EQ(o.origins[0].name, "Lakeland Courier");
  EXPECT_EQ(o.origins[0].reason, "");
}

TEST(Origins, CopiesOfOneTextCountOnce) {
  Collection c;
  c.add("Lakeland Courier", "", 0);
  c.add("Ostmere Standard", "", 0);
  c.add("Sorn Gazette", "", 0);
  c.family({0, 2});
  const Origins o = c.origins();
  EXPECT_EQ(o.origin_of, (Indexes{0, 1, 0}));
  EXPECT_EQ(o.origins[0].reports, (Indexes{0, 2}));
  EXPECT_EQ(o.origins[0].reason, "copies of one text");
}

TEST(Origins, OneAgencyOnOneStoryCountsOnce) {
  Collection c;
  c.add("Lakeland Courier", "Northwire", 0);
  c.add("Ostmere Standard", "NORTHWIRE", 0);
  const Origins o = c.origins();
  EXPECT_EQ(o.origin_of, (Indexes{0, 0}));
  EXPECT_EQ(o.origins[0].name, "Northwire");
  EXPECT_EQ(o.origins[0].reason, "one newsroom on one story");
}

TEST(Origins, OneAgencyOnTwoStoriesCountsTwice) {
  Collection c;
  c.add("Lakeland Courier", "Northwire", 0);
  c.add("Lakeland Courier", "Northwire", 1);
  EXPECT_EQ(c.origins().origin_of, (Indexes{0, 1}));
}

TEST(Origins, TheOutletSpeaksWhereNoAgencyIsNamed) {
  Collection c;
  c.add("Lakeland Courier", "", 0);
  c.add("Lakeland Courier", "", 0);
  c.add("Lakeland Courier", "Northwire", 0);  // printed there, written elsewhere
  EXPECT_EQ(c.origins().origin_of, (Indexes{0, 0, 1}));
}

TEST(Origins, WithoutAnyNameEachCountsAlone) {
  Collection c;
  c.add("", "", 0);
  c.add("", "", 0);
  const Origins o = c.origins();
  EXPECT_EQ(o.origin_of, (Indexes{0, 1}));
  EXPECT_EQ(o.origins[0].name, "");
}

TEST(Origins, AFamilyIsOneOriginAcrossStories) {
  Collection c;
  c.add("", "Northwire", 0);
  c.add("", "Northwire", 1);
  c.family({0, 1});
  EXPECT_EQ(c.origins().origin_of, (Indexes{0, 0}));
}

TEST(Origins, ANewsroomJoinsTwoFamilies) {
  Collection c;
  c.add("A", "Northwire", 0);
  c.add("B", "", 0);
  c.add("C", "", 0);
  c.add("D", "Northwire", 0);
  c.family({0, 1});
  c.family({2, 3});
  const Origins o = c.origins();
  EXPECT_EQ(o.origin_of, (Indexes{0, 0, 0, 0}));
  EXPECT_EQ(o.origins[0].reports, (Indexes{0, 1, 2, 3}));
  EXPECT_EQ(o.origins[0].reason, "one newsroom on one story");
}

TEST(Origins, TheAgencyThatMostReportsName) {
  Collection c;
  c.add("A", "Meridian", 0);
  c.add("B", "Northwire", 0);
  c.add("C", "Northwire", 0);
  c.family({0, 1, 2});
  EXPECT_EQ(c.origins().origins[0].name, "Northwire");
}

TEST(Origins, OriginsStandInTheOrderOfTheirFirstReports) {
  Collection c;
  c.add("A", "", 0);
  c.add("B", "", 0);
  c.add("C", "", 0);
  c.add("D", "", 0);
  c.family({1, 3});
  EXPECT_EQ(c.origins().origin_of, (Indexes{0, 1, 2, 1}));
}

}  // namespace
}  // namespace attache
