#include "lineage/holders.h"

#include <map>

#include <gtest/gtest.h>

namespace attache {
namespace {

std::vector<std::uint32_t> list_of(const HolderLists& lists, std::uint32_t list) { return {lists[list].begin(), lists[list].end()}; }

TEST(HolderLists, BeginWithTwo) {
  HolderLists lists;
  const std::uint32_t list = lists.make(7, 9, 3);
  EXPECT_EQ(list_of(lists, list), (std::vector<std::uint32_t>{7, 9}));
  EXPECT_EQ(lists.note(list), 3);
  EXPECT_FALSE(lists.full(list));
}

TEST(HolderLists, KeepTheirOrderAndAddUpTheirNotes) {
  HolderLists lists;
  const std::uint32_t list = lists.make(0, 1, 2);
  std::vector<std::uint32_t> wanted = {0, 1};
  for (std::uint32_t holder = 2; !lists.full(list); ++holder) {
    lists.add(list, holder, holder % 2);
    wanted.push_back(holder);
    ASSERT_EQ(list_of(lists, list), wanted);
  }
  EXPECT_EQ(wanted.size(), HolderLists::kMost);
  EXPECT_EQ(lists.note(list), 2 + 31);
}

TEST(HolderLists, GrowBesideEachOther) {
  HolderLists lists;
  std::map<std::uint32_t, std::vector<std::uint32_t>> wanted;
  std::uint32_t state = 1;
  for (std::uint32_t i = 0; i < 5000; ++i) {
    state = state * 1664525u + 1013904223u;
    const std::uint32_t which = (state >> 16) % 200;
    if (which >= wanted.size()) {
      const std::uint32_t made = lists.make(i, i + 1, 0);
      ASSERT_EQ(made, wanted.size());
      wanted[made] = {i, i + 1};
    } else if (!lists.full(which)) {
      lists.add(which, i, 0);
      wanted[which].push_back(i);
    }
  }
  for (const auto& [list, holders] : wanted) EXPECT_EQ(list_of(lists, list), holders) << list;
  EXPECT_EQ(wanted.size(), 200u);
}

TEST(HolderLists, UseLeftRoomAgain) {
  HolderLists lists;
  for (std::uint32_t i = 0; i < 4000; ++i) lists.add(lists.make(i, i, 0), i, 0);  // each leaves room for two, which the next one takes
  EXPECT_LT(lists.bytes(), 4000 * (8 + 4 * 4) * 1.25 + 200);  // a new room each time: 4,000 times 32 and more
}

}  // namespace
}  // namespace attache
