#include "base/sorted.h"

#include <gtest/gtest.h>

#include "base/hash.h"

namespace attache {
namespace {

TEST(Sorted, UnitesEqualValues) {
  std::vector<int> values = {3, 1, 3, 2, 1};
  sort_and_unite(values);
  EXPECT_EQ(values, (std::vector<int>{1, 2, 3}));
}

TEST(Sorted, CountsWhatTwoHaveInCommon) {
  EXPECT_EQ(count_shared<int>({1, 2, 2, 5}, {2, 2, 2, 4, 5}), 3u);  // repeated ones as often as both have them
  EXPECT_EQ(count_shared<int>({}, {1}), 0u);
  EXPECT_EQ(count_shared<int>({1, 2}, {3, 4}), 0u);
}

std::vector<std::uint64_t> hashes(std::size_t count) {
  std::vector<std::uint64_t> out;
  for (std::size_t i = 0; i < count; ++i) out.push_back(mix(i * 0x9E3779B97F4A7C15ULL));
  return out;
}

TEST(SortHashes, SortsHashesOfAnyNumber) {
  for (std::size_t count : {0u, 1u, 2u, 31u, 32u, 33u, 64u, 100u, 1000u, 70000u}) {
    std::vector<std::uint64_t> values = hashes(count), wanted = values;
    std::sort(wanted.begin(), wanted.end());
    sort_hashes(values);
    EXPECT_EQ(values, wanted) << count;
  }
}

TEST(SortHashes, SortsWhatIsNoHash) {
  std::vector<std::uint64_t> low, same(500, 42), two = hashes(600);
  for (std::uint64_t i = 0; i < 1000; ++i) low.push_back(1000 - i);
  two.insert(two.end(), two.begin(), two.begin() + 300);
  two.push_back(0);
  two.push_back(UINT64_MAX);
  for (std::vector<std::uint64_t> values : {low, same, two}) {
    std::vector<std::uint64_t> wanted = values;
    std::sort(wanted.begin(), wanted.end());
    sort_hashes(values);
    EXPECT_EQ(values, wanted);
  }
}

TEST(SortHashes, UnitesEqualOnes) {
  std::vector<std::uint64_t> values = hashes(100);
  values.insert(values.end(), values.begin(), values.end());
  sort_and_unite_hashes(values);
  EXPECT_EQ(values.size(), 100u);
  EXPECT_TRUE(std::is_sorted(values.begin(), values.end()));
}

}  // namespace
}  // namespace attache
