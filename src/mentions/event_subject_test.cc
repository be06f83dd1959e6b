#include "mentions/event_subject.h"

#include <gtest/gtest.h>

namespace attache {
namespace {

TEST(FullName, TheMostUsualLongerForm) {
  const std::vector<PersonForm> persons = {{"Ilka Doran", {0, 10}, 2}, {"Pavel Doran", {20, 31}, 5}, {"Doran", {40, 45}, 9}, {"Doran-Veld", {50, 60}, 3}};
  EXPECT_EQ(full_name("Doran", persons), (Span{20, 31}));
  EXPECT_EQ(full_name("Veld", persons), std::nullopt);
  EXPECT_EQ(full_name("Ilka", persons), std::nullopt);
  EXPECT_EQ(full_name("", persons), std::nullopt);
  EXPECT_EQ(full_name("Doran", {}), std::nullopt);
}

TEST(FullName, ShoutedAndOverlongFormsAreNone) {
  EXPECT_EQ(full_name("Doran", {{"PRESIDENT Doran", {0, 15}, 2}}), std::nullopt);
  EXPECT_EQ(full_name("Doran", {{"Anna Maria Ilka Doran", {0, 21}, 2}}), std::nullopt);
  EXPECT_EQ(full_name("Doran", {{"J. Doran", {0, 8}, 1}}), (Span{0, 8}));
}

TEST(BetterSubject, NothingForNoSubject) { EXPECT_FALSE(better_subject("", {}, {0, 0}, 0, true, {}, {0, {}, ""}).has_value()); }

}  // namespace
}  // namespace attache
