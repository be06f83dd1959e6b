#include "stories/texts.h"

#include <gtest/gtest.h>

#include "support/texts.h"

namespace attache {
namespace {

Analysis report(const std::string& text, const Date& day = {}) {
  Analysis a;
  a.report = testing::plain_report(text, day);
  return a;
}

// Families by the indexes of their members; everybody else stands alone.
Lineage lineage_of(std::size_t reports, const std::vector<std::vector<std::uint32_t>>& families) {
  Lineage out;
  out.family_of.assign(reports, -1);
  out.member_of.assign(reports, -1);
  for (const auto& family : families) {
    for (std::size_t m = 0; m < family.size(); ++m) {
      out.family_of[family[m]] = static_cast<std::int32_t>(out.families.size());
      out.member_of[family[m]] = static_cast<std::int32_t>(m);
    }
    Family& f = out.families.emplace_back();
    for (std::uint32_t r : family) f.members.emplace_back().report = r;
  }
  return out;
}

StoryTexts texts_of(const std::vector<Analysis>& analyses, const std::vector<std::vector<std::uint32_t>>& families, int threads = 1) {
  return make_texts(analyses, lineage_of(analyses.size(), families), testing::resources().lexicon, threads);
}

TEST(StoryTexts, AFamilyIsOneText) {
  const StoryTexts t = texts_of({report("one"), report("two two"), report("three"), report("four four four")}, {{1, 3}});
  EXPECT_EQ(t.text_of, (std::vector<std::uint32_t>{0, 1, 2, 1}));
  EXPECT_EQ(t.fullest, (std::vector<std::uint32_t>{0, 3, 2}));
  EXPECT_EQ(t.features.size(), 4u);
  EXPECT_EQ(t.days.size(), 3u);
}

TEST(StoryTexts, OfEquallyFullMembersTheFirstSpeaks) { EXPECT_EQ(texts_of({report("one two"), report("one two"), report("two one")}, {{0, 1, 2}}).fullest, std::vector<std::uint32_t>{0}); }

TEST(StoryTexts, AFamilyStandsWhereItsFirstDatedMemberStands) {
  const StoryTexts t = texts_of({report("one"), report("one", {2024, 3, 0}), report("one", {2024, 3, 5}), report("one", {2024, 3, 4})}, {{0, 1, 3, 2}});
  ASSERT_EQ(t.days.size(), 1u);
  EXPECT_EQ(t.days[0], (Date{2024, 3, 4}));
}

TEST(StoryTexts, NobodyDatedNoDay) {
  const StoryTexts t = texts_of({report("one"), report("one"), report("two", {2024, 3, 4})}, {{0, 1}});
  EXPECT_FALSE(t.days[0].full());
  EXPECT_EQ(t.days[1], (Date{2024, 3, 4}));
}

TEST(StoryTexts, TheFullestCountsItsWords) {
  const StoryTexts t = texts_of({report("envoys left"), report("envoys left Sorn at night")}, {{0, 1}}, 2);
  EXPECT_EQ(t.features[t.fullest[0]].words, 5u);
}

TEST(StoryTexts, OfNothing) {
  const StoryTexts t = texts_of({}, {});
  EXPECT_TRUE(t.text_of.empty());
  EXPECT_TRUE(t.fullest.empty());
}

}  // namespace
}  // namespace attache
