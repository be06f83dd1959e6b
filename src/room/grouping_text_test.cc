#include "room/grouping_text.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "support/texts.h"

namespace attache {
namespace {

using Json = nlohmann::ordered_json;

const std::vector<ThreadGrouping>& threads() {
  static const std::vector<ThreadGrouping> made = [] {
    const RunOptions options;
    std::vector<Analysis> analyses = analyse_inputs(testing::sample_inputs(), testing::resources(), options, {}).analyses;
    sort_reports(analyses);
    (void)drop_duplicates(analyses);
    return split_by_thread(analyses, group_reports(analyses, testing::resources(), options, {}));
  }();
  return made;
}

TEST(GroupingText, ComesBackAsItWas) {
  ASSERT_FALSE(threads().empty());
  std::size_t families = 0;
  for (const ThreadGrouping& t : threads()) {
    const std::string text = to_text(t);
    const Result<ThreadGrouping> back = grouping_from_text(text);
    ASSERT_TRUE(back.has_value()) << back.error().message;
    EXPECT_EQ(to_text(*back), text);
    EXPECT_EQ(back->grouping.stories.story_of, t.grouping.stories.story_of);
    EXPECT_EQ(back->grouping.lineage.family_of, t.grouping.lineage.family_of);
    EXPECT_EQ(back->grouping.lineage.member_of, t.grouping.lineage.member_of);
    families += back->grouping.lineage.families.size();
  }
  EXPECT_GT(families, 0u);
}

TEST(GroupingText, DamageIsRefused) {
  Json good;
  for (const ThreadGrouping& t : threads()) {
    if (!t.grouping.lineage.families.empty()) good = Json::parse(to_text(t));
  }
  ASSERT_TRUE(grouping_from_text(good.dump()).has_value());
  const auto refused = [](const Json& json) { return !grouping_from_text(json.dump()).has_value(); };
  for (const char* name : {"reports", "stories", "families", "second_sources"}) {
    Json bad = good;
    bad.erase(name);
    EXPECT_TRUE(refused(bad)) << name;
    bad[name] = 7;
    EXPECT_TRUE(refused(bad)) << name;
  }
  Json bad = good;
  bad["stories"][0]["reports"][0] = 100000;
  EXPECT_TRUE(refused(bad));
  bad = good;
  bad["stories"][0]["reports"].push_back(bad["stories"][0]["reports"][0]);
  EXPECT_TRUE(refused(bad)) << "a report twice";
  bad = good;
  bad["stories"].erase(0);
  EXPECT_TRUE(refused(bad)) << "a report without a story";
  bad = good;
  bad["families"][0][1]["parent"] = 5;
  EXPECT_TRUE(refused(bad)) << "a parent behind";
  bad = good;
  bad["families"][0][1]["descent"] = "born";
  EXPECT_TRUE(refused(bad));
  EXPECT_FALSE(grouping_from_text("").has_value());
  EXPECT_FALSE(grouping_from_text("[]").has_value());
  EXPECT_FALSE(grouping_from_text("{\"reports\": [], \"stories\": [], \"families\": [], \"second_sources\": []}").has_value());
}

}  // namespace
}  // namespace attache
