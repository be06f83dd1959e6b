#include "training/lineage.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "lineage/kinship.h"
#include "support/texts.h"

namespace attache {
namespace {

const std::string kLetter = "Velmara has asked the council to keep observers on the river for five more years, a letter seen by the agency showed. The letter says that trains with closed wagons crossed the bridge at night.";
const std::string kFire = "A fire in a warehouse by the docks kept forty firefighters busy until the morning, the city said. Nobody was hurt, but smoke drifted over the market halls.";

JudgedReports folder(const std::vector<JudgedPair>& pairs) {
  JudgedReports out;
  out.reports = {testing::plain_report(kLetter, {2024, 3, 12}), testing::plain_report(kFire, {2024, 3, 12}), testing::plain_report(kLetter + " More is to come.", {2024, 3, 13})};
  out.pairs = pairs;
  return out;
}

float signal(const TrainingRows& rows, std::size_t row, std::string_view name) {
  const auto at = std::find(rows.signals.begin(), rows.signals.end(), name);
  EXPECT_NE(at, rows.signals.end()) << name;
  return rows.values[row * rows.signals.size() + static_cast<std::size_t>(at - rows.signals.begin())];
}

TEST(KinshipRows, ARowForEachJudgedPair) {
  const std::vector<JudgedReports> folders = {folder({{0, 2, true, 0.5}, {0, 1, false, 2}})};
  const TrainingRows rows = kinship_rows(folders);
  EXPECT_TRUE(std::equal(rows.signals.begin(), rows.signals.end(), kKinshipSignals.begin(), kKinshipSignals.end()));
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows.values.size(), 2 * kKinshipSignals.size());
  EXPECT_EQ(rows.weights, (std::vector<float>{0.5F, 2}));
  EXPECT_EQ(rows.positive, (std::vector<std::uint8_t>{1, 0}));
  EXPECT_EQ(signal(rows, 0, "short_in_long"), 1);
  EXPECT_EQ(signal(rows, 0, "days"), 1);
  EXPECT_EQ(signal(rows, 1, "shared"), 0);
}

TEST(KinshipRows, ReportsThatNobodyJudgedDecideWhatIsCommon) {
  JudgedReports crowd = folder({{0, 2, true, 1}});
  for (unsigned d = 1; d <= 6; ++d) crowd.reports.push_back(testing::plain_report(kLetter, {2024, 4, d}));
  const std::vector<JudgedReports> folders = {folder({{0, 2, true, 1}}), crowd};
  const TrainingRows rows = kinship_rows(folders);
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(signal(rows, 0, "holders"), 1);
  EXPECT_EQ(signal(rows, 1, "holders"), 3);     // eight
  EXPECT_EQ(signal(rows, 1, "days_held"), 3);
}

TEST(KinshipRows, FoldersDoNotSeeEachOther) {
  const std::vector<JudgedReports> one = {folder({{0, 2, true, 1}})}, two = {folder({}), folder({{0, 2, true, 1}})};
  EXPECT_EQ(kinship_rows(one).values, kinship_rows(two).values);
}

TEST(KinshipRows, TheOrderOfAPairDoesNotMatter) {
  const std::vector<JudgedReports> one = {folder({{0, 2, true, 1}})}, other = {folder({{2, 0, true, 1}})};
  EXPECT_EQ(kinship_rows(one).values, kinship_rows(other).values);
}

TEST(KinshipRows, OfNothing) {
  EXPECT_EQ(kinship_rows({}).size(), 0u);
  EXPECT_EQ(kinship_rows({}).signals.size(), kKinshipSignals.size());
}

}  // namespace
}  // namespace attache
